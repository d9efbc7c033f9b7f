package org.chasqui.localize;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.MergeOptions;
import org.chasqui.gettext.PluralForms;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoHeader;
import org.chasqui.gettext.PoMerge;
import org.chasqui.gettext.Wrap;
import org.chasqui.site.CatalogueStyle;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;

/**
 * Writes what translators work on: a catalogue for each page in each language, brought up to date
 * with the page. Of a catalogue that is there already only entries change whose message changed.
 */
public final class Extractor {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mmxx", Locale.ROOT);
  private static final String CREATED = "POT-Creation-Date";
  // A later change of what a segment is will be a higher number.
  private static final String SEGMENTATION = "1";

  private final Site site;
  private final Instant now;
  private final MergeOptions options;
  private final Map<PageRef, PageTexts> read;

  Extractor(Site site, Instant now, MergeOptions options) {
    this(site, now, options, new ConcurrentHashMap<>());
  }

  private Extractor(Site site, Instant now, MergeOptions options, Map<PageRef, PageTexts> read) {
    this.site = site;
    this.now = now;
    this.options = options;
    this.read = read;
  }

  // Pages that were parsed once are parsed for it, too.
  private Extractor with(MergeOptions other) {
    return new Extractor(site, now, other, read);
  }

  /**
   * The templates: {@code locales/templates/**.pot}, for tools that want them.
   *
   * @param site the site as people wrote it
   * @param uiTemplate the theme's {@code ui.pot}
   * @param diagnostics told if that cannot be read
   * @param now when the texts were written; the same time gives the same bytes
   */
  public static SortedMap<String, String> extract(
      Site site, SourceFile uiTemplate, Diagnostics diagnostics, Instant now) {
    Extractor extractor = new Extractor(site, now, MergeOptions.STRICT);
    SortedMap<String, String> files = new TreeMap<>();
    for (Source source :
        extractor.sources(site.config().sourceLanguage(), uiTemplate, diagnostics)) {
      if (!source.messages.isEmpty()) {
        files.put("locales/templates/" + source.name + ".pot", extractor.template(source));
      }
    }
    return files;
  }

  /**
   * The catalogues that must change, and those that are new, with their new text. Catalogues that
   * cannot be read are reported and left alone; of pages that are translated as a whole there are
   * none.
   *
   * @param site the site as people wrote it
   * @param catalogues the PO files below {@code locales/}
   * @param uiTemplate the theme's {@code ui.pot}
   * @param diagnostics told of catalogues that cannot be read or belong to no page
   * @param now when the texts were written
   */
  public static SortedMap<String, String> update(
      Site site,
      List<SourceFile> catalogues,
      SourceFile uiTemplate,
      Diagnostics diagnostics,
      Instant now) {
    return update(site, catalogues, uiTemplate, diagnostics, now, Wishes.NONE);
  }

  /**
   * How to update.
   *
   * @param strict just as gettext's own tools do, without the help that ours gives
   * @param purge whether translations go of texts that are there no more; they are kept otherwise,
   *     for texts come back
   */
  public record Wishes(boolean strict, boolean purge) {
    /** Nothing special. */
    public static final Wishes NONE = new Wishes(false, false);
  }

  /** The same with special wishes. */
  public static SortedMap<String, String> update(
      Site site,
      List<SourceFile> catalogues,
      SourceFile uiTemplate,
      Diagnostics diagnostics,
      Instant now,
      Wishes wishes) {
    SortedMap<String, String> files =
        update(
            site,
            catalogues,
            uiTemplate,
            diagnostics,
            now,
            wishes.strict ? MergeOptions.STRICT : helpful(now));
    if (wishes.purge) {
      purge(catalogues, files);
    }
    return files;
  }

  private static void purge(List<SourceFile> catalogues, SortedMap<String, String> files) {
    for (SourceFile file : catalogues) {
      String text = files.getOrDefault(file.path(), file.text());
      List<Diagnostic> problems = new ArrayList<>();
      PoFile now = PoFile.parse(new SourceFile(file.path(), text), problems::add);
      List<PoEntry> used = now.entries().stream().filter(entry -> !entry.obsolete()).toList();
      if (problems.isEmpty() && used.size() < now.entries().size()) {
        files.put(file.path(), now.withEntries(used).text());
      }
    }
  }

