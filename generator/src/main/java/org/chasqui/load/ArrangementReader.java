package org.chasqui.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Arrangement;
import org.chasqui.site.CatalogueStyle;
import org.chasqui.site.Fallbacks;
import org.chasqui.site.Language;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Slugs;
import org.chasqui.site.Taxonomy;
import org.chasqui.site.Text;

/** Reads how {@code site.yaml} wants the site arranged. */
final class ArrangementReader {
  private static final List<String> TOKENS =
      List.of(
          "year", "month", "day", "slug", "title", "filename", "slugorfilename", "section", "path");
  private static final String HELP =
      "A pattern is a path with tokens, like /blog/:year/:month/:slug/. The tokens are :"
          + String.join(", :", TOKENS)
          + ".";

  private static final Pattern TERM = Pattern.compile("/?(?:[^:\\s]+/)?:(?:slug|title)/?");

  private final List<Language> languages;
  private final Map<Language, Fallbacks> fallbacks;
  private final Language language;
  private final Diagnostics diagnostics;

  /**
   * @param languages those of the site, that of its labels first
   * @param fallbacks what stands in for each
   */
  ArrangementReader(
      List<Language> languages, Map<Language, Fallbacks> fallbacks, Diagnostics diagnostics) {
    this.languages = languages;
    this.fallbacks = fallbacks;
    this.language = languages.get(0);
    this.diagnostics = diagnostics;
  }

  // Kilobytes; 0 means that no picture is ever too heavy.
  private static long imageLimit(Fields site) {
    int kilobytes = site.number(Key.IMAGE_LIMIT, (int) (Arrangement.USUAL_IMAGE_LIMIT / 1000));
    return kilobytes == 0 ? Long.MAX_VALUE : kilobytes * 1000L;
  }

  // Kilobytes as well; 0 means that pages may weigh what they like.
  private static long pageLimit(Fields site) {
    int kilobytes = site.number(Key.PAGE_LIMIT, (int) (Arrangement.USUAL_PAGE_LIMIT / 1024));
    return kilobytes == 0 ? Long.MAX_VALUE : kilobytes * 1024L;
  }

  Arrangement read(Fields site) {
    List<Taxonomy> taxonomies = taxonomies(site);
    List<String> grouping = taxonomies.stream().map(Taxonomy::key).toList();
    return new Arrangement(
        permalinks(site, grouping.isEmpty() ? List.of("tags") : grouping),
        taxonomies,
        translations(site),
        imageLimit(site),
        pageLimit(site),
        macros(site),
        catalogues(site),
        PageSizes.read(site, taxonomies),
        new MenuReader(site, languages).others(),
        site.flag(Key.OFFLINE, true),
        new LookReader(site).look(),
        fallbacks);
  }

  private CatalogueStyle catalogues(Fields site) {
    Optional<Fields> group = site.group(Key.CATALOGUES);
    group.ifPresent(g -> g.reportUnknown(Key.SITE_CATALOGUES, "Catalogues have 'po' and 'wrap'."));
    String grain = choice(group, Key.GRAIN, "page", List.of("page", "section", "site"));
    String wrap = choice(group, Key.WRAP, "none", List.of("none", "gettext"));
    return new CatalogueStyle(
        CatalogueStyle.Grain.valueOf(grain.toUpperCase(Locale.ROOT)), wrap.equals("gettext"));
  }

  private String choice(Optional<Fields> group, Key key, String usual, List<String> choices) {
    String said = group.flatMap(g -> g.string(key)).orElse(usual).strip();
    if (choices.contains(said)) {
      return said;
    }
    group
        .flatMap(g -> g.entry(key))
        .ifPresent(
            entry ->
                diagnostics.add(
                    Diagnostic.error(
                            "front-matter-type",
                            entry.value().span(),
                            "'" + key.name() + "' is one of " + String.join(", ", choices) + ".")
                        .help(Suggestion.didYouMean(said, choices))));
    return usual;
  }

  private Map<String, String> macros(Fields site) {
    Map<String, String> macros = new TreeMap<>();
    Optional<Fields> math = site.group(Key.MATH);
    math.ifPresent(group -> group.reportUnknown(Key.SITE_MATH, "Formulas have 'macros'."));
    for (Entry entry : math.map(group -> entries(group, Key.MACROS)).orElse(List.of())) {
      if (entry.value() instanceof Scalar meaning) {
        macros.put(entry.key(), meaning.text().strip());
      } else {
        site.wrongType(entry, "what the command stands for");
      }
    }
    return macros;
  }

