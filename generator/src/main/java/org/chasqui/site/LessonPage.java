package org.chasqui.site;

import java.util.Locale;
import java.util.Optional;

/**
 * A page of a lesson beside its episodes: how to set up, for whom it is, what its words mean, what
 * those who teach it should know.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param lesson the lesson's home page
 * @param role what it is for
 */
public record LessonPage(PageHeader header, Body body, PageId lesson, Role role) implements Page {
  /** What such a page is for. */
  public enum Role {
    /** What to install or open before the lesson begins. */
    SETUP,
    /** Learners whom the authors had in mind. */
    PROFILES,
    /** The lesson's words, a definition list. */
    GLOSSARY,
    /** For those who teach: part of the instructor view, never of a learner's page. */
    INSTRUCTORS;

    /** The role of a file in a lesson's folder, by its name without extension. */
    public static Optional<Role> of(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "setup" -> Optional.of(SETUP);
        case "profiles", "learner-profiles" -> Optional.of(PROFILES);
        case "glossary", "reference" -> Optional.of(GLOSSARY);
        case "instructor-notes", "instructors" -> Optional.of(INSTRUCTORS);
        default -> Optional.empty();
      };
    }
  }

  @Override
  public LessonPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    return new LessonPage(translated, mapper.body(body), lesson, role);
  }

  @Override
  public LessonPage withCoverage(Coverage coverage) {
    return new LessonPage(header.withCoverage(coverage), body, lesson, role);
  }

  @Override
  public LessonPage withBody(Body other) {
    return new LessonPage(header, other, lesson, role);
  }
}
