package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blog by year: one page for each, in each language, and a way there. */
class ArchivesTest {
  @TempDir Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  private void post(String name, String date) throws IOException {
    write("blog/" + name, "title: " + name + "\ndate: " + date);
  }

  private void write(String name, String frontMatter) throws IOException {
    Path file = folder.resolve("site-content/" + name + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\n" + frontMatter + "\n---\n");
  }

  private Map<String, String> build(String languages) throws IOException {
    SiteFile.unpack(
        folder,
        "A site.\n-- site-content/site.yaml --\ntitle: Lake\nlanguages: ["
            + languages
            + "]\n-- site-content/old.md --\n---\ntitle: Old\n---\nSee [2024](/blog/2024/).\n");
    return OrganisationTest.files(folder, diagnostics);
  }

  private List<String> said() {
    return diagnostics.sorted().stream().map(Diagnostic::message).toList();
  }

  private static Document page(Map<String, String> files, String folder) {
    return Jsoup.parse(files.get(folder + "index.html"), "https://lake.example/" + folder);
  }

  @Test
  void each_year_has_a_page_and_the_blog_leads_there() throws IOException {
    post("thaw", "2025-03-02");
    post("flood", "2024-11-30");
    post("rain", "2024-11-05");
    post("drought", "2024-02-28");
    write("blog/undated", "title: Undated\ndate: none");
    Map<String, String> files = build("en, fr");
    assertEquals(List.of(), said());
    Document blog = page(files, "blog/");
    assertEquals(List.of("2025/", "2024/"), blog.select("#years ~ ul a").eachAttr("href"));
    assertEquals("2024 3, 3 pages", blog.select("#years ~ ul a").last().text());
    Document year = page(files, "blog/2024/");
    assertEquals("Blog, 2024", year.select("h1").text());
    assertEquals(List.of("November", "February"), year.select("main h2:not(#years)").eachText());
    assertEquals(List.of("flood", "rain", "drought"), year.select("main dd a").eachText());
    assertEquals(
        "https://lake.example/blog/flood/", year.select("main dd a").first().absUrl("href"));
    assertEquals("../feed.xml", year.select("main a[type=application/atom+xml]").attr("href"));
    assertTrue(
        year.select("link[rel=alternate][type*=atom]").eachAttr("href").contains("../feed.xml"));
    assertEquals("../../fr/blog/2024/", year.select(".languages a[lang=fr]").attr("href"));
    assertEquals("Novembre", page(files, "fr/blog/2024/").select("main h2").first().text());
  }

  @Test
  void a_year_is_in_the_digits_of_the_language() throws IOException {
    post("thaw", "2025-03-02");
    post("flood", "2024-11-30");
    Map<String, String> files = build("en, ar-EG");
    assertTrue(page(files, "ar-EG/blog/2024/").select("h1").text().contains("٢٠٢٤"));
  }

  @Test
  void a_blog_that_one_page_shows_whole_has_none() throws IOException {
    post("flood", "2024-11-30");
    post("rain", "2024-11-05");
    Map<String, String> files = build("en");
    assertFalse(files.containsKey("blog/2024/index.html"));
    assertEquals(0, page(files, "blog/").select("#years").size());
    assertTrue(said().toString().contains("/blog/2024/"), "a link there is dead: " + said());
  }

  @Test
  void a_year_of_many_posts_has_sheets() throws IOException {
    for (int i = 0; i < 230; i++) {
      post("post-" + i, "2024-0" + (1 + i % 9) + "-1" + i % 10);
    }
    Map<String, String> files = build("en");
    assertEquals(List.of(), said());
    assertEquals(100, page(files, "blog/2024/").select("main dd").size());
    Document last = page(files, "blog/2024/page/3/");
    assertEquals(30, last.select("main dd").size());
    assertEquals("../2/", last.select("a[rel=prev]").attr("href"));
    assertEquals("Blog, 2024, page 3", last.select("h1").text());
    assertTrue(files.containsKey("blog/2024/page/1/index.html"), "leads to the first");
  }

  @Test
  void a_page_of_the_authors_at_that_address_stays() throws IOException {
    post("thaw", "2025-03-02");
    post("flood", "2024-11-30");
    write("recap", "title: What we did in 2024\nurl: /blog/2024/");
    Map<String, String> files = build("en");
    assertEquals(List.of(), said());
    assertEquals("What we did in 2024", page(files, "blog/2024/").select("h1").text());
    assertEquals(List.of("2025/"), page(files, "blog/").select("#years ~ ul a").eachAttr("href"));
  }
}
