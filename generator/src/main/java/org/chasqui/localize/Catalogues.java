package org.chasqui.localize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.Tmx;
import org.chasqui.gettext.TranslationMemory;
import org.chasqui.gettext.Wrap;
import org.chasqui.localize.Translations.Voice;
import org.chasqui.site.CatalogueStyle;
import org.chasqui.site.Coverage;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;

/** The catalogues below {@code locales/}, each beside the page it translates. */
final class Catalogues {
  /** The catalogue of the interface. */
  static final String UI = "ui";

  /** The catalogue of {@code site.yaml}. */
  static final String SITE = "site";

  private static final Pattern PATH = Pattern.compile("locales/([^/]+)/(.+)\\.po");
  private static final Pattern NUMBER = Pattern.compile("(^|/)\\d+[-_](?=[^/]*$)");

  /**
   * A catalogue and the file it was read from.
   *
   * @param source the file
   * @param file what it says
   */
  record Catalogue(SourceFile source, PoFile file) {
    boolean hasTranslations() {
      return file.messages().stream().anyMatch(entry -> entry.hasTranslation());
    }
  }

  // Translation memories of a language lie in a folder of their own: locales/es/tm/.
  private static final Pattern MEMORY = Pattern.compile("locales/([^/]+)/(tm/.+\\.(?:po|tmx))");

  private final Map<Language, NavigableMap<String, Catalogue>> byName = new HashMap<>();
  private final Map<Language, List<TranslationMemory.Unit>> memories = new TreeMap<>();
  private final Set<String> broken = new HashSet<>();
  private final CatalogueStyle style;
  private final SiteConfig config;
  private Optional<PoFile> uiTemplate = Optional.empty();

  private Catalogues(SiteConfig config) {
    this.config = config;
    this.style = config.arrangement().catalogues();
  }

  /**
   * Reads catalogues.
   *
   * @param files all of {@code locales/}, and the theme's {@code ui.pot}
   * @param site the site, for its languages and pages
   * @param diagnostics told of every problem
   */
  static Catalogues read(List<SourceFile> files, Site site, Diagnostics diagnostics) {
    Catalogues all = new Catalogues(site.config());
    List<SourceFile> inOrder =
        files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    // Each file by itself, on all cores; then in their order, for the first of a name counts.
    List<Parsed> parsed = Parallel.map(inOrder, Parsed::of);
    for (Parsed file : parsed) {
      all.read(file, site, diagnostics);
    }
    return all;
  }

  /** The same with one file in place of that of the same path, as it was read before. */
  Catalogues with(SourceFile file, Site site) {
    Catalogues other = new Catalogues(config);
    byName.forEach((language, catalogues) -> other.byName.put(language, new TreeMap<>(catalogues)));
    other.memories.putAll(memories);
    other.broken.addAll(broken);
    other.broken.remove(file.path());
    other.uiTemplate = uiTemplate;
    other
        .byName
        .values()
        .forEach(all -> all.values().removeIf(c -> c.source.path().equals(file.path())));
    other.read(Parsed.of(file), site, new Diagnostics());
    return other;
  }

  /** A file as it reads. What is no catalogue reads as an empty one, which nobody asks for. */
  private record Parsed(SourceFile file, PoFile po, List<Diagnostic> problems) {
    static Parsed of(SourceFile file) {
      List<Diagnostic> problems = new ArrayList<>();
      boolean catalogue = !file.path().endsWith(".tmx");
      PoFile po = catalogue ? PoFile.parse(file, problems::add) : PoFile.of(List.of());
      return new Parsed(file, po, problems);
    }
  }

