package org.chasqui.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Language;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;

/** Where pages stand and once stood: slugs, permalinks, aliases. */
final class Addresses {
  private final SiteConfig config;
  private final Diagnostics diagnostics;
  private final Permalinks patterns;

  Addresses(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.diagnostics = diagnostics;
    this.patterns = new Permalinks(config.arrangement().permalinks(), diagnostics);
  }

  /** Tells apart pages whose titles would give them one address; before any address is asked. */
  void settle(List<Doc> docs) {
    patterns.settle(docs);
  }

  /**
   * The address of a page.
   *
   * @param original the address of the page it translates, which it shares below its language
   *     unless it lies elsewhere
   */
  SitePath of(Doc doc, Optional<SitePath> original) {
    Optional<SitePath> source = original.filter(path -> !doc.isElsewhere());
    Fields own = doc.fields().alone();
    boolean named = doc.kind() == Kind.PERSON || doc.kind() == Kind.ORGANISATION;
    Optional<Scalar> permalink = own.word(named ? Key.PERMALINK_ONLY : Key.PERMALINK);
    // The Workbench writes 'permalink: index.html' into every front page of a lesson.
    boolean stamp =
        doc.kind() == Kind.LESSON
            && permalink.map(Scalar::text).filter("index.html"::equals).isPresent();
    if (permalink.isPresent() && !stamp) {
      Optional<SitePath> asked = absolute(permalink.get(), "/");
      if (asked.isPresent()) {
        return inLanguage(asked.get(), doc.language());
      }
    }
    String tail = source.map(path -> path.value().substring(1)).orElse(folder(doc.place().tail()));
    Optional<Scalar> slug = own.word(Key.SLUG).filter(this::isSlug);
    boolean ours = slug.isPresent() || source.isEmpty();
    Optional<String> pattern = ours ? patterns.tail(doc, slug.map(s -> tidy(s.text()))) : none();
    if (pattern.isPresent()) {
      return config.root(doc.language()).resolve(pattern.get());
    }
    if (slug.isPresent()) {
      String bare = doc.place().tail();
      tail = bare.substring(0, bare.lastIndexOf('/') + 1) + tidy(slug.get().text()) + "/";
    }
    return config.root(doc.language()).resolve(tail);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String folder(String tail) {
    return tail.isEmpty() ? "" : tail + "/";
  }

  private SitePath inLanguage(SitePath path, Language language) {
    SitePath root = config.root(language);
    return path.value().startsWith(root.value()) ? path : root.resolve(path.value().substring(1));
  }

  private boolean isSlug(Scalar slug) {
    String tidy = tidy(slug.text());
    if (tidy.indexOf('/') < 0 && OutputPath.isSafe(tidy)) {
      return true;
    }
    invalid(slug.text(), slug.span(), "A slug is one part of an address, without slashes.");
    return false;
  }

  private static String tidy(String written) {
    String bare = written.strip().replace(' ', '-');
    int from = 0;
    int to = bare.length();
    while (from < to && bare.charAt(from) == '/') {
      from++;
    }
    while (to > from && bare.charAt(to - 1) == '/') {
      to--;
    }
    return bare.substring(from, to);
  }

  /** The addresses at which a page once stood, its present one left out. */
  List<SitePath> aliases(Doc doc, SitePath path) {
    Set<SitePath> aliases = new LinkedHashSet<>();
    String folder =
        path.value().substring(0, path.value().lastIndexOf('/', path.value().length() - 2) + 1);
    for (Scalar written : doc.fields().alone().words(Key.ALIASES)) {
      Optional<SitePath> alias = absolute(written, path.equals(SitePath.ROOT) ? "/" : folder);
      alias.filter(found -> !found.equals(path)).ifPresent(aliases::add);
    }
    return List.copyOf(aliases);
  }

  // A path from the root or relative to a folder, or a whole URL of this very site.
  private Optional<SitePath> absolute(Scalar written, String folder) {
    String text = written.text().strip();
    String base = config.baseUrl().toString();
    if (text.startsWith(base)) {
      text = "/" + text.substring(base.length());
    }
    String relative = text.startsWith("/") ? tidy(text) : tidy(above(folder, text));
    boolean root = relative.isEmpty();
    boolean wrong = text.contains("://") || text.indexOf('?') >= 0 || text.indexOf('#') >= 0;
    if (wrong || !(root || OutputPath.isSafe(relative))) {
      invalid(text, written.span(), "Write a path of this site, like /blog/welcome/.");
      return Optional.empty();
    }
    boolean file = relative.substring(relative.lastIndexOf('/') + 1).endsWith(".html");
    return Optional.of(new SitePath(root ? "/" : "/" + relative + (file ? "" : "/")));
  }

  // Hugo's aliases may begin at the folder above: ../fishes/.
  private static String above(String folder, String text) {
    String from = folder;
    String rest = text;
    while (rest.startsWith("../") && from.length() > 1) {
      from = from.substring(0, from.lastIndexOf('/', from.length() - 2) + 1);
      rest = rest.substring("../".length());
    }
    return from + rest;
  }

  private void invalid(String text, SourceSpan span, String help) {
    diagnostics.add(
        Diagnostic.error("address-invalid", span, "'" + text + "' is no address of this site.")
            .help(help));
  }
}
