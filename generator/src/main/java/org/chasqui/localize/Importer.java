package org.chasqui.localize;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoMerge;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.Site;

/**
 * Turns a page that somebody translated as a whole into a catalogue: the way in for lessons that
 * were translated elsewhere. Fields of the front matter are paired by name, segments of the body by
 * their order; where the two texts are not built alike, pairs are guesses and marked fuzzy. What
 * comes into no catalogue is told.
 */
public final class Importer {
  private static final SourceFile NO_TEMPLATE = new SourceFile("ui.pot", "");

  private final Copy copy;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Importer(Copy copy) {
    this.copy = copy;
  }

  /** The same for a page that is imported alone. */
  public static Imported importPage(
      Site site, Page source, Page translated, Optional<SourceFile> existing, Instant now) {
    return importPage(site, new Copy(source, translated, Set.of(source.id())), existing, now);
  }

  /**
   * A page and its translation.
   *
   * @param source the page in the source language
   * @param translated the same page as somebody translated it
   * @param together the pages that are imported with it, itself among them: their messages stay in
   *     a catalogue that holds them all
   */
  public record Copy(Page source, Page translated, Set<PageId> together) {
    /** Copies, so that nobody can change it. */
    public Copy {
      together = Set.copyOf(together);
    }
  }

  /**
   * The catalogue that says what the translated page says. Translations that the catalogue already
   * has are kept.
   *
   * @param site the site, for the catalogue's header
   * @param copy the page and its translation
   * @param existing the catalogue, if there is one
   * @param now the time that a new header or entry is given
   */
  public static Imported importPage(
      Site site, Copy copy, Optional<SourceFile> existing, Instant now) {
    return new Importer(copy).run(site, existing, now);
  }

  private Imported run(Site site, Optional<SourceFile> existing, Instant now) {
    Language into = copy.translated.language();
    Extractor extractor = new Extractor(site, now, Translations.HELPFUL);
    Extractor.Source whole = extractor.sourceOf(copy.source, into, NO_TEMPLATE, copy.together);
    String path = existing.map(SourceFile::path).orElse(Catalogues.path(into, whole.name()));
    PoFile old =
        existing
            .map(file -> PoFile.parse(file, problems::add))
            .orElseGet(() -> Extractor.fresh(whole, into, now, site))
            .wrapped(Catalogues.wrap(site.config().arrangement().catalogues()));
    List<PoEntry> messages = whole.messages();
    if (problems.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
      String text = existing.map(SourceFile::text).orElse("");
      return new Imported(path, text, messages.size(), 0, 0, problems);
    }
    PagePairs pairs = new PagePairs(copy.source, copy.translated);
    problems.addAll(pairs.problems());
    Map<PoEntry.Key, PagePairs.Found> left = new LinkedHashMap<>(pairs.found());
    PoFile merged = PoMerge.merge(old, messages, Translations.HELPFUL);
    PoFile filled =
        merged.withEntries(merged.entries().stream().map(entry -> filled(entry, left)).toList());
    left.forEach((key, found) -> problems.add(elsewhere(found)));
    List<PoEntry> entries = filled.messages();
    int done = (int) entries.stream().filter(PoEntry::translated).count();
    int fuzzy = (int) entries.stream().filter(e -> e.fuzzy() && e.hasTranslation()).count();
    return new Imported(path, filled.text(), entries.size(), done, fuzzy, problems);
  }

  private static Diagnostic elsewhere(PagePairs.Found found) {
    return Diagnostic.warning(
            "import-unpaired",
            found.span(),
            "The source of this text stands in a file that the page includes.")
        .help("It is not in the catalogue; that file has a catalogue of its own.");
  }

  private PoEntry filled(PoEntry entry, Map<PoEntry.Key, PagePairs.Found> left) {
    if (entry.obsolete() || entry.isHeader()) {
      return entry;
    }
    PagePairs.Found text = left.remove(entry.key());
    if (text == null) {
      return entry;
    }
    if (entry.translated() || (!text.sure() && entry.hasTranslation())) {
      if (!entry.translation().equals(text.text())) {
        problems.add(kept(entry, text));
      }
      return entry;
    }
    return taken(entry, text);
  }

  private static Diagnostic kept(PoEntry entry, PagePairs.Found text) {
    return Diagnostic.info(
            "import-kept",
            text.span(),
            "The catalogue has another translation of this text, which is kept.")
        .help("It says: " + entry.translation());
  }

  private PoEntry taken(PoEntry entry, PagePairs.Found text) {
    boolean sound = text.sure();
    for (var problem : Markdown.checkTranslation(entry.id(), text.text())) {
      if (problem.severity() == Severity.ERROR) {
        sound = false;
        problems.add(
            Diagnostic.warning("import-check", text.span(), problem.message())
                .help("The translation is imported as fuzzy (" + problem.code() + ")."));
      }
    }
    return sound
        ? entry.translatedAs(List.of(text.text()))
        : entry.withTranslations(List.of(text.text())).withState(true, Optional.empty());
  }
}
