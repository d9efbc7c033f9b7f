package org.chasqui.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;

/**
 * A finished page that was read, with everything that was asked while reading it: what was found
 * then is true as long as all of it is the same.
 *
 * @param report what was found
 * @param page what it shows
 * @param links the links that its author wrote
 * @param fragments what links ask of it
 * @param answers the addresses of the site that it leads to; nothing if one of them leads nowhere,
 *     which has to be looked at again
 * @param loads the style sheets and scripts that it loads, with their weight in bytes
 */
record ReadPage(
    PageReport report,
    Optional<Page> page,
    List<LinkUse> links,
    Set<String> fragments,
    Optional<List<String>> answers,
    Map<String, Integer> loads) {

  /** Whether what it shows is the same. */
  boolean holds(Optional<Page> shown, List<LinkUse> written) {
    return answers.isPresent() && page.equals(shown) && links.equals(written);
  }

  /** The addresses that must have an answer. */
  List<String> answered() {
    return answers.orElse(List.of());
  }
}
