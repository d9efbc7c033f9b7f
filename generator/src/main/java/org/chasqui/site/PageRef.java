package org.chasqui.site;

import java.util.Comparator;

/**
 * One page in one language.
 *
 * @param id what it is
 * @param language in which language
 */
public record PageRef(PageId id, Language language) implements Comparable<PageRef> {
  private static final Comparator<PageRef> ORDER =
      Comparator.comparing(PageRef::id).thenComparing(PageRef::language);

  /** The same page in another language. */
  public PageRef in(Language other) {
    return new PageRef(id, other);
  }

  @Override
  public int compareTo(PageRef other) {
    return ORDER.compare(this, other);
  }
}
