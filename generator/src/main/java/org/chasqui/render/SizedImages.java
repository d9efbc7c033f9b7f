package org.chasqui.render;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.chasqui.site.ImageFile;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/**
 * Tells browsers how big the pictures of a page are before they load, so that text does not jump,
 * and which smaller copies there are. Works on finished HTML: whoever wrote the tag, the theme, a
 * shortcode or the author, gains by it.
 */
final class SizedImages {
  private static final String TAG = "<img ";

  private final Map<SitePath, ImageFile> images;
  private final String base;

  /**
   * @param images what is known, by address
   * @param base where the site will be served
   */
  SizedImages(Map<SitePath, ImageFile> images, URI base) {
    this.images = images;
    this.base = base.getPath() == null ? "/" : base.getPath();
  }

  /** The same file, with sizes if it is a page. */
  OutputFile in(OutputFile file) {
    boolean page =
        file instanceof OutputFile.Text text
            && file.path().value().endsWith(".html")
            && text.content().contains(TAG);
    if (!page || images.isEmpty()) {
      return file;
    }
    String html = ((OutputFile.Text) file).content();
    return new OutputFile.Text(file.path(), sized(html, new SitePath("/" + file.path().value())));
  }

  private String sized(String html, SitePath page) {
    StringBuilder out = new StringBuilder(html.length() + 256);
    int from = 0;
    for (int at = html.indexOf(TAG); at >= 0; at = html.indexOf(TAG, at + 1)) {
      int end = html.indexOf('>', at);
      if (end < 0) {
        break;
      }
      String tag = html.substring(at, end);
      int src = tag.indexOf(" src=\"");
      int close = src < 0 ? -1 : tag.indexOf('"', src + 6);
      if (close > 0) {
        out.append(html, from, at + close + 1);
        out.append(attributes(tag, tag.substring(src + 6, close), page));
        from = at + close + 1;
      }
    }
    return out.append(html, from, html.length()).toString();
  }

  private String attributes(String tag, String src, SitePath page) {
    String url = src.replace("&amp;", "&");
    ImageFile image = Urls.isAbsolute(url) ? null : images.get(target(url, page));
    boolean sizedAlready =
        tag.contains(" width=") || tag.contains(" height=") || tag.contains(" srcset=");
    if (image == null || !image.measured() || sizedAlready) {
      return "";
    }
    String size = " width=\"" + image.width() + "\" height=\"" + image.height() + "\"";
    return image.sizes().isEmpty() || src.contains("?") ? size : size + srcset(image, src);
  }

  private static String srcset(ImageFile image, String src) {
    int dot = src.lastIndexOf('.');
    String copies =
        image.sizes().stream()
            .map(
                copy ->
                    src.substring(0, dot)
                        + "-"
                        + copy.width()
                        + "w"
                        + src.substring(dot)
                        + " "
                        + copy.width()
                        + "w")
            .collect(Collectors.joining(", "));
    return " srcset=\""
        + copies.replace("\"", "%22")
        + ", "
        + src
        + " "
        + image.width()
        + "w\" sizes=\"(min-width: 48em) 720px, 100vw\"";
  }

  // As a browser does it: relative to the folder of the page.
  private SitePath target(String url, SitePath page) {
    String path = Urls.decode(url.replaceAll("[?#].*", ""));
    if (path.startsWith(base)) {
      return new SitePath("/" + path.substring(base.length()));
    }
    String folder = page.value().substring(0, page.value().lastIndexOf('/') + 1);
    String full = path.startsWith("/") ? path : folder + path;
    java.util.ArrayDeque<String> steps = new java.util.ArrayDeque<>();
    for (String step : full.split("/")) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return new SitePath("/" + String.join("/", steps));
  }
}
