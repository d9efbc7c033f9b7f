package org.chasqui.site;

/** A page of the site, in one language. */
public sealed interface Page
    permits CommunityPage,
        Post,
        Job,
        Event,
        LessonHome,
        Episode,
        LessonPage,
        PathPage,
        PersonPage,
        OrganisationPage,
        HubPage {

  /** What every page has. */
  PageHeader header();

  /** Its Markdown. */
  Body body();

  /**
   * The same page said in another language.
   *
   * @param language which
   * @param path its address there
   * @param mapper is handed each text of the front matter, in reading order, then the body
   */
  Page in(Language language, SitePath path, TextMapper mapper);

  /** The same page, knowing how much of it is in its language. */
  Page withCoverage(Coverage coverage);

  /** The same page with another body. */
  Page withBody(Body other);

  /** Which page, in which language. */
  default PageRef ref() {
    return header().ref();
  }

  /** What it is. */
  default PageId id() {
    return header().ref().id();
  }

  /** Its language. */
  default Language language() {
    return header().ref().language();
  }

  /** Its address. */
  default SitePath path() {
    return header().path();
  }
}
