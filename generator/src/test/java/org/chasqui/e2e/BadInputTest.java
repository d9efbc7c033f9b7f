package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A good site is published; then somebody makes a mistake ({@code sites/bad/NAME.site}) and
 * publishes again. What the program says then is {@code NAME.expected}; what was published stays as
 * it was, to the byte. {@code -Dgolden.update=true} writes the expected side anew.
 */
class BadInputTest {
  private static final Path FOLDER = GoldenSitesTest.FOLDER.resolve("bad");
  private static final Pattern PLACE = Pattern.compile("(?m)^error\\[[a-z-]+] (.+):(\\d+):(\\d+)$");

  @TempDir Path temp;

  @TestFactory
  List<DynamicTest> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sites =
          files
              .filter(f -> f.toString().endsWith(".site") && !f.endsWith("good.site"))
              .sorted()
              .toList();
      assertTrue(sites.size() >= 10, "bad sites are missing below " + FOLDER);
      return sites.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> test(file)))
          .toList();
    }
  }

  private void test(Path file) throws IOException {
    Path site = published(temp.resolve(file.getFileName().toString()));
    String page = Tree.digest(site.resolve("public"));
    String hubs = Tree.digest(site.resolve(".chasqui/hubs"));
    SiteFile.unpack(site, Files.readString(file));

    Chasqui.Ran ran = Chasqui.run(site, "publish");
    Path expected = Path.of(file.toString().replace(".site", ".expected"));
    GoldenSitesTest.golden(expected, ran.transcript(site));

    if (ran.code() == 0) {
      Chasqui.run(site, "publish", "--strict").expect(1);
      assertTrue(ran.err().contains("warning["), ran.err());
      return;
    }
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("Nothing was written, nothing was pushed."), ran.err());
    assertEquals(page, Tree.digest(site.resolve("public")), "public/");
    assertEquals(hubs, Tree.digest(site.resolve(".chasqui/hubs")), "hub repositories");
    everyErrorHasAPlaceInASource(ran.err(), site);
  }

  private static void everyErrorHasAPlaceInASource(String said, Path site) {
    Matcher places = PLACE.matcher(said);
    int errors = 0;
    while (places.find()) {
      errors++;
      Path source = site.resolve(places.group(1));
      assertTrue(Files.isRegularFile(source), () -> source + " is no source\n" + said);
      int line = Integer.parseInt(places.group(2));
      assertTrue(line <= Tree.text(source).lines().count() + 1, said);
    }
    assertTrue(errors > 0, said);
    assertTrue(said.contains(errors == 1 ? "1 error, " : errors + " errors, "), said);
    assertFalse(said.contains("mistake in Chasqui"), said);
  }

  private static Path published(Path site) throws IOException {
    SiteFile.unpack(site, Files.readString(FOLDER.resolve("good.site")));
    Chasqui.run(site, "publish").expect(0);
    assertTrue(Files.isRegularFile(site.resolve("public/about/index.html")));
    return site;
  }

  @Test
  void aMendedMistakeIsForgotten() throws IOException {
    Path site = published(temp.resolve("site"));
    String good = Tree.digest(site.resolve("public"));
    String about = Tree.text(site.resolve("site-content/about.md"));
    Tree.write(site.resolve("site-content/about.md"), about + "\n[x](nothing.md)\n");
    Chasqui.run(site, "build").expect(1);
    Tree.write(site.resolve("site-content/about.md"), about);
    Chasqui.run(site, "build").expect(0);
    assertEquals(good, Tree.digest(site.resolve("public")));
  }

  @Test
  void aHubThatCannotBeReachedLeavesTheSiteAndTheOtherHubsAlone() throws IOException {
    Path site = published(temp.resolve("site"));
    String hub = Tree.text(site.resolve("site-content/hubs/valley.yaml"));
    Path nowhere = temp.resolve("no-such-repository.git");
    Tree.write(
        site.resolve("site-content/hubs/lost.yaml"),
        hub.replace("Valley", "Lost").replace("embedded", nowhere.toUri().toString()));
    Tree.write(
        site.resolve("lessons/counting/01-one.md"),
        Tree.text(site.resolve("lessons/counting/01-one.md")).replace("print(1)", "print(2)"));
    Chasqui.Ran ran = Chasqui.run(site, "publish").expect(3);
    assertTrue(
        Pattern.compile("(?m)^lost +(rejected|unreachable)").matcher(ran.out()).find(), ran.out());
    assertTrue(Pattern.compile("(?m)^valley +published").matcher(ran.out()).find(), ran.out());
    assertTrue(Files.isRegularFile(site.resolve("public/hubs/lost/index.html")));
  }

  @Test
  void wrongCallsAreUsageErrors() throws IOException {
    Path site = SiteFile.unpack(temp.resolve("site"), Tree.text(FOLDER.resolve("good.site")));
    assertSays(Chasqui.run(site, "biuld"), 2, "Did you mean 'build'?");
    assertSays(Chasqui.run(site, "build", "--strickt"), 2, "Did you mean '--strict'?");
    assertSays(Chasqui.run(site, "build", "--site", "nowhere"), 2, "no site");
    assertSays(Chasqui.run(site, "build", "--locale", "de"), 2, "en, es");
    assertSays(Chasqui.run(site, "build", "--base-url", "good.example.org"), 2, "--base-url");
    assertSays(Chasqui.run(site, "hubs", "push", "vally"), 2, "Did you mean 'valley'?");
    assertFalse(Files.exists(site.resolve("public")));
  }

  @Test
  void aFolderOfSomebodyElseIsNotOverwritten() throws IOException {
    Path site = SiteFile.unpack(temp.resolve("site"), Tree.text(FOLDER.resolve("good.site")));
    Tree.write(temp.resolve("photos/holiday.txt"), "mine");
    Chasqui.Ran ran = Chasqui.run(site, "build", "--out", "../photos");
    assertSays(ran, 2, "photos");
    assertEquals("mine", Tree.text(temp.resolve("photos/holiday.txt")));
    assertEquals(1, Tree.files(temp.resolve("photos")).size());
    // Least of all the sources.
    String sources = Tree.digest(site);
    assertEquals(2, Chasqui.run(site, "build", "--out", "site-content").code());
    assertEquals(2, Chasqui.run(site, "build", "--out", ".").code());
    assertEquals(sources, Tree.digest(site));
  }

  private static void assertSays(Chasqui.Ran ran, int code, String words) {
    ran.expect(code);
    assertTrue(ran.err().contains(words), ran.err());
    assertFalse(ran.err().contains("Exception"), ran.err());
  }
}
