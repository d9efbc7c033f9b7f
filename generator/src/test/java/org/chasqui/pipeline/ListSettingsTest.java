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

/**
 * What a site says of its lists: how long their pages are, and what the menu of each language is.
 */
class ListSettingsTest {
  private static final String HEAD = "title: Lake\nlanguages: [es, en, pt-BR]\n";

  @TempDir Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  private Map<String, String> build(String settings, String... more) throws IOException {
    SiteFile.unpack(
        folder,
        "A site.\n-- site-content/site.yaml --\n" + HEAD + settings + String.join("", more));
    for (int i = 1; i <= 7; i++) {
      write("blog/post-" + i, "title: Post " + i + "\ndate: 2025-01-0" + i + "\ntags: [Agua]");
      write("jobs/job-" + i, "title: Job " + i + "\ndate: 2025-01-0" + i);
      write("people/p" + i, "name: Person " + i);
    }
    return OrganisationTest.files(folder, diagnostics);
  }

  private void write(String name, String frontMatter) throws IOException {
    Path file = folder.resolve("site-content/" + name + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\n" + frontMatter + "\n---\n");
  }

  private static int entries(Map<String, String> files, String list) {
    String html = files.get(list + "index.html");
    return html == null ? 0 : Jsoup.parse(html).select("main article").size();
  }

  private List<String> said() {
    return diagnostics.sorted().stream().map(Diagnostic::message).toList();
  }

  @Test
  void one_number_is_for_all_lists_that_grow() throws IOException {
    Map<String, String> files = build("page_size: 3\n");
    assertEquals(List.of(), said());
    for (String list : List.of("blog/", "en/blog/", "jobs/", "tags/agua/", "pt-BR/tags/agua/")) {
      assertEquals(3, entries(files, list), list);
      assertEquals(3, entries(files, list + "page/2/"), list);
      assertEquals(1, entries(files, list + "page/3/"), list);
    }
    assertEquals(7, entries(files, "people/"));
  }

  @Test
  void each_list_may_have_its_own() throws IOException {
    Map<String, String> files = build("page_size: {blog: 2, tags: 4, people: 5}\n");
    assertEquals(List.of(), said());
    assertEquals(2, entries(files, "blog/"));
    assertEquals(4, entries(files, "tags/agua/"));
    assertEquals(5, entries(files, "people/"));
    assertEquals(7, entries(files, "jobs/"));
  }

  @Test
  void what_other_tools_call_it_is_understood() throws IOException {
    Map<String, String> files =
        build(
            "pagination: {pagerSize: 6, path: page}\n",
            "-- site-content/blog/_index.md --\n---\ntitle: Noticias\npaginate_by: 5\n---\n",
            "-- site-content/jobs/_index.en.md --\n---\ntitle: Jobs\npage_size: 2\n---\n");
    assertEquals(List.of(), said());
    assertEquals(5, entries(files, "blog/"));
    assertEquals(5, entries(files, "en/blog/"));
    assertEquals(6, entries(files, "jobs/"));
  }

  @Test
  void numbers_and_names_that_mean_nothing_are_told() throws IOException {
    build("page_size: {blgo: 4, jobs: 0, tags: many}\n");
    assertEquals(
        List.of(
            "Chasqui does not know the key 'blgo'.",
            "'jobs' should be a whole number from 1 on, not the number 0.",
            "'tags' should be a whole number, not 'many'."),
        said());
  }

  @Test
  void a_language_may_have_its_own_menu() throws IOException {
    Map<String, String> files =
        build(
            """
            menu:
              es: [{label: Noticias, page: blog}, {label: Empleos, page: jobs}]
              pt_BR: [{label: Vagas, page: jobs}]
            """);
    assertEquals(List.of(), said());
    assertEquals(List.of("Noticias", "Empleos"), menu(files, ""));
    assertEquals(List.of("Noticias", "Empleos"), menu(files, "en/"));
    assertEquals(List.of("Vagas"), menu(files, "pt-BR/"));
    assertTrue(files.get("en/index.html").contains("<span lang=\"es\" dir=\"ltr\">Noticias"));
    assertFalse(files.get("pt-BR/index.html").contains("lang=\"es\" dir=\"ltr\">Noticias"));
  }

  private static List<String> menu(Map<String, String> files, String root) {
    return Jsoup.parse(files.get(root + "index.html")).select(".menu .inline a").eachText();
  }

  @Test
  void a_menu_with_more_entries_than_fit_in_a_row_stays_behind_its_button() throws IOException {
    String entry = "  - {label: Noticias, page: blog}\n";
    Document eight = Jsoup.parse(build("menu:\n" + entry.repeat(8)).get("index.html"));
    assertEquals(8, eight.select(".menu .inline a").size());
    assertEquals(8, eight.select("header nav details a").size());
    Document nine = Jsoup.parse(build("menu:\n" + entry.repeat(9)).get("index.html"));
    assertEquals(9, nine.select("header nav a").size());
    assertEquals(9, nine.select("header nav details a").size());
    assertEquals("Menú principal", nine.select("header nav").attr("aria-label"));
  }

  @Test
  void a_menu_of_a_language_that_is_not_there_is_told() throws IOException {
    build("menu: {es: [{label: Noticias, page: blog}], fr: [{label: Actualités, page: blog}]}\n");
    assertEquals(List.of("The site has no language 'fr' that could have a menu."), said());
  }

  @Test
  void a_folder_of_ones_own_has_a_list_below_the_page_that_introduces_it() throws IOException {
    write("projects/old", "title: Old\ndate: 2024-01-01");
    write("projects/new", "title: New\ndate: 2025-01-01");
    write("projects/first", "title: First\nweight: 1");
    write("projects/undated", "title: Undated");
    write("projects/deep/_index", "title: Deep\nlist: false");
    write("projects/deep/below", "title: Below");
    write("shelf/index", "title: Shelf");
    write("shelf/book", "title: Book");
    Map<String, String> files =
        build(
            "",
            "-- site-content/projects/_index.md --\n---\ntitle: Projects\npage_size: 3\n---\nOurs.\n");
    assertEquals(List.of(), said());
    assertEquals(List.of("First", "New", "Old"), titles(files, "projects/"));
    assertEquals(List.of("Deep", "Undated"), titles(files, "projects/page/2/"));
    assertEquals(List.of("First", "New", "Old"), titles(files, "en/projects/"));
    assertTrue(files.get("projects/index.html").contains("<p>Ours.</p>"));
    assertFalse(files.get("projects/page/2/index.html").contains("<p>Ours.</p>"));
    assertTrue(files.get("projects/page/1/index.html").contains("http-equiv=\"refresh\""));
    assertEquals(List.of("First", "Old"), beside(files, "projects/new/"));
    assertEquals(List.of("New"), beside(files, "projects/first/"));
    assertEquals(List.of(), beside(files, "projects/deep/below/"));
    assertEquals(List.of("Post 4", "Post 2"), beside(files, "blog/post-3/"));
    assertEquals(List.of(), titles(files, "projects/deep/"));
    assertEquals(List.of(), titles(files, "shelf/"));
    assertFalse(files.get("sitemap.xml").contains("page/2"));
  }

  @Test
  void a_page_made_of_blocks_says_for_itself_what_is_below_it() throws IOException {
    write("projects/one", "title: One");
    Map<String, String> files =
        build(
            "",
            "-- site-content/projects/_index.md --\n---\ntitle: Projects\nsections: [{block: markdown, content: {title: Mine}}]\n---\n");
    assertEquals(0, entries(files, "projects/"));
    assertTrue(files.get("projects/index.html").contains("Mine"));
  }

  private static List<String> beside(Map<String, String> files, String page) {
    return Jsoup.parse(files.get(page + "index.html")).select("nav.neighbours a").stream()
        .map(link -> link.ownText())
        .toList();
  }

  private static List<String> titles(Map<String, String> files, String list) {
    return Jsoup.parse(files.get(list + "index.html")).select("main article h2 a").eachText();
  }
}
