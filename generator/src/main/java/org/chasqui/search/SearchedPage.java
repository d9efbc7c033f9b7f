package org.chasqui.search;

import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;

/**
 * A finished page that can be found.
 *
 * @param path its address
 * @param kind what it is: pages of one kind are shown, and can be asked for, together
 * @param title its title without markup
 * @param above what it belongs to, such as the title of its lesson; empty for nothing
 * @param page the whole page
 */
public record SearchedPage(
    SitePath path, Kind kind, String title, String above, OutputFile.Text page) {

  /** What a page is to one who searches. In this order results are counted. */
  public enum Kind {
    /** A lesson, or a page of one. */
    LESSONS,
    /** A post. */
    BLOG,
    /** An event. */
    EVENTS,
    /** A job. */
    JOBS,
    /** A hub. */
    HUBS,
    /** A person. */
    PEOPLE,
    /** An organisation. */
    ORGANISATIONS,
    /** Any other page. */
    PAGES;

    /** The kind as it is written in the index. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
