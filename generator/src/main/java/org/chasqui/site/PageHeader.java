package org.chasqui.site;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;

/**
 * What every page has, whatever its kind.
 *
 * @param ref which page, in which language
 * @param source the file it was written in; of a page translated by catalogue, the source page's
 * @param path its address
 * @param title its title
 * @param summary one or two sentences about it
 * @param date when it was published; midnight UTC if only a day was given
 * @param updated when it was last changed, if the author says so
 * @param weight its place among its siblings, small first
 * @param draft whether only {@code --drafts} shows it
 * @param authors who wrote it
 * @param tags its tags, as written
 * @param aliases addresses at which it once stood
 * @param picture the picture that stands for it
 * @param coverage how much of it is in its language
 * @param params whatever else the front matter holds, for shortcodes and theme makers: values are
 *     String, Boolean, Long, Double, List and Map
 * @param terms its terms of each taxonomy that {@code site.yaml} names, by the taxonomy's key
 * @param canonical where the page was first published, if that is elsewhere: a URL
 * @param elsewhere where what it tells of really is, if that is elsewhere: a URL to which lists and
 *     feeds lead
 * @param sections what the blocks of a landing page say
 */
public record PageHeader(
    PageRef ref,
    SourceFile source,
    SitePath path,
    Text title,
    Optional<Text> summary,
    Optional<OffsetDateTime> date,
    Optional<OffsetDateTime> updated,
    int weight,
    boolean draft,
    List<Credit> authors,
    List<Text> tags,
    List<SitePath> aliases,
    Optional<Picture> picture,
    Coverage coverage,
    Map<String, Object> params,
    Map<String, List<Text>> terms,
    Optional<String> canonical,
    Optional<String> elsewhere,
    SectionTexts sections) {

  /** Copies, so that nobody can change it. */
  public PageHeader {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    aliases = List.copyOf(aliases);
    params = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(params));
    terms = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(terms));
  }

  /** A page without terms but its tags, first published here. */
  public PageHeader(
      PageRef ref,
      SourceFile source,
      SitePath path,
      Text title,
      Optional<Text> summary,
      Optional<OffsetDateTime> date,
      Optional<OffsetDateTime> updated,
      int weight,
      boolean draft,
      List<Credit> authors,
      List<Text> tags,
      List<SitePath> aliases,
      Optional<Picture> picture,
      Coverage coverage,
      Map<String, Object> params) {
    this(
        ref,
        source,
        path,
        title,
        summary,
        date,
        updated,
        weight,
        draft,
        authors,
        tags,
        aliases,
        picture,
        coverage,
        params,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        SectionTexts.NONE);
  }

  /** What it is. */
  public PageId id() {
    return ref.id();
  }

  /** The language of the page (its texts may know better). */
  public Language language() {
    return ref.language();
  }

  /**
   * The same page in another language: other address, translated texts. Aliases stay with the
   * source.
   */
  PageHeader in(Language language, SitePath newPath, TextMapper mapper) {
    return new PageHeader(
        ref.in(language),
        source,
        newPath,
        mapper.text("title", title),
        summary.map(text -> mapper.text("summary", text)),
        date,
        updated,
        weight,
        draft,
        authors,
        mapper.texts("tags", tags),
        language.equals(ref.language()) ? aliases : List.of(),
        picture.map(p -> p.in(mapper)),
        coverage,
        params,
        terms(mapper),
        canonical,
        elsewhere,
        sections.in(mapper));
  }

  private Map<String, List<Text>> terms(TextMapper mapper) {
    Map<String, List<Text>> said = new java.util.LinkedHashMap<>();
    terms.forEach((key, texts) -> said.put(key, mapper.texts(key, texts)));
    return said;
  }

  PageHeader withCoverage(Coverage other) {
    return new PageHeader(
        ref, source, path, title, summary, date, updated, weight, draft, authors, tags, aliases,
        picture, other, params, terms, canonical, elsewhere, sections);
  }
}
