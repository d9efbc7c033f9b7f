package org.chasqui.site;

/**
 * One episode of a lesson: a page on the site, a notebook in the hubs.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param details questions, times and place in the lesson
 */
public record Episode(PageHeader header, Body body, EpisodeDetails details) implements Page {
  /** The Jupyter kernel its code runs in. */
  public String kernel(Lesson lesson) {
    return details.kernel().orElse(lesson.kernel());
  }

  @Override
  public Episode in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    EpisodeDetails other = details.in(mapper);
    return new Episode(translated, mapper.body(body), other);
  }

  @Override
  public Episode withCoverage(Coverage coverage) {
    return new Episode(header.withCoverage(coverage), body, details);
  }

  @Override
  public Episode withBody(Body other) {
    return new Episode(header, other, details);
  }
}
