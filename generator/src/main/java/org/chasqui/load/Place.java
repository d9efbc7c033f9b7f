package org.chasqui.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.LessonPage;
import org.chasqui.site.PageId;

/**
 * What the path of a source file says about its page.
 *
 * @param id the page's id
 * @param kind its kind, as far as the folder tells
 * @param fixed whether the folder decides the kind alone: records, lessons, introductions
 * @param tail its address below the root of its language, without slashes at the ends
 * @param tag the language suffix of the file's name, if it has one: {@code en} of {@code a.en.md}
 * @param day the date in the file's name, as Jekyll has it
 */
record Place(
    PageId id,
    Kind kind,
    boolean fixed,
    String tail,
    Optional<String> tag,
    Optional<LocalDate> day) {

  /** Kinds of pages. */
  enum Kind {
    PAGE,
    POST,
    JOB,
    EVENT,
    PERSON,
    ORGANISATION,
    HUB,
    LESSON,
    EPISODE,
    LESSON_PAGE,
    PATH;

    boolean isRecord() {
      return this == PERSON || this == ORGANISATION || this == HUB || this == PATH;
    }
  }

  private static final Map<String, Kind> FOLDERS =
      Map.of(
          "posts", Kind.POST,
          "post", Kind.POST,
          "blog", Kind.POST,
          "jobs", Kind.JOB,
          "events", Kind.EVENT,
          "people", Kind.PERSON,
          "organisations", Kind.ORGANISATION,
          "hubs", Kind.HUB,
          "paths", Kind.PATH);

  // Where the Workbench keeps the pages beside the episodes.
  private static final Set<String> BESIDE = Set.of("learners", "instructors", "profiles");

  private static final Map<String, String> SAME_FOLDER =
      Map.of(
          "_posts", "posts",
          "_jobs", "jobs",
          "_events", "events",
          "_people", "people",
          "author", "people",
          "authors", "people",
          "organizations", "organisations",
          "_organizations", "organisations");

  /** Kinds that front matter can ask for by {@code type} or {@code layout}. */
  static final Map<String, Kind> TYPES =
      Map.of(
          "post", Kind.POST,
          "posts", Kind.POST,
          "blog", Kind.POST,
          "job", Kind.JOB,
          "jobs", Kind.JOB,
          "event", Kind.EVENT,
          "events", Kind.EVENT);

  /**
   * The place of a path.
   *
   * @param path below {@code site-content}, or beginning with {@code lessons/}; with extension
   */
  static Place of(String path) {
    String stem = withoutExtension(path);
    int slash = stem.lastIndexOf('/');
    String folder = slash < 0 ? "" : canonical(stem.substring(0, slash));
    String name = stem.substring(slash + 1);
    Optional<String> tag = tag(name);
    if (tag.isPresent()) {
      name = name.substring(0, name.length() - tag.get().length() - 1);
    }
    return folder.equals("lessons") || folder.startsWith("lessons/")
        ? lesson(folder, name, tag)
        : content(folder, name, tag);
  }

  private static Place content(String folder, String name, Optional<String> tag) {
    boolean index = name.equals("index") || name.equals("_index");
    if (folder.isEmpty()) {
      return plain(index ? "index" : name, tag);
    }
    int slash = folder.indexOf('/');
    Kind kind = FOLDERS.getOrDefault(slash < 0 ? folder : folder.substring(0, slash), Kind.PAGE);
    boolean introduction = index && (slash < 0 || (name.equals("_index") && !kind.isRecord()));
    if (introduction) {
      return new Place(new PageId(folder), Kind.PAGE, true, tailOf(folder), tag, Optional.empty());
    }
    String id = index ? folder : folder + "/" + name;
    int last = id.lastIndexOf('/') + 1;
    Optional<LocalDate> day = kind.isRecord() ? Optional.empty() : day(id.substring(last));
    String tail = day.isEmpty() ? id : id.substring(0, last) + id.substring(last + 11);
    return new Place(new PageId(id), kind, kind.isRecord(), tailOf(tail), tag, day);
  }

  private static Place plain(String id, Optional<String> tag) {
    boolean home = id.equals("index");
    Optional<LocalDate> day = day(id);
    String tail = home ? "" : tailOf(day.isEmpty() ? id : id.substring(11));
    return new Place(new PageId(id), Kind.PAGE, home, tail, tag, day);
  }

  private static Place lesson(String folder, String name, Optional<String> tag) {
    String[] steps = folder.split("/");
    boolean index = name.equals("index") || name.equals("_index") || name.equals("lesson");
    boolean top = steps.length == 2;
    if (steps.length < 2 || (top && index)) {
      String id = index ? folder : folder + "/" + name;
      return new Place(
          new PageId(id), top ? Kind.LESSON : Kind.PAGE, true, tailOf(id), tag, Optional.empty());
    }
    boolean within = steps.length == 3;
    Optional<LessonPage.Role> role = LessonPage.Role.of(name);
    if (role.isPresent() && (top || (within && BESIDE.contains(steps[2])))) {
      return beside(steps[0] + "/" + steps[1], name, role.get(), tag);
    }
    boolean episode = top || (within && steps[2].equals("episodes"));
    String id =
        episode ? steps[0] + "/" + steps[1] + "/" + episode(name) : bundle(folder, name, index);
    return new Place(
        new PageId(id),
        episode ? Kind.EPISODE : Kind.PAGE,
        true,
        tailOf(id),
        tag,
        Optional.empty());
  }

  // Notes for instructors stand where the rest of the instructor view stands.
  private static Place beside(
      String lesson, String name, LessonPage.Role role, Optional<String> tag) {
    String id = lesson + "/" + name;
    String tail = role == LessonPage.Role.INSTRUCTORS ? lesson + "/instructor" : id;
    return new Place(new PageId(id), Kind.LESSON_PAGE, true, tailOf(tail), tag, Optional.empty());
  }

  private static String bundle(String folder, String name, boolean index) {
    return index ? folder : folder + "/" + name;
  }

  // "02-setup" keeps its number: without it the lesson's page "setup" would have its address.
  private static String episode(String name) {
    String bare = withoutNumber(name);
    return LessonPage.Role.of(bare).isPresent() ? name : bare;
  }

  /** The name of an episode without its number: {@code intro} of {@code 01-intro}. */
  static String withoutNumber(String name) {
    int digits = 0;
    while (digits < name.length() && Character.isDigit(name.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0 && digits + 1 < name.length() && "-_".indexOf(name.charAt(digits)) >= 0;
    return numbered ? name.substring(digits + 1) : name;
  }

  /** The folder that other spellings stand for, underscores of Jekyll's collections dropped. */
  static String canonical(String folder) {
    int slash = folder.indexOf('/');
    String first = slash < 0 ? folder : folder.substring(0, slash);
    return SAME_FOLDER.getOrDefault(first, first) + (slash < 0 ? "" : folder.substring(slash));
  }

  private static String tailOf(String id) {
    return id.replace(' ', '-');
  }

  static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }

  private static Optional<String> tag(String name) {
    int dot = name.lastIndexOf('.');
    String part = name.substring(dot + 1);
    return dot > 0 && Languages.looksLikeTag(part) ? Optional.of(part) : Optional.empty();
  }

  private static Optional<LocalDate> day(String name) {
    if (name.length() < 12
        || name.charAt(4) != '-'
        || name.charAt(7) != '-'
        || name.charAt(10) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a file is a page by its name. */
  static boolean isMarkdown(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown") || isChunked(path);
  }

  /** Whether a file is a page with chunks of code, to be read as Markdown. */
  static boolean isChunked(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".rmd");
  }

  /** Whether a file is a Jupyter notebook by its name. */
  static boolean isNotebook(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".ipynb");
  }

  /** Whether a file is a record by its name. */
  static boolean isYaml(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }
}
