package org.chasqui.site;

/**
 * The front page of a lesson: {@code lesson.yaml} and the {@code index.md} beside it.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param lesson the lesson
 */
public record LessonHome(PageHeader header, Body body, Lesson lesson) implements Page {
  @Override
  public LessonHome in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    Lesson other = lesson.in(mapper);
    return new LessonHome(translated, mapper.body(body), other);
  }

  @Override
  public LessonHome withCoverage(Coverage coverage) {
    return new LessonHome(header.withCoverage(coverage), body, lesson);
  }

  /** Where it stands what a browser must fetch to keep the lesson. */
  public SitePath savedList() {
    return header.path().resolve("offline.json");
  }

  @Override
  public LessonHome withBody(Body other) {
    return new LessonHome(header, other, lesson);
  }
}
