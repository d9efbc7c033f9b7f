package org.chasqui.theme;

import java.util.List;

/**
 * What stands at the top of a page that is not, or not wholly, in the reader's language.
 *
 * @param kind {@code fallback}: nothing is translated; {@code partial}: some is missing; {@code
 *     outdated}: all is translated, but the source has changed
 * @param percent how much is translated and up to date, rounded down
 * @param missing how many passages are not translated
 * @param outdated how many passages have changed since they were translated
 * @param changed of a page that was translated as a whole, the sections of its source that have
 *     changed since, in their own language
 * @param source the page in the language it was written in, with that language's name
 * @param sourceLanguage that language's tag
 * @param edit where one can help to translate; may be empty
 */
public record NoticeView(
    String kind,
    int percent,
    int missing,
    int outdated,
    List<LinkView> changed,
    LinkView source,
    String sourceLanguage,
    String edit) {
  /** Copies, so that nobody can change it. */
  public NoticeView {
    changed = List.copyOf(changed);
  }
}
