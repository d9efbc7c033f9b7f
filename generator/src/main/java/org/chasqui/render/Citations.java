package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chasqui.site.Citation;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.Slugs;
import org.chasqui.theme.CitationView;

/** Says a citation in words and in BibTeX. */
final class Citations {
  private Citations() {}

  /** The citation that a page shows: a lesson its own or the site's, the home page the site's. */
  static Optional<CitationView> of(Scene scene, Page page) {
    Map<PageId, Citation> all = scene.site().holdings().citations();
    boolean lesson = page instanceof LessonHome;
    Citation own = lesson ? all.get(page.id()) : null;
    Citation cited = own == null ? all.get(PageId.HOME) : own;
    if (cited == null || !(lesson || page.id().equals(PageId.HOME))) {
      return Optional.empty();
    }
    String address = scene.config().absolute(page.path());
    return Optional.of(new CitationView(own == null, text(cited, address), bibtex(cited, address)));
  }

  private static String where(Citation citation, String address) {
    return citation
        .doi()
        .map(doi -> "https://doi.org/" + doi)
        .orElse(citation.url().orElse(address));
  }

  private static String text(Citation citation, String address) {
    String authors =
        citation.authors().stream()
            .map(a -> a.given().isEmpty() ? a.family() : a.family() + ", " + a.given())
            .collect(Collectors.joining("; "));
    StringBuilder text = new StringBuilder(authors);
    citation.year().ifPresent(year -> text.append(" (").append(year).append(')'));
    text.append(text.isEmpty() ? "" : ". ").append(citation.title());
    citation.version().ifPresent(version -> text.append(" (").append(version).append(')'));
    return text.append(". ").append(where(citation, address)).toString();
  }

  private static String bibtex(Citation citation, String address) {
    List<String> fields = new ArrayList<>();
    if (!citation.authors().isEmpty()) {
      fields.add(
          "author = {"
              + citation.authors().stream()
                  .map(Citations::name)
                  .collect(Collectors.joining(" and "))
              + "}");
    }
    fields.add("title = {{" + escape(citation.title()) + "}}");
    citation.year().ifPresent(year -> fields.add("year = {" + year + "}"));
    citation.version().ifPresent(version -> fields.add("version = {" + escape(version) + "}"));
    citation.doi().ifPresent(doi -> fields.add("doi = {" + doi + "}"));
    fields.add("url = {" + where(citation, address) + "}");
    String first =
        citation.authors().isEmpty() ? citation.title() : citation.authors().get(0).family();
    String key = Slugs.of(first) + citation.year().map(String::valueOf).orElse("");
    return "@misc{" + key + ",\n  " + String.join(",\n  ", fields) + "\n}";
  }

  // A group in braces, so that its words are not taken for given and family names.
  private static String name(Citation.Author author) {
    return author.given().isEmpty()
        ? "{" + escape(author.family()) + "}"
        : escape(author.family()) + ", " + escape(author.given());
  }

  private static String escape(String text) {
    return text.replaceAll("[{}\\\\]", "").replaceAll("([#$%&_])", "\\\\$1");
  }
}
