package org.chasqui.site;

/**
 * What a page is, in whatever language: its source path without extension and without language,
 * {@code lessons/git/intro}. The home page is {@code index}.
 *
 * @param value the id, with {@code /} between parts
 */
public record PageId(String value) implements Comparable<PageId> {
  /** The home page. */
  public static final PageId HOME = new PageId("index");

  /**
   * The first part: {@code lessons} of {@code lessons/git/intro}; the whole id if it has one part.
   */
  public String section() {
    int slash = value.indexOf('/');
    return slash < 0 ? value : value.substring(0, slash);
  }

  /** The last part: {@code intro} of {@code lessons/git/intro}. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(PageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