  private static MergeOptions helpful(Instant now) {
    String note = "auto: link updated " + LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new MergeOptions(
        Translations.HELPFUL.carryOver(), Translations.HELPFUL.helpers(), Optional.of(note));
  }

  /** The same with a say in how catalogues are merged. */
  static SortedMap<String, String> update(
      Site site,
      List<SourceFile> catalogues,
      SourceFile uiTemplate,
      Diagnostics diagnostics,
      Instant now,
      MergeOptions options) {
    Catalogues all = Catalogues.read(catalogues, site, diagnostics);
    all.check(site, diagnostics);
    Memories memories = new Memories(all, true);
    SortedMap<String, String> files = Collections.synchronizedSortedMap(new TreeMap<>());
    List<Language> spoken = new ArrayList<>(site.config().languages());
    spoken.addAll(all.bases(spoken));
    spoken.removeIf(Language::isPseudo);
    Extractor first = new Extractor(site, now, options);
    for (Language language : spoken) {
      Extractor extractor =
          options.helpers() ? first.with(options.with(memories.of(language))) : first;
      // Each page by itself, on all cores.
      List<Source> sources = extractor.sources(language, uiTemplate, diagnostics);
      Set<String> names = sources.stream().map(Source::name).collect(Collectors.toSet());
      Parallel.each(
          sources,
          source -> {
            List<Catalogues.Catalogue> former = all.formerly(language, source.parts, names);
            extractor.update(source, language, all, former, files);
          });
    }
    return new TreeMap<>(files);
  }

  /**
   * Something with messages.
   *
   * @param name the name of its catalogue, without language and extension
   * @param file the file it stands in
   * @param title what people call it
   * @param page the page, if it is one
   * @param messages the messages
   * @param parts the names of the catalogues that these messages would have of their own
   */
  record Source(
      String name,
      String file,
      String title,
      Optional<Page> page,
      List<PoEntry> messages,
      List<String> parts) {
    Source(String name, String file, String title, Optional<Page> page, List<PoEntry> messages) {
      this(name, file, title, page, messages, List.of(name));
    }

    // Both in one catalogue; what both say is one message.
    Source and(Source other) {
      Map<PoEntry.Key, PoEntry> all = new LinkedHashMap<>();
      messages.forEach(message -> all.put(message.key(), message));
      other.messages.forEach(message -> all.merge(message.key(), message, Source::both));
      List<String> both = new ArrayList<>(parts);
      both.addAll(other.parts);
      return new Source(name, file, title, Optional.empty(), List.copyOf(all.values()), both);
    }

    private static PoEntry both(PoEntry one, PoEntry other) {
      Set<String> said = new LinkedHashSet<>(one.extracted());
      said.addAll(other.extracted());
      Set<String> places = new LinkedHashSet<>(one.references());
      places.addAll(other.references());
      return PoEntry.message(one.key(), one.plural(), List.copyOf(said), List.copyOf(places));
    }

    Source in(String catalogue) {
      return name.equals(catalogue)
          ? this
          : new Source(catalogue, file, catalogue, Optional.empty(), messages, parts);
    }
  }

  /** All that is translated to a language, in the order of the site. */
  List<Source> sources(Language language, SourceFile uiTemplate, Diagnostics diagnostics) {
    return sources(language, uiTemplate, diagnostics, Set.of());
  }

