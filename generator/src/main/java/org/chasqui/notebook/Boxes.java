package org.chasqui.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.markdown.Callouts;

/** How the named boxes of a page are shown in a notebook; {@link Callouts} knows their names. */
final class Boxes {
  private static final Set<String> FOR_TEACHERS =
      Set.of("solution", "solutions", "answer", "answers", "instructor", "instructors");
  private static final Set<String> NUMBERED = Set.of("challenge", "exercise");

  private Boxes() {}

  /** What becomes of a box. */
  enum Kind {
    /** Left out: learners must not find it in their notebook. */
    LEFT_OUT,
    /** Shown when the learner unfolds it. */
    FOLDED,
    /** Shown as a quotation with a bold title. */
    FRAMED,
    /** Only what is inside is shown. */
    TRANSPARENT
  }

  /** What becomes of the box of a name and attributes. */
  static Kind kind(String name, Map<String, String> attributes) {
    List<String> words = Stream.concat(Stream.of(name), flags(attributes).stream()).toList();
    // What a cell gives, the learner's own kernel shows.
    if (name.equals("cell-output") || words.stream().anyMatch(Boxes::forTeachers)) {
      return Kind.LEFT_OUT;
    }
    if (words.stream().anyMatch(Boxes::folded)) {
      return Kind.FOLDED;
    }
    return Callouts.isFramed(name) ? Kind.FRAMED : Kind.TRANSPARENT;
  }

  /** Whether code of some attributes must not reach learners. */
  static boolean leftOut(Map<String, String> attributes) {
    return flags(attributes).stream().anyMatch(Boxes::forTeachers);
  }

  /** Whether what learners do not get is a solution, rather than a note for instructors. */
  static boolean isSolution(String name, Map<String, String> attributes) {
    return Stream.concat(Stream.of(name), flags(attributes).stream())
        .noneMatch(word -> word.startsWith("instructor"));
  }

  /** Whether boxes of a name are numbered. */
  static boolean numbered(String name) {
    return NUMBERED.contains(name);
  }

  /** Classes, tags and bare words among attributes, lower case, without dots. */
  static List<String> flags(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return List.of();
    }
    return attributes.entrySet().stream()
        .flatMap(
            entry ->
                Set.of("class", "classes", "tags").contains(entry.getKey())
                    ? Arrays.stream(entry.getValue().split("[\\s,\\[\\]\"']+"))
                    : Stream.of(entry.getValue().isEmpty() ? entry.getKey() : ""))
        .map(word -> word.replaceFirst("^\\.", "").toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean folded(String word) {
    return Callouts.isFolded(word) || word.equals("hints");
  }

  private static boolean forTeachers(String word) {
    return FOR_TEACHERS.contains(word) || word.startsWith("solution-");
  }
}
