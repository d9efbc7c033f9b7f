package org.chasqui.site;

/**
 * A person of the community.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param person who
 */
public record PersonPage(PageHeader header, Body body, Person person) implements Page {
  @Override
  public PersonPage in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    Person other = person.in(mapper);
    return new PersonPage(translated, mapper.body(body), other);
  }

  @Override
  public PersonPage withCoverage(Coverage coverage) {
    return new PersonPage(header.withCoverage(coverage), body, person);
  }

  @Override
  public PersonPage withBody(Body other) {
    return new PersonPage(header, other, person);
  }
}
