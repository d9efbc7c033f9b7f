package org.chasqui.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A learning path: lessons in the order in which somebody should take them.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param steps the lessons
 */
public record PathPage(PageHeader header, Body body, List<Step> steps) implements Page {
  /**
   * A lesson on the way.
   *
   * @param lesson the lesson's short name, and where it was written
   * @param text why it stands here; inline Markdown
   */
  public record Step(Credit lesson, Optional<Text> text) {}

  /** Copies, so that nobody can change it. */
  public PathPage {
    steps = List.copyOf(steps);
  }

  @Override
  public PathPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    List<Step> said = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String field = "lessons[" + i + "].text";
      said.add(
          new Step(steps.get(i).lesson(), steps.get(i).text().map(t -> mapper.text(field, t))));
    }
    return new PathPage(translated, mapper.body(body), said);
  }

  @Override
  public PathPage withCoverage(Coverage coverage) {
    return new PathPage(header.withCoverage(coverage), body, steps);
  }

  @Override
  public PathPage withBody(Body other) {
    return new PathPage(header, other, steps);
  }
}
