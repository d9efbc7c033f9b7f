package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.LinkResolver;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.SitePath;

/**
 * Turns the links of one page into URLs and keeps a record of each internal one. Made for one page
 * and one thread.
 */
final class ContentLinks implements LinkResolver {
  // MyST's short form of a reference: [text](label).
  private static final Pattern LABEL = Pattern.compile("[\\w:+-]+");

  private final PageContext context;
  private final Page page;
  private final BiFunction<Integer, Integer, SourceSpan> origin;
  private final List<LinkUse> uses = new ArrayList<>();

  /**
   * @param context where the links will stand: of a card, not the page that they belong to
   * @param page the page whose author wrote them
   */
  ContentLinks(PageContext context, Page page) {
    this(context, page, page.body()::origin);
  }

  private ContentLinks(
      PageContext context, Page page, BiFunction<Integer, Integer, SourceSpan> origin) {
    this.context = context;
    this.page = page;
    this.origin = origin;
  }

  /** The same for a target that stands at one known place, such as front matter. */
  ContentLinks at(SourceSpan span) {
    return new ContentLinks(context, page, (start, end) -> span);
  }

  /** The internal links so far. */
  List<LinkUse> uses() {
    return uses;
  }

  /** Takes over the links of another. */
  void addAll(List<LinkUse> more) {
    uses.addAll(more);
  }

  @Override
  public String resolve(String target, boolean image, int start, int end) {
    String written = target.strip();
    Optional<String> own = ownAddress(written);
    if (own.isEmpty()) {
      return written;
    }
    Parts parts = Parts.of(own.get());
    String path = Urls.decode(parts.path);
    if (path.startsWith("/") && isExternal(path)) {
      return written;
    }
    Optional<SitePath> found =
        path.isEmpty() ? Optional.of(page.path()) : context.scene().links().resolve(page, path);
    if (found.isEmpty() && !image && LABEL.matcher(written).matches()) {
      Optional<SitePath> marked = context.scene().links().marked(page.language(), path);
      if (marked.isPresent()) {
        found = marked;
        parts = new Parts(path, "", path);
      }
    }
    String named = Urls.decode(parts.fragment);
    if (path.isEmpty() && !named.isEmpty()) {
      Optional<SitePath> labelled = context.scene().links().elsewhere(page, named);
      if (labelled.isPresent()) {
        found = labelled;
        path = labelled.get().value();
      }
    }
    Optional<SitePath> entry =
        found.flatMap(list -> context.scene().links().entry(page.language(), list, named));
    if (entry.isPresent()) {
      found = entry;
      parts = new Parts(path, parts.query, "");
    }
    Optional<String> fragment =
        parts.fragment.isEmpty() ? Optional.empty() : Optional.of(Urls.decode(parts.fragment));
    if (!path.isEmpty() && fragment.isPresent()) {
      String part = fragment.get();
      found = found.map(to -> context.scene().links().partOf(page, to, part));
    }
    uses.add(new LinkUse(page.ref(), written, found, fragment, image, origin.apply(start, end)));
    String tail = parts.query + (parts.fragment.isEmpty() ? "" : "#" + parts.fragment);
    if (path.isEmpty() && context.path().equals(page.path())) {
      return tail.isEmpty() ? "./" : tail;
    }
    return found.map(context::href).map(to -> to + tail).orElse(written);
  }

  /** Where it leads, if anything of the site answers to it; nothing is recorded. */
  Optional<SitePath> find(String target) {
    return ownAddress(target.strip())
        .flatMap(own -> context.scene().links().resolve(page, Urls.decode(Parts.of(own).path)));
  }

  @Override
  public Optional<String> inHtml(String target) {
    Parts parts = Parts.of(target.strip());
    String path = Urls.decode(parts.path);
    boolean own = !path.isEmpty() && !Urls.isAbsolute(target.strip()) && !path.startsWith("//");
    if (!own || (path.startsWith("/") && isExternal(path))) {
      return Optional.empty();
    }
    String tail = parts.query + (parts.fragment.isEmpty() ? "" : "#" + parts.fragment);
    return context.scene().links().resolve(page, path).map(to -> context.href(to) + tail);
  }

  @Override
  public Optional<String> title(String target) {
    LinkTable links = context.scene().links();
    String written = target.strip();
    Parts parts = Parts.of(ownAddress(written).orElse(""));
    String label = Urls.decode(parts.fragment);
    if (parts.path.isEmpty() && !label.isEmpty()) {
      return links.title(page, label);
    }
    Optional<SitePath> found = find(target);
    if (found.isEmpty() && LABEL.matcher(written).matches()) {
      return links
          .marked(page.language(), written)
          .flatMap(place -> links.title(page, place, written));
    }
    return found.flatMap(path -> links.title(page, path, label));
  }

  @Override
  public Optional<String> term(String name) {
    return context.scene().links().term(page, name);
  }

  @Override
  public Optional<String> page(String label) {
    return context.scene().links().labelled(page, label);
  }

  // The site's own absolute URLs count as paths of the site, whichever scheme they use.
  private Optional<String> ownAddress(String target) {
    if (!Urls.isAbsolute(target)) {
      return Optional.of(target);
    }
    String bare = withoutScheme(target);
    if (!bare.startsWith("//")) {
      return Optional.empty();
    }
    String base = withoutScheme(context.scene().config().baseUrl().toString());
    if (bare.startsWith(base)) {
      return Optional.of("/" + bare.substring(base.length()));
    }
    return (bare + "/").equals(base) ? Optional.of("/") : Optional.empty();
  }

  private static String withoutScheme(String url) {
    return url.startsWith("https://")
        ? url.substring("https:".length())
        : url.startsWith("http://") ? url.substring("http:".length()) : url;
  }

  private boolean isExternal(String path) {
    return context.scene().config().externalPaths().stream()
        .anyMatch(prefix -> (path.endsWith("/") ? path : path + "/").startsWith(prefix));
  }

  private record Parts(String path, String query, String fragment) {
    static Parts of(String target) {
      int hash = target.indexOf('#');
      String fragment = hash < 0 ? "" : target.substring(hash + 1);
      String rest = hash < 0 ? target : target.substring(0, hash);
      int question = rest.indexOf('?');
      return new Parts(
          question < 0 ? rest : rest.substring(0, question),
          question < 0 ? "" : rest.substring(question),
          fragment);
    }
  }
}
