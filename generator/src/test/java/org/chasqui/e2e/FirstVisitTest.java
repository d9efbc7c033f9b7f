package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A learner with a slow phone on a slow line opens the shipped site for the first time: what comes,
 * how often it asks, and that nothing moves under their eyes. The times of first and largest paint
 * are written to {@code target/first-visit.txt}; {@code bench/phone.sh} shows them.
 */
@Tag("slow")
@Tag("browser")
class FirstVisitTest {
  private static final int REQUESTS = 4;
  private static final List<String> LESSONS =
      List.of(
          "lessons/first-notebook/cells/",
          "lessons/first-notebook/reading-data/",
          "lessons/first-notebook/summarise-and-draw/",
          "lessons/dna-with-python/dna-as-text/",
          "lessons/dna-with-python/gc-content/");
  private static final List<String> TEMPLATES =
      List.of("", "lessons/", "lessons/first-notebook/", "blog/", "hubs/rio-ejemplo/", "jobs/");

  private static final String MEASURED =
      """
      var done = arguments[0], shift = 0, largest = 0;
      new PerformanceObserver(function (list) {
        list.getEntries().forEach(function (e) { shift += e.hadRecentInput ? 0 : e.value; });
      }).observe({ type: "layout-shift", buffered: true });
      new PerformanceObserver(function (list) {
        list.getEntries().forEach(function (e) { largest = e.startTime; });
      }).observe({ type: "largest-contentful-paint", buffered: true });
      setTimeout(function () {
        var first = performance.getEntriesByName("first-contentful-paint")[0];
        done({ shift: shift, largest: largest, first: first ? first.startTime : 0 });
      }, 600);
      """;

  @TempDir static Path temp;
  private static Browser browser;
  private static FileServer server;
  private static final List<String> FIGURES = new ArrayList<>();

  @BeforeAll
  static void build() throws IOException {
    browser = Browser.start();
    Path site = ShippedSite.copy(temp.resolve("site"));
    server = FileServer.likeHosts(site.resolve("public"));
    Chasqui.run(ShippedSiteTest.TODAY, site, "build", "--base-url", server.address()).expect(0);
    browser.width(360);
    browser.slow();
    FIGURES.add(
        String.format(
            "%-46s %7s  %8s  %11s  %13s  %5s",
            "page", "KB sent", "requests", "first paint", "largest paint", "shift"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
      Path file = Chasqui.ROOT.resolve("generator/target/first-visit.txt");
      Files.createDirectories(file.getParent());
      Files.write(file, FIGURES);
    }
  }

  /** What opening a page took. */
  private record Visit(Set<String> requests, long bytes, long pictures, double shift) {}

  private static Visit visit(String page) {
    browser.requests();
    server.sent();
    server.pictures();
    browser.open(server.address() + page);
    Map<?, ?> told = (Map<?, ?>) browser.driver().executeAsyncScript(MEASURED);
    Set<String> requests = browser.requests();
    requests.removeIf(request -> request.startsWith("data:"));
    Visit visit = new Visit(requests, server.sent(), server.pictures(), number(told.get("shift")));
    FIGURES.add(
        String.format(
            Locale.ROOT,
            "%-46s %7.1f  %8d  %9.2f s  %11.2f s  %5.3f",
            "/" + page,
            visit.bytes() / 1024.0,
            visit.requests().size(),
            number(told.get("first")) / 1000,
            number(told.get("largest")) / 1000,
            visit.shift()));
    return visit;
  }

  private static double number(Object value) {
    return value instanceof Number n ? n.doubleValue() : 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr"})
  void everyKindOfPageComesInFourRequestsAndStaysWhereItIs(String language) {
    List<String> wrong = new ArrayList<>();
    List<String> pages = new ArrayList<>(TEMPLATES);
    pages.add(LESSONS.get(0));
    for (String template : pages) {
      String page = (language.equals("en") ? "" : language + "/") + template;
      browser.forget(server.address());
      Visit visit = visit(page);
      long asked = visit.requests().stream().filter(FirstVisitTest::isNoFigure).count();
      if (asked > REQUESTS || asked < REQUESTS - 1) {
        wrong.add("/" + page + " asks for " + visit.requests());
      }
      if (visit.shift() > 0.01) {
        wrong.add("/" + page + " moves: " + visit.shift());
      }
      long frame = visit.bytes() - visit.pictures();
      if (frame > 20 * 1024 || frame < 3 * 1024) {
        wrong.add("/" + page + " takes " + frame + " bytes");
      }
      visit.requests().stream()
          .filter(request -> !request.startsWith(server.address()))
          .forEach(request -> wrong.add("/" + page + " asks " + request));
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static boolean isNoFigure(String request) {
    return !request.contains("/images/");
  }

  @Test
  void fiveLessonPagesTakeSixtyKilobytesWithAllThatBrowsersKeep() {
    browser.forget(server.address());
    long bytes = 0;
    for (String page : LESSONS) {
      bytes += visit(page).bytes();
    }
    FIGURES.add(String.format(Locale.ROOT, "%-46s %7.1f", "five lesson pages", bytes / 1024.0));
    assertTrue(bytes > 15 * 1024 && bytes <= 60 * 1024, bytes + " bytes: " + FIGURES);
    assertTrue(server.asked().contains("sw.js"), "the worker is among it: " + server.asked());
  }
}
