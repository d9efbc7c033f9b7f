package org.chasqui.render;

import java.util.Arrays;
import java.util.Optional;
import org.chasqui.site.PageId;

/** A part of the site that has a list of its pages. */
enum Section {
  LESSONS("lessons", 100),
  PATHS("paths", 100),
  BLOG("blog", 10),
  EVENTS("events", 20),
  JOBS("jobs", 20),
  HUBS("hubs", 200),
  ORGANISATIONS("organisations", 200),
  PEOPLE("people", 200);

  private final String id;
  private final int perSheet;

  Section(String id, int perSheet) {
    this.id = id;
    this.perSheet = perSheet;
  }

  /** Its name in ids and addresses. */
  String id() {
    return id;
  }

  /** How many entries a sheet of its list has. */
  int perSheet() {
    return perSheet;
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
