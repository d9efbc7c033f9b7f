package org.chasqui.site;

/**
 * A job or another opportunity.
 *
 * @param header what every page has
 * @param body its Markdown
 * @param details what an applicant looks for
 */
public record Job(PageHeader header, Body body, JobDetails details) implements Page {
  @Override
  public Job in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    JobDetails other = details.in(mapper);
    return new Job(translated, mapper.body(body), other);
  }

  @Override
  public Job withCoverage(Coverage coverage) {
    return new Job(header.withCoverage(coverage), body, details);
  }

  @Override
  public Job withBody(Body other) {
    return new Job(header, other, details);
  }
}
