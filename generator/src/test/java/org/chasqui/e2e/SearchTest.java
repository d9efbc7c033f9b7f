package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody searches the shipped site with a browser. */
@Tag("slow")
class SearchTest {
  @TempDir static Path temp;
  private static Browser browser;
  private static FileServer server;
  private static Path folder;

  @BeforeAll
  static void build() throws IOException {
    browser = Browser.start();
    Path site = ShippedSite.copy(temp.resolve("site"));
    folder = site.resolve("public");
    server = new FileServer(folder);
    String zip = temp.resolve("site.zip").toString();
    String[] build = {"build", "--base-url", server.address(), "--zip", zip};
    Chasqui.run(ShippedSiteTest.TODAY, site, build).expect(0);
    browser.width(360);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static String home(String language) {
    return server.address() + (language.equals("en") ? "" : language + "/");
  }

  private static WebDriverWait patience() {
    return new WebDriverWait(browser.driver(), Duration.ofSeconds(20));
  }

  private static String told() {
    return browser.find("p.found").getText();
  }

  // The addresses of the results, below the root of the language.
  private static List<String> search(String language, String query) {
    String page = home(language) + "search/?q=";
    browser.open(page + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8));
    patience().until(d -> !told().isEmpty());
    if (!told().matches(".*[0-9].*")) {
      return List.of();
    }
    patience().until(d -> !results().isEmpty());
    return results().stream()
        .map(a -> String.valueOf(a.getDomProperty("href")).substring(home(language).length()))
        .toList();
  }