  private void read(Parsed parsed, Site site, Diagnostics diagnostics) {
    SourceFile file = parsed.file;
    if (file.path().endsWith("ui.pot") && !file.path().startsWith("locales/")) {
      uiTemplate = sound(parsed, diagnostics);
      return;
    }
    if (MEMORY.matcher(file.path()).matches()) {
      readMemory(parsed, site, diagnostics);
      return;
    }
    Matcher matcher = PATH.matcher(file.path());
    if (!matcher.matches()) {
      return;
    }
    language(matcher.group(1), file, site, diagnostics)
        .ifPresent(
            language ->
                sound(parsed, diagnostics)
                    .ifPresent(
                        po ->
                            byName
                                .computeIfAbsent(language, l -> new TreeMap<>())
                                .put(matcher.group(2), new Catalogue(file, po))));
  }

  private void readMemory(Parsed parsed, Site site, Diagnostics diagnostics) {
    SourceFile file = parsed.file;
    Matcher matcher = MEMORY.matcher(file.path());
    if (!matcher.matches()) {
      return;
    }
    language(matcher.group(1), file, site, diagnostics)
        .ifPresent(
            language -> {
              List<TranslationMemory.Unit> units =
                  memories.computeIfAbsent(language, l -> new ArrayList<>());
              if (file.path().endsWith(".tmx")) {
                String source = site.config().sourceLanguage().tag();
                List<Diagnostic> problems = new ArrayList<>();
                units.addAll(Tmx.read(file, source, language.tag(), problems::add));
                diagnostics.addAll(problems);
              } else {
                sound(parsed, diagnostics)
                    .ifPresent(po -> units.addAll(units(matcher.group(2), po)));
              }
            });
  }

  private static List<TranslationMemory.Unit> units(String name, PoFile file) {
    return file.entries().stream()
        .filter(e -> !e.isHeader() && e.translated())
        .filter(e -> e.plural().isEmpty() && e.key().context().isEmpty())
        .filter(e -> !e.comesFrom(PoEntry.FROM_MACHINE))
        .map(e -> new TranslationMemory.Unit(e.id(), e.translation(), name))
        .toList();
  }

  /**
   * What a language has said, on all pages and before: texts that are there no more among them.
   *
   * @param near whether merging shall also find what is only like a text
   */
  TranslationMemory memory(Language language, boolean near) {
    List<TranslationMemory.Unit> units = new ArrayList<>();
    byName
        .getOrDefault(language, new TreeMap<>())
        .forEach((name, catalogue) -> units.addAll(units(name, catalogue.file)));
    units.addAll(memories.getOrDefault(language, List.of()));
    return new TranslationMemory(units, near);
  }

  private Optional<PoFile> sound(Parsed parsed, Diagnostics diagnostics) {
    diagnostics.addAll(parsed.problems);
    if (parsed.problems.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
      broken.add(parsed.file.path());
      return Optional.empty();
    }
    return Optional.of(parsed.po.wrapped(wrap(style)));
  }

  /** The lines of catalogues that are written. */
  static Wrap wrap(CatalogueStyle style) {
    return style.wrapped() ? Wrap.GETTEXT : Wrap.NONE;
  }

  private static Optional<Language> language(
      String folder, SourceFile file, Site site, Diagnostics diagnostics) {
    List<Language> known = site.config().languages();
    Optional<Language> language =
        tag(folder)
            .filter(
                l ->
                    known.contains(l)
                        || known.stream()
                            .anyMatch(k -> site.config().fallbacks(k).chain().contains(l)));
    if (language.isEmpty()) {
      List<String> tags = known.stream().map(Language::tag).toList();
      diagnostics.add(
          Diagnostic.warning(
                  "catalogue-language",
                  file.top(),
                  "The site has no language '" + folder + "', so this catalogue is not used.")
              .help(
                  Suggestion.didYouMean(folder, tags)
                      .or(() -> Optional.of("Add it to languages: in site.yaml."))));
    }
    return language;
  }

