package org.chasqui.check;

import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Language;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;

/**
 * Something wrong, before it is known how often it occurs.
 *
 * @param page the page whose author can mend it; empty if it is the theme's or the whole site's
 * @param language the language in which it was found, if it is a page's
 * @param key what tells it from others of the same code: occurrences with the same key are one
 * @param diagnostic what to say
 */
record Finding(
    Optional<PageId> page, Optional<Language> language, String key, Diagnostic diagnostic) {

  /** Something an author can mend. */
  static Finding of(PageRef page, String key, Diagnostic diagnostic) {
    return new Finding(Optional.of(page.id()), Optional.of(page.language()), key, diagnostic);
  }

  /** Something about the site as a whole: the theme, the output. */
  static Finding ofSite(String key, Diagnostic diagnostic) {
    return new Finding(Optional.empty(), Optional.empty(), key, diagnostic);
  }
}
