package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.testing.SiteFile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents as Jekyll and Hugo sites of this family have them become right pages, untouched. */
class SeedShapesTest {
  @TempDir static Path temp;
  static Output output = new Output(Path.of(""));
  static String said = "";

  @BeforeAll
  static void build() throws IOException {
    String sources = Files.readString(GoldenSitesTest.FOLDER.resolve("seed-shapes.site"));
    Path site = SiteFile.unpack(temp.resolve("site"), sources);
    said = Chasqui.run(site, "build").expect(0).err();
    output = new Output(site.resolve("public"));
  }

  @Test
  void jekyllPostHasItsAuthorsPictureAndPhotoCredit() {
    Document post = output.page("/blog/grant/");
    assertEquals("A new project: training for two continents", post.select("main h1").text());
    assertEquals(
        List.of("Ana Ejemplo (placeholder)", "Lee Person (placeholder)"),
        post.select("main a[href*=people/]").eachText());
    assertEquals("Ana Ejemplo (placeholder)", person(post, 0).select("main h1").text());
    assertEquals("Lee Person (placeholder)", person(post, 1).select("main h1").text());
    // The file's name is the only place that tells the date.
    assertEquals("2022-12-20", post.select("main time").attr("datetime"));
    assertEquals("../../images/2022-12-grant.png", post.select("main figure img").attr("src"));
    assertTrue(output.has("/images/2022-12-grant.png"));
    assertEquals("Photo by Nobody in Particular", post.select("main figcaption").text());
    assertEquals("https://example.org/photos/1", post.select("main figcaption a").attr("href"));
  }

  private static Document person(Document post, int index) {
    String href = post.select("main a[href*=people/]").get(index).attr("href");
    return output.page(href.replace("../../", "/"));
  }

  @Test
  void jekyllPostKeepsItsTextButHasOneFirstHeading() {
    Document post = output.page("/blog/grant/");
    assertEquals(1, post.select("h1").size());
    assertEquals("We are hiring", post.select("main .text h2").text());
    assertEquals(2, post.select("main .text li").size());
    assertEquals("Note: this may be posted elsewhere too.", post.select("main .text em").text());
  }

  @Test
  void hugoPostIsFoundAtItsAlias() {
    String address = "https://example.org/shapes/blog/2020/core-support/";
    Document old = output.page("/posts/core-support/");
    assertEquals(address, old.select("link[rel=canonical]").attr("href"));
    String refresh = old.select("meta[http-equiv=refresh]").attr("content");
    assertEquals("0;url=../../blog/2020/core-support/", refresh);
    assertEquals("../../blog/2020/core-support/", old.select("body a").attr("href"));
    assertEquals(
        "/shapes/posts/core-support/ /shapes/blog/2020/core-support/ 301\n",
        output.text("_redirects"));
  }

  @Test
  void hugoPostHasAPlainAuthorTagsAndLinksToSisterSites() {
    Document post = output.page("/blog/2020/core-support/");
    assertTrue(post.select("main .byline").text().contains("Sam Somebody"));
    assertEquals("2020-11-19", post.select("main time").attr("datetime"));
    // Paths that site.yaml says others serve stay as they were written.
    assertEquals("/careers/#benefits", post.select("a:contains(careers)").attr("href"));
    assertEquals("mailto:hello@example.org", post.select("a[href^=mailto]").attr("href"));
    assertTrue(output.page("/tags/meta/").select("main").text().contains("Core support"));
    assertTrue(output.page("/tags/organization/").select("main").text().contains("Core support"));
  }

  @Test
  void hugoPageWithALanguageSuffixAndATranslationKey() {
    Document page = output.page("/project/catalyst/");
    assertEquals("Catalyst", page.select("main h1").text());
    assertEquals("en", page.select("html").attr("lang"));
    assertTrue(page.text().contains("Facilitamos la nube para comunidades."));
    // Lines that lost their bullets stay a paragraph, the quotation keeps its last lines.
    assertTrue(page.select("main blockquote").text().endsWith("Director, Example Lab"));
    assertEquals(2, page.select("main .text li").size());
    assertTrue(
        output.page("/tags/infraestructura/").select("h1").text().contains("Infraestructura"));
  }

  @ParameterizedTest
  @CsvSource({
    "/jobs/2020/engineer/,en",
    "/es/jobs/2020/engineer/,es",
    "/fr/jobs/2020/engineer/,fr"
  })
  void tomlJobHasItsDetailsFilledInAndIsClosed(String address, String language) {
    Document job = output.page(address);
    assertEquals(language, job.select("html").attr("lang"));
    assertEquals("Open Source Engineer: Example Project", job.select("main h1").text());
    assertEquals(1, job.select("main .badge.closed").size(), "shown as closed");
    assertEquals(0, job.select("main .badge.open").size());
    assertFalse(job.text().contains("job_details"), "the shortcode's name is nowhere");
    // The facts stand where the author wrote the shortcode: within the text, and only there.
    assertEquals(1, job.select("main dl.facts").size());
    assertEquals(1, job.select("main .text dl.facts").size());
    String facts = job.select("main .text dl.facts").text();
    for (String fact :
        List.of(
            "$110,000 - $130,000",
            "anywhere (prefer a time zone in the Americas)",
            "Cloud infrastructure.",
            "Development of open source tools")) {
      assertTrue(facts.contains(fact), () -> fact + " in " + facts);
    }
    assertEquals(language, Output.languageOf(job.selectFirst("main dl.facts dt")));
    assertEquals("en", Output.languageOf(job.selectFirst("main .text p")));
    assertEquals(0, job.select("main a.button").size(), "nobody can apply");
    assertEquals("2020-12-09", job.select("main time").attr("datetime"));
  }

  @Test
  void whatIsOddIsSaidWithItsPlace() {
    assertTrue(said.contains("site-content/jobs/2020/engineer.md:7:8"), said);
    assertTrue(said.contains("0 errors"), said);
    assertFalse(said.contains("unknown-key"), "keys of Jekyll and Hugo do no harm: " + said);
  }
}
