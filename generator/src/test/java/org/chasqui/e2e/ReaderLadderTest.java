package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * Every template in a real browser: mirrored, with long words, large, spaced out, without a mouse,
 * without scripts, in the colours of the system. Screenshots go to {@code target/screenshots}.
 */
@Tag("slow")
class ReaderLadderTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @TempDir static Path temp;
  private static Browser browser;
  private static FileServer server;

  @BeforeAll
  static void build() throws IOException {
    browser = Browser.start();
    Path site = temp.resolve("site");
    server = new FileServer(site.resolve("public"));
    EveryTemplate.build(site, server.address());
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

  @AfterEach
  void asUsual() {
    browser.scripts(true);
    browser.media(Map.of());
    browser.width(1280);
  }

  private static void open(String language, String page) {
    browser.open(server.address() + EveryTemplate.path(language, page));
  }

  @Test
  void everyTemplateIsThere() throws IOException {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.list(Chasqui.ROOT.resolve("themes/chasqui"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ftlh"))
          .forEach(name -> there.add(name.replace(".ftlh", "")));
    }
    there.removeAll(EveryTemplate.PARTS);
    assertEquals(there, new TreeSet<>(EveryTemplate.pages().keySet()));
  }

  @ParameterizedTest(name = "{0}, {1} pixels")
  @CsvSource({"en, 360", "en, 1280", "ar-XB, 360", "ar-XB, 1280"})
  void noAccessibilityRuleIsBroken(String language, int width) throws IOException {
    List<String> wrong = new ArrayList<>();
    browser.width(width);
    for (Map.Entry<String, String> page : EveryTemplate.pages().entrySet()) {
      open(language, page.getValue());
      inBothColours(page.getKey() + "-" + language + "-" + width, wrong);
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void inBothColours(String name, List<String> wrong) throws IOException {
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      String shown = name + (dark ? "-dark" : "-light");
      browser.screenshot("every/" + shown);
      violations().forEach(violation -> wrong.add(shown + ": " + violation));
    }
  }

  @Test
  void anArabicPageBreaksNoRule() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String page : List.of("lessons/first-notebook/cells/", "about/", "")) {
      for (int width : new int[] {360, 1280}) {
        browser.width(width);
        open("ar", page);
        inBothColours("arabic-" + page.replaceAll(".*/(?=.)|/", "") + "-" + width, wrong);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  // There are no foreign frames, for whose sake the other mode opens a second window each time.
  @SuppressWarnings("deprecation")
  private static List<String> violations() {
    List<String> found = new ArrayList<>();
    AxeBuilder axe = new AxeBuilder().setLegacyMode(true).withTags(RULES);
    for (Rule rule : axe.analyze(browser.driver()).getViolations()) {
      String at = rule.getNodes().get(0).getHtml();
      found.add(rule.getId() + " (" + rule.getHelp() + ") " + rule.getNodes().size() + "x, " + at);
    }
    return found;
  }

  // ---- reflow --------------------------------------------------------------------------------

  private static final String LARGE = "document.documentElement.style.fontSize = '225%'";
  private static final String SPACED =
      """
      document.head.append(Object.assign(document.createElement('style'), {textContent:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important;'
        + ' word-spacing: .16em !important } p { margin-block-end: 2em !important }'}))
      """;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"en", "en-XA", "ar-XB"})
  void nothingIsCutOffOrScrollsSideways(String language) {
    List<String> wrong = new ArrayList<>();
    for (String page : EveryTemplate.pages().values()) {
      wide(wrong, language, page, 320, 256, "");
      wide(wrong, language, page, 360, 800, LARGE);
      wide(wrong, language, page, 1280, 800, LARGE);
      wide(wrong, language, page, 320, 800, SPACED);
    }
    assertEquals("", String.join("\n", wrong));
  }

  // 320 by 256 pixels is a window of 1280 by 1024 at 400 %.
  private static void wide(
      List<String> wrong, String language, String page, int width, int height, String how) {
    browser.size(width, height);
    open(language, page);
    browser.driver().executeScript(how);
    String at = page + " in " + language + " at " + width + (how.isEmpty() ? "" : " " + how);
    if (browser.pageWidth() > width) {
      wrong.add(at + ": " + browser.pageWidth() + " pixels wide: " + browser.run(TOO_WIDE));
    }
    Object cut = browser.run(CUT);
    if (!cut.toString().equals("[]")) {
      wrong.add(at + ": cut off " + cut);
    }
  }

  private static final String TOO_WIDE =
      """
      const wide = document.documentElement.clientWidth;
      return [...document.querySelectorAll('body *')].filter(e => {
        const box = e.getBoundingClientRect();
        return box.width > 1 && !e.closest('details:not([open]), .skip') && (box.right > wide + 1 || box.left < -1);
      }).slice(0, 3).map(e => e.outerHTML.slice(0, 90));
      """;

  // What hides its overflow must have none.
  private static final String CUT =
      """
      return [...document.querySelectorAll('body *')].filter(e => {
        const style = getComputedStyle(e);
        return style.overflowY === 'hidden' && !e.matches('.skip, .hidden')
          && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
      }).slice(0, 3).map(e => e.outerHTML.slice(0, 90));
      """;

  // ---- direction -----------------------------------------------------------------------------

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ar", "ar-XB"})
  void everythingIsMirroredButCodeAndWhatIsInAnotherLanguage(String language) {
    List<String> wrong = new ArrayList<>();
    for (String page : EveryTemplate.pages().values()) {
      open(language, page);
      ((List<?>) browser.run(DIRECTIONS)).forEach(e -> wrong.add(page + ": " + e));
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static final String DIRECTIONS =
      """
      const rtl = /^(ar|fa|he|ur)\\b/;
      const wrong = [];
      for (const e of document.querySelectorAll('[lang]')) {
        const direction = getComputedStyle(e).direction;
        const wanted = rtl.test(e.lang) || e.lang.endsWith('-XB') ? 'rtl' : 'ltr';
        // A word in a line may rely on the letters' own direction; a block may not.
        if (direction !== wanted && getComputedStyle(e).display !== 'inline') {
          wrong.push(e.lang + ' ' + e.outerHTML.slice(0, 90));
        }
      }
      for (const e of document.querySelectorAll('pre, code, kbd, math')) {
        if (getComputedStyle(e).direction !== 'ltr') {
          wrong.push(e.outerHTML.slice(0, 90));
        }
      }
      for (const e of document.querySelectorAll('.text :is(pre, code, kbd)')) {
        if (!e.closest('[dir=ltr]')) {
          wrong.push('no dir: ' + e.outerHTML.slice(0, 90));
        }
      }
      const brand = document.querySelector('.brand').getBoundingClientRect();
      if (brand.left < innerWidth / 2) {
        wrong.push('the brand stands left');
      }
      return wrong;
      """;

  @Test
  void aButtonNeverCoversTheCodeBesideIt() {
    browser.width(1280);
    for (String language : List.of("en", "ar-XB")) {
      open(language, "lessons/first-notebook/cells/");
      assertEquals(
          List.of(),
          browser.run(
              """
              return [...document.querySelectorAll('.codebox')].filter(box => {
                const range = document.createRange();
                range.selectNodeContents(box.querySelector('code'));
                const text = range.getClientRects()[0];
                const copy = box.querySelector('.copy').getBoundingClientRect();
                return copy.left < text.right && text.left < copy.right && text.width < 300;
              }).map(box => box.textContent);
              """),
          language);
    }
  }

  // ---- keyboard ------------------------------------------------------------------------------

  @ParameterizedTest(name = "{0}, {1}, {2} pixels")
  @CsvSource({
    "en, lessons/first-notebook/cells/, 1280",
    "en, lessons/first-notebook/cells/, 360",
    "ar-XB, lessons/first-notebook/cells/, 1280",
    "en, '', 1280",
    "ar, lessons/first-notebook/cells/, 360",
    "fr, search/, 360",
    "en, lessons/first-notebook/, 360",
    "es, l10n/, 1280",
    "en, hubs/status/, 1280"
  })
  void theTabKeyWalksThroughThePageInOrder(String language, String page, int width) {
    browser.size(width, 600);
    open(language, page);
    assertEquals(List.of(), walk(), "from the first to the last");
  }

  private static List<String> walk() {
    List<String> wrong = new ArrayList<>();
    browser.media(Map.of("prefers-reduced-motion", "reduce"));
    browser.run("window.walked = []; scrollTo(0, 0); return 0");
    for (int step = 0; step < 400; step++) {
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      String seen = String.valueOf(browser.run(STEP));
      if (seen.equals("end")) {
        assertTrue(step > 5, "there is more to walk through");
        return wrong;
      }
      if (!seen.isEmpty()) {
        wrong.add(seen);
      }
    }
    wrong.add("the walk never ends");
    return wrong;
  }

  private static final String STEP =
      """
      const e = document.activeElement, before = window.walked.at(-1);
      if (!e || e === document.body || e === window.walked[0]) return 'end';
      const name = e.outerHTML.slice(0, 110);
      if (!before && !e.matches('.skip')) return 'first comes ' + name;
      window.walked.push(e);
      if (before && !(before.compareDocumentPosition(e) & 4)) return 'out of order: ' + name;
      const style = getComputedStyle(e);
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
        return 'not seen: ' + name;
      const box = [...e.getClientRects()].find(b => b.width > 0) || e.getBoundingClientRect();
      if (box.width < 1 || box.bottom <= 0 || box.top >= innerHeight) return 'outside: ' + name;
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 1),
        innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      if (top && !e.contains(top) && !top.contains(e)) return 'covered: ' + name;
      return '';
      """;

  @Test
  void theWalkWouldFindWhatIsWrong() {
    browser.size(1280, 600);
    open("en", "about/");
    browser.run(
        """
        const link = document.querySelector('main a');
        link.style.cssText = 'outline: none; box-shadow: none';
        document.querySelector('footer a').tabIndex = 5;
        return 0;
        """);
    List<String> wrong = walk();
    assertFalse(wrong.isEmpty());
  }

  @ParameterizedTest(name = "{0} pixels")
  @ValueSource(ints = {360, 1280})
  void whatIsPressedIsLargeEnough(int width) {
    List<String> wrong = new ArrayList<>();
    browser.width(width);
    for (String page : EveryTemplate.pages().values()) {
      open("en", page);
      ((List<?>) browser.run(TARGETS)).forEach(e -> wrong.add(page + ": " + e));
    }
    assertEquals("", String.join("\n", wrong));
  }

  // Everything 24 pixels, unless it is a word in a line; what the theme calls a control, 44.
  private static final String TARGETS =
      """
      const wrong = [];
      const large = '.top :is(summary, button, .brand, .find), .button, .text summary,'
        + ' .contents > summary, [role=tab]';
      for (const e of document.querySelectorAll('a[href], button, summary, input, select')) {
        const box = (e.closest('label') || e).getBoundingClientRect(), style = getComputedStyle(e);
        if (!box.width || e.matches('.skip') || style.visibility === 'hidden') continue;
        const least = e.matches(large) ? 44 : style.display === 'inline' ? 0 : 24;
        if (box.height < least - .5 || box.width < least - .5) {
          wrong.push(Math.round(box.width) + 'x' + Math.round(box.height) + ' '
            + e.outerHTML.slice(0, 110));
        }
      }
      return wrong;
      """;

  // ---- without scripts -----------------------------------------------------------------------

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"en", "ar", "ar-XB"})
  void everyTemplateSaysTheSameWithoutScripts(String language) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> pages = EveryTemplate.pages();
    pages.remove("offline"); // lists what the browser has kept, which scripts alone can know
    for (String page : pages.values()) {
      browser.width(360);
      open(language, page);
      String with = text(browser.document());
      browser.scripts(false);
      open(language, page);
      if (!with.equals(text(browser.document()))) {
        wrong.add(page + ": " + with + "\n  is without scripts\n" + text(browser.document()));
      }
      browser.scripts(true);
      ((List<?>) browser.run(DEAD)).forEach(e -> wrong.add(page + ": " + e));
      ((List<?>) browser.run(FOLDED)).forEach(e -> wrong.add(page + ": " + e));
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static String text(Document page) {
    page.select(
            "script, noscript, button, [role=status], [role=tablist], [data-local], .launch form")
        .remove();
    return page.body().text();
  }

  // The page's own scripts have not run; these may look at what they left undone.
  private static final String DEAD =
      """
      return [...document.querySelectorAll('button')].filter(b => b.getClientRects().length
        && !b.form).map(b => 'dead ' + b.outerHTML.slice(0, 90));
      """;
  private static final String FOLDED =
      """
      const wrong = [];
      for (const d of document.querySelectorAll('details')) {
        for (let e = d; e; e = e.parentElement) if (e.matches('details')) e.open = true;
        const inside = [...d.children].filter(c => !c.matches('summary'));
        if (d.querySelector('summary').getClientRects().length
            && !inside.some(c => c.getBoundingClientRect().height > 0)) {
          wrong.push('opens onto nothing: ' + d.outerHTML.slice(0, 90));
        }
        if (d.name) d.open = false;
      }
      return wrong;
      """;

  // ---- what the system asks for ----------------------------------------------------------------

  @Test
  void theColoursOfTheSystemLeaveEdgesAndFocus() throws IOException {
    browser.media(Map.of("forced-colors", "active"));
    for (String page : List.of("", "lessons/first-notebook/cells/", "search/")) {
      open("en", page);
      browser.screenshot("every/forced-" + page.replaceAll(".*/(?=.)|/", ""));
      assertEquals(List.of(), browser.run(EDGES), page);
    }
  }

  private static final String EDGES =
      """
      const wrong = [];
      for (const e of document.querySelectorAll(
          '.entry, .callout, .box, .notice, .button, [role=tab], input:not([type=checkbox]), pre')) {
        const style = getComputedStyle(e);
        if (e.getClientRects().length && parseFloat(style.borderInlineStartWidth) < 1
            && parseFloat(style.borderBlockStartWidth) < 1) {
          wrong.push('no edge: ' + e.outerHTML.slice(0, 90));
        }
      }
      const link = document.querySelector('main a');
      link.focus({focusVisible: true});
      if (getComputedStyle(link).outlineStyle === 'none') wrong.push('no focus');
      return wrong;
      """;

  @Test
  void nothingMovesForWhoWantsThat() {
    browser.media(Map.of("prefers-reduced-motion", "reduce"));
    for (String page : List.of("", "lessons/first-notebook/cells/")) {
      open("en", page);
      assertEquals(
          List.of(),
          browser.run(
              """
              return [document.documentElement, ...document.querySelectorAll('*')].filter(e => {
                const s = getComputedStyle(e);
                return s.scrollBehavior === 'smooth' || parseFloat(s.transitionDuration) > 0
                  || s.animationName !== 'none';
              }).map(e => e.outerHTML.slice(0, 90));
              """));
    }
  }
}
