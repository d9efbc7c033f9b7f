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
 * @param original what is translated
 * @param translation the translation
 * @param prose the translation with everything masked that is no prose; as long as the translation
 * @param words the words of the translation's prose, in small letters
 * @param signs the characters of the translation, and so all that its prose can have
 */
record Text(
    Language language,
    Locale locale,
    PoEntry entry,
    int form,
    Source original,
    String translation,
    String prose,
    List<String> words,
    Signs signs) {

  /** A form of an entry, with its prose: every rule asks for that. */
  static Text of(Language language, PoEntry entry, int form, Source original) {
    Locale locale = language.locale();
    String translation = entry.translations().get(form);
    String prose = Markdown.prose(translation);
    List<String> words = Words.of(prose, locale);
    Signs signs = Signs.of(translation);
    return new Text(language, locale, entry, form, original, translation, prose, words, signs);
  }

  /** What is translated. */
  String source() {
    return original.text();
  }

  /** The source with everything masked that is no prose; as long as the source. */
  String sourceProse() {
    return original.prose();
  }

  /** The same form, translated in other words. */
  Text translatedAs(String now) {
    if (now.equals(translation)) {
      return this;
    }
    String changed = Markdown.prose(now);
    List<String> newWords = Words.of(changed, locale);
    Signs newSigns = Signs.of(now);
    return new Text(language, locale, entry, form, original, now, changed, newWords, newSigns);
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
