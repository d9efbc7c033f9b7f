package org.chasqui.localize;

import static org.chasqui.localize.TestSite.ES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.GettextTools;
import org.chasqui.gettext.MergeOptions;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.RandomText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorTest {
  private static final Instant THEN = Instant.parse("2026-03-04T05:06:07Z");
  private static final Instant LATER = Instant.parse("2026-04-05T06:07:08Z");
  private static final String FILE = "locales/es/page.po";
  private static final SourceFile UI =
      new SourceFile(
          "themes/chasqui/ui.pot",
          """
          msgid ""
          msgstr "Content-Type: text/plain; charset=UTF-8\\n"

          #. heading of the table of contents
          msgctxt "toc.title"
          msgid "On this page"
          msgstr ""

          msgctxt "time.minutes"
          msgid "{n} minute"
          msgid_plural "{n} minutes"
          msgstr[0] ""
          msgstr[1] ""
          """);

  private static Map<String, String> update(
      Map<String, String> files, Instant now, MergeOptions options, String... blocks) {
    TestSite site = new TestSite().page("page", "A page", String.join("\n\n", blocks) + "\n");
    site.languages = List.of(TestSite.EN, ES);
    site.catalogues.putAll(files);
    Map<String, String> all = new LinkedHashMap<>(files);
    all.putAll(
        options == null
            ? Extractor.update(site.site(), site.files(), UI, site.diagnostics, now)
            : Extractor.update(site.site(), site.files(), UI, site.diagnostics, now, options));
    assertEquals(List.of(), site.said());
    return all;
  }

  private static Map<String, String> update(Map<String, String> files, String... blocks) {
    return update(files, LATER, null, blocks);
  }

  private static PoFile po(String text) {
    return PoFile.parse(
        new SourceFile(FILE, text),
        d -> {
          throw new AssertionError(d.toString());
        });
  }

  /** Fills every empty translation in a catalogue. */
  private static String translated(String text) {
    PoFile file = po(text);
    return file.withEntries(
            file.entries().stream()
                .map(e -> e.isHeader() ? e : e.withTranslations(List.of("ES " + e.id())))
                .toList())
        .text();
  }

  private static String[] paragraphs(int count) {
    Random random = new Random(1);
    return IntStream.range(0, count)
        .mapToObj(i -> "Number " + i + " says " + RandomText.sentence(random, 12) + ".")
        .toArray(String[]::new);
  }

  private static Map<String, String> translatedPage(String... blocks) {
    Map<String, String> files = update(Map.of(), THEN, null, blocks);
    files.put(FILE, translated(files.get(FILE)));
    return files;
  }

  private static long count(String text, java.util.function.Predicate<PoEntry> what) {
    return po(text).messages().stream().filter(what).count();
  }

  private static void counts(String text, int translated, int fuzzy, int untranslated) {
    assertEquals(translated, count(text, PoEntry::translated), "translated");
    assertEquals(fuzzy, count(text, PoEntry::fuzzy), "fuzzy");
    assertEquals(untranslated, count(text, e -> !e.hasTranslation()), "untranslated");
  }

  private static List<String> changedLines(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> changed = new ArrayList<>(after.lines().toList());
    old.forEach(changed::remove);
    return changed;
  }

  @Test
  void aNewCatalogueTellsTranslatorsWhatTheyNeed() {
    Map<String, String> files = update(Map.of(), THEN, null, "## First steps", "Open the hub.");
    assertEquals(
        List.of("locales/es/page.po", "locales/es/site.po", "locales/es/ui.po"),
        files.keySet().stream().sorted().toList());
    assertEquals(
        """
        # Spanish translation of A page.
        #
        msgid ""
        msgstr ""
        "Project-Id-Version: A community\\n"
        "Report-Msgid-Bugs-To: https://example.org/\\n"
        "POT-Creation-Date: 2026-03-04 05:06+0000\\n"
        "PO-Revision-Date: 2026-03-04 05:06+0000\\n"
        "Last-Translator: Automatically generated\\n"
        "Language-Team: none\\n"
        "Language: es\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
        "X-Generator: Chasqui\\n"
        "X-Source: site-content/page.md\\n"
        "X-Segmentation: 1\\n"

        #. title
        #. preview: /es/page/
        #: site-content/page.md
        msgid "A page"
        msgstr ""

        #. heading
        #. preview: /es/page/#first-steps
        #: site-content/page.md
        msgid "First steps"
        msgstr ""

        #. paragraph · First steps
        #. preview: /es/page/#first-steps
        #: site-content/page.md
        msgid "Open the hub."
        msgstr ""
        """,
        files.get(FILE));
    assertTrue(files.get("locales/es/ui.po").contains("msgctxt \"toc.title\""));
  }

  @Test
  void nothingChangesWhenNothingChanged() {
    Map<String, String> files = translatedPage(paragraphs(5));
    assertEquals(files, update(files, paragraphs(5)));
  }

  @Test
  @DisplayName("AC1 (i) one edited word costs one translation of 200, and no other byte")
  void oneEditedWordCostsOneTranslation() {
    String[] blocks = paragraphs(199);
    Map<String, String> before = translatedPage(blocks);
    String old = blocks[77];
    blocks[77] = old.replaceFirst("says", "tells");
    String after = update(before, blocks).get(FILE);
    counts(after, 199, 1, 0);
    PoEntry edited = po(after).messages().stream().filter(PoEntry::fuzzy).findFirst().orElseThrow();
    assertEquals(old, edited.previous().orElseThrow().key().id());
    List<String> lines = changedLines(before.get(FILE), after);
    assertEquals(4, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("\"POT-Creation-Date: 2026-04-05"));
  }

  @Test
  @DisplayName("AC1 (ii) an inserted paragraph costs nothing")
  void anInsertedParagraphCostsNothing() {
    List<String> blocks = new ArrayList<>(List.of(paragraphs(199)));
    Map<String, String> before = translatedPage(blocks.toArray(String[]::new));
    blocks.add(50, "Zyx wvut qpo!");
    counts(update(before, blocks.toArray(String[]::new)).get(FILE), 200, 0, 1);
  }

  @Test
  @DisplayName("AC1 (iii) a deleted paragraph waits until it returns, byte for byte")
  void aDeletedParagraphWaitsUntilItReturns() {
    List<String> blocks = new ArrayList<>(List.of(paragraphs(199)));
    Map<String, String> before = translatedPage(blocks.toArray(String[]::new));
    blocks.remove(50);
    Map<String, String> without = update(before, blocks.toArray(String[]::new));
    counts(without.get(FILE), 199, 0, 0);
    assertEquals(1, po(without.get(FILE)).entries().stream().filter(PoEntry::obsolete).count());
    Map<String, String> again = update(without, THEN, null, paragraphs(199));
    assertEquals(before.get(FILE), again.get(FILE));
  }

  @Test
  @DisplayName("AC1 (iv) moving and reflowing cost nothing")
  void movingAndReflowingCostNothing() {
    String[] blocks = paragraphs(199);
    Map<String, String> before = translatedPage(blocks);
    List<String> moved = new ArrayList<>(List.of(blocks));
    Collections.rotate(moved.subList(100, 160), 20);
    String[] flowed =
        moved.stream().map(b -> b.replaceAll(" (?=\\w+ \\w)", "\n")).toArray(String[]::new);
    counts(update(before, flowed).get(FILE), 200, 0, 0);
  }

  @Test
  @DisplayName("AC1 (v) changed links are followed")
  void changedLinksAreFollowed() {
    String[] blocks = paragraphs(199);
    for (int i = 0; i < 5; i++) {
      blocks[i] = "Number " + i + " leads to [the page](old" + i + ".md).";
    }
    Map<String, String> before = translatedPage(blocks);
    for (int i = 0; i < 5; i++) {
      blocks[i] = blocks[i].replace("old", "../new/");
    }
    String after = update(before, blocks).get(FILE);
    counts(after, 200, 0, 0);
    assertTrue(after.contains("msgstr \"ES Number 3 leads to [the page](../new/3.md).\""));
    assertTrue(after.contains("# auto: link updated 2026-04-05\n"));
  }

  @Test
  @DisplayName("AC1 (vi) both halves of a split paragraph get the old text")
  void aSplitParagraphGivesBothHalvesASuggestion() {
    String first = "Short opening words here.";
    String second =
        "The rest of the paragraph is a good deal longer and goes on to speak of other matters.";
    Map<String, String> before = translatedPage(first + " " + second, "Something else.");
    String after = update(before, first, second, "Something else.").get(FILE);
    counts(after, 2, 2, 0);
    assertTrue(
        po(after).messages().stream()
            .filter(PoEntry::fuzzy)
            .allMatch(e -> e.previous().orElseThrow().key().id().equals(first + " " + second)));
  }

  @Test
  void aCatalogueThatCannotBeReadIsLeftAlone() {
    TestSite site = new TestSite().page("page", "A page", "Text.\n");
    site.languages = List.of(TestSite.EN, ES);
    site.catalogue(FILE, "msgid \"x\n");
    Map<String, String> files =
        Extractor.update(site.site(), site.files(), UI, site.diagnostics, THEN);
    assertFalse(files.containsKey(FILE));
    assertEquals("po-syntax", site.only().code());
  }

  @Test
  void aMirroredPathIsKept() {
    TestSite site = new TestSite().episode("lessons/x/intro", "Intro", List.of("Why?"), "Text.\n");
    site.catalogue("locales/es/lessons/x/intro.po", TestSite.entry("Intro", "Introducción"));
    Map<String, String> files =
        Extractor.update(site.site(), site.files(), UI, site.diagnostics, THEN);
    String text = files.get("locales/es/lessons/x/intro.po");
    assertTrue(text.contains("#. questions\n#. preview: /es/lessons/x/intro/\n"), text);
    assertTrue(text.startsWith(TestSite.HEADER.lines().findFirst().orElseThrow()));
    assertTrue(files.containsKey("locales/fr/lessons/x/intro.po"));
    assertEquals(List.of(), site.said());
  }

  @Test
  void noTemplateForNothingAndOneForEverythingElse() {
    TestSite site = new TestSite().page("page", "A page", "Text.\n").person("ana", "Ana Pérez");
    SortedMap<String, String> files = Extractor.extract(site.site(), UI, new Diagnostics(), THEN);
    assertEquals(
        List.of(
            "locales/templates/page.pot", "locales/templates/site.pot", "locales/templates/ui.pot"),
        List.copyOf(files.keySet()));
    assertTrue(files.get("locales/templates/page.pot").contains("#. preview: /page/"));
  }

  @Test
  void gettextAcceptsEveryFile(@TempDir Path folder) throws Exception {
    GettextTools.need();
    TestSite site =
        new TestSite()
            .page("page", "A \"quoted\" page", "Text with\ttab and \\\\ back.\n\n日本 ¿sí?\n")
            .page("ui", "A page called ui", "Text.\n")
            .page("with space", "A page", "Text.\n");
    site.languages =
        List.of("en", "es", "fr", "pt", "pt-BR", "sw", "ar").stream()
            .map(org.chasqui.site.Language::of)
            .toList();
    Map<String, String> files =
        new LinkedHashMap<>(Extractor.update(site.site(), List.of(), UI, new Diagnostics(), THEN));
    assertEquals(6 * 5, files.size());
    files.putAll(Extractor.extract(site.site(), UI, new Diagnostics(), THEN));
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertEquals("", GettextTools.msgfmt(folder, file.getValue()), file.getKey());
      assertEquals(file.getValue(), GettextTools.msgcat(folder, file.getValue()), file.getKey());
    }
  }

  @Test
  void strictUpdatesAreMsgmergesOwn(@TempDir Path folder) throws Exception {
    GettextTools.need();
    Random random = new Random(99);
    int same = 0;
    int rounds = 40;
    for (int round = 0; round < rounds; round++) {
      String[] blocks = paragraphs(30 + random.nextInt(30));
      Map<String, String> files = translatedPage(blocks);
      String catalogue = files.get(FILE);
      for (int step = 0; step < 2; step++) {
        blocks = edited(blocks, random);
        String now = String.join("\n\n", blocks) + "\n";
        TestSite site = new TestSite().page("page", "A page", now);
        site.languages = List.of(TestSite.EN, ES);
        String template =
            Extractor.extract(site.site(), UI, new Diagnostics(), LATER)
                .get("locales/templates/page.pot")
                .replace("preview: /page/", "preview: /es/page/");
        String theirs = GettextTools.msgmerge(folder, catalogue, template);
        String ours = update(Map.of(FILE, catalogue), LATER, MergeOptions.STRICT, blocks).get(FILE);
        String expected = body(GettextTools.msgcat(folder, theirs));
        same += expected.equals(body(GettextTools.msgcat(folder, ours))) ? 1 : 0;
        assertEquals("", GettextTools.msgfmt(folder, ours));
        String helped = update(Map.of(FILE, catalogue), blocks).get(FILE);
        assertTrue(kept(helped).containsAll(kept(theirs)));
        catalogue = ours;
      }
    }
    assertTrue(same >= rounds * 2 * 0.99, same + " of " + rounds * 2);
  }

  private static String body(String text) {
    return text.substring(text.indexOf("\n\n"));
  }

  private static List<String> kept(String text) {
    return po(text).entries().stream()
        .filter(e -> e.hasTranslation())
        .map(e -> e.obsolete() + " " + e.id())
        .filter(e -> e.startsWith("false"))
        .toList();
  }

  private static String[] edited(String[] blocks, Random random) {
    List<String> result = new ArrayList<>();
    for (String block : blocks) {
      switch (random.nextInt(12)) {
        case 0 -> result.add(block.replaceFirst("says", "tells us") + " And more.");
        case 1 -> result.add("New " + RandomText.sentence(random, 8) + " " + result.size());
        case 2 -> {
          // deleted
        }
        case 3 -> {
          String[] words = block.split(" ");
          int half = words.length / 2;
          result.add(String.join(" ", Arrays.asList(words).subList(0, half)));
          result.add(String.join(" ", Arrays.asList(words).subList(half, words.length)));
        }
        default -> result.add(block);
      }
    }
    return result.stream().distinct().collect(Collectors.toList()).toArray(String[]::new);
  }
}
