package org.chasqui.render;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Episode;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.SitePath;

/**
 * A lesson in one language, with what its collections hold.
 *
 * @param home its home page
 * @param episodes its episodes, in order
 * @param pages its pages beside the episodes that learners see
 * @param figures the pictures in it
 * @param exercises the challenges in it
 * @param collections the collections that have something to show
 */
record LessonBook(
    LessonHome home,
    List<Episode> episodes,
    List<LessonPage> pages,
    List<Figure> figures,
    List<Exercise> exercises,
    Set<Collection> collections) {

  /** A page that gathers something from all episodes. */
  enum Collection {
    KEY_POINTS("key-points"),
    FIGURES("figures"),
    EXERCISES("exercises"),
    ALL("all");

    private final String id;

    Collection(String id) {
      this.id = id;
    }

    /** Its name in addresses and words. */
    String id() {
      return id;
    }

    SitePath of(LessonHome home) {
      return home.path().resolve(id + "/");
    }
  }

  /**
   * A picture.
   *
   * @param episode where it stands
   * @param src its URL, seen from there
   * @param alt what it shows, in words; empty for an ornament
   */
  record Figure(Episode episode, String src, String alt) {}

  /**
   * A challenge with its hints and solutions.
   *
   * @param episode where it stands
   * @param html it
   */
  record Exercise(Episode episode, String html) {}

  private static final Pattern IMAGE = Pattern.compile("<img\\s[^>]*>");
  private static final Pattern SRC = Pattern.compile("\\ssrc=\"([^\"]*)\"");
  private static final Pattern ALT = Pattern.compile("\\salt=\"([^\"]*)\"");
  private static final Pattern CHALLENGE =
      Pattern.compile("<section class=\"callout (?:challenge|exercise)\\b");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
  private static final Pattern DETAILS = Pattern.compile("<(/?)details\\b");
  private static final Pattern SECTION = Pattern.compile("<(/?)section\\b");

  static LessonBook of(Scene scene, LessonHome home) {
    List<Episode> episodes = scene.site().episodes(home.lesson(), home.language());
    List<LessonPage> pages = new ArrayList<>();
    for (LessonPage.Role role : LessonPage.Role.values()) {
      scene
          .site()
          .lessonPage(home.id(), role, home.language())
          .filter(page -> !Notes.isForInstructors(page))
          .ifPresent(pages::add);
    }
    List<Figure> figures = new ArrayList<>();
    List<Exercise> exercises = new ArrayList<>();
    for (Episode episode : episodes) {
      String html = scene.bodies().of(episode).body().html().toString();
      figures(episode, html, figures);
      exercises(episode, html, exercises);
    }
    LessonBook book = new LessonBook(home, episodes, pages, figures, exercises, Set.of());
    return new LessonBook(home, episodes, pages, figures, exercises, book.filled(scene));
  }

  // An author's own page at such an address counts more.
  private Set<Collection> filled(Scene scene) {
    Set<Collection> filled = EnumSet.noneOf(Collection.class);
    for (Collection each : Collection.values()) {
      boolean free = scene.site().at(each.of(home)).isEmpty();
      if (free && !episodes.isEmpty() && !isEmpty(each)) {
        filled.add(each);
      }
    }
    return filled;
  }

  private boolean isEmpty(Collection collection) {
    return switch (collection) {
      case KEY_POINTS -> episodes.stream().allMatch(e -> e.details().keypoints().isEmpty());
      case FIGURES -> figures.isEmpty();
      case EXERCISES -> exercises.isEmpty();
      case ALL -> false;
    };
  }

  private static void figures(Episode episode, String html, List<Figure> figures) {
    Matcher image = IMAGE.matcher(html);
    while (image.find()) {
      first(SRC, image.group())
          .ifPresent(
              src ->
                  figures.add(
                      new Figure(
                          episode,
                          src.replace("&amp;", "&"),
                          first(ALT, image.group()).orElse(""))));
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void exercises(Episode episode, String html, List<Exercise> exercises) {
    Matcher challenge = CHALLENGE.matcher(html);
    int from = 0;
    while (challenge.find(from)) {
      int end = end(html, challenge.start());
      String box = html.substring(challenge.start(), end);
      exercises.add(new Exercise(episode, box + solutionBeside(html, box)));
      from = end;
    }
  }

  // MyST's, which name the exercise by its id.
  private static String solutionBeside(String html, String box) {
    Optional<String> id = first(ID, box.substring(0, box.indexOf('>')));
    int at = id.map(name -> html.indexOf(" data-for=\"" + name + "\"")).orElse(-1);
    int start = at < 0 ? -1 : html.lastIndexOf("<details", at);
    return start < 0 ? "" : html.substring(start, end(html, start, DETAILS));
  }

  private static int end(String html, int start) {
    return end(html, start, SECTION);
  }

  // They nest.
  private static int end(String html, int start, Pattern element) {
    Matcher section = element.matcher(html);
    int depth = 0;
    int from = start;
    while (section.find(from)) {
      depth += section.group(1).isEmpty() ? 1 : -1;
      from = section.end();
      if (depth == 0) {
        return html.indexOf('>', from) + 1;
      }
    }
    return html.length();
  }
}
