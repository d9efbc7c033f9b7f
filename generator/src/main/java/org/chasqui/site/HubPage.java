package org.chasqui.site;

/**
 * A community's hub.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param hub which
 */
public record HubPage(PageHeader header, Body body, Hub hub) implements Page {
  @Override
  public HubPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    Hub other = hub.in(mapper);
    return new HubPage(translated, mapper.body(body), other);
  }

  @Override
  public HubPage withCoverage(Coverage coverage) {
    return new HubPage(header.withCoverage(coverage), body, hub);
  }

  @Override
  public HubPage withBody(Body other) {
    return new HubPage(header, other, hub);
  }
}
