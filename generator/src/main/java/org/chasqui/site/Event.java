package org.chasqui.site;

/**
 * A workshop, call or meeting.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param details when and where
 */
public record Event(PageHeader header, Body body, EventDetails details) implements Page {
  @Override
  public Event in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    EventDetails other = details.in(mapper);
    return new Event(translated, mapper.body(body), other);
  }

  @Override
  public Event withCoverage(Coverage coverage) {
    return new Event(header.withCoverage(coverage), body, details);
  }

  @Override
  public Event withBody(Body other) {
    return new Event(header, other, details);
  }
}
