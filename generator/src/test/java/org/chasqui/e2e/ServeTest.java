package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.cli.Main;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author writes with {@code chasqui serve} running and a page open beside the editor. */
@Tag("slow")
class ServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  @Test
  void thePageFollowsTheEditorThroughAMistakeAndOutOfIt() throws Exception {
    Path site =
        SiteFile.unpack(
            temp.resolve("site"), Tree.text(GoldenSitesTest.FOLDER.resolve("bad/good.site")));
    Path about = site.resolve("site-content/about.md");
    String text = Tree.text(about);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main main = new Main(Chasqui.console(Map.of(), site, out, out));
    Thread serving = new Thread(() -> main.run("serve", "--port", "0"));
    try (Browser browser = Browser.start()) {
      serving.start();
      Pattern at = Pattern.compile("at (http://127\\.0\\.0\\.1:\\d+/)");
      await("the server", out, () -> at.matcher(said(out)).find());
      Matcher address = at.matcher(said(out));
      assertTrue(address.find());
      browser.open(address.group(1) + "about/");
      assertTrue(browser.document().text().contains("We are here."));

      Tree.write(about, text.replace("We are here.", "We have moved."));
      await("the new text", out, () -> shows(browser, "We have moved."));

      Tree.write(about, text.replace("We are here.", "We are {{< nowhere >}}."));
      await("the mistake", out, () -> problems(browser).contains("shortcode-unknown"));
      assertTrue(problems(browser).contains("site-content/about.md:5:8"), problems(browser));
      assertTrue(shows(browser, "We are"), "what can be shown of it is there");

      Tree.write(about, text.replace("We are here.", "We are back."));
      await("the mended text", out, () -> shows(browser, "We are back."));
      await("the end of the mistake", out, () -> problems(browser).isEmpty());
      assertFalse(Files.exists(site.resolve("public")), "serving writes nothing");
    } finally {
      serving.interrupt();
      serving.join(10_000);
    }
    assertFalse(serving.isAlive(), "it ends when asked");
  }

  private static String said(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static boolean shows(Browser browser, String text) {
    return browser.document().select("main").text().contains(text);
  }

  private static String problems(Browser browser) {
    return browser.document().select("#chasqui-problems[open] pre").text();
  }

  private static void await(String what, ByteArrayOutputStream out, Supplier<Boolean> there)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isThere(there)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not come; the program said:\n" + said(out));
      }
      Thread.sleep(100);
    }
  }

  // A page that is being loaded anew cannot be asked.
  private static boolean isThere(Supplier<Boolean> there) {
    try {
      return there.get();
    } catch (org.openqa.selenium.WebDriverException e) {
      return false;
    }
  }
}
