package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.cli.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** A translator works in the browser: translates, is told of a fault, saves, sees the page. */
@Tag("slow")
class DeskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PROBLEM = "[aria-label='Traducción 3']";

  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aTranslationIsTypedCheckedSavedAndSeen() throws Exception {
    Path site = ShippedSite.copy(temp.resolve("site"));
    Path po = site.resolve("locales/es/about.po");
    String heading = "#. heading\n#. preview: /es/about/#the-problem";
    String whole = Tree.text(po).replace(heading, "# ¿O el reto?\n" + heading);
    String before = whole.replace("msgstr \"El problema\"", "msgstr \"\"");
    Tree.write(po, before);
    Path about = site.resolve("site-content/about.md");
    Tree.write(
        about,
        Tree.text(about)
            .replace("could open science to many", "will soon open science to many")
            .replace("## The problem", "<!-- i18n: comment=\"of everybody\" -->\n## The problem"));
    Main main = new Main(Chasqui.console(Map.of(), site, out, out));
    Thread serving = new Thread(() -> main.run("serve", "--port", "0"));
    try (Browser browser = Browser.start()) {
      serving.start();
      Pattern at = Pattern.compile("Translating: (http://127\\.0\\.0\\.1:\\d+/_translate/)");
      await("the server", () -> at.matcher(said()).find());
      Matcher address = at.matcher(said());
      assertTrue(address.find());
      String desk = address.group(1);
      onlyTheDeskItselfMayWrite(desk, po, before);

      browser.width(1280);
      browser.open(desk + "es/#about");
      await("the sheet", () -> browser.find(PROBLEM).isDisplayed());
      browser.screenshot("desk");
      assertEquals("article.outdated", kind(browser, "Traducción 4"));
      assertTrue(text(browser, "article.outdated del").contains("could"), "what went is shown");
      assertTrue(text(browser, "article.outdated ins").contains("will"), "what came is shown");
      assertEquals(
          PROBLEM,
          "[aria-label='"
              + browser.driver().switchTo().activeElement().getAttribute("aria-label")
              + "']");

      whatPeopleShouldKnowIsSaid(browser);
      WebElement field = browser.find(PROBLEM);
      field.sendKeys("Cuál es el problema?");
      await(
          "the remark", () -> text(browser, "article.untranslated .problems").contains("open-es"));
      field.clear();
      field.sendKeys("¿Cuál es el problema?");
      await("no remark", () -> text(browser, "article.untranslated .problems").isEmpty());
      field.sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
      await("the word that it is saved", () -> text(browser, "#said").equals("Guardado"));
      String after = whole.replace("msgstr \"El problema\"", "msgstr \"¿Cuál es el problema?\"");
      assertEquals(after, Tree.text(po), "only that entry's bytes are new");
      await("the next one", () -> focused(browser).equals("Traducción 4"));
      await(
          "the page",
          () -> {
            browser.driver().switchTo().defaultContent();
            browser.driver().switchTo().frame("preview");
            boolean there = browser.find("main").getText().contains("¿Cuál es el problema?");
            browser.driver().switchTo().defaultContent();
            return there;
          });
      browser.driver().switchTo().defaultContent();
      nothingOfSomebodyElseIsLost(browser, po, after);
      whatReadersDoNotSeeIsSaid(browser);
      browser.width(360);
      Object width = browser.driver().executeScript("return document.body.scrollWidth");
      assertTrue(((Number) width).intValue() <= 360, "it fits on a phone: " + width);
    } finally {
      serving.interrupt();
      serving.join(10_000);
    }
  }

  // What authors and colleagues have written, and how things stand, not by a colour alone.
  private static void whatPeopleShouldKnowIsSaid(Browser browser) {
    String untranslated = text(browser, "article.untranslated");
    assertTrue(untranslated.contains("sin traducir todavía"), untranslated);
    assertTrue(untranslated.contains("Nota de autoría: of everybody"), untranslated);
    assertTrue(untranslated.contains("Comentario: ¿O el reto?"), untranslated);
    assertTrue(text(browser, "article.outdated .about").contains("el original ha cambiado"));
  }

  private void whatReadersDoNotSeeIsSaid(Browser browser) throws Exception {
    WebElement field = browser.find(PROBLEM);
    field.clear();
    field.sendKeys("El `problema`", Keys.chord(Keys.CONTROL, Keys.ENTER));
    await("the warning", () -> text(browser, "#said").startsWith("Guardado, pero se ve el"));
    assertTrue(text(browser, "article .problems .error").contains("code-span"));
    assertEquals("Traducción 3", focused(browser));
  }

  private static void onlyTheDeskItselfMayWrite(String desk, Path po, String before)
      throws Exception {
    HttpRequest forged =
        HttpRequest.newBuilder(URI.create(desk + "es/save"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "sheet=about&context=&id=The+problem&translation=Hacked&before="))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(forged, HttpResponse.BodyHandlers.ofString());
    assertEquals(403, answer.statusCode());
    assertEquals(before, Tree.text(po));
  }

  // The file was changed with another editor while the page was open.
  private void nothingOfSomebodyElseIsLost(Browser browser, Path po, String now) throws Exception {
    String theirs = now.replace("¿Cuál es el problema?", "El problema de siempre");
    Tree.write(po, theirs);
    WebElement field = browser.find(PROBLEM);
    field.clear();
    field.sendKeys("Otra cosa", Keys.chord(Keys.CONTROL, Keys.ENTER));
    await("the refusal", () -> text(browser, "#said").startsWith("Alguien lo cambió"));
    assertEquals(theirs, Tree.text(po));
    // It is shown beside what was typed, which stays; who saves again has seen it.
    await(
        "their text", () -> text(browser, "article .problems").contains("El problema de siempre"));
    assertEquals("Otra cosa", field.getAttribute("value"));
    field.sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    await("it is saved", () -> text(browser, "#said").equals("Guardado"));
    assertEquals(now.replace("¿Cuál es el problema?", "Otra cosa"), Tree.text(po));
  }

  private static String kind(Browser browser, String label) {
    WebElement article =
        browser
            .driver()
            .findElement(By.xpath("//textarea[@aria-label='" + label + "']/ancestor::article"));
    return "article." + article.getAttribute("class");
  }

  private static String text(Browser browser, String css) {
    StringBuilder text = new StringBuilder();
    browser
        .driver()
        .findElements(By.cssSelector(css))
        .forEach(node -> text.append(node.getText()).append(' '));
    return text.toString().strip();
  }

  private static String focused(Browser browser) {
    return String.valueOf(browser.driver().switchTo().activeElement().getAttribute("aria-label"));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void await(String what, Callable<Boolean> there) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isThere(there)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not come; the program said:\n" + said());
      }
      Thread.sleep(100);
    }
  }

  // A page that is being loaded anew cannot be asked.
  private static boolean isThere(Callable<Boolean> question) throws Exception {
    try {
      return question.call();
    } catch (WebDriverException e) {
      return false;
    }
  }
}
