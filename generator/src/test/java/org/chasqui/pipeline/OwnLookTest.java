package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own logo and colours. */
class OwnLookTest {
  @TempDir Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  private Map<String, String> build(String theme) throws IOException {
    SiteFile.unpack(
        folder,
        "A site.\n-- site-content/site.yaml --\ntitle: Lake\nlanguages: [en, es]\n"
            + theme
            + "-- site-content/images/logo.svg --\n"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>\n"
            + "-- site-content/index.md --\n---\ntitle: Lake\n---\n\nHello.\n");
    return OrganisationTest.files(folder, diagnostics);
  }

  private List<String> said() {
    return diagnostics.sorted().stream()
        .map(d -> d.span().line() + ":" + d.span().column() + " " + d.code() + " " + help(d.help()))
        .toList();
  }

  private static String help(java.util.Optional<String> help) {
    return help.orElse("");
  }

  private static String style(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith("theme/style."))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void everyPageHasTheLogoAndOneStyleSheetHasTheColours() throws IOException {
    Map<String, String> files =
        build(
            "theme:\n  logo: images/logo.svg\n  colours: {link: \"#12355b\", ornament: \"#fd0\"}\n");
    assertEquals(List.of(), said());
    for (String page : List.of("index.html", "es/index.html", "404.html")) {
      Document html = Jsoup.parse(files.get(page));
      assertTrue(html.select(".brand img").attr("src").endsWith("images/logo.svg"), page);
      assertEquals(0, html.select(".brand svg").size(), page);
      assertTrue(html.select(".brand").hasText(), "the name stays: " + page);
    }
    String style = style(files);
    assertTrue(style.contains("--water:light-dark(#12355b,"), style);
    assertFalse(style.contains("--water:light-dark(#07505a"), style);
    assertTrue(style.contains("--maize:light-dark(#ffdd00,"), style);
    assertTrue(style.contains("--clay:light-dark(#9a3a17,"), "as the theme has it");
    assertTrue(style.contains("fill='%23ffdd00'"), "the band has them too");
  }

  @Test
  void withoutThemEverythingIsAsTheThemeHasIt() throws IOException {
    String usual = style(build(""));
    assertEquals(usual, style(build("theme: chasqui\n")));
    assertEquals(usual, style(build("theme: {name: chasqui}\n")));
    assertEquals(List.of(), said());
  }

  @Test
  void whatCannotBeReadOrUnderstoodIsToldWhereItStands() throws IOException {
    build(
        """
        theme:
          logo: images/lgoo.svg
          colours:
            link: "#f7931e"
            acent: "#123456"
            accent: #123456
            ornament: yellow
          font: Comic Sans
        """);
    List<String> said = said();
    assertEquals(6, said.size(), () -> String.join("\n", said));
    assertTrue(said.get(0).startsWith("4:9 logo-missing"), said.toString());
    assertTrue(said.get(1).matches("6:11 colour-contrast .*'#[0-9a-f]{6}'.*"), said.toString());
    assertEquals("7:5 colour-invalid Did you mean 'accent'?", said.get(2));
    assertTrue(said.get(3).startsWith("8:5 colour-invalid Write it as '#rrggbb'"), said.toString());
    assertTrue(said.get(4).startsWith("9:15 colour-invalid"), said.toString());
    assertTrue(said.get(5).startsWith("10:3 front-matter-key-unknown"), said.toString());
  }

  @Test
  void aThemeThatIsNotThereIsToldAtItsName() throws IOException {
    build("theme:\n  name: chasqi\n");
    assertEquals(List.of("4:9 theme-unknown Did you mean 'chasqui'?"), said());
  }

  @Test
  void aThemeMayStandOnTheBuiltInOne() throws IOException {
    Map<String, String> files =
        build(
            "theme: lake\n-- themes/lake/theme.yaml --\nparent: chasqui\n"
                + "-- themes/lake/extra.ftlh --\n<#macro head>\n"
                + "<link rel=\"stylesheet\" href=\"${site.assets[\"lake.css\"]}\">\n</#macro>\n"
                + "<#macro footer><p>Of the lake</p></#macro>\n"
                + "-- themes/lake/assets/lake.css --\np { color: red }\n");
    assertEquals(List.of(), said());
    Document page = Jsoup.parse(files.get("es/index.html"));
    assertEquals(2, page.select("link[rel=stylesheet]").size());
    assertEquals("Of the lake", page.select("footer p").last().text());
    assertEquals("Ir al contenido", page.select(".skip").text());
  }

  @Test
  void aParentThatIsNotThereIsToldInTheChild() throws IOException {
    build("theme: lake\n-- themes/lake/theme.yaml --\nparent: chasqi\n");
    assertEquals(List.of("1:9 theme-unknown Did you mean 'chasqui'?"), said());
  }

  @Test
  void aThemeCannotBeItsOwnParent() throws IOException {
    build("theme: lake\n-- themes/lake/theme.yaml --\nparent: lake\n");
    assertEquals(1, said().size());
    assertTrue(said().get(0).startsWith("1:9 theme-unknown"), said().toString());
  }
}
