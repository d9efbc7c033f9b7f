package org.chasqui.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Language;
import org.chasqui.site.SiteConfig;

/**
 * The ways in which families of sites lay out translations of whole pages, each brought to the one
 * way that {@link Place} reads: a path below {@code site-content}, with the language in the name
 * ({@code about.es.md}) or told beside it.
 */
final class Layouts {
  private static final Pattern LONG =
      Pattern.compile("(.+)[-_]([A-Za-z]{2}[-_](?:[A-Za-z]{2}|[0-9]{3}))");
  private static final Pattern SHORT = Pattern.compile("(.+)[-_]([A-Za-z]{2})");
  private static final Set<String> LOCALE = Set.of("locale", "locales", "i18n", "translations");

  private final SiteConfig config;
  private final Languages languages;
  private final Diagnostics diagnostics;
  private final NavigableSet<String> stems = new TreeSet<>();
  private final Map<String, String> manifest = new LinkedHashMap<>();

  /**
   * A file in a folder that is named like a language.
   *
   * @param local where it would lie without that folder
   * @param language the language
   */
  record Placed(String local, Language language) {}

  /**
   * @param files all files of the site
   */
  Layouts(
      SiteConfig config, Languages languages, NavigableSet<String> files, Diagnostics diagnostics) {
    this.config = config;
    this.languages = languages;
    this.diagnostics = diagnostics;
    for (String file : files) {
      if (Place.isMarkdown(file) || Place.isYaml(file)) {
        stems.add(stem(file));
      }
    }
    config
        .arrangement()
        .translations()
        .forEach(
            (page, byLanguage) ->
                byLanguage.forEach((tag, file) -> manifest.put(file, page + "." + tag)));
  }

  /** A path as a manifest has it: without extension, without {@code site-content/}. */
  static String stem(String path) {
    boolean extended = Place.isMarkdown(path) || Place.isYaml(path);
    String stem = extended ? Place.withoutExtension(path) : path;
    return stem.startsWith("site-content/") ? stem.substring("site-content/".length()) : stem;
  }

  /**
   * Where a file belongs that lies in a folder named like a language: {@code es/about.md}, or a
   * copy of the sources like {@code locale/es/about.md} and {@code lessons/x/locale/es/a.md}.
   *
   * @param local the path below {@code site-content}, or from {@code lessons/} on
   */
  Optional<Placed> folder(String local) {
    String[] steps = local.split("/");
    boolean lesson = steps[0].equals("lessons") && steps.length > 3;
    int at = lesson ? 2 : 0;
    boolean copies = at < steps.length - 2 && LOCALE.contains(steps[at]);
    int tagged = copies ? at + 1 : at;
    if (tagged >= steps.length - 1 || (lesson && !copies)) {
      return Optional.empty();
    }
    String tag = steps[tagged];
    Optional<Language> language =
        Languages.looksLikeTag(canonical(tag)) ? languages.match(tag) : Optional.empty();
    String rest = after(local, tagged);
    String prefix = lesson ? "lessons/" + steps[1] + "/" : "";
    return language.filter(config.languages()::contains).map(l -> new Placed(prefix + rest, l));
  }

  private static String canonical(String tag) {
    return tag.substring(0, Math.min(2, tag.length())).toLowerCase(Locale.ROOT)
        + tag.substring(Math.min(2, tag.length()));
  }

  private static String after(String path, int steps) {
    int from = 0;
    for (int i = 0; i <= steps; i++) {
      from = path.indexOf('/', from) + 1;
    }
    return path.substring(from);
  }

  /**
   * The path of a page with its language as {@link Place} looks for it: {@code about.es.md} of
   * {@code about-es.md} or {@code about_ES.md} if {@code about.md} lies beside it, and of whatever
   * {@code site.yaml} says translates {@code about}.
   */
  String named(String local) {
    String stem = stem(local);
    String extension = local.substring(Place.withoutExtension(local).length());
    String said = manifest.get(stem);
    if (said != null) {
      return said + extension;
    }
    return suffixed(LONG.matcher(stem))
        .or(() -> suffixed(SHORT.matcher(stem)))
        .map(name -> name + extension)
        .orElse(local);
  }

  // Without a page of the same name, or its version in the source language, what-is.md is a title.
  private Optional<String> suffixed(Matcher name) {
    if (!name.matches()) {
      return Optional.empty();
    }
    String base = name.group(1);
    String tag = canonical(name.group(2));
    Optional<Language> language =
        Languages.looksLikeTag(tag) ? languages.match(tag) : Optional.empty();
    boolean ours = language.filter(config.languages()::contains).isPresent();
    boolean original = language.filter(languages.source()::equals).isPresent();
    return ours && (original ? hasTranslation(base) : hasOriginal(base))
        ? Optional.of(base + "." + tag)
        : Optional.empty();
  }

  private boolean hasOriginal(String base) {
    return stems.contains(base) || hasVersion(base, languages.source()::equals);
  }

  private boolean hasTranslation(String base) {
    return !stems.contains(base)
        && hasVersion(base, language -> !language.equals(languages.source()));
  }

  // Whether there is a file of this name with the suffix of such a language.
  private boolean hasVersion(String base, Predicate<Language> wanted) {
    return stems.tailSet(base).stream()
        .takeWhile(stem -> stem.startsWith(base))
        .map(stem -> stem.substring(base.length()))
        .filter(rest -> rest.length() > 2 && "-_.".indexOf(rest.charAt(0)) >= 0)
        .map(rest -> canonical(rest.substring(1)))
        .filter(Languages::looksLikeTag)
        .flatMap(tag -> languages.match(tag).stream())
        .anyMatch(wanted);
  }

  /** Tells of files that {@code site.yaml} names as translations and that are not there. */
  void reportUnused() {
    for (String file : manifest.keySet()) {
      if (!stems.contains(file)) {
        int at = config.source().text().indexOf(file);
        diagnostics.add(
            Diagnostic.warning(
                    "translation-file-missing",
                    config.source().span(Math.max(at, 0), at < 0 ? 0 : at + file.length()),
                    "There is no page '" + file + "' that could be a translation.")
                .help(Suggestion.didYouMean(file, stems)));
      }
    }
  }
}