  private List<Entry> entries(Fields site, Key key) {
    Optional<Entry> entry = site.entry(key);
    if (entry.isPresent() && entry.get().value() instanceof Mapping mapping) {
      return List.copyOf(mapping.entries().values());
    }
    entry.ifPresent(e -> site.wrongType(e, "a group of keys"));
    return List.of();
  }

  private Map<String, String> permalinks(Fields site, List<String> taxonomies) {
    Map<String, String> patterns = new TreeMap<>();
    for (Entry entry : entries(site, Key.PERMALINKS)) {
      boolean term = taxonomies.contains(entry.key());
      String section =
          term ? entry.key() : Place.canonical(entry.key() + "/").replaceAll("/.*", "");
      if (!(entry.value() instanceof Scalar written)) {
        site.wrongType(entry, "a pattern");
      } else if (section.equals("lessons")) {
        wrong(entry.keySpan(), "The addresses of lessons cannot be changed: hubs point to them.");
      } else if (term && !TERM.matcher(written.text().strip()).matches()) {
        wrong(written.span(), "The addresses of terms have one token, :slug, at their end.");
      } else if (isPattern(written)) {
        String path = written.text().strip();
        patterns.put(section, path.endsWith("/") ? path : path + "/");
      }
    }
    return patterns;
  }

  private boolean isPattern(Scalar written) {
    Matcher token = Permalinks.TOKEN.matcher(written.text());
    boolean names = false;
    while (token.find()) {
      names |=
          List.of("slug", "title", "filename", "slugorfilename", "path").contains(token.group(1));
      if (!TOKENS.contains(token.group(1))) {
        String message = "There is no token ':" + token.group(1) + "'.";
        String help = Suggestion.didYouMean(token.group(1), TOKENS).orElse(HELP);
        diagnostics.add(Diagnostic.error("permalink-pattern", written.span(), message).help(help));
        return false;
      }
    }
    String plain = token.replaceAll("x").strip().replaceAll("^/+|/+$", "");
    if (!names) {
      wrong(written.span(), "This pattern gives many pages one address: it does not name them.");
    } else if (!OutputPath.isSafe(plain)) {
      wrong(written.span(), "'" + written.text() + "' is no pattern of addresses.");
    }
    return names && OutputPath.isSafe(plain);
  }

  private void wrong(SourceSpan span, String message) {
    diagnostics.add(Diagnostic.error("permalink-pattern", span, message).help(HELP));
  }

  private List<Taxonomy> taxonomies(Fields site) {
    List<Taxonomy> taxonomies = new ArrayList<>();
    for (Entry entry : entries(site, Key.TAXONOMIES)) {
      if (!(entry.value() instanceof Scalar label)) {
        site.wrongType(entry, "what readers call it");
        continue;
      }
      String key = entry.key();
      String slug = Slugs.of(key);
      if (!slug.equals(key.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))) {
        diagnostics.add(
            Diagnostic.error(
                    "taxonomy-invalid",
                    entry.keySpan(),
                    "'" + key + "' cannot name a taxonomy: it is part of addresses.")
                .help("Use letters, digits and underscores, and say the rest in the label."));
      } else {
        taxonomies.add(new Taxonomy(key, new Text(label.text().strip(), language, label.span())));
      }
    }
    return taxonomies;
  }

  private Map<String, Map<String, String>> translations(Fields site) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Entry entry : entries(site, Key.TRANSLATIONS)) {
      if (!(entry.value() instanceof Mapping files)) {
        site.wrongType(entry, "a group of languages with their files");
        continue;
      }
      Map<String, String> byLanguage = new TreeMap<>();
      for (Entry file : files.entries().values()) {
        if (file.value() instanceof Scalar path) {
          byLanguage.put(file.key(), Layouts.stem(path.text().strip()));
        } else {
          site.wrongType(file, "the path of a file");
        }
      }
      all.put(Layouts.stem(entry.key()), byLanguage);
    }
    return all;
  }
}
