package org.chasqui.site;

import org.chasqui.diagnostic.SourceSpan;

/**
 * A short text that readers see and translators translate: a title, a question, a place. Knows the
 * language it is really in, which on a half-translated page need not be the page's.
 *
 * @param value the text; inline Markdown where the field allows it
 * @param language the language of {@code value}
 * @param span where it was written
 */
public record Text(String value, Language language, SourceSpan span) {
  /** The same place, said in another language. */
  public Text translated(String translation, Language into, SourceSpan where) {
    return new Text(translation, into, where);
  }

  @Override
  public String toString() {
    return value;
  }
}
