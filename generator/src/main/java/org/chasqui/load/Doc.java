package org.chasqui.load;

import java.util.Optional;
import org.chasqui.data.Node.Mapping;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Body;
import org.chasqui.site.Language;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;

/**
 * A source document, read but not yet understood as a page.
 *
 * @param file the file
 * @param place what its path says
 * @param id the page it is, after {@code translationKey} was followed
 * @param kind what kind of page it is
 * @param language its language
 * @param fields its front matter or record
 * @param bodyStart where its Markdown begins; the end of the file if it has none
 * @param broken whether its front matter could not be read
 * @param heading the first H1 of its body
 */
record Doc(
    SourceFile file,
    Place place,
    PageId id,
    Kind kind,
    Language language,
    Fields fields,
    int bodyStart,
    boolean broken,
    Optional<Titles.Heading> heading) {

  PageRef ref() {
    return new PageRef(id, language);
  }

  /** The same as a translation of another document. */
  Doc translating(Doc source) {
    return new Doc(
        file,
        place,
        source.id,
        source.kind,
        language,
        fields.over(source.fields),
        bodyStart,
        broken,
        heading);
  }

  /** The same as another page, at the address that the id says. */
  Doc named(PageId other) {
    Place there =
        new Place(
            other,
            place.kind(),
            place.fixed(),
            other.value().replace(' ', '-'),
            place.tag(),
            place.day());
    return new Doc(file, there, other, kind, language, fields, bodyStart, broken, heading);
  }

  /**
   * Whether it is a translation that lies elsewhere than its source, which a key of both tells; it
   * then has an address of its own. Lessons and records stand where their sources stand.
   */
  boolean isElsewhere() {
    return !place.fixed() && !place.id().equals(id);
  }

  /** Whether there is Markdown in it. */
  boolean hasBody() {
    return bodyStart < file.length();
  }

  Body body() {
    return Body.of(file, bodyStart);
  }

  /** A document of a record in a data file. */
  static Doc record(
      SourceFile file, String path, Mapping mapping, Language language, Diagnostics diagnostics) {
    Place place = Place.of(path);
    Fields fields = Fields.of(mapping, language, diagnostics);
    return new Doc(
        file,
        place,
        place.id(),
        place.kind(),
        language,
        fields,
        file.length(),
        false,
        Optional.empty());
  }
}
