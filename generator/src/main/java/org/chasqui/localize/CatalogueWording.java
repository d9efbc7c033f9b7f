package org.chasqui.localize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.gettext.PluralForms;
import org.chasqui.site.Language;
import org.chasqui.site.Wording;
import org.jspecify.annotations.Nullable;

/** Interface texts from catalogues. */
final class CatalogueWording implements Wording {
  /**
   * A text in one language, which need not be the wording's: what is not translated is English.
   *
   * @param texts its plural forms, or its only one
   * @param forms which form is for which number
   */
  record Phrase(List<String> texts, PluralForms forms) {
    Phrase {
      texts = List.copyOf(texts);
    }
  }

  private final Language language;
  private final Map<String, Phrase> phrases;

  CatalogueWording(Language language, Map<String, Phrase> phrases) {
    this.language = language;
    this.phrases = Map.copyOf(phrases);
  }

  /** Whether it says the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CatalogueWording that
        && language.equals(that.language)
        && phrases.equals(that.phrases);
  }

  @Override
  public int hashCode() {
    return language.hashCode();
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public String text(String id, Map<String, ?> arguments) {
    Phrase phrase = phrases.get(id);
    return phrase == null ? id : filled(phrase.texts().get(0), arguments);
  }

  @Override
  public String plural(String id, long n, Map<String, ?> arguments) {
    Phrase phrase = phrases.get(id);
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("n", n);
    return phrase == null ? id : filled(phrase.forms().choose(phrase.texts(), n), all);
  }

  // Arguments are put in as they are: what stands in them is never taken for a placeholder.
  private String filled(String text, Map<String, ?> arguments) {
    if (text.indexOf('{') < 0) {
      return text; // most: and every page says fifty
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int close = text.indexOf('}', open);
      @Nullable Object value = close < 0 ? null : arguments.get(text.substring(open + 1, close));
      if (value != null) {
        out.append(text, done, open).append(said(value));
        done = close + 1;
        open = close;
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  private String said(Object value) {
    return value instanceof Integer || value instanceof Long
        ? number(((Number) value).longValue())
        : value.toString();
  }
}
