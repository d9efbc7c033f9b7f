package org.chasqui.proofread;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Language;

/**
 * One form of one translation, beside its source.
 *
 * @param language the language of the translation
 * @param locale the language, as Java's own classes want it
 * @param entry the entry
 * @param form which of its translations
 * @param source what is translated
 * @param translation the translation
 * @param sourceProse the source with everything masked that is no prose; as long as the source
 * @param prose the translation likewise
 * @param words the words of the translation's prose, in small letters
 * @param sourceSigns the characters of the source, and so all that its prose can have
 * @param signs the characters of the translation, likewise
 */
record Text(
    Language language,
    Locale locale,
    PoEntry entry,
    int form,
    String source,
    String translation,
    String sourceProse,
    String prose,
    List<String> words,
    Signs sourceSigns,
    Signs signs) {

  /** A form of an entry, with its prose: every rule asks for that. */
  static Text of(Language language, PoEntry entry, int form, String source, String translation) {
    Locale locale = language.locale();
    String sourceProse = Markdown.prose(source);
    String prose = Markdown.prose(translation);
    List<String> words = Words.of(prose, locale);
    return new Text(
        language,
        locale,
        entry,
        form,
        source,
        translation,
        sourceProse,
        prose,
        words,
        Signs.of(source),
        Signs.of(translation));
  }

  /** The same form, translated in other words. */
  Text translatedAs(String now) {
    if (now.equals(translation)) {
      return this;
    }
    String changed = Markdown.prose(now);
    return new Text(
        language,
        locale,
        entry,
        form,
        source,
        now,
        sourceProse,
        changed,
        Words.of(changed, locale),
        sourceSigns,
        Signs.of(now));
  }

  /** Where the translation stands in its file. */
  SourceSpan span() {
    return entry.translationSpan(form).or(entry::idSpan).orElseThrow();
  }

  /** Where a part of the translation stands in its file; all of it if that cannot be said. */
  SourceSpan span(int start, int end) {
    if (form > 0) {
      return span();
    }
    Optional<Map.Entry<Integer, SourceSpan>> run =
        Optional.ofNullable(entry.translationOrigins().floorEntry(start));
    return run.map(
            r -> {
              int from = r.getValue().start() + start - r.getKey();
              return r.getValue().file().span(from, Math.max(from, from + end - start));
            })
        .orElseGet(this::span);
  }
}
