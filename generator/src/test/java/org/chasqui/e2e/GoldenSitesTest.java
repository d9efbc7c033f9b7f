package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each {@code NAME.site} is a whole site; {@code NAME.expected} is what the program says about it,
 * and what it looks like from outside. Run with {@code -Dgolden.update=true} to write the expected
 * side anew, and read the difference.
 */
class GoldenSitesTest {
  static final Path FOLDER = Chasqui.ROOT.resolve("generator/src/test/resources/sites");

  @TempDir Path temp;

  @TestFactory
  List<DynamicTest> sites() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sites = files.filter(f -> f.toString().endsWith(".site")).sorted().toList();
      assertTrue(sites.size() >= 4, "golden sites are missing below " + FOLDER);
      return sites.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> test(file)))
          .toList();
    }
  }

  private void test(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".site", "");
    Path site = SiteFile.unpack(temp.resolve(name), Files.readString(file));
    Chasqui.Ran ran = Chasqui.run(site, "publish").expect(0);
    Output output = new Output(site.resolve("public"));
    golden(file.resolveSibling(name + ".expected"), ran.transcript(site) + "\n" + output.facts());

    everyLinkResolves(output.folder(), baseUrl(site));
    saysNothingOfThisMachine(output.folder(), site);
    theSameAgain(site, output.folder());
    theSameWith("CRLF", file, output.folder(), text -> text.replace("\n", "\r\n"));
    theSameWith("a byte order mark", file, output.folder(), text -> "\uFEFF" + text);
    elsewhere(site);
  }

  /** Compares with a file, or writes it. */
  static void golden(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
  }

  private static String baseUrl(Path site) {
    String config = Tree.text(site.resolve("site-content/site.yaml"));
    String url = config.replaceFirst("(?s).*base_url: *(\\S+).*", "$1");
    // In headers of HTTP, and so in links, an address is ASCII.
    return java.net.URI.create(url).toASCIIString();
  }

  private static void everyLinkResolves(Path output, String baseUrl) {
    Crawler.Report report = Crawler.crawl(output, baseUrl, "/careers/");
    assertEquals(Set.of(), report.dead(), "links to nothing");
    assertEquals(Set.of(), report.foreign(), "requests to others");
    assertTrue(report.followed() > 50, "only " + report.followed() + " links were found");
  }

  private static void saysNothingOfThisMachine(Path output, Path site) {
    for (Path file : Tree.files(output)) {
      String text = Tree.text(file);
      for (String secret : List.of(site.toString(), site.getParent().toString(), "file:/")) {
        assertFalse(text.contains(secret), () -> file + " says " + secret);
      }
    }
  }

  // A second run has nothing to write and nothing to push.
  private static void theSameAgain(Path site, Path output) {
    String before = Tree.digest(output);
    Chasqui.Ran again = Chasqui.run(site, "publish").expect(0);
    assertTrue(again.out().contains("nothing has changed."), again.out());
    assertFalse(again.out().contains("published"), again.out());
    assertEquals(before, Tree.digest(output));
  }

  // What editors on other systems make of the texts makes no difference to any byte.
  private void theSameWith(String what, Path file, Path output, UnaryOperator<String> edit)
      throws IOException {
    Path site = temp.resolve(what.replace(' ', '-') + file.getFileName());
    SiteFile.files(Files.readString(file))
        .forEach(
            (path, text) -> Tree.write(site.resolve(path), isText(path) ? edit.apply(text) : text));
    // The pages of hubs tell what was recorded when they were asked.
    String record = ".chasqui/published.json";
    if (Files.exists(output.resolveSibling(record))) {
      Tree.write(site.resolve(record), Tree.text(output.resolveSibling(record)));
    }
    Chasqui.run(site, "build").expect(0);
    assertEquals(Tree.digest(output), Tree.digest(site.resolve("public")), "with " + what);
  }

  private static boolean isText(String path) {
    return path.endsWith(".md") || path.endsWith(".yaml") || path.endsWith(".po");
  }

  // Below another path of another host all links hold, and no address of the first is left.
  private void elsewhere(Path site) {
    String url = "https://elsewhere.example.net/deep/down/";
    Path out = temp.resolve("elsewhere").resolve(site.getFileName());
    Chasqui.run(site, "build", "--base-url", url, "--out", out.toString()).expect(0);
    everyLinkResolves(out, url);
    assertTrue(new Output(out).text("sitemap.xml").contains("<loc>" + url + "</loc>"));
    for (Path file : Tree.files(out)) {
      if (file.toString().matches(".*\\.(html|xml|txt)")) {
        assertFalse(Tree.text(file).contains(baseUrl(site)), () -> file.toString());
      }
    }
  }
}
