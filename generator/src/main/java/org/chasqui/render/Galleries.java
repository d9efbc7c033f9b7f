package org.chasqui.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.markdown.Directive;
import org.chasqui.site.Gallery;
import org.chasqui.site.GalleryPicture;
import org.chasqui.site.Page;
import org.chasqui.site.Text;
import org.chasqui.theme.GalleryPictureView;

/**
 * The pictures of a gallery that stands on a page: those of a data file, of a folder, or those that
 * the call names. What is said of a picture of a folder stands in the folder's {@code
 * gallery.yaml}, or below {@code resources:} in the front matter of the page.
 */
final class Galleries {
  private final PageContext context;
  private final Page page;
  private final ContentLinks links;

  Galleries(PageContext context, Page page, ContentLinks links) {
    this.context = context;
    this.page = page;
    this.links = links;
  }

  /** A picture and the place at which its faults are told. */
  private record Shown(GalleryPicture picture, String path) {}

  /** The pictures that a call wants, in its order. */
  List<GalleryPictureView> pictures(Directive call) {
    SourceSpan place = page.body().origin(call.start(), call.end());
    List<Shown> shown = new ArrayList<>();
    for (String name : wanted(call)) {
      List<Shown> found = GalleryNames.isPicture(name) ? single(name, place) : several(name, place);
      if (found.isEmpty()) {
        unknown(name, place);
      }
      shown.addAll(found);
    }
    return shown.stream().map(this::view).toList();
  }

  private static List<String> wanted(Directive call) {
    List<String> names = new ArrayList<>();
    // The title of a directive is one argument, of a shortcode each has its own.
    if (call.kind() == Directive.Kind.DIV) {
      call.positional().forEach(all -> names.addAll(List.of(all.strip().split("\\s+"))));
    } else {
      names.addAll(call.positional());
    }
    for (String key : List.of("data", "file", "src", "folder", "dir", "match", "images")) {
      String value = call.named().getOrDefault(key, "").strip();
      if (!value.isEmpty()) {
        names.add(value);
      }
    }
    names.removeIf(String::isBlank);
    return names.isEmpty() && call.source().isBlank() ? List.of(".") : names;
  }

  private List<Shown> several(String name, SourceSpan place) {
    String bare = name.replaceFirst("\\.(ya?ml|json|toml|csv)$", "");
    Optional<Gallery> data =
        context
            .scene()
            .site()
            .holdings()
            .gallery(bare.replaceFirst("^/?data/", ""), page.language());
    if (data.isPresent()) {
      return data.get().pictures().stream().map(p -> new Shown(p, found(p.source()))).toList();
    }
    int star = name.indexOf('*');
    String folder = star < 0 ? name : name.substring(0, name.lastIndexOf('/', star) + 1);
    String glob = star < 0 ? "*" : name.substring(name.lastIndexOf('/', star) + 1);
    return folder(folder.replaceFirst("/+$", ""), GalleryNames.glob(glob), place);
  }

  // A data file may say the picture's path from the page or from the root of the site.
  private String found(String source) {
    boolean rooted = Urls.isAbsolute(source) || source.startsWith("/");
    return rooted || links.find(source).isPresent() || links.find("/" + source).isEmpty()
        ? source
        : "/" + source;
  }

  private List<Shown> folder(String folder, Pattern wanted, SourceSpan place) {
    LinkTable.Folder files =
        context.scene().links().pictures(page, folder.isEmpty() ? "." : folder);
    String prefix = folder.isEmpty() || folder.equals(".") ? "" : folder + "/";
    Map<String, Shown> shown = new LinkedHashMap<>();
    described(files.path())
        .forEach(
            (name, picture) -> {
              if (wanted.matcher(name).matches()) {
                shown.put(name, new Shown(picture, prefix + Urls.encode(name)));
              }
            });
    for (String name : files.pictures()) {
      if (wanted.matcher(name).matches()) {
        GalleryPicture said = said(prefix + name, place);
        shown.putIfAbsent(name, new Shown(said, prefix + Urls.encode(name)));
      }
    }
    return List.copyOf(shown.values());
  }

  private List<Shown> single(String path, SourceSpan place) {
    int slash = path.lastIndexOf('/') + 1;
    String folder = slash == 0 ? "." : path.substring(0, Math.max(1, slash - 1));
    GalleryPicture told =
        described(context.scene().links().pictures(page, folder).path()).get(path.substring(slash));
    return List.of(new Shown(told == null ? said(path, place) : told, path));
  }

  private Map<String, GalleryPicture> described(String folder) {
    Map<String, GalleryPicture> described = new LinkedHashMap<>();
    context
        .scene()
        .site()
        .holdings()
        .gallery(folder, page.language())
        .ifPresent(g -> g.pictures().forEach(p -> described.put(GalleryNames.bare(p.source()), p)));
    return described;
  }

  // What the front matter says of a file beside the page, as Hugo has it.
  private GalleryPicture said(String path, SourceSpan place) {
    String local = path.replaceFirst("^\\./", "");
    if (page.header().params().get("resources") instanceof List<?> resources) {
      for (int i = 0; i < resources.size(); i++) {
        boolean about =
            resources.get(i) instanceof Map<?, ?> keys
                && keys.get("src") instanceof String src
                && GalleryNames.glob(src).matcher(local).matches();
        if (about) {
          String at = "resources[" + i + "]";
          return new GalleryPicture(
              path, line(at, "alt"), caption(at), line(at, "credit"), Optional.empty(), place);
        }
      }
    }
    Optional<Text> none = Optional.empty();
    return new GalleryPicture(path, none, none, none, Optional.empty(), place);
  }

  private Optional<Text> caption(String at) {
    return line(at, "caption").or(() -> line(at, "title"));
  }

  private Optional<Text> line(String at, String key) {
    Map<String, Text> lines = page.header().sections().lines();
    return Optional.ofNullable(lines.get(at + ".params." + key))
        .or(() -> Optional.ofNullable(lines.get(at + "." + key)));
  }

  private GalleryPictureView view(Shown shown) {
    GalleryPicture picture = shown.picture();
    ContentLinks there = links.at(picture.span());
    String src = there.resolve(shown.path(), true, 0, 0);
    String href = picture.link().map(link -> there.resolve(link, false, 0, 0)).orElse(src);
    links.addAll(there.uses());
    return new GalleryPictureView(
        src,
        PageContext.plain(picture.alt()),
        context.text(picture.caption()),
        context.text(picture.credit()),
        href);
  }

  private void unknown(String name, SourceSpan place) {
    Map<String, Gallery> all = context.scene().site().holdings().galleries();
    context
        .scene()
        .diagnostics()
        .add(
            Diagnostic.error(
                    "gallery-empty",
                    place,
                    name.equals(".")
                        ? "There are no pictures beside this page."
                        : "'" + name + "' is neither a data file nor a folder with pictures.")
                .help(
                    Suggestion.didYouMean(name.toLowerCase(Locale.ROOT), all.keySet())
                        .orElse(
                            "Name a list of pictures below site-content/data/, without its ending,"
                                + " or a folder beside the page.")));
  }
}
