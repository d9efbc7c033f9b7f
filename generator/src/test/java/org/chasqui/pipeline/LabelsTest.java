package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What references say that have no text of their own, as books of Jupyter are full of them. */
class LabelsTest {
  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Valley
      languages: [en, es]
      base_url: https://valley.example.org/
      -- site-content/clustering.md --
      (clustering)=
      # Clustering

      See {ref}`clustering` and {ref}`second`, [](#second), [](#nothing).

      (second)=
      ## Second part

      (spot)=
      A sentence on {ref}`spot`.
      -- site-content/clustering.es.md --
      (clustering)=
      # Agrupamiento

      Véase {ref}`clustering` y {ref}`second`.

      (second)=
      ## Segunda parte

      (spot)=
      Una frase.
      -- site-content/heading.md --
      (third)=
      # Third

      ## Part at once

      See {ref}`third`.
      -- site-content/marked.md --
      ---
      title: Marked
      ---
      (first)=
      ## First part

      See {ref}`first`.
      -- site-content/other.md --
      # Other

      {ref}`clustering`, {ref}`this text <clustering>`, {ref}`second`, [](second), [](#second),
      {ref}`third`, {ref}`spot`, [](clustering).
      """;

  private static Map<String, String> files;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    SiteFile.unpack(folder, SITE);
    files = OrganisationTest.files(folder, new Diagnostics());
  }

  private static List<String> links(String page) {
    return Jsoup.parse(files.get(page)).select(".text p a").stream()
        .map(link -> link.text() + " " + link.attr("href"))
        .toList();
  }

  @Test
  void ofAnotherPageTheHeadingThatIsMarked() {
    assertEquals(
        List.of(
            "Clustering ../clustering/#clustering",
            "this text ../clustering/#clustering",
            "Second part ../clustering/#second",
            "Second part ../clustering/#second",
            "Second part ../clustering/#second",
            "Third ../heading/#third",
            "Clustering ../clustering/#spot",
            "Clustering ../clustering/"),
        links("other/index.html"));
  }

  @Test
  void aLabelAboveTheTitleMeansThePage() {
    assertEquals(List.of("Third #third"), links("heading/index.html"));
    assertEquals(
        List.of(
            "Clustering #clustering",
            "Second part #second",
            "Second part #second",
            "#nothing #nothing",
            "spot #spot"),
        links("clustering/index.html"));
  }

  @Test
  void aLabelAboveAnotherHeadingMeansThat() {
    assertEquals(List.of("First part #first"), links("marked/index.html"));
  }

  @Test
  void inTheLanguageOfThePage() {
    assertEquals(
        List.of("Agrupamiento #clustering", "Segunda parte #second"),
        links("es/clustering/index.html"));
    assertEquals(
        "Segunda parte ../clustering/#second", links("es/other/index.html").get(2).strip());
  }
}
