package org.chasqui.markdown;

import java.util.Set;
import java.util.TreeSet;

/** The boxes that authors may name: the Workbench's, MyST's and GitHub's. */
public final class Callouts {
  /** Closed until the reader opens them, with nothing but HTML. */
  private static final Set<String> FOLDED =
      Set.of("solution", "hint", "spoiler", "dropdown", "details", "accordion", "instructor");

  /** Part of the lesson's course rather than beside it. */
  private static final Set<String> SECTIONS =
      Set.of(
          "challenge",
          "exercise",
          "objectives",
          "questions",
          "keypoints",
          "prereq",
          "prerequisites",
          "checklist",
          "discussion",
          "overview");

  private static final Set<String> ASIDES =
      Set.of(
          "callout",
          "testimonial",
          "note",
          "tip",
          "warning",
          "important",
          "caution",
          "danger",
          "attention",
          "error",
          "seealso",
          "info",
          "success",
          "question",
          "example",
          "admonition",
          "quote",
          "todo",
          "topic",
          "sidebar",
          "margin",
          "abstract",
          "summary",
          "definition",
          "deprecated",
          "versionadded",
          "versionchanged",
          "reference",
          "help",
          "bug");

  /** Layout without a title of its own. */
  private static final Set<String> PLAIN =
      Set.of(
          "tab",
          "tabs",
          "tab-set",
          "tab-item",
          "group-tab",
          "cell-output",
          "grid",
          "grid-item",
          "grid-item-card",
          "card",
          "card-carousel",
          "figure",
          "div",
          "container",
          "columns",
          "column",
          "epigraph",
          "glossary",
          "table",
          "aside",
          "header",
          "footer",
          "center",
          "row",
          "col",
          "section",
          "caption");

  private static final Set<String> ALL = all();

  private Callouts() {}

  /** Whether a box of this name is closed until the reader opens it. */
  public static boolean isFolded(String name) {
    return FOLDED.contains(name);
  }

  /** Whether a box of this name is open and has a frame and a title. */
  public static boolean isFramed(String name) {
    return SECTIONS.contains(name) || ASIDES.contains(name);
  }

  static boolean isSection(String name) {
    return SECTIONS.contains(name);
  }

  static boolean isBox(String name) {
    return FOLDED.contains(name) || SECTIONS.contains(name) || ASIDES.contains(name);
  }

  static boolean isKnown(String name) {
    return ALL.contains(name);
  }

  /** All names, sorted. */
  static Set<String> names() {
    return ALL;
  }

  private static Set<String> all() {
    Set<String> all = new TreeSet<>(FOLDED);
    all.addAll(SECTIONS);
    all.addAll(ASIDES);
    all.addAll(PLAIN);
    return java.util.Collections.unmodifiableSet(all);
  }
}
