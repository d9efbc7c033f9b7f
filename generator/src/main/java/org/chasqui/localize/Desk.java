package org.chasqui.localize;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.TranslationMemory;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.Site;

/**
 * A translator's desk: each message of a page beside its translation, what was said for the like of
 * it elsewhere, and the catalogue with one entry changed.
 */
public final class Desk {
  private static final int SUGGESTIONS = 3;

  private final Site site;
  private final Catalogues all;
  private final Memories memories;
  private final Extractor extractor;
  private final SourceFile template;

  /**
   * @param site the site as people wrote it
   * @param catalogues the PO files below {@code locales/}
   * @param template the theme's {@code ui.pot}
   * @param now when a catalogue that has to be made is made
   */
  public Desk(Site site, List<SourceFile> catalogues, SourceFile template, Instant now) {
    this(
        site,
        Catalogues.read(catalogues, site, new Diagnostics()),
        new Extractor(site, now, Translations.HELPFUL),
        template,
        Optional.empty());
  }

  private Desk(
      Site site,
      Catalogues all,
      Extractor extractor,
      SourceFile template,
      Optional<Memories> before) {
    this.site = site;
    this.all = all;
    this.memories = before.map(known -> known.with(all)).orElseGet(() -> new Memories(all, true));
    this.extractor = extractor;
    this.template = template;
  }

  /** The same desk with one catalogue as it is now; nothing else is read again. */
  public Desk with(SourceFile catalogue) {
    Catalogues changed = all.with(catalogue, site);
    return new Desk(site, changed, extractor, template, Optional.of(memories));
  }

  /** Where the catalogue of a sheet lies, or would lie, in the site's folder. */
  public Optional<String> path(Language language, String name) {
    return source(language, name).map(source -> path(source, language));
  }

  private String path(Extractor.Source source, Language language) {
    return all.of(source, language)
        .map(catalogue -> catalogue.source().path())
        .orElse(Catalogues.path(language, source.name()));
  }

  /**
   * A message and its translation.
   *
   * @param entry the entry as an update would leave it
   * @param state {@code translated}, {@code cosmetic}, {@code outdated} or {@code untranslated}
   * @param suggestions what like messages were translated as, the nearest first
   */
  public record Row(PoEntry entry, String state, List<Suggestion> suggestions) {
    /** Copies, so that nobody can change it. */
    public Row {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * What was said for a like message.
   *
   * @param source that message
   * @param translation what was said for it
   * @param percent how like it is
   */
  public record Suggestion(String source, String translation, int percent) {}

  /**
   * Something to translate.
   *
   * @param name the name of its catalogue
   * @param title what people call it
   * @param preview its address in the language; empty for what is no page
   */
  public record Sheet(String name, String title, Optional<String> preview) {}

  /** All there is to translate, in the order of the site. */
  public List<Sheet> sheets(Language language) {
    return sources(language).stream().map(source -> sheet(source, language)).toList();
  }

  /** One of them. */
  public Optional<Sheet> sheet(Language language, String name) {
    return source(language, name).map(source -> sheet(source, language));
  }

  private Sheet sheet(Extractor.Source source, Language language) {
    return new Sheet(
        source.name(),
        source.title(),
        source.page().map(page -> Localizer.path(site.config(), page, language).value()));
  }

  private List<Extractor.Source> sources(Language language) {
    return extractor.sources(language, template, new Diagnostics()).stream()
        .filter(source -> !source.messages().isEmpty())
        .toList();
  }

  private Optional<Extractor.Source> source(Language language, String name) {
    return extractor
        .page(language, name)
        .filter(source -> !source.messages().isEmpty())
        .or(() -> sources(language).stream().filter(s -> s.name().equals(name)).findFirst());
  }

  /** The messages of a sheet, in order; none if there is no such sheet. */
  public List<Row> rows(Language language, String name) {
    Optional<Extractor.Source> source = source(language, name);
    if (source.isEmpty()) {
      return List.of();
    }
    Language from = source.get().page().map(Page::language).orElse(Language.ENGLISH);
    TranslationMemory memory = memories.of(language);
    return merged(source.get(), language).messages().stream()
        .filter(entry -> !entry.obsolete())
        .map(
            entry ->
                new Row(
                    entry,
                    Translations.state(entry, from).name().toLowerCase(Locale.ROOT),
                    entry.translated() ? List.of() : suggestions(entry, memory)))
        .toList();
  }

  private PoFile merged(Extractor.Source source, Language language) {
    PoFile old =
        all.of(source, language).map(Catalogues.Catalogue::file).orElse(PoFile.of(List.of()));
    return extractor.merged(old, source, language);
  }

  private static List<Suggestion> suggestions(PoEntry entry, TranslationMemory memory) {
    return memory.like(entry.id(), SUGGESTIONS + 1).stream()
        .filter(hit -> !hit.unit().translation().equals(entry.translation()))
        .limit(SUGGESTIONS)
        .map(
            hit ->
                new Suggestion(
                    hit.unit().source(),
                    hit.unit().translation(),
                    (int) Math.round(100 * hit.likeness())))
        .toList();
  }

  /**
   * A catalogue with one translation changed: of a catalogue that has the message only the bytes of
   * that entry, else as an update leaves it.
   *
   * @param path where it lies in the site's folder
   * @param text its new text
   * @param entry the entry as it is now
   */
  public record Change(String path, String text, PoEntry entry) {}

  /** Whether the catalogue of a sheet is there but could not be read. */
  public boolean isBroken(Language language, String name) {
    return source(language, name).filter(source -> all.broken(source, language)).isPresent();
  }

  /**
   * Puts a translation into its catalogue.
   *
   * @param language the language
   * @param name the sheet
   * @param key the message
   * @param translations what it is now translated as, one for each form
   * @return nothing if the message is not there any more, or if its catalogue cannot be read: a new
   *     one would take its place
   */
  public Optional<Change> change(
      Language language, String name, PoEntry.Key key, List<String> translations) {
    return source(language, name)
        .filter(source -> !all.broken(source, language))
        .flatMap(source -> change(source, language, key, translations));
  }

  private Optional<Change> change(
      Extractor.Source source, Language language, PoEntry.Key key, List<String> translations) {
    Optional<Catalogues.Catalogue> catalogue = all.of(source, language);
    boolean known =
        catalogue.filter(c -> c.file().messages().stream().anyMatch(e -> is(e, key))).isPresent();
    PoFile file = known ? catalogue.orElseThrow().file() : merged(source, language);
    List<PoEntry> entries = new ArrayList<>();
    Optional<PoEntry> changed = Optional.empty();
    for (PoEntry entry : file.entries()) {
      if (!is(entry, key)) {
        entries.add(entry);
        continue;
      }
      boolean none = translations.stream().allMatch(String::isEmpty);
      PoEntry now = entry.translatedAs(none ? blank(entry) : translations);
      entries.add(now);
      changed = Optional.of(now);
    }
    String path = path(source, language);
    return changed.map(entry -> new Change(path, file.withEntries(entries).text(), entry));
  }

  private static List<String> blank(PoEntry entry) {
    return entry.translations().stream().map(text -> "").toList();
  }

  private static boolean is(PoEntry entry, PoEntry.Key key) {
    return !entry.obsolete() && !entry.isHeader() && entry.key().equals(key);
  }
}
