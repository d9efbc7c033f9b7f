package org.chasqui.proofread;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.site.Language;

/**
 * One form of one translation, beside its source.
 *
 * @param language the language of the translation
 * @param entry the entry
 * @param form which of its translations
 * @param source what is translated
 * @param translation the translation
 */
record Text(Language language, PoEntry entry, int form, String source, String translation) {
  /** What is no prose: code, targets of links, addresses, HTML, placeholders, formulas, emoji. */
  private static final Pattern NO_PROSE =
      Pattern.compile(
          "(?<!`)(`+)(?!`).+?(?<!`)\\1(?!`)"
              + "|!?\\[(?=[^\\]]*\\]\\()|\\]\\((?:[^()\\s]|\\([^()\\s]*\\))*(?:\\s+\"[^\"]*\")?\\)"
              + "|<?https?://[^\\s<>]+[^\\s<>.,;:!?)]>?"
              + "|</?[a-zA-Z][^<>]*>|<!--.*?-->"
              + "|\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\{[^{}]*\\}"
              + "|\\$(?=\\S)[^$]+(?<=\\S)\\$(?!\\d)"
              + "|&#?\\w+;|\\[\\^[^\\]\\s]+\\]|:[a-z0-9_+-]+:",
          Pattern.DOTALL);

  /** Stands for a character that is no prose. */
  static final char MASK = '\uFFFC';

  /** The translation with everything masked that is no prose; as long as the translation. */
  String prose() {
    return masked(translation);
  }

  /** The source likewise. */
  String sourceProse() {
    return masked(source);
  }

  static String masked(String text) {
    Matcher matcher = NO_PROSE.matcher(text);
    StringBuilder masked = new StringBuilder(text);
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        masked.setCharAt(i, MASK);
      }
    }
    return masked.toString();
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
