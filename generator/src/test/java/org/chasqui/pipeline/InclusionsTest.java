package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.OutputFile;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of other files as part of pages, catalogues and notebooks. */
class InclusionsTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));
  private static final Map<String, String> FILES = new TreeMap<>();
  private static final Map<String, String> NOTEBOOKS = new TreeMap<>();
  private static final Diagnostics SAID = new Diagnostics();
  private static SortedMap<String, String> catalogues = new TreeMap<>();

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    Path site = ROOT.resolve("generator/src/test/resources/pipeline/include.site");
    SiteFile.unpack(folder, Files.readString(site));
    BuildRequest request = BuildRequest.of(folder, Optional.of(ROOT), Instant.EPOCH);
    BuiltSite built = new SiteBuilder(request, SAID, step -> {}).build();
    for (OutputFile file : built.files()) {
      FILES.put(file.path().value(), file instanceof OutputFile.Text text ? text.content() : "");
    }
    built.notebooks().forEach(n -> NOTEBOOKS.put(n.path().value(), n.content()));
    catalogues = new TranslationRun(request, new Diagnostics(), step -> {}).update();
  }

  private static Element text(String path) {
    Element text = Jsoup.parse(FILES.getOrDefault(path, "")).selectFirst("main .text");
    assertTrue(text != null, () -> path + " among " + FILES.keySet());
    return text;
  }

  private static List<String> said(String code) {
    return SAID.sorted().stream()
        .filter(d -> d.code().equals(code))
        .map(d -> d.span().location())
        .toList();
  }

  @Test
  void standInPagesListsQuotesAndBoxes() {
    assertEquals("all", text("index.html").select("p > strong").text());
    Element about = text("about/index.html");
    assertEquals("all", about.select("li p > strong").text());
    assertEquals("First line. Second line.", about.select("blockquote > p").text());
    assertEquals("about/", text("index.html").select("p > a").attr("href"));
    assertEquals("all", about.select("aside.callout p > strong").text());
    assertEquals(
        "def count(rows):\n    # one for each row\n    return len(rows)\n",
        about.select("figure.listing code.language-py").first().wholeText());
    assertFalse(FILES.containsKey("_thanks/index.html"), "a part is no page");
    assertFalse(FILES.containsKey("_thanks.md"));
  }

  @Test
  void areTranslatedOnceForAllPages() {
    for (String page : List.of("es/index.html", "es/about/index.html")) {
      assertEquals("todas", text(page).select("p > strong").first().text(), page);
    }
    assertEquals("en", text("es/index.html").select("p:has(a)").attr("lang"));
    assertTrue(catalogues.get("locales/es/_thanks.po").contains("Write [to us](about.md)."));
    assertFalse(catalogues.get("locales/es/about.po").contains("helpers"));
    assertTrue(catalogues.get("locales/es/lessons/water/code/count.py.po").contains("prints two"));
    assertTrue(catalogues.containsKey("locales/es/lessons/water/_open.po"));
    assertEquals(List.of(), said("catalogue-orphan"));
  }

  @Test
  void reachTheNotebooksWithTheirCode() {
    assertEquals(2, NOTEBOOKS.size(), NOTEBOOKS.keySet().toString());
    String english = NOTEBOOKS.values().iterator().next();
    assertTrue(english.contains("## Open the file"), english);
    assertTrue(english.contains("# read all lines"), english);
    assertTrue(english.contains("print(count([1, 2]))"), english);
    assertFalse(english.contains("begin here"), english);
    String spanish = new TreeMap<>(NOTEBOOKS).lastEntry().getValue();
    assertTrue(spanish.contains("Léelo así:"), spanish);
    assertTrue(spanish.contains("# leer todas las líneas"), spanish);
  }

  @Test
  void faultsAreToldWhereTheyAre() {
    assertEquals(List.of("site-content/_bad.md:3:15"), said("link-dead"));
    assertEquals(
        List.of("site-content/_bad.md:5:1", "site-content/faults.md:7:1"), said("include-missing"));
    assertEquals(List.of("site-content/_about.md:1:1"), said("include-cycle"));
    assertEquals(List.of("site-content/faults.md:13:1"), said("include-region"));
  }

  @Test
  void filesThatIncludeEachOtherTwiceStopEarly(@TempDir Path folder) throws IOException {
    StringBuilder site = new StringBuilder("-- site-content/site.yaml --\n");
    site.append("title: Valley\nbase_url: https://valley.example.org/\ntime_zone: UTC\n");
    site.append("-- site-content/index.md --\n# Home\n\n```{include} _0.md\n```\n");
    for (int i = 0; i < 30; i++) {
      String next = "```{include} _" + (i + 1) + ".md\n```\n";
      site.append("-- site-content/_" + i + ".md --\n" + next + "\n" + next);
    }
    site.append("-- site-content/_30.md --\nBang.\n");
    site.append("-- site-content/long.md --\n# Long\n\n");
    site.append("```{literalinclude} _rows.txt\n```\n");
    site.append("-- site-content/_rows.txt --\n" + "1234567\n".repeat(500_001));
    SiteFile.unpack(folder, site.toString());
    Diagnostics said = new Diagnostics();
    new SiteBuilder(BuildRequest.of(folder, Optional.of(ROOT), Instant.EPOCH), said, step -> {})
        .build();
    assertEquals(
        List.of(
            "include-too-many site-content/_28.md:1:1",
            "include-too-long site-content/long.md:3:1"),
        said.sorted().stream()
            .filter(d -> d.code().startsWith("include-"))
            .map(d -> d.code() + " " + d.span().location())
            .sorted(java.util.Comparator.reverseOrder())
            .toList());
  }
}
