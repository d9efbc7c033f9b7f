package org.chasqui.site;

/**
 * A page that stands by itself: about, code of conduct, the home page, the introduction of a
 * section (its id is then the section: {@code blog}).
 *
 * @param header what every page has
 * @param body its Markdown
 */
public record CommunityPage(PageHeader header, Body body) implements Page {
  @Override
  public CommunityPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    return new CommunityPage(translated, mapper.body(body));
  }

  @Override
  public CommunityPage withCoverage(Coverage coverage) {
    return new CommunityPage(header.withCoverage(coverage), body);
  }

  @Override
  public CommunityPage withBody(Body other) {
    return new CommunityPage(header, other);
  }
}