  private static Optional<Language> tag(String folder) {
    try {
      return Optional.of(Language.of(folder));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The English texts of the interface, as the theme has them. */
  Optional<PoFile> uiTemplate() {
    return uiTemplate;
  }

  /** A catalogue by its name below the language's folder, without {@code .po}. */
  Optional<Catalogue> named(Language language, String name) {
    Optional<Catalogue> shared = exactly(language, style.catalogue(name));
    return shared.isPresent() ? shared : exactly(language, name);
  }

  /** The catalogue in the file of just this name. */
  Optional<Catalogue> exactly(Language language, String name) {
    return Optional.ofNullable(byName.getOrDefault(language, new TreeMap<>()).get(name));
  }

  /**
   * Catalogues that hold some of what shall be in one now: those of pages where a section shall
   * have one, those of sections where pages shall.
   *
   * @param names what would have a catalogue of its own
   * @param used the names of the catalogues that there are now
   */
  List<Catalogue> formerly(Language language, List<String> names, Set<String> used) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      found.add(name);
      for (CatalogueStyle.Grain grain : CatalogueStyle.Grain.values()) {
        found.add(new CatalogueStyle(grain, false).catalogue(name));
      }
    }
    found.removeAll(used);
    return found.stream().flatMap(name -> exactly(language, name).stream()).toList();
  }

  /** The same, and behind it those of the languages that stand in for this one. */
  List<Voice> chain(Language language, String name) {
    return chain(language, config.fallbacks(language).chain(), l -> named(l, name));
  }

  /** The catalogues that say a page in a language, the one that counts most first. */
  List<Voice> chain(Page page, Language language) {
    return chain(language, config.fallbacks(language).chain(), l -> of(page, l));
  }

  /** The catalogues of the interface; the source language, too, stands in before English does. */
  List<Voice> words(Language language) {
    List<Language> standIns = new ArrayList<>(config.fallbacks(language).chain());
    if (!language.isFormOf(Language.ENGLISH)) {
      standIns.add(config.sourceLanguage());
    }
    return chain(language, standIns, l -> named(l, UI));
  }

  private static List<Voice> chain(
      Language language, List<Language> standIns, Function<Language, Optional<Catalogue>> found) {
    List<Voice> voices = new ArrayList<>();
    voices.add(
        new Voice(
            language,
            found.apply(language).map(Catalogue::file).orElseGet(() -> PoFile.of(List.of()))));
    for (Language other : standIns) {
      found.apply(other).map(c -> new Voice(other, c.file())).ifPresent(voices::add);
    }
    return voices;
  }

  /** Whether a language shows translations whose source has changed. */
  boolean showsStale(Language language) {
    return config.fallbacks(language).showsStale();
  }

  /** Whether this language has no catalogues but what it says otherwise than another form of it. */
  boolean overlays(Language language) {
    return config.fallbacks(language).chain().stream()
        .anyMatch(other -> other.isFormOf(language) && byName.containsKey(other));
  }

  /** Languages that are none of the site's, but stand in for some that are. */
  List<Language> bases(List<Language> languages) {
    return languages.stream()
        .flatMap(language -> config.fallbacks(language).chain().stream())
        .filter(base -> byName.containsKey(base) && !languages.contains(base))
        .distinct()
        .toList();
  }

  /** All catalogues of a language, by name. */
  List<Catalogue> in(Language language) {
    return List.copyOf(byName.getOrDefault(language, new TreeMap<>()).values());
  }

  /** The catalogue of a page. */
  Optional<Catalogue> of(Page page, Language language) {
    return names(page).stream().flatMap(name -> named(language, name).stream()).findFirst();
  }

  /** The catalogue that holds what is to be translated of something. */
  Optional<Catalogue> of(Extractor.Source source, Language language) {
    return source.page().isPresent()
        ? of(source.page().get(), language)
        : exactly(language, source.name());
  }

  /** Whether it was there but could not be read. */
  boolean broken(Extractor.Source source, Language language) {
    return broken(path(language, source.name()))
        || source.page().filter(page -> broken(page, language)).isPresent();
  }

