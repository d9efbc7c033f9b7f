package org.chasqui.render;

import static org.chasqui.render.SampleSite.page;
import static org.chasqui.render.SampleSite.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.MenuItem;
import org.chasqui.site.Wording;
import org.chasqui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told when something is wrong. */
class TroubleTest {
  private static List<String> told(SampleSite site) {
    Diagnostics diagnostics = new Diagnostics();
    site.render(diagnostics);
    return diagnostics.sorted().stream().map(d -> d.span().location() + " " + d.code()).toList();
  }

  private static SampleSite small() {
    SampleSite site = new SampleSite();
    site.languages = List.of(SampleSite.EN, SampleSite.ES);
    return site;
  }

  @Test
  void a_menu_that_leads_nowhere() {
    SampleSite site = small();
    site.community(page("about", "site-content/about.md", "About"));
    site.menu = List.of(new MenuItem(text("About us"), "abuot"));
    assertEquals(List.of("sample.yaml:1:1 menu-target"), told(site));
  }

  @Test
  void an_alias_at_which_a_page_stands() {
    SampleSite site = small();
    site.community(page("about", "site-content/about.md", "About"));
    site.community(page("who", "site-content/who.md", "Who").aliases("/about/"));
    assertEquals(List.of("sample.yaml:1:1 alias-taken"), told(site));
  }

  @Test
  void two_pages_at_one_address() {
    SampleSite site = small();
    site.languages = List.of(SampleSite.EN);
    SampleSite.Front other = page("who", "site-content/who.md", "Who");
    other.path = "/about/";
    site.community(page("about", "site-content/about.md", "About")).community(other);
    assertEquals(List.of("sample.yaml:1:1 path-clash"), told(site));
  }

  @Test
  void a_problem_in_the_text_stands_where_it_was_written() {
    SampleSite site = small();
    site.languages = List.of(SampleSite.EN);
    site.community(
        page("about", "site-content/about.md", "About").body("One.\n\n{{< nosuch >}}\n"));
    List<String> told = told(site);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("site-content/about.md:6:"), told.toString());
  }

  @Test
  void a_template_with_a_fault(@TempDir Path folder) throws Exception {
    Path theme = folder.resolve("themes/own");
    copy(SampleSite.theme(), theme);
    Files.writeString(theme.resolve("page.ftlh"), "<p>\n  ${page.nosuch}\n</p>");
    SampleSite site = small();
    site.community(page("about", "site-content/about.md", "About"));
    RenderInput input = site.input();
    Diagnostics diagnostics = new Diagnostics();
    Map<org.chasqui.site.Language, Wording> wording = input.wording();
    SiteRenderer.render(
        site.site(),
        new RenderInput(wording, Theme.open(theme), List.of(), SampleSite.NOW),
        diagnostics);
    List<Diagnostic> told = diagnostics.sorted();
    assertEquals(1, told.size(), told.toString());
    assertEquals(
        "themes/own/page.ftlh:2:5 template",
        told.get(0).span().location() + " " + told.get(0).code());
    assertTrue(told.get(0).message().contains("page.nosuch"), told.get(0).message());
  }

  private static void copy(Theme theme, Path to) throws Exception {
    Path from = Path.of(System.getProperty("chasqui.root")).resolve("themes/chasqui");
    assertTrue(theme.has("page"));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
