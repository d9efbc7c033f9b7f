package org.chasqui.site;

import java.util.List;

/**
 * What a browser that had all of the last deployment fetches again to show one page.
 *
 * @param page the page
 * @param reasons each file, and why; the page itself first
 */
public record Refetch(OutputPath page, List<Reason> reasons) {
  /** Copies, so that nobody can change it. */
  public Refetch {
    reasons = List.copyOf(reasons);
  }

  /** Why a file has to be fetched. */
  public enum Cause {
    /** There was no such page. */
    NEW_PAGE,
    /** The words of the page are others. */
    TEXT,
    /** The words are the same, the markup among them is not. */
    MARKUP,
    /** Only what stands around the text has changed. */
    NAVIGATION,
    /** Only what the page tells browsers and search engines has changed. */
    HEAD,
    /** Only the names of the files that it loads have changed. */
    NAMES,
    /** The style sheet has changed. */
    STYLES,
    /** The script has changed. */
    SCRIPT,
    /** The index of the search has changed. */
    SEARCH,
    /** The picture has changed. */
    PICTURE,
    /** The site had no such file. */
    NEW_FILE;

    /** Its name in files for programs. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A file to fetch.
   *
   * @param file the file
   * @param bytes how many are sent
   * @param cause why
   */
  public record Reason(OutputPath file, long bytes, Cause cause) {}

  /** How many bytes all of it takes. */
  public long bytes() {
    return reasons.stream().mapToLong(Reason::bytes).sum();
  }
}