  /** Whether the file of this path was there but could not be read. */
  boolean broken(String path) {
    return broken.contains(path);
  }

  /** Whether a catalogue of the page was there but could not be read. */
  boolean broken(Page page, Language language) {
    return names(page).stream().anyMatch(name -> broken(path(language, name)));
  }

  /** The file of a catalogue. */
  static String path(Language language, String name) {
    return "locales/" + language.tag() + "/" + name + ".po";
  }

  /** The name of a page's catalogue: its id, which does not change when episodes are renumbered. */
  static String name(Page page) {
    String id = page.id().value();
    return id.equals(UI) || id.equals(SITE) ? id + ".page" : id;
  }

  // The id, or the source file's own path for those who mirrored it.
  private static List<String> names(Page page) {
    String path = page.header().source().path().replaceFirst("\\.[^./]+$", "");
    String mirrored = path.replaceFirst("^site-content/", "");
    return List.of(name(page), mirrored, mirrored.replaceFirst("/_?index$", ""));
  }

  /** Tells of catalogues that translate nothing, and of pages translated in two ways. */
  void check(Site site, Diagnostics diagnostics) {
    List<Page> sources = site.pages(site.config().sourceLanguage());
    List<SharedTexts> shared = SharedTexts.of(site);
    for (Map.Entry<Language, NavigableMap<String, Catalogue>> entry : byName.entrySet()) {
      Language language = entry.getKey();
      Map<String, String> used = new LinkedHashMap<>();
      used.put(UI, UI);
      used.put(SITE, SITE);
      shared.forEach(each -> used.put(style.catalogue(each.name()), each.file()));
      shared.stream()
          .filter(each -> !entry.getValue().containsKey(style.catalogue(each.name())))
          .forEach(each -> used.put(each.name(), each.file()));
      // What is translated before its day has come is not lost.
      site.unpublished().forEach(id -> used.put(id.value(), id.value()));
      for (Page page : sources) {
        of(page, language).ifPresent(found -> twice(site, page, language, found, diagnostics));
        names(page).stream()
            .flatMap(name -> Stream.of(style.catalogue(name), name))
            .filter(entry.getValue()::containsKey)
            .findFirst()
            .ifPresent(name -> used.put(name, page.id().value()));
      }
      for (Map.Entry<String, Catalogue> catalogue : entry.getValue().entrySet()) {
        if (!used.containsKey(catalogue.getKey())) {
          orphan(catalogue.getKey(), catalogue.getValue(), sources, diagnostics);
        }
      }
    }
  }

  private static void twice(
      Site site, Page page, Language language, Catalogue catalogue, Diagnostics diagnostics) {
    site.page(new PageRef(page.id(), language))
        .filter(p -> p.header().coverage().mode() == Coverage.Mode.WHOLE_PAGE)
        .filter(p -> catalogue.hasTranslations())
        .ifPresent(
            whole ->
                diagnostics.add(
                    Diagnostic.error(
                            "translation-twice",
                            catalogue.source().top(),
                            "This page is translated twice: here and in "
                                + whole.header().source().path()
                                + ".")
                        .help("Remove one of the two files.")));
  }

  private static void orphan(
      String name, Catalogue catalogue, List<Page> sources, Diagnostics diagnostics) {
    Set<String> ids = new TreeSet<>();
    sources.forEach(page -> ids.add(name(page)));
    Collections.addAll(ids, UI, SITE);
    String bare = NUMBER.matcher(name).replaceFirst("$1");
    Optional<String> near = ids.contains(bare) ? Optional.of(bare) : Suggestion.closest(name, ids);
    diagnostics.add(
        Diagnostic.warning(
                "catalogue-orphan",
                catalogue.source().top(),
                "There is no page '" + name + "', so this catalogue is not used.")
            .help(
                near.map(id -> "Did you mean '" + id + ".po'?")
                    .orElse("If the page has moved, move the catalogue likewise.")));
  }
}
