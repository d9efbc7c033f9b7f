package org.chasqui.site;

import java.util.Optional;

/**
 * A page that stands by itself: about, code of conduct, the home page, the introduction of a
 * section (its id is then the section: {@code blog}).
 *
 * @param header what every page has
 * @param body its Markdown
 * @param pageSize how many entries a sheet of the list has that it introduces, if it says so
 * @param listing whether the pages of its folder are listed below its text: of an {@code _index.md}
 */
public record CommunityPage(
    PageHeader header, Body body, Optional<Integer> pageSize, boolean listing) implements Page {
  /** A page that does not say how long lists are. */
  public CommunityPage(PageHeader header, Body body) {
    this(header, body, Optional.empty(), false);
  }

  @Override
  public CommunityPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    return new CommunityPage(translated, mapper.body(body), pageSize, listing);
  }

  @Override
  public CommunityPage withCoverage(Coverage coverage) {
    return new CommunityPage(header.withCoverage(coverage), body, pageSize, listing);
  }

  @Override
  public CommunityPage withBody(Body other) {
    return new CommunityPage(header, other, pageSize, listing);
  }
}
