package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A learner opens a lesson in their hub: chosen once, then one click away, until forgotten. */
@Tag("slow")
class HubChooserTest {
  private static final String EPISODE = "lessons/first-notebook/cells/";
  private static final String OTHER_EPISODE = "lessons/first-notebook/reading-data/";
  private static final String PULL = "hub/user-redirect/git-pull?repo=";

  @TempDir static Path temp;
  private static Browser browser;
  private static FileServer server;

  @BeforeAll
  static void build() throws IOException {
    browser = Browser.start();
    Path site = ShippedSite.copy(temp.resolve("site"));
    // A second hub that runs, and one that has retired and left a Binder.
    Files.writeString(
        site.resolve("site-content/hubs/lake.md"),
        hub("Hub Lake", "active", "address: https://hub.lake.example.org/base/\n"));
    Files.writeString(
        site.resolve("site-content/hubs/old.md"),
        hub("Hub Old", "retired", "binder: https://mybinder.org/\n"));
    server = new FileServer(site.resolve("public"));
    Chasqui.run(ShippedSiteTest.TODAY, site, "build", "--base-url", server.address()).expect(0);
  }

  private static String hub(String name, String status, String more) {
    return "---\nname: %s\nstatus: %s\n%srepository: https://git.example.org/x/y\nlanguages: [en]\n---\n"
        .formatted(name, status, more);
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

  @BeforeEach
  void forgotten() {
    browser.scripts(true);
    browser.size(360, 2400);
    browser.media(Map.of("prefers-reduced-motion", "reduce"));
    open(EPISODE);
    browser.run("localStorage.clear(); return 0");
    open(EPISODE);
  }

  private static void open(String page) {
    browser.open(server.address() + page);
  }

  private static List<WebElement> all(String css) {
    return browser.driver().findElements(By.cssSelector(css));
  }

  // The link would leave the site: what it does to this page is looked at without going there.
  private static void choose(String hub) {
    browser.run(
        "addEventListener('click', e => { if (e.target.closest('a[data-hub]')) e.preventDefault() });"
            + "return 0");
    browser.find(".launch summary").click();
    browser.find(".launch a[data-hub=" + hub + "]").click();
  }

  @Test
  void whatWasChosenComesFirstOnEveryEpisode() {
    assertEquals("Open in a hub", browser.find(".launch summary").getText());
    assertEquals(1, all(".launch > a.button:not([download])").size());
    assertFalse(browser.find(".launch > a.button:not([download])").isDisplayed());
    choose("lake");
    open(OTHER_EPISODE);
    WebElement mine = browser.find(".launch > a.button:not([download])");
    assertTrue(mine.isDisplayed());
    assertEquals("Open in Hub Lake", mine.getText());
    String href = mine.getDomProperty("href");
    assertTrue(href.startsWith("https://hub.lake.example.org/base/" + PULL), href);
    assertEquals("Another hub", browser.find(".launch summary").getText());
    assertEquals(
        browser.find(".launch a[data-hub=lake]").getDomProperty("href"), href, "the same link");
  }

  @Test
  void itIsForgottenWithTheKeyboardAlone() {
    choose("lake");
    open(EPISODE);
    WebElement summary = browser.find(".launch summary");
    summary.sendKeys(Keys.ENTER);
    WebElement forget = browser.find(".launch button[type=button]");
    assertEquals("Forget this hub", forget.getText());
    assertEquals(
        "This device remembers Hub Lake.", browser.find(".launch [role=status]").getText());
    forget.sendKeys(Keys.ENTER);
    assertEquals("No hub is remembered any more.", browser.find(".launch [role=status]").getText());
    assertFalse(browser.find(".launch > a.button:not([download])").isDisplayed());
    assertEquals("summary", browser.driver().switchTo().activeElement().getTagName());
    open(EPISODE);
    assertEquals("Open in a hub", browser.find(".launch summary").getText());
  }

  @Test
  void aRetiredHubLeadsToItsBinder() {
    choose("old");
    open(EPISODE);
    WebElement mine = browser.find(".launch > a.button:not([download])");
    assertEquals("Open in Binder (Hub Old)", mine.getText());
    String href = mine.getDomProperty("href");
    assertTrue(href.startsWith("https://mybinder.org/v2/git/"), href);
  }

  @Test
  void aHubThatNobodyListedIsTakenByItsAddress() {
    browser.find(".launch summary").click();
    WebElement field = browser.find(".launch input[type=url]");
    for (String wrong :
        List.of("", "hub", "http://hub.example.org", "javascript:alert(1)", "https://a@b.org/")) {
      field.clear();
      field.sendKeys(wrong, Keys.ENTER);
      assertEquals("true", field.getDomAttribute("aria-invalid"), wrong);
      assertFalse(browser.find(".launch > a.button:not([download])").isDisplayed(), wrong);
    }
    field.clear();
    field.sendKeys("https://jupyter.school.example.org/lab/hub/home", Keys.ENTER);
    WebElement mine = browser.find(".launch > a.button:not([download])");
    assertEquals("Open in jupyter.school.example.org", mine.getText());
    String href = mine.getDomProperty("href");
    assertTrue(href.startsWith("https://jupyter.school.example.org/lab/" + PULL), href);
    assertEquals(mine, browser.driver().switchTo().activeElement());
    open(OTHER_EPISODE);
    assertTrue(browser.find(".launch > a.button:not([download])").isDisplayed());
  }

  @Test
  void aHubThatIsNotHereIsNotOffered() {
    browser.run("localStorage.setItem('hub', 'gone\"]'); return 0");
    open(EPISODE);
    assertFalse(browser.find(".launch > a.button:not([download])").isDisplayed());
    assertEquals("Open in a hub", browser.find(".launch summary").getText());
  }

  @Test
  void withoutScriptsAllAreLinks() {
    browser.scripts(false);
    open(EPISODE);
    assertEquals(0, all(".launch form, .launch button").size());
    browser.find(".launch summary").click();
    List<WebElement> links = all(".launch details a[data-hub]");
    assertTrue(links.size() >= 3, "three hubs have it");
    for (WebElement link : links) {
      assertTrue(link.isDisplayed(), link.getText());
      assertTrue(link.getDomAttribute("href").startsWith("https://"), link.getText());
    }
    browser.scripts(true);
  }
}