  // also: pages that are translated as a whole, but shall be no more.
  private List<Source> sources(
      Language language, SourceFile uiTemplate, Diagnostics diagnostics, Set<PageId> also) {
    List<Source> sources = new ArrayList<>();
    Language own = site.config().sourceLanguage();
    boolean templates = language.equals(own);
    // The interface is written in English, whatever the authors write in.
    if (templates || !language.equals(Language.ENGLISH)) {
      List<Diagnostic> problems = new ArrayList<>();
      PoFile ui = PoFile.parse(uiTemplate, problems::add);
      diagnostics.addAll(problems);
      sources.add(
          new Source(
              Catalogues.UI, uiTemplate.path(), "the interface", Optional.empty(), ui.messages()));
    }
    sources.add(
        new Source(
            Catalogues.SITE,
            site.config().source().path(),
            "the site's name and menu",
            Optional.empty(),
            Messages.of(site.config())));
    sources.addAll(
        Parallel.map(
            site.pages(own).stream()
                .filter(page -> also.contains(page.id()) || isTranslated(page, language))
                .toList(),
            page -> source(page, language)));
    for (SharedTexts shared : SharedTexts.of(site)) {
      Optional<Page> none = Optional.empty();
      sources.add(new Source(shared.name(), shared.file(), shared.file(), none, shared.messages()));
    }
    return grouped(sources);
  }

  private List<Source> grouped(List<Source> sources) {
    CatalogueStyle style = site.config().arrangement().catalogues();
    if (style.grain() == CatalogueStyle.Grain.PAGE) {
      return sources;
    }
    Map<String, Source> all = new LinkedHashMap<>();
    for (Source source : sources) {
      String name = style.catalogue(source.name);
      all.merge(name, source.in(name), Source::and);
    }
    return List.copyOf(all.values());
  }

  /**
   * The catalogue that holds a page's messages, with all that it holds.
   *
   * @param also pages that are translated as a whole, but shall be no more
   */
  Source sourceOf(Page page, Language language, SourceFile uiTemplate, Set<PageId> also) {
    String name = Catalogues.name(page);
    return sources(language, uiTemplate, new Diagnostics(), also).stream()
        .filter(source -> source.parts.contains(name))
        .findFirst()
        .orElseGet(() -> source(page, language));
  }

  /** One of the pages among them, without reading the others, if it has a file of its own. */
  Optional<Source> page(Language language, String name) {
    if (site.config().arrangement().catalogues().grain() != CatalogueStyle.Grain.PAGE) {
      return Optional.empty();
    }
    return site.pages(site.config().sourceLanguage()).stream()
        .filter(page -> Catalogues.name(page).equals(name) && isTranslated(page, language))
        .findFirst()
        .map(page -> source(page, language));
  }

  // What a language has as a page of its own is not translated by a catalogue.
  private boolean isTranslated(Page page, Language language) {
    return language.equals(site.config().sourceLanguage())
        || site.page(new PageRef(page.id(), language)).isEmpty();
  }

  private Source source(Page page, Language language) {
    PageTexts texts = read.computeIfAbsent(page.ref(), ref -> PageTexts.of(page));
    List<PoEntry> messages = Messages.of(texts, Localizer.path(site.config(), page, language));
    return new Source(
        Catalogues.name(page),
        page.header().source().path(),
        page.header().title().value(),
        Optional.of(page),
        messages);
  }

  private void update(
      Source source,
      Language language,
      Catalogues all,
      List<Catalogues.Catalogue> former,
      SortedMap<String, String> files) {
    if (language.equals(site.config().sourceLanguage())
        && !(source.name.equals(Catalogues.UI) && !language.equals(Language.ENGLISH))) {
      return;
    }
    Optional<Catalogues.Catalogue> old = all.of(source, language);
    if (all.broken(source, language) || (old.isEmpty() && source.messages.isEmpty())) {
      return;
    }
    if (old.isEmpty() && all.overlays(language)) {
      // A regional form has catalogues only where it differs.
      return;
    }
    PoFile start = old.map(Catalogues.Catalogue::file).orElse(PoFile.of(List.of()));
    PoFile before = former.isEmpty() ? start : with(start, source, former);
    String text = merged(before, source, language).text();
    if (!text.equals(old.map(o -> o.source().text()).orElse(""))) {
      String path = Catalogues.path(language, source.name);
      files.put(old.map(o -> o.source().path()).orElse(path), text);
    }
  }

