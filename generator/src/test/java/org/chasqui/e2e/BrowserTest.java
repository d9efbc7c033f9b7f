package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The site that comes with the project, seen with a browser: by people with small and large
 * screens, light and dark, with and without scripts. Screenshots go to {@code target/screenshots}.
 */
@Tag("slow")
class BrowserTest {
  private static final List<String> LANGUAGES = List.of("en", "es", "fr");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @TempDir static Path temp;
  private static Browser browser;
  private static FileServer server;

  @BeforeAll
  static void build() throws IOException {
    browser = Browser.start();
    Path site = ShippedSite.copy(temp.resolve("site"));
    server = new FileServer(site.resolve("public"));
    Chasqui.run(ShippedSiteTest.TODAY, site, "build", "--base-url", server.address()).expect(0);
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

  private static String url(String language, String page) {
    return server.address() + (language.equals("en") ? "" : language + "/") + page;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "home, ''",
    "lesson, lessons/first-notebook/",
    "episode, lessons/first-notebook/cells/",
    "post, blog/what-a-hub-is/",
    "job, jobs/lesson-translator/",
    "hub, hubs/rio-ejemplo/",
    "person, people/ana-ejemplo/",
    "list, lessons/",
    "search, search/",
    "results, search/?q=hub",
    "missing, 404.html",
    "about, about/",
    "blog, blog/",
    "archive, blog/2026/",
    "event, events/dna-workshop-2026/",
    "events, events/",
    "glossary, lessons/first-notebook/glossary/",
    "hubs, hubs/",
    "instructors, lessons/first-notebook/instructor/",
    "jobs, jobs/",
    "exercises, lessons/first-notebook/exercises/",
    "offline, offline/",
    "organisations, organisations/",
    "path, paths/from-field-to-sequence/",
    "paths, paths/",
    "people, people/",
    "tags, tags/",
    "translations, l10n/",
    "setup, lessons/first-notebook/setup/",
    "whole-lesson, lessons/dna-with-python/all/"
  })
  void isForEverybody(String kind, String page) throws IOException {
    List<String> wrong = new ArrayList<>();
    browser.requests();
    browser.complaints();
    for (String language : LANGUAGES) {
      for (int width : new int[] {360, 1280}) {
        browser.width(width);
        browser.open(url(language, page));
        if (browser.pageWidth() > width) {
          wrong.add(language + ": " + browser.pageWidth() + " pixels wide, not " + width);
        }
        for (boolean dark : new boolean[] {false, true}) {
          browser.dark(dark);
          String name = kind + "-" + language + "-" + width + (dark ? "-dark" : "-light");
          browser.screenshot(name);
          violations().forEach(violation -> wrong.add(name + ": " + violation));
        }
      }
      browser.width(320);
      if (browser.pageWidth() > 320) {
        wrong.add(language + ": " + browser.pageWidth() + " pixels wide on a screen of 320");
      }
    }
    browser.complaints().forEach(complaint -> wrong.add("console: " + complaint));
    for (String request : browser.requests()) {
      if (!request.startsWith(server.address()) && !request.startsWith("data:")) {
        wrong.add("asks " + request);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  // There are no foreign frames, for whose sake the other mode opens a second window each time.
  @SuppressWarnings("deprecation")
  private static List<String> violations() {
    List<String> found = new ArrayList<>();
    List<Rule> rules =
        new AxeBuilder()
            .setLegacyMode(true)
            .withTags(RULES)
            .analyze(browser.driver())
            .getViolations();
    for (Rule rule : rules) {
      String at = rule.getNodes().get(0).getHtml();
      found.add(rule.getId() + " (" + rule.getHelp() + ") " + rule.getNodes().size() + "x, " + at);
    }
    return found;
  }

  @Test
  void axeWouldFindSomething() {
    browser.open(url("en", ""));
    browser.driver().executeScript("document.body.append(new Image()); document.title = ''");
    assertFalse(violations().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"episode, lessons/first-notebook/cells/", "home, ''", "hub, hubs/rio-ejemplo/"})
  void saysTheSameWithoutScripts(String kind, String page) {
    browser.width(360);
    for (String language : LANGUAGES) {
      browser.open(url(language, page));
      String with = text(browser.document());
      browser.scripts(false);
      try {
        browser.open(url(language, page));
        assertEquals(with, text(browser.document()), language);
        menusOpen();
      } finally {
        browser.scripts(true);
      }
    }
  }

  // Buttons are what scripts add; without them nothing may be missing, and nothing dead be left.
  private static String text(Document page) {
    page.select("script, button, [role=status], [data-local], .launch form").remove();
    return page.body().text();
  }

  private static void menusOpen() {
    for (String menu : List.of("header nav.menu details", "header details.languages")) {
      WebElement details = browser.find(menu);
      WebElement link = details.findElement(By.cssSelector("a"));
      assertFalse(link.isDisplayed(), menu);
      details.findElement(By.cssSelector("summary")).click();
      assertTrue(link.isDisplayed(), menu);
      details.findElement(By.cssSelector("summary")).click();
    }
    for (WebElement button : browser.driver().findElements(By.cssSelector("button"))) {
      assertFalse(button.isDisplayed(), "a button that does nothing without scripts");
    }
  }

  @Test
  void theLanguageSwitchKeepsThePage() {
    browser.width(1280);
    browser.open(url("en", "lessons/first-notebook/cells/"));
    for (String language : List.of("es", "fr", "en")) {
      browser.find("header details.languages summary").click();
      browser.find("header details.languages a[hreflang=" + language + "]").click();
      assertEquals(
          url(language, "lessons/first-notebook/cells/"), browser.driver().getCurrentUrl());
      assertEquals(language, browser.find("html").getDomAttribute("lang"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "America/Bogota, ''",
    "Africa/Nairobi, 'En tu hora: 16 de marzo de 2027.* 22:00.*17 de marzo de 2027.* 1:00'",
    "Asia/Kathmandu, 'En tu hora: 17 de marzo de 2027.* 0:45.*3:45'"
  })
  void anEventTellsTheHourWhereItsReaderIs(String zone, String said) {
    browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    try {
      browser.open(url("es", "events/first-notebook-workshop-2027/"));
      String shown = browser.find("[data-local]").getText().replaceAll("\\p{Z}", " ");
      assertTrue(shown.matches(said), shown);
    } finally {
      browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
    }
  }

  @Test
  void theKeyboardReachesTheTextFirst() {
    browser.width(1280);
    browser.open(url("en", "about/"));
    browser.find("body").sendKeys(org.openqa.selenium.Keys.TAB);
    WebElement skip = browser.driver().switchTo().activeElement();
    assertEquals("Skip to content", skip.getText());
    assertTrue(skip.isDisplayed());
    skip.sendKeys(org.openqa.selenium.Keys.ENTER);
    assertEquals("main", browser.driver().switchTo().activeElement().getDomAttribute("id"));
  }

  @Test
  void darkColoursCanBeChosenAndStay() {
    browser.width(1280);
    browser.dark(false);
    browser.open(url("en", "about/"));
    String light = browser.find("body").getCssValue("background-color");
    browser.find("button.theme").click();
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(d -> !light.equals(browser.find("body").getCssValue("background-color")));
    String dark = browser.find("body").getCssValue("background-color");
    browser.open(url("es", "about/"));
    assertEquals(dark, browser.find("body").getCssValue("background-color"));
    browser.find("button.theme").click();
  }
}
