package org.chasqui.render;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  static final String TAG = "<img ";
  private static final String USUAL = "(min-width: 48em) 720px, 100vw";
  private static final Pattern SIZES = Pattern.compile(" data-sizes=\"([^\"]+)\"");
  private static final Pattern WIDTH = Pattern.compile(" width=\"([0-9]{1,4})\"");

  private static final String TEXT = "<div class=\"text\">";
  private static final int MEASURE = 720;
  // Of a picture that has smaller copies.
  private static final Pattern OPENABLE =
      Pattern.compile(
          "<img [^>]*?src=\"([^\"]+)\" width=\"(\\d{1,6})\" height=\"(\\d{1,6})\"[^>]* srcset=");
  private static final Pattern ALT = Pattern.compile(" alt=\"[^\"]*[^\"\\s]");

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
    boolean own = html.contains("<picture");
    int from = 0;
    for (int at = html.indexOf(TAG); at >= 0; at = html.indexOf(TAG, at + 1)) {
      int end = html.indexOf('>', at);
      if (end < 0) {
        break;
      }
      out.append(html, from, at);
      boolean inside = own && html.lastIndexOf("<picture", at) > html.lastIndexOf("</picture", at);
      String made = tag(html.substring(at, end + 1), page, inside);
      out.append(inside ? made : opening(made, html, at));
      from = end + 1;
    }
    return out.append(html, from, html.length()).toString();
  }

  // A picture of the text that is wider than the text opens as a whole. The link's name is the
  // picture's text; without one there is nothing to call it by.
  private static String opening(String made, String html, int at) {
    Matcher shown = OPENABLE.matcher(made);
    boolean text =
        shown.find() && html.lastIndexOf(TEXT, at) >= 0 && !made.contains(" data-sizes=");
    if (!text || Integer.parseInt(shown.group(2)) <= MEASURE || !ALT.matcher(made).find()) {
      return made;
    }
    boolean linked = open(html, at, "<a ", "</a>") || open(html, at, "<summary", "</summary>");
    String size = shown.group(2) + " × " + shown.group(3);
    return linked
        ? made
        : "<a href=\"" + shown.group(1) + "\" title=\"" + size + "\">" + made + "</a>";
  }

  private static boolean open(String html, int at, String begin, String end) {
    int began = html.lastIndexOf(begin, at);
    return began >= 0 && began > html.lastIndexOf(end, at);
  }

  /** A tag with what is known of its picture, and what is lighter beside it. */
  private String tag(String tag, SitePath page, boolean inside) {
    int start = tag.indexOf(" src=\"") + 6;
    int close = start < 6 ? -1 : tag.indexOf('"', start);
    if (close < 0) {
      return tag;
    }
    String src = tag.substring(start, close);
    String url = src.replace("&amp;", "&");
    ImageFile image = Urls.isAbsolute(url) ? null : images.get(target(url, page));
    if (image == null || !image.measured() || tag.contains(" srcset=")) {
      return tag;
    }
    boolean told = tag.contains(" width=") || tag.contains(" height=");
    String known =
        told
            ? tag
            : tag.substring(0, close + 1) + attributes(image, src, tag) + tag.substring(close + 1);
    boolean lighter = !image.webP().isEmpty() && !inside && !src.contains("?");
    return lighter ? "<picture>" + source(image, src, tag) + known + "</picture>" : known;
  }

  // Whoever wrote the tag may know better how wide the picture is shown: as in a gallery.
  private static String attributes(ImageFile image, String src, String tag) {
    String size = " width=\"" + image.width() + "\" height=\"" + image.height() + "\"";
    if (image.sizes().isEmpty() || src.contains("?")) {
      return size;
    }
    String set = set(image, image.sizes(), src) + ", " + src + " " + image.width() + "w";
    Matcher told = SIZES.matcher(tag);
    String sizes = told.find() ? told.group(1) : USUAL;
    return size + " srcset=\"" + set + "\" sizes=\"" + sizes + "\"";
  }

  private static String source(ImageFile image, String src, String tag) {
    String sizes = sizes(tag);
    boolean one = image.webP().size() == 1;
    return "<source type=\"image/webp\" srcset=\""
        + (one ? beside(src, image, image.webP().get(0)) : set(image, image.webP(), src))
        + (one ? "\">" : "\" sizes=\"" + sizes + "\">");
  }

  private static String sizes(String tag) {
    Matcher told = SIZES.matcher(tag);
    if (told.find()) {
      return told.group(1);
    }
    Matcher width = WIDTH.matcher(tag);
    return width.find()
        ? "(max-width: " + width.group(1) + "px) 100vw, " + width.group(1) + "px"
        : USUAL;
  }

  private static String set(ImageFile image, List<ImageFile.Size> copies, String src) {
    return copies.stream()
        .map(copy -> beside(src, image, copy) + " " + copy.width() + "w")
        .collect(Collectors.joining(", "));
  }

  // The copy's name follows that of the picture: what is new is put into the author's URL.
  private static String beside(String src, ImageFile image, ImageFile.Size copy) {
    String name = image.asset().path().value();
    String ending = name.substring(name.lastIndexOf('.'));
    String after = copy.path().value().substring(name.length() - ending.length());
    return src.substring(0, src.lastIndexOf('.')) + after;
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
