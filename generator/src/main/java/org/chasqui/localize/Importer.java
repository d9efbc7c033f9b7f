package org.chasqui.localize;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoMerge;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Segment.Translatable;
import org.chasqui.site.Body;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.Site;
import org.chasqui.site.Text;

/**
 * Turns a page that somebody translated as a whole into a catalogue: the way in for lessons that
 * were translated elsewhere. Fields of the front matter are paired by name, segments of the body by
 * their order; where the two texts are not built alike, pairs are guesses and marked fuzzy.
 */
public final class Importer {
  // A longer text that is the same in both languages was left untranslated.
  private static final int LONGEST_SAME = 4;
  private static final int SHOWN = 40;
  private static final SourceFile NO_TEMPLATE = new SourceFile("ui.pot", "");

  private final Page source;
  private final Page translated;
  private final Map<PoEntry.Key, Found> found = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private record Found(String text, SourceSpan span, boolean sure) {}

  private Importer(Page source, Page translated) {
    this.source = source;
    this.translated = translated;
  }

  /**
   * The catalogue that says what the translated page says. Translations that the catalogue already
   * has are kept.
   *
   * @param site the site, for the catalogue's header
   * @param source the page in the source language
   * @param translated the same page as somebody translated it
   * @param existing the catalogue, if there is one
   * @param now the time that a new header or entry is given
   */
  public static Imported importPage(
      Site site, Page source, Page translated, Optional<SourceFile> existing, Instant now) {
    return new Importer(source, translated).run(site, existing, now);
  }

  private Imported run(Site site, Optional<SourceFile> existing, Instant now) {
    Language into = translated.language();
    Extractor extractor = new Extractor(site, now, Translations.HELPFUL);
    Extractor.Source whole = extractor.sourceOf(source, into, NO_TEMPLATE);
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
    fields();
    bodies();
    PoFile merged = PoMerge.merge(old, messages, Translations.HELPFUL);
    PoFile filled = merged.withEntries(merged.entries().stream().map(this::filled).toList());
    List<PoEntry> entries = filled.messages();
    int done = (int) entries.stream().filter(PoEntry::translated).count();
    int fuzzy = (int) entries.stream().filter(e -> e.fuzzy() && e.hasTranslation()).count();
    return new Imported(path, filled.text(), entries.size(), done, fuzzy, problems);
  }

  private void fields() {
    Map<String, Text> theirs = new LinkedHashMap<>();
    PageTexts.of(translated).fields().forEach(field -> theirs.put(field.field(), field.text()));
    for (PageTexts.Field field : PageTexts.of(source).fields()) {
      Text text = theirs.remove(field.field());
      if (text == null) {
        problems.add(
            Diagnostic.warning(
                "import-field",
                top(translated),
                "The translation has no " + field.field() + ", which the source has."));
      } else {
        found(Messages.key(field.text()), Messages.key(text).id(), text.span(), true);
      }
    }
    theirs.forEach(
        (name, text) ->
            problems.add(
                Diagnostic.warning(
                    "import-field",
                    text.span(),
                    "The translation has " + name + ", which the source has not.")));
  }

  private static SourceSpan top(Page page) {
    return page.header().title().span().file().top();
  }

  private void bodies() {
    List<Translatable> ours = PageTexts.of(source).segments();
    List<Translatable> theirs = PageTexts.of(translated).segments();
    int difference = Alignment.firstDifference(ours, theirs);
    if (difference >= 0) {
      problems.add(skeleton(ours, theirs, difference));
    }
    for (Alignment.Pair pair : Alignment.of(ours, theirs)) {
      Translatable their = theirs.get(pair.translated());
      found(
          Messages.key(ours.get(pair.source())),
          their.message(),
          span(translated.body(), their),
          pair.sure());
    }
  }

  private Diagnostic skeleton(List<Translatable> ours, List<Translatable> theirs, int at) {
    SourceSpan there = at < theirs.size() ? span(translated.body(), theirs.get(at)) : end();
    String where =
        at < ours.size() ? " (" + span(source.body(), ours.get(at)).location() + ")" : "";
    return Diagnostic.warning(
            "import-skeleton",
            there,
            "The translation has "
                + shown(theirs, at)
                + " where the source has "
                + shown(ours, at)
                + where
                + ".")
        .help(
            "Make both texts alike up to here and import again; pairs below are guesses, marked"
                + " fuzzy.");
  }

  private SourceSpan end() {
    int length = translated.body().markdown().length();
    return translated.body().origin(length, length);
  }

  private static SourceSpan span(Body body, Translatable segment) {
    return body.origin(segment.start(), segment.end());
  }

  private static String shown(List<Translatable> segments, int at) {
    if (at >= segments.size()) {
      return "nothing more";
    }
    Translatable segment = segments.get(at);
    String text = segment.message();
    int cut = Math.min(text.length(), SHOWN);
    return segment.kind().label()
        + " \""
        + (cut < text.length() ? text.substring(0, cut) + "…" : text)
        + "\"";
  }

  private void found(PoEntry.Key key, String text, SourceSpan span, boolean sure) {
    boolean left = key.id().equals(text) && text.split("\\s+").length > LONGEST_SAME;
    if (left || text.isBlank()) {
      return;
    }
    Found before = found.get(key);
    if (before == null || (sure && !before.sure)) {
      found.put(key, new Found(text, span, sure));
    } else if (sure && !before.text.equals(text)) {
      problems.add(
          Diagnostic.info(
                  "import-twice",
                  span,
                  "The source says the same text twice, the translation says it in two ways.")
              .help("The first is kept: " + before.text));
    }
  }

  private PoEntry filled(PoEntry entry) {
    Found text = found.get(entry.key());
    if (text == null || entry.obsolete() || entry.isHeader() || entry.translated()) {
      return entry;
    }
    if (!text.sure && entry.hasTranslation()) {
      return entry;
    }
    boolean sound = text.sure;
    for (var problem : Markdown.checkTranslation(entry.id(), text.text)) {
      if (problem.severity() == Severity.ERROR) {
        sound = false;
        problems.add(
            Diagnostic.warning("import-check", text.span, problem.message())
                .help("The translation is imported as fuzzy (" + problem.code() + ")."));
      }
    }
    return sound
        ? entry.translatedAs(List.of(text.text))
        : entry.withTranslations(List.of(text.text)).withState(true, Optional.empty());
  }
}
