package org.chasqui.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.site.OutputPath;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;

/** The links that authors wrote, by page and by what they ask of other pages. */
final class LinkIndex {
  private final List<LinkUse> all;
  private final Map<PageRef, List<LinkUse>> byPage = new HashMap<>();
  private final Map<OutputPath, Set<String>> fragments = new HashMap<>();

  LinkIndex(List<LinkUse> all) {
    this.all = all;
    for (LinkUse link : all) {
      byPage.computeIfAbsent(link.from(), page -> new ArrayList<>()).add(link);
      if (link.target().isPresent() && link.fragment().isPresent()) {
        fragments
            .computeIfAbsent(link.target().get().output(), path -> new TreeSet<>())
            .add(link.fragment().get());
      }
    }
  }

  /** All of them. */
  List<LinkUse> all() {
    return all;
  }

  /** Those of a page. */
  List<LinkUse> of(PageRef page) {
    return byPage.getOrDefault(page, List.of());
  }

  /** The fragments that links ask of a file. */
  Set<String> fragmentsOf(OutputPath file) {
    return fragments.getOrDefault(file, Set.of());
  }

  /**
   * Whether an author of a page wrote this target, and it leads nowhere: that is told elsewhere.
   */
  boolean isDead(Optional<PageRef> page, String written) {
    return page.stream()
        .flatMap(ref -> of(ref).stream())
        .anyMatch(
            link ->
                link.target().isEmpty()
                    && (link.written().equals(written)
                        || decode(link.written()).equals(decode(written))));
  }

  /** Whether an author of a page wrote a link to a fragment. */
  boolean asks(Optional<PageRef> page, String fragment) {
    return page.stream()
        .flatMap(ref -> of(ref).stream())
        .anyMatch(link -> link.fragment().filter(fragment::equals).isPresent());
  }

  /** Without percent-encoding; as it is if it is encoded wrongly. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
