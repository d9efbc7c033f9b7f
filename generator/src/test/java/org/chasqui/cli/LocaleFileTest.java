package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code locales/LANG/locale.yaml} says is what readers see. */
class LocaleFileTest {
  private static final String PAGE =
      """
      ---
      title: States
      ---

      Alfa is said by the form itself.

      Bravo is said by Spanish alone.

      Charlie is said by nobody at all.

      Delta does not say today what it said in former times.

      Echo does not open [the door](about.md) any more.
      """;

  private static final String HEADER =
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/hubs/norte.yaml",
        session.read("site-content/hubs/norte.yaml").replace("languages: [es]\n", ""));
    session.write("site-content/states.md", PAGE);
    session.write(
        "locales/es/states.po",
        HEADER
            + said("States", "Estados")
            + said("Alfa is said by the form itself.", "SPA-alfa")
            + said("Bravo is said by Spanish alone.", "SPA-bravo")
            + "#, fuzzy\n#| msgid \"Delta does say today what it said in former times.\"\n"
            + said("Delta does not say today what it said in former times.", "SPA-delta")
            + "#, fuzzy\n#| msgid \"Echo does open the door any more.\"\n"
            + said("Echo does not open [the door](about.md) any more.", "SPA-echo"));
    session.write(
        "locales/es/ui.po", HEADER + "msgctxt \"nav.menu\"\nmsgid \"Menu\"\nmsgstr \"SPA-menu\"\n");
  }

  private static String said(String id, String text) {
    return "msgid \"" + id + "\"\nmsgstr \"" + text + "\"\n\n";
  }

  private void build(String languages) {
    session.write(
        "site-content/site.yaml",
        "title: Little\nbase_url: https://little.example.org/\nlanguages: " + languages + "\n");
    assertEquals(0, session.run("build"), session.err());
  }

  private Document page(String path) {
    return Jsoup.parse(session.read("public/" + path + "/index.html"));
  }

  private static String language(Document page, String word) {
    Element place = page.selectFirst("main :containsOwn(" + word + ")");
    return place == null ? "" : place.closest("[lang]").attr("lang");
  }

  @Test
  void aRegionalFormFallsBackToItsLanguageAndThatToTheSource() {
    session.write(
        "locales/es-419/states.po", HEADER + said("Alfa is said by the form itself.", "LAT-alfa"));
    build("[en, es-419]");
    Document page = page("es-419/states");
    assertEquals("es-419", language(page, "LAT-alfa"));
    assertEquals("es-419", language(page, "SPA-bravo"), "who reads es-419 reads es");
    assertEquals("en", language(page, "Charlie"));
    assertTrue(page.outerHtml().contains("SPA-menu"), "so do the words of the interface");
  }

  @Test
  void aLanguageThatReadersKnowTooStandsInMarkedAsSuch() {
    session.write("locales/qu/locale.yaml", "name: Runa simi\nfallback: [es-419, es]\n");
    session.write(
        "locales/qu/states.po", HEADER + said("Alfa is said by the form itself.", "QUE-alfa"));
    session.write(
        "locales/es-419/states.po", HEADER + said("Charlie is said by nobody at all.", "LAT-c"));
    build("[en, qu]");
    assertFalse(session.err().contains("warning"), session.err());
    Document page = page("qu/states");
    assertEquals("qu", language(page, "QUE-alfa"));
    assertEquals("es", language(page, "SPA-bravo"));
    assertEquals("es-419", language(page, "LAT-c"));
    assertEquals("es", page.selectFirst("h1 [lang]").attr("lang"), "a title is marked as well");
    assertTrue(page.outerHtml().contains("SPA-menu"));
    assertTrue(page.selectFirst("nav").parent().parent().html().contains("Runa simi"));
    // What another language says is not translated: the notice and the counts say so.
    String json = session.read("public/l10n/status.json").replaceAll("\\s", "");
    String states = json.substring(json.indexOf("\"path\":\"states\""));
    assertTrue(states.contains("\"segments\":6,\"translated\":1,"), states);
  }

  @Test
  void aPageThatOnlyTheStandInSaysIsNoTranslation() {
    session.write("locales/qu/locale.yaml", "fallback: es\n");
    build("[en, es, qu]");
    Document page = page("qu/states");
    assertEquals("es", language(page, "SPA-alfa"));
    assertEquals("en", language(page, "Charlie"));
    assertEquals(
        "https://little.example.org/states/", page.selectFirst("link[rel=canonical]").attr("href"));
    assertTrue(page("states").select("link[hreflang=qu]").isEmpty());
  }

  @Test
  void aFallbackOfTheSourceAloneForgetsTheLanguageBehindTheForm() {
    session.write("locales/es-419/locale.yaml", "fallback: [en]\n");
    build("[en, es-419, es]");
    assertEquals("en", language(page("es-419/states"), "Bravo"));
  }

  @Test
  void directionAndNameAreAsTheFileSays() {
    session.write("locales/az/locale.yaml", "name: آذربایجان\ndir: rtl\n");
    build("[en, az]");
    Document page = page("az/states");
    assertEquals("rtl", page.selectFirst("html").attr("dir"));
    assertEquals("ltr", page.selectFirst("main :containsOwn(Alfa)").closest("[dir]").attr("dir"));
    assertTrue(page("states").outerHtml().contains("آذربایجان"), "in the choice of languages");
  }

  @Test
  void staleTranslationsAreShownAndMarkedWhereALanguageWantsIt() {
    build("[en, es]");
    assertEquals("en", language(page("es/states"), "Delta"));
    session.write("locales/es/locale.yaml", "stale: translation\n");
    build("[en, es]");
    Document page = page("es/states");
    Element delta = page.selectFirst("main :containsOwn(SPA-delta)");
    assertEquals("es", delta.closest("[lang]").attr("lang"));
    assertTrue(delta.hasClass("outdated"), delta.outerHtml());
    // A translation that lacks the link of today's source would send readers nowhere.
    assertEquals("en", language(page, "Echo"));
    assertTrue(page.selectFirst("main .notice").text().contains("2 "), "still counted as changed");
    assertFalse(session.err().contains("translation-refused"), session.err());
  }

  @Test
  void mistakesAreToldWhereTheyStand() {
    session.write(
        "locales/es/locale.yaml",
        "registre: tú\ndir: up\nstale: show\nfallback: [es, de, Klingon]\n");
    session.write("site-content/site.yaml", "title: Little\nlanguages: [en, es]\n");
    assertEquals(1, session.run("build"), session.err());
    String err = session.err();
    for (String told :
        new String[] {
          "warning[front-matter-key-unknown] locales/es/locale.yaml:1:1\n",
          "error[value-unknown] locales/es/locale.yaml:2:6\n",
          "error[value-unknown] locales/es/locale.yaml:3:8\n",
          "warning[locale-fallback] locales/es/locale.yaml:4:12\n",
          "warning[locale-fallback] locales/es/locale.yaml:4:16\n",
          "warning[locale-fallback] locales/es/locale.yaml:4:20\n"
        }) {
      assertTrue(err.contains(told), told + "\n" + err);
    }
  }

  @Test
  void circlesEnd() {
    session.write("locales/es/locale.yaml", "fallback: [qu]\n");
    session.write("locales/qu/locale.yaml", "fallback: [es]\n");
    build("[en, es, qu]");
    assertEquals("es", language(page("qu/states"), "SPA-bravo"));
  }
}
