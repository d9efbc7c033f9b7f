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
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Galleries of pictures, from data files and from folders, as readers and translators get them. */
class PictureGalleryTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));
  private static final Map<String, String> FILES = new TreeMap<>();
  private static final Diagnostics SAID = new Diagnostics();
  private static SortedMap<String, String> catalogues = new TreeMap<>();

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    Path site = ROOT.resolve("generator/src/test/resources/pipeline/gallery.site");
    SiteFile.unpack(folder, Files.readString(site));
    FILES.putAll(OrganisationTest.files(folder, SAID));
    BuildRequest request = BuildRequest.of(folder, Optional.of(ROOT), Instant.EPOCH);
    catalogues = new TranslationRun(request, new Diagnostics(), step -> {}).update();
  }

  private static Elements galleries(String path) {
    return Jsoup.parse(FILES.getOrDefault(path, "")).select("main .text .gallery");
  }

  private static List<String> alts(Element gallery) {
    return gallery.select("img").eachAttr("alt");
  }

  private static List<String> said(String code) {
    return SAID.sorted().stream()
        .filter(d -> d.code().equals(code))
        .map(d -> d.span().location())
        .toList();
  }

  @Test
  void ofDataFilesOfEveryFormat() {
    Elements all = galleries("data/index.html");
    assertEquals(3, all.size());
    Element frog = all.get(0).selectFirst("figure");
    assertEquals("A green frog on a leaf", frog.select("img").attr("alt"));
    assertEquals("../pictures/green.svg", frog.select("img").attr("src"));
    assertEquals("40", frog.select("img").attr("width"));
    assertEquals("lazy", frog.select("img").attr("loading"));
    assertEquals("../walk/", frog.select("a").attr("href"));
    assertEquals("green", frog.select("figcaption em").text());
    assertEquals("Ana", frog.select("figcaption small").text());
    assertEquals(List.of("A toad under a stone", "A newt in clear water"), alts(all.get(1)));
    assertEquals(List.of("A trout"), alts(all.get(2)));
  }

  @Test
  void buttonsLeadToPages() {
    Elements links = Jsoup.parse(FILES.getOrDefault("data/index.html", "")).select(".text > p > a");
    assertEquals(List.of("../walk/", "../walk/"), links.eachAttr("href"));
    assertEquals(List.of("Go", "A walk"), links.eachText());
  }

  @Test
  void ofFoldersWithWhatIsSaidBesideThem() {
    Elements all = galleries("walk/index.html");
    assertEquals(List.of("The second step", "The first step", ""), alts(all.get(0)));
    assertEquals(List.of("Hills and a river"), alts(all.get(1)));
    assertEquals("A view", all.get(1).select("figcaption").text());
    assertEquals(List.of("The second step"), alts(all.get(2)));
    assertEquals(alts(all.get(0)), alts(all.get(3)), "a box is the same as a shortcode");
    assertFalse(FILES.containsKey("walk/steps/gallery.yaml"), "what is said is not published");
  }

  @Test
  void inAnotherLanguage() {
    Elements data = galleries("es/data/index.html");
    assertEquals("Una rana verde en una hoja", alts(data.get(0)).get(0));
    assertEquals("verde", data.get(0).select("figcaption em").text());
    assertEquals("en", data.get(0).select("figcaption span").attr("lang"), "not yet translated");
    assertEquals(List.of("Una trucha"), alts(data.get(2)));
    assertEquals("Una vista", galleries("es/walk/index.html").get(1).select("figcaption").text());
  }

  @Test
  void translatorsGetEachListOnce() {
    assertTrue(catalogues.containsKey("locales/es/data/toads.po"), catalogues.keySet().toString());
    assertTrue(catalogues.containsKey("locales/es/walk/steps/gallery.po"));
    assertFalse(catalogues.containsKey("locales/es/data/es/fish.po"));
    String frogs = catalogues.get("locales/es/data/frogs.po");
    assertTrue(frogs.contains("msgid \"Nobody said what it shows\""), frogs);
    assertTrue(frogs.contains("#: site-content/data/frogs.yaml"), frogs);
    assertTrue(catalogues.get("locales/es/walk.po").contains("Hills and a river"));
  }

  @Test
  void whatIsMissingIsToldWhereItIsMissing() {
    assertEquals(List.of("site-content/lost.md:4:1"), said("gallery-empty"));
    String help =
        SAID.sorted().stream()
            .filter(d -> d.code().equals("gallery-empty"))
            .map(Diagnostic::help)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    assertEquals("Did you mean 'frogs'?", help);
    assertTrue(
        said("image-alt").contains("site-content/data/frogs.yaml:6:8"), "" + said("image-alt"));
    assertTrue(
        said("image-alt").contains("site-content/walk/index.md:9:1"), "" + said("image-alt"));
    assertEquals(List.of(), said("catalogue-orphan"));
  }
}