  // What was in other catalogues before the site's way to cut them was changed.
  private static PoFile with(PoFile file, Source source, List<Catalogues.Catalogue> former) {
    Set<PoEntry.Key> there = new HashSet<>();
    file.messages().stream()
        .filter(PoEntry::hasTranslation)
        .forEach(entry -> there.add(entry.key()));
    Set<PoEntry.Key> wanted = new HashSet<>();
    source.messages.forEach(message -> wanted.add(message.key()));
    List<PoEntry> entries = new ArrayList<>(file.entries());
    for (Catalogues.Catalogue catalogue : former) {
      for (PoEntry entry : catalogue.file().messages()) {
        if (wanted.contains(entry.key()) && entry.hasTranslation() && there.add(entry.key())) {
          entries.removeIf(e -> e.key().equals(entry.key()) && !e.isHeader());
          entries.add(entry);
        }
      }
    }
    return file.withEntries(entries);
  }

  /** A catalogue brought up to date. */
  PoFile merged(PoFile old, Source source, Language language) {
    PoFile wrapped = old.wrapped(wrap());
    PoFile withHeader =
        old.headerEntry().isPresent() ? wrapped : withHeader(wrapped, source, language);
    PoFile merged = PoMerge.merge(withHeader, source.messages, options);
    boolean changed = !keys(old).equals(keys(merged));
    PoHeader before = merged.header();
    PoHeader after =
        before
            .withDefault("Language", language.tag().replace('-', '_'))
            .withDefault("Plural-Forms", PluralForms.of(language.tag()).field());
    return withHeader(merged, changed ? after.with(CREATED, stamp()) : after);
  }

  private static Set<Object> keys(PoFile file) {
    Set<Object> keys = new HashSet<>();
    file.messages().forEach(entry -> keys.add(List.of(entry.key(), entry.plural())));
    return keys;
  }

  private PoFile withHeader(PoFile file, Source source, Language language) {
    String name = language.nameIn(Locale.ENGLISH);
    List<String> comments = List.of(name + " translation of " + oneLine(source.title) + ".", "");
    List<PoEntry> entries = new ArrayList<>();
    entries.add(PoEntry.header(header(source, language), comments));
    entries.addAll(file.entries());
    return file.withEntries(entries);
  }

  private static PoFile withHeader(PoFile file, PoHeader header) {
    if (header.equals(file.header())) {
      return file;
    }
    return file.withEntries(
        file.entries().stream()
            .map(e -> e.isHeader() ? e.withTranslations(List.of(header.text())) : e)
            .toList());
  }

  private String template(Source source) {
    Language language = site.config().sourceLanguage();
    PoFile file = withHeader(PoFile.of(source.messages), source, language).wrapped(wrap());
    PoEntry header = file.entries().get(0);
    List<PoEntry> entries = new ArrayList<>(file.entries());
    entries.set(0, header.withComments(List.of("Template for " + oneLine(source.title) + ".", "")));
    return file.withEntries(entries).text();
  }

  private PoHeader header(Source source, Language language) {
    return new PoHeader(List.of())
        .with("Project-Id-Version", oneLine(site.config().title().value()))
        .with("Report-Msgid-Bugs-To", site.config().baseUrl().toString())
        .with(CREATED, stamp())
        .with("PO-Revision-Date", stamp())
        .with("Last-Translator", "Automatically generated")
        .with("Language-Team", "none")
        .with("Language", language.tag().replace('-', '_'))
        .with("MIME-Version", "1.0")
        .with("Content-Type", "text/plain; charset=UTF-8")
        .with("Content-Transfer-Encoding", "8bit")
        .with("Plural-Forms", PluralForms.of(language.tag()).field())
        .with("X-Generator", "Chasqui")
        .with("X-Source", source.file)
        .with("X-Segmentation", SEGMENTATION);
  }

  private Wrap wrap() {
    return Catalogues.wrap(site.config().arrangement().catalogues());
  }

  private String stamp() {
    return STAMP.format(now.atOffset(ZoneOffset.UTC));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** An empty catalogue of a page, with its header: where an import begins. */
  static PoFile fresh(Source source, Language language, Instant now, Site site) {
    Extractor extractor = new Extractor(site, now, Translations.HELPFUL);
    return extractor.withHeader(PoFile.of(List.of()), source, language).wrapped(extractor.wrap());
  }
}