  private static List<WebElement> results() {
    return browser.driver().findElements(By.cssSelector("ol.found > li > a"));
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvFileSource(resources = "/search/gold.csv", numLinesToSkip = 1)
  void findsWhatIsMeant(String language, String query, String page, String why) {
    List<String> found = search(language, query);
    if (page == null) {
      assertEquals(List.of(), found);
      assertTrue(browser.find(".elsewhere a").isDisplayed(), "another language is offered");
      return;
    }
    assertTrue(
        found.subList(0, Math.min(3, found.size())).contains(page), query + " finds " + found);
  }

  @Test
  void aHitLeadsToItsHeading() {
    search("en", "driest");
    WebElement heading = browser.find("ol.found p a");
    assertEquals("The driest month", heading.getText());
    heading.click();
    assertTrue(
        browser.driver().getCurrentUrl().endsWith("/summarise-and-draw/#the-driest-month"),
        browser.driver().getCurrentUrl());
  }

  @Test
  void theSentenceIsShownWithTheWordMarked() {
    search("es", "traduccion");
    patience().until(d -> !d.findElements(By.cssSelector("ol.found mark")).isEmpty());
    assertTrue(
        browser
            .find("ol.found mark")
            .getText()
            .toLowerCase(java.util.Locale.ROOT)
            .startsWith("tradu"));
  }

  @Test
  void resultsCanBeLimitedToOneKind() {
    search("en", "notebook");
    int all = Integer.parseInt(told().replaceAll("\\D", ""));
    List<WebElement> kinds = browser.driver().findElements(By.cssSelector(".kinds label"));
    assertTrue(kinds.size() > 2, kinds.toString());
    kinds.get(1).click();
    patience().until(d -> Integer.parseInt(told().replaceAll("\\D", "")) < all);
    results()
        .forEach(
            a ->
                assertTrue(
                    String.valueOf(a.getDomProperty("href")).matches(".*/(lessons|paths)/.*")));
  }

  @Test
  void theKeyboardIsEnough() {
    browser.open(home("fr") + "about/");
    browser.find("body").sendKeys("/");
    patience().until(d -> d.getCurrentUrl().endsWith("/fr/search/"));
    browser.find("body").sendKeys("/");
    WebElement input = browser.driver().switchTo().activeElement();
    assertEquals("q", input.getDomAttribute("name"));
    input.sendKeys("cellule");
    patience().until(d -> !results().isEmpty());
    input.sendKeys(Keys.ARROW_DOWN);
    assertEquals(results().get(0), browser.driver().switchTo().activeElement());
    browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
    assertEquals(results().get(1), browser.driver().switchTo().activeElement());
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertEquals(input, browser.driver().switchTo().activeElement());
  }

  @Test
  void theKeyCanBeSwitchedOff() {
    browser.open(home("en") + "search/");
    browser.find(".key input").click();
    browser.open(home("en") + "about/");
    browser.find("body").sendKeys("/");
    assertTrue(browser.driver().getCurrentUrl().endsWith("/about/"));
    browser.open(home("en") + "search/");
    browser.find(".key input").click();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr"})
  void withoutScriptsThereIsAListOfAllPages(String language) {
    browser.scripts(false);
    try {
      browser.open(home(language) + "search/");
      WebElement link = browser.find(".letters a[href$='lessons/first-notebook/cells/']");
      assertTrue(link.isDisplayed());
      browser.open(String.valueOf(link.getDomProperty("href")));
      assertEquals(
          home(language) + "lessons/first-notebook/cells/", browser.driver().getCurrentUrl());
    } finally {
      browser.scripts(true);
    }
  }

  /** The archive of the whole site, unpacked as on a memory stick. */
  @Test
  void theSiteOnAMemoryStickIsReadAndSearched() throws IOException {
    Path stick = temp.resolve("stick");
    unpack(temp.resolve("site.zip"), stick);
    browser.complaints();
    browser.open(stick.resolve("site/index.html").toUri().toString());
    String style =
        (String)
            browser
                .driver()
                .executeScript("return getComputedStyle(document.body).backgroundColor");
    assertEquals("rgb(255, 252, 246)", style, "the style sheet is there");
    browser.open(linked("header .inline a[href*=lessons]"));
    browser.open(linked("main a[href*=first-notebook]"));
    browser.open(linked("main a[href*=cells]"));
    assertEquals("Cells and the kernel", browser.find("h1").getText());
    Object broken =
        browser
            .driver()
            .executeScript(
                "return [].filter.call(document.images, function (i) { return i.complete &&"
                    + " !i.naturalWidth; }).length");
    assertEquals(0L, broken, "pictures");
    browser.open(linked("header details.languages a[hreflang=es]"));
    browser.open(linked("header a.find") + "?q=celdas");
    patience().until(d -> !results().isEmpty());
    browser.open(file(results().get(0)));
    assertEquals("es", browser.find("html").getDomAttribute("lang"));
    assertFalse(browser.find("h1").getText().isEmpty());
    List<String> complaints = browser.complaints();
    complaints.removeIf(complaint -> complaint.contains("scheme ('file')"));
    assertEquals(List.of(), complaints);
  }

  /** The archive of one lesson, which is passed on more often than that of a site. */
  @Test
  void aLessonOnAMemoryStickIsSearchedForItself() throws IOException {
    Path stick = temp.resolve("lesson-stick");
    unpack(folder.resolve("es/lessons/first-notebook/first-notebook-offline.zip"), stick);
    browser.open(stick.resolve("first-notebook-es/index.html").toUri().toString());
    browser.open(linked("header a.find") + "?q=celdas");
    patience().until(d -> !results().isEmpty());
    results().forEach(SearchTest::file);
    assertTrue(told().matches(".*[1-9].*"), told());
    List<WebElement> all = browser.driver().findElements(By.cssSelector("main section li > a"));
    assertTrue(all.size() > 5, "a list of all pages: " + all.size());
    all.forEach(SearchTest::file);
    browser.open(file(results().get(0)));
    assertEquals("es", browser.find("html").getDomAttribute("lang"));
  }

  private static String linked(String css) {
    return file(browser.find(css));
  }

  // Of a file that is there.
  private static String file(WebElement link) {
    String href = String.valueOf(link.getDomProperty("href"));
    assertTrue(href.startsWith("file:"), href);
    assertTrue(Files.isRegularFile(Path.of(URI.create(href.replaceFirst("[#?].*", "")))), href);
    return href;
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }

  @Test
  void whatIsSentForAQueryIsSmall() throws IOException {
    browser.open(home("es") + "search/");
    browser.requests();
    search("es", "traducción");
    long bytes = 0;
    for (String request : browser.requests()) {
      String path = request.replaceFirst("\\?.*", "").substring(server.address().length());
      if (path.contains("search") && path.endsWith(".js")) {
        bytes += zipped(Files.readAllBytes(folder.resolve(path)));
      }
    }
    assertTrue(bytes > 5_000 && bytes <= 30_000, bytes + " bytes");
  }

  private static long zipped(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.size();
  }

  @Test
  void nothingIsKnownOfNotesForInstructors() throws IOException {
    String all = "";
    try (var files = Files.list(folder.resolve("search"))) {
      for (Path file : files.toList()) {
        all += Files.readString(file);
      }
    }
    assertFalse(all.contains("instructor/"), "pages for instructors are not found");
  }
}
