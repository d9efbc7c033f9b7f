package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A learner reads on a phone whose connection comes and goes. The site is not a host's root. */
@Tag("slow")
@Tag("browser")
class OfflineTest {
  private static final String LESSON = "lessons/dna-with-python/";

  @TempDir Path temp;
  private Browser browser;
  private FileServer server;
  private Path site;

  @BeforeEach
  void start() throws IOException {
    browser = Browser.start();
    site = ShippedSite.copy(temp.resolve("site"));
    server = new FileServer(site);
    browser.width(360);
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    build();
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private void build() {
    Chasqui.run(ShippedSiteTest.TODAY, site, "build", "--base-url", address("")).expect(0);
  }

  private String address(String path) {
    return server.address() + "public/" + path;
  }

  private void open(String path) {
    browser.open(address(path));
  }

  private String heading() {
    return browser.find("h1").getText();
  }

  private WebDriverWait patience() {
    return new WebDriverWait(browser.driver(), Duration.ofSeconds(20));
  }

  /** Waits until the worker serves this page. */
  private void worker() {
    patience()
        .until(
            driver ->
                browser
                    .driver()
                    .executeScript("return Boolean(navigator.serviceWorker.controller)")
                    .equals(true));
  }

  private List<?> caches() {
    return (List<?>)
        browser.driver().executeAsyncScript("var done = arguments[0]; caches.keys().then(done);");
  }

  private void untilKept(String path) {
    patience()
        .until(
            driver ->
                browser
                    .driver()
                    .executeAsyncScript(
                        "var done = arguments[1]; caches.match(arguments[0])"
                            + ".then(function (a) { done(Boolean(a)); });",
                        address(path))
                    .equals(true));
  }

  private WebElement button(int which) {
    return browser.driver().findElements(By.cssSelector(".saving button")).get(which);
  }

  private void press(int which) {
    browser
        .driver()
        .executeScript(
            "arguments[0].scrollIntoView({behavior: 'instant', block: 'center'})", button(which));
    button(which).click();
  }

  private String status() {
    return browser.find(".saving [role=status]").getText();
  }

  private void untilStatus(String word) {
    patience().until(driver -> status().contains(word));
  }

  @Test
  void whatWasReadOpensWithoutAConnection() throws IOException {
    open("");
    worker();
    open(LESSON + "gc-content/");
    String read = heading();
    untilKept(LESSON + "gc-content/");
    open("es/about/");
    String spanish = heading();
    untilKept("es/about/");
    untilKept("es/offline/");
    assertTrue(
        server.asked().stream().noneMatch(path -> path.contains("/fr/")),
        "nothing is fetched in a language that nobody reads: " + server.asked());

    server.answers(0);
    open(LESSON + "gc-content/");
    assertEquals(read, heading());
    Object styled =
        browser
            .driver()
            .executeScript(
                "return getComputedStyle(document.body).maxWidth + document.styleSheets.length");
    assertTrue(String.valueOf(styled).matches(".*[1-9]$"), "the style sheet is there: " + styled);
    open("es/about/");
    assertEquals(spanish, heading());

    open("es/events/");
    patience().until(driver -> browser.driver().getCurrentUrl().contains("es/offline/"));
    assertEquals("Sin conexión", heading());
    WebElement missed = browser.find(".missed a");
    assertEquals(address("es/events/"), missed.getAttribute("href"));
    patience().until(driver -> !texts("ul.pages li").isEmpty());
    assertEquals(
        List.of(spanish, read + " EN"), texts("ul.pages li"), "those in this language come first");
    browser.screenshot("offline-es-360");
    assertTrue(browser.pageWidth() <= 360, "no part of it is wider than the phone");

    server.answers(Integer.MAX_VALUE);
    browser.find(".missed a").click();
    patience().until(driver -> browser.driver().getCurrentUrl().equals(address("es/events/")));
  }

  private List<String> texts(String css) {
    return browser.driver().findElements(By.cssSelector(css)).stream()
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void aLessonIsSavedUpdatedAndForgotten() throws IOException {
    open(LESSON);
    worker();
    server.answers(Integer.MAX_VALUE);
    assertTrue(
        button(0).getText().matches("(?s)Save this lesson on this device \\([0-9]+ KB\\)"),
        button(0).getText());
    browser.screenshot("offline-save-360");
    assertEquals(Set.of(), server.asked(), "nothing is fetched before somebody asks");
    press(0);
    untilStatus("Saved on this device");
    Set<String> fetched = new TreeSet<>(server.asked());
    assertTrue(fetched.contains("public/" + LESSON + "gc-content/"), fetched.toString());
    assertFalse(fetched.contains("public/" + LESSON + "all/"), "that is all of it once more");

    server.answers(0);
    for (String episode :
        List.of("", "dna-as-text/", "gc-content/", "fasta-and-codons/", "glossary/")) {
      open(LESSON + episode);
      assertFalse(heading().contains("connection"), episode + ": " + heading());
      Object broken =
          browser
              .driver()
              .executeScript(
                  "return [].filter.call(document.images, function (i) { i.loading = 'eager';"
                      + " return i.complete && !i.naturalWidth; }).length");
      assertEquals(0L, broken, "pictures of " + episode);
    }
    open("offline/");
    patience().until(driver -> !texts("ul.lessons li").isEmpty());
    assertTrue(
        texts("ul.lessons li").get(0).startsWith("DNA with Python"),
        texts("ul.lessons li").toString());

    server.answers(Integer.MAX_VALUE);
    change("gc-content", "GC content", "GC content, corrected");
    open(LESSON);
    patience().until(driver -> button(0).getText().startsWith("Update ("));
    browser.screenshot("offline-update-360");
    server.answers(Integer.MAX_VALUE);
    press(0);
    patience().until(driver -> !button(0).isDisplayed());
    untilStatus("Saved on this device");
    Set<String> pages =
        server.asked().stream().filter(path -> path.endsWith("/")).collect(Collectors.toSet());
    assertTrue(pages.contains("public/" + LESSON + "gc-content/"), pages.toString());
    assertFalse(
        pages.contains("public/" + LESSON + "glossary/") && pages.size() > 8,
        "only what changed: " + pages);

    server.answers(0);
    open(LESSON + "gc-content/");
    assertTrue(heading().contains("corrected"), heading());
    open(LESSON);
    press(1);
    untilStatus("Removed from this device.");
    assertTrue(
        caches().stream().noneMatch(name -> String.valueOf(name).contains(" saved ")),
        caches().toString());
  }

  private void change(String episode, String from, String to) throws IOException {
    try (var files = Files.walk(site.resolve(LESSON))) {
      Path file =
          files
              .filter(
                  f ->
                      f.getFileName().toString().endsWith(episode + ".md")
                          && !f.toString().contains("locales"))
              .findFirst()
              .orElseThrow();
      Files.writeString(file, Files.readString(file).replaceFirst(from, to));
    }
    build();
  }

  @Test
  void whatWasFetchedBeforeTheConnectionBrokeIsNotFetchedAgain() {
    open(LESSON);
    worker();
    server.answers(6);
    press(0);
    untilStatus("The connection was lost");
    Set<String> first = server.asked();
    assertTrue(first.size() >= 4, first.toString());
    server.answers(Integer.MAX_VALUE);
    press(0);
    untilStatus("Saved on this device");
    Set<String> again = new TreeSet<>(server.asked());
    again.retainAll(first);
    again.removeIf(path -> path.endsWith("offline.json") || path.contains("theme/offline"));
    assertEquals(Set.of(), again, "fetched twice");
  }

  @Test
  void whoSavesDataIsSentNothingThatNobodyAskedFor() {
    browser
        .driver()
        .executeCdpCommand("Emulation.setDataSaverOverride", Map.of("dataSaverEnabled", true));
    open(LESSON);
    Object registered =
        browser
            .driver()
            .executeAsyncScript(
                "var done = arguments[0]; setTimeout(function () {"
                    + " navigator.serviceWorker.getRegistrations().then(function (r) { done(r.length); }); }, 1000);");
    assertEquals(0L, registered);
    assertTrue(
        server.asked().stream().noneMatch(path -> path.endsWith("sw.js")),
        server.asked().toString());
    press(0);
    untilStatus("Saved on this device");
    worker();
    server.answers(0);
    open(LESSON + "gc-content/");
    assertTrue(heading().contains("GC"), heading());
  }

  @Test
  void aSiteThatWantsNoSuchThingMakesBrowsersForget() throws IOException {
    open("");
    worker();
    assertFalse(caches().isEmpty());
    Path config = site.resolve("site-content/site.yaml");
    Files.writeString(config, Files.readString(config) + "\noffline: false\n");
    build();
    open("");
    browser
        .driver()
        .executeAsyncScript(
            "var done = arguments[0]; navigator.serviceWorker.getRegistration()"
                + ".then(function (r) { return r && r.update(); }).then(done, done);");
    patience().until(driver -> caches().isEmpty());
    open(LESSON);
    assertTrue(browser.driver().findElements(By.cssSelector(".saving")).isEmpty());
  }
}
