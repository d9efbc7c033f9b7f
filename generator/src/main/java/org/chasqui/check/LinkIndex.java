package org.chasqui.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.chasqui.site.OutputPath;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;

/** The links that authors wrote, by page and by what they ask of other pages. */
final class LinkIndex {
  private final List<LinkUse> all;
  private final Map<PageRef, List<LinkUse>> byPage = new HashMap<>();
  private final Map<OutputPath, Set<String>> fragments = new HashMap<>();
  private final Set<String> asked = new TreeSet<>();

  private final Set<String> nowhere = new TreeSet<>();
  private final Map<PageRef, Set<String>> dead = new HashMap<>();

  /**
   * @param all what authors wrote
   * @param address the address of ours that a link would have on its page, if it is one
   */
  LinkIndex(List<LinkUse> all, Function<LinkUse, Optional<String>> address) {
    this.all = all;
    all.stream()
        .filter(link -> link.target().isEmpty())
        .forEach(
            link -> {
              address.apply(link).ifPresent(nowhere::add);
              Set<String> targets = dead.computeIfAbsent(link.from(), page -> new HashSet<>());
              targets.add(link.written());
              targets.add(decode(link.written()));
            });
    for (LinkUse link : all) {
      byPage.computeIfAbsent(link.from(), page -> new ArrayList<>()).add(link);
      if (link.target().isPresent() && link.fragment().isPresent()) {
        fragments
            .computeIfAbsent(link.target().get().output(), path -> new TreeSet<>())
            .add(link.fragment().get());
        asked.add(link.fragment().get());
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
    Set<String> targets = page.map(dead::get).orElse(Set.of());
    return !targets.isEmpty() && (targets.contains(written) || targets.contains(decode(written)));
  }

  /** Whether an author of any page wrote a link to an address of ours that nothing answers to. */
  boolean isNowhere(String address) {
    return nowhere.contains(address);
  }

  /**
   * Whether an author of a page wrote a link to a fragment; for a page without one, which repeats
   * what stands on others, behind their names where all is on one page, whether any author did.
   */
  boolean asks(Optional<PageRef> page, String fragment) {
    if (page.isEmpty()) {
      return asked.stream().anyMatch(a -> fragment.equals(a) || fragment.endsWith("-" + a));
    }
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
