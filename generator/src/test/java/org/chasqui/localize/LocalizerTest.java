package org.chasqui.localize;

import static org.chasqui.localize.TestSite.EN;
import static org.chasqui.localize.TestSite.ES;
import static org.chasqui.localize.TestSite.FR;
import static org.chasqui.localize.TestSite.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Body;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Wording;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizerTest {
  private static final String BODY =
      """
      ## Getting started

      Open the hub in your browser.

      Then run the first cell.

      ## Next

      - one item
      - another item
      """;

  private static String text(Body body, Body.Fallback stretch) {
    return body.markdown().substring(stretch.start(), stretch.end());
  }

  @Test
  void translatesWhatIsTranslatedAndMarksTheRest() {
    TestSite site =
        new TestSite()
            .page("start", "Start here", BODY)
            .catalogue(
                "locales/es/start.po",
                entry("Start here", "Empiece aquí")
                    + entry("Getting started", "Primeros pasos")
                    + entry("Open the hub in your browser.", "Abra el hub en su navegador.")
                    + entry("one item", "un elemento"));
    Page page = site.localized("start", ES);
    assertEquals("/es/start/", page.path().value());
    assertEquals("Empiece aquí", page.header().title().value());
    assertEquals(ES, page.header().title().language());
    String markdown = page.body().markdown();
    assertTrue(markdown.contains("Abra el hub en su navegador."), markdown);
    assertTrue(markdown.contains("- un elemento\n- another item"), markdown);
    assertEquals(
        List.of("Then run the first cell.", "Next", "another item"),
        page.body().fallbacks().stream().map(f -> text(page.body(), f)).toList());
    for (Body.Fallback stretch : page.body().fallbacks()) {
      assertEquals(EN, stretch.language());
      assertEquals(Body.Fallback.State.UNTRANSLATED, stretch.state());
    }
    Coverage coverage = page.header().coverage();
    assertEquals(Coverage.Mode.CATALOGUE, coverage.mode());
    assertEquals(7, coverage.segments());
    assertEquals(4, coverage.translated());
    assertEquals(List.of("Ana Pérez", "Luz Díaz"), coverage.translators());
    assertEquals(Optional.of(LocalDate.of(2026, 2, 3)), coverage.revised());
    assertEquals(List.of(), site.said());
  }

  @Test
  void everyStretchKnowsTheFileItCameFrom() {
    TestSite site =
        new TestSite()
            .page("start", "Start", BODY)
            .catalogue(
                "locales/es/start.po",
                entry("Open the hub in your browser.", "Abra \\\"el hub\\\" en su navegador."));
    Body body = site.localized("start", ES).body();
    for (String word : List.of("Abra", "hub", "navegador")) {
      int at = body.markdown().indexOf(word);
      SourceSpan origin = body.origin(at, at + word.length());
      assertEquals("locales/es/start.po", origin.file().path());
      assertEquals(word, origin.text());
    }
    for (String word : List.of("Getting", "first cell", "another item")) {
      int at = body.markdown().indexOf(word);
      SourceSpan origin = body.origin(at, at + word.length());
      assertEquals("site-content/start.md", origin.file().path());
      assertEquals(word, origin.text());
    }
  }

  @Test
  void aPageWithoutTranslationIsAFallback() {
    TestSite site = new TestSite().page("start", "Start", BODY);
    Page page = site.localized("start", FR);
    assertEquals(Coverage.Mode.FALLBACK, page.header().coverage().mode());
    assertFalse(page.header().coverage().real());
    assertEquals(EN, page.header().title().language());
    assertEquals(FR, page.language());
    assertEquals(BODY, page.body().markdown());
    assertEquals(6, page.body().fallbacks().size());
    assertEquals(3, site.localize().site().pages().size());
  }

  @Test
  void aStaleCatalogueNeverBreaksABuild() {
    TestSite site =
        new TestSite()
            .page("start", "Start", BODY)
            .catalogue(
                "locales/es/start.po",
                entry("Open the hub in your browser", "Abra el hub.")
                    + entry("Then run the second cell.", "Luego ejecute la segunda celda.")
                    + entry("Gone for good, this one.", "Ido."));
    Page page = site.localized("start", ES);
    assertTrue(page.body().markdown().contains("Abra el hub."));
    assertTrue(page.body().markdown().contains("Then run the first cell."));
    Body.Fallback outdated =
        page.body().fallbacks().stream()
            .filter(f -> f.state() == Body.Fallback.State.OUTDATED)
            .findFirst()
            .orElseThrow();
    assertEquals("Then run the first cell.", text(page.body(), outdated));
    // The full stop is cosmetic: shown, but counted.
    assertEquals(0, page.header().coverage().translated());
    assertEquals(2, page.header().coverage().outdated());
    assertEquals(Coverage.Mode.CATALOGUE, page.header().coverage().mode());
    assertEquals(List.of(), site.said());
  }

  @Test
  void whatIsNewIsNotCalledOutdatedBecauseItIsLikeSomethingElse() {
    TestSite site =
        new TestSite()
            .page("start", "Start", "Read the first table.\n\nRead the second table.\n")
            .catalogue(
                "locales/es/start.po", entry("Read the first table.", "Lea la primera tabla."));
    Page page = site.localized("start", ES);
    assertEquals(Body.Fallback.State.UNTRANSLATED, page.body().fallbacks().get(0).state());
    assertEquals(0, page.header().coverage().outdated());
  }

  @Test
  void linksThatMovedAreFollowed() {
    TestSite site =
        new TestSite()
            .page("start", "Start", "See [the page](new.md) now.\n")
            .catalogue(
                "locales/es/start.po",
                entry("See [the page](old.md) now.", "Vea [la página](old.md) ahora."));
    Page page = site.localized("start", ES);
    assertEquals("Vea [la página](new.md) ahora.\n", page.body().markdown());
    assertEquals(1, page.header().coverage().translated());
  }

  @Test
  void draftsOfMachinesAreNotShown() {
    TestSite site =
        new TestSite()
            .page("start", "Start", "A text.\n")
            .catalogue(
                "locales/es/start.po", "# mt: engine 2026-01-01\n" + entry("A text.", "Uno."));
    assertEquals("A text.\n", site.localized("start", ES).body().markdown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ejecute `ls <script>alert(1)</script>",
        "Ejecute `ls` <script>alert(1)</script>",
        "<img src=x onerror=alert(1)> `ls`",
        "Ejecute `ls` [aquí](javascript:alert(1))",
        "Ejecute `ls`</div><iframe src=//evil.example></iframe>",
        "Ejecute `rm -rf`",
        "Ejecute `ls` [aquí](JaVaScRiPt:alert(1))",
        "Ejecute `ls` [aquí](java&#115;cript:alert(1))",
        "Ejecute `ls` [aquí](data:text/html,<b>x</b>)",
        "Ejecute `ls` ![x](javascript:alert(1))",
        "Ejecute `ls` <javascript:alert(1)>",
        "Ejecute `ls` <a href=javascript:alert(1)>aquí</a>",
        "Ejecute `ls` <svg onload=alert(1)>",
        "Ejecute `ls` <b onclick=alert(1)>ya</b>",
        "Ejecute `ls` <style>body{display:none}</style>",
        "Ejecute `ls` <form action=//evil.example><input></form>",
        "Ejecute `ls` <object data=//evil.example></object>",
        "Ejecute `ls` <embed src=//evil.example>",
        "Ejecute `ls` <base href=//evil.example>",
        "Ejecute `ls` <meta http-equiv=refresh content=0>",
        "Ejecute `ls` <link rel=stylesheet href=//evil.example>",
        "Ejecute `ls` <!-- x --><script>alert(1)</script>",
        "Ejecute `ls` <details ontoggle=alert(1) open>ya</details>",
        "Ejecute `ls` {{< script >}}",
      })
  @DisplayName("AC6 two dozen hostile translations never reach the page")
  void hostileTranslationsNeverReachThePage(String translation) {
    TestSite site =
        new TestSite()
            .page("start", "Run `ls` here", "Run `ls` here\n\nAnother text.\n")
            .catalogue(
                "locales/es/start.po",
                entry("Run `ls` here", translation) + entry("Another text.", "Otro."));
    Page page = site.localized("start", ES);
    assertEquals("Run `ls` here\n\nOtro.\n", page.body().markdown());
    assertEquals("Run `ls` here", page.header().title().value());
    assertEquals(EN, page.header().title().language());
    assertEquals(Body.Fallback.State.REFUSED, page.body().fallbacks().get(0).state());
    for (Diagnostic diagnostic : site.diagnostics.sorted()) {
      assertEquals("translation-refused", diagnostic.code());
      assertEquals(Severity.WARNING, diagnostic.severity());
      assertEquals("locales/es/start.po", diagnostic.span().file().path());
      assertEquals(translation, diagnostic.span().text());
    }
    assertFalse(site.diagnostics.sorted().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uno\\n\\ndos",
        "uno\\n\\n## Título\\n\\ndos",
        "# uno",
        "- uno",
        "1. uno",
        "> uno",
        "::: solution",
        "```",
        "---",
        "    uno",
        "{{< secret >}}",
      })
  void aTranslationCannotChangeWhatThePageIsMadeOf(String translation) {
    TestSite site =
        new TestSite()
            .page("start", "Start", "one\n\ntwo here\n\n- three\n")
            .catalogue(
                "locales/es/start.po",
                entry("one", translation) + entry("two here", "dos") + entry("three", "tres"));
    Body body = site.localized("start", ES).body();
    assertTrue(
        org.chasqui.markdown.Markdown.sameStructure(
            "one\n\ntwo here\n\n- three\n", body.markdown()),
        body.markdown());
    assertTrue(body.markdown().contains("dos\n\n- tres\n"), body.markdown());
  }

  @Test
  void whatSomebodyTranslatedAsAWholeWins() {
    TestSite site =
        new TestSite()
            .page("start", "Start", BODY)
            .wholePage("start", ES, "Inicio", "Todo en español.\n")
            .catalogue("locales/es/start.po", entry("Start", ""));
    Page page = site.localized("start", ES);
    assertEquals("Todo en español.\n", page.body().markdown());
    assertEquals(Coverage.Mode.WHOLE_PAGE, page.header().coverage().mode());
    assertEquals(List.of(), site.said());
    site.catalogue("locales/es/start.po", entry("Start", "Inicio"));
    site.localize();
    assertEquals(List.of("ERROR translation-twice locales/es/start.po:1:1"), site.said());
  }

  @Test
  void saysWhichCataloguesAreOfNoUse() {
    TestSite site =
        new TestSite()
            .page("start", "Start", BODY)
            .episode("lessons/x/intro", "Intro", List.of(), "Text.\n")
            .catalogue("locales/es/strat.po", entry("Start", "Inicio"))
            .catalogue("locales/es/lessons/x/01-intro.po", entry("Intro", "Introducción"))
            .catalogue("locales/fx/start.po", entry("Start", "Inicio"));
    site.localize();
    assertEquals(
        List.of(
            "WARNING catalogue-orphan locales/es/lessons/x/01-intro.po:1:1",
            "WARNING catalogue-orphan locales/es/strat.po:1:1",
            "WARNING catalogue-language locales/fx/start.po:1:1"),
        site.said());
    assertEquals(
        List.of(
            "Did you mean 'lessons/x/intro.po'?", "Did you mean 'start.po'?", "Did you mean 'fr'?"),
        site.diagnostics.sorted().stream().map(d -> d.help().orElseThrow()).toList());
  }

  @Test
  void aCatalogueThatCannotBeReadIsAnError() {
    TestSite site =
        new TestSite()
            .page("start", "Start", BODY)
            .catalogue("locales/es/start.po", "msgid \"Start\nmsgstr \"Inicio\"\n");
    assertEquals(Coverage.Mode.FALLBACK, site.localized("start", ES).header().coverage().mode());
    assertEquals(List.of("ERROR po-syntax locales/es/start.po:16:7"), site.said());
  }

  @Test
  void frontMatterIsTranslatedFieldByField() {
    TestSite site =
        new TestSite()
            .episode("lessons/x/intro", "Intro", List.of("What is\na *hub*?", "Why?"), "Why?\n")
            .catalogue(
                "locales/es/lessons/x/intro.po",
                entry("What is a *hub*?", "¿Qué es un *hub*?") + entry("Why?", "¿Por qué?"));
    Episode episode = (Episode) site.localized("lessons/x/intro", ES);
    assertEquals(
        List.of("¿Qué es un *hub*?", "¿Por qué?"),
        episode.details().questions().stream().map(t -> t.value()).toList());
    assertEquals(
        "locales/es/lessons/x/intro.po", episode.details().questions().get(0).span().file().path());
    assertEquals("¿Por qué?\n", episode.body().markdown());
    assertEquals(EN, episode.header().title().language());
    assertEquals(3, episode.header().coverage().segments());
    assertEquals(2, episode.header().coverage().translated());
  }

  @Test
  void namesOfPeopleAreInEveryLanguage() {
    TestSite site = new TestSite().person("ana", "Ana Pérez");
    Page page = site.localized("people/ana", FR);
    assertEquals(FR, page.header().title().language());
    assertTrue(page.header().coverage().complete());
    assertTrue(page.header().coverage().real());
  }

  @Test
  void theSiteItselfIsTranslated() {
    TestSite site =
        new TestSite()
            .page("index", "Home", "Text.\n")
            .catalogue(
                "locales/es/site.po",
                entry("A community", "Una comunidad") + entry("Lessons", "Lecciones"));
    Localized localized = site.localize();
    assertEquals("Una comunidad", localized.site().config(ES).title().value());
    assertEquals("Lecciones", localized.site().config(ES).menu().get(0).label().value());
    assertEquals("What we do", localized.site().config(ES).description().value());
    assertEquals(EN, localized.site().config(ES).description().language());
    assertEquals("A community", localized.site().config(FR).title().value());
    assertEquals("A community", localized.site().config().title().value());
    assertEquals(
        "/es/", localized.site().page(new PageRef(PageId.HOME, ES)).orElseThrow().path().value());
  }

  private static final String UI =
      """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\n"

      msgctxt "toc.title"
      msgid "On this page"
      msgstr ""

      msgctxt "time.minutes"
      msgid "{n} minute"
      msgid_plural "{n} minutes"
      msgstr[0] ""
      msgstr[1] ""

      msgctxt "notice.outdated"
      msgid "Translated by {name}"
      msgstr ""
      """;

  @Test
  void theInterfaceSpeaksEveryLanguage() {
    TestSite site =
        new TestSite()
            .file("themes/chasqui/ui.pot", UI)
            .catalogue(
                "locales/es/ui.po",
                """
                msgctxt "toc.title"
                msgid "On this page"
                msgstr "En esta página"

                msgctxt "time.minutes"
                msgid "{n} minute"
                msgid_plural "{n} minutes"
                msgstr[0] "un minuto"
                msgstr[1] "{n} minutos"
                """);
    Map<?, Wording> wording = site.localize().wording();
    assertEquals("On this page", wording.get(EN).text("toc.title", Map.of()));
    assertEquals("En esta página", wording.get(ES).text("toc.title", Map.of()));
    assertEquals("On this page", wording.get(FR).text("toc.title", Map.of()));
    assertEquals("1 minute", wording.get(EN).plural("time.minutes", 1, Map.of()));
    assertEquals("un minuto", wording.get(ES).plural("time.minutes", 1, Map.of()));
    assertEquals("12.345 minutos", wording.get(ES).plural("time.minutes", 12345, Map.of()));
    // English text in French: by the rule of English, for which 0 is many.
    assertEquals("0 minutes", wording.get(FR).plural("time.minutes", 0, Map.of()));
    assertEquals(
        "Translated by {n} $1", wording.get(ES).text("notice.outdated", Map.of("name", "{n} $1")));
    assertEquals("no.such", wording.get(ES).text("no.such", Map.of()));
    assertEquals(List.of(), site.said());
  }

  @Test
  void placeholdersMustStay() {
    TestSite site =
        new TestSite()
            .file("themes/chasqui/ui.pot", UI)
            .catalogue(
                "locales/es/ui.po",
                "msgctxt \"notice.outdated\"\n"
                    + entry("Translated by {name}", "Traducido por {nombre}"));
    Wording wording = site.localize().wording().get(ES);
    assertEquals("Translated by Ana", wording.text("notice.outdated", Map.of("name", "Ana")));
    assertEquals("placeholder", site.only().code());
    assertEquals("Traducido por {nombre}", site.only().span().text());
  }

  @Test
  void anEditedTextOfTheInterfaceIsFoundByItsIdOnly() {
    TestSite site =
        new TestSite()
            .file("themes/chasqui/ui.pot", UI.replace("On this page", "Contents"))
            .catalogue(
                "locales/es/ui.po", "msgctxt \"toc.title\"\n" + entry("On this page", "Aquí"));
    assertEquals("Contents", site.localize().wording().get(ES).text("toc.title", Map.of()));
  }

  @Test
  void isSafeUnderATurkishLocaleAndTwiceTheSame() {
    TestSite site =
        new TestSite()
            .page("index", "INTRODUCTION I", BODY)
            .file("themes/chasqui/ui.pot", UI)
            .catalogue("locales/es/index.po", entry("INTRODUCTION I", "INTRODUCCIÓN I"));
    Page before = site.localized("index", ES);
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(before, site.localized("index", ES));
      assertEquals(
          "1 minute", site.localize().wording().get(EN).plural("time.minutes", 1, Map.of()));
    } finally {
      Locale.setDefault(locale);
    }
  }
}
