package org.chasqui.render;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.Arrangement;
import org.chasqui.site.PageId;

/** A part of the site that has a list of its pages. */
enum Section {
  LESSONS("lessons", 100, false),
  PATHS("paths", 100, false),
  BLOG("blog", 10, true),
  EVENTS("events", 20, true),
  JOBS("jobs", 20, true),
  HUBS("hubs", 200, false),
  ORGANISATIONS("organisations", 200, false),
  PEOPLE("people", 200, false);

  private final String id;
  private final int perSheet;
  private final boolean growing;

  Section(String id, int perSheet, boolean growing) {
    this.id = id;
    this.perSheet = perSheet;
    this.growing = growing;
  }

  /** Its name in ids and addresses. */
  String id() {
    return id;
  }

  /**
   * How many entries a sheet of its list has: as the section says, or the site; a number for all
   * lists means those that grow with time.
   */
  int perSheet(Optional<Integer> own, Map<String, Integer> sizes) {
    int usual = growing ? sizes.getOrDefault(Arrangement.ALL, perSheet) : perSheet;
    return own.orElseGet(() -> sizes.getOrDefault(id, usual));
  }

  /** The page that introduces it, if somebody wrote one. */
  PageId introduction() {
    return new PageId(id);
  }

  /** The section that a page introduces. */
  static Optional<Section> introducedBy(PageId page) {
    return Arrays.stream(values()).filter(s -> s.id.equals(page.value())).findFirst();
  }
}
