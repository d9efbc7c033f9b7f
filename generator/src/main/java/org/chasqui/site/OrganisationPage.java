package org.chasqui.site;

/**
 * An organisation of the community.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param organisation which
 */
public record OrganisationPage(PageHeader header, Body body, Organisation organisation)
    implements Page {
  @Override
  public OrganisationPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    Organisation other = organisation.in(mapper);
    return new OrganisationPage(translated, mapper.body(body), other);
  }

  @Override
  public OrganisationPage withCoverage(Coverage coverage) {
    return new OrganisationPage(header.withCoverage(coverage), body, organisation);
  }

  @Override
  public OrganisationPage withBody(Body other) {
    return new OrganisationPage(header, other, organisation);
  }
}
