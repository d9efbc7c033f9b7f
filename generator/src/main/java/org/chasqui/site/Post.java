package org.chasqui.site;

/**
 * A blog post.
 *
 * @param header what every page has
 * @param body its Markdown
 */
public record Post(PageHeader header, Body body) implements Page {
  @Override
  public Post in(Language language, SitePath path, TextMapper mapper) {
    PageHeader translated = header.in(language, path, mapper);
    return new Post(translated, mapper.body(body));
  }

  @Override
  public Post withCoverage(Coverage coverage) {
    return new Post(header.withCoverage(coverage), body);
  }

  @Override
  public Post withBody(Body other) {
    return new Post(header, other);
  }
}
