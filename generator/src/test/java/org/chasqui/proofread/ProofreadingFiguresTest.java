package org.chasqui.proofread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** AC6 in figures: what the proofreader finds, and that it does not cry wolf. */
class ProofreadingFiguresTest {
  private static final int LONG = 40;

  private static List<PoEntry> shipped(String language) throws Exception {
    List<PoEntry> all = new ArrayList<>();
    for (Proofreader.Catalogue catalogue : SeededFaultsTest.shipped(language)) {
      catalogue.file().messages().stream().filter(PoEntry::translated).forEach(all::add);
    }
    return all;
  }

  private static Proofreader plain(String language) {
    return new Proofreader(Map.of(Language.of(language), List.of()), new Diagnostics());
  }

  private static List<Diagnostic> said(String language, PoEntry entry) {
    return plain(language)
        .check(
            List.of(new Proofreader.Catalogue(Language.of(language), PoFile.of(List.of(entry)))));
  }

  // What the detector looks at: prose, long enough to be judged.
  private static boolean isLong(PoEntry entry) {
    String prose = entry.id().replaceAll("`[^`]*`|\\]\\([^)]*\\)|<[^>]*>|https?://\\S+", " ");
    return entry.plural().isEmpty() && prose.replaceAll("\\s+", " ").strip().length() >= LONG;
  }

  @Test
  @DisplayName("AC6 English left in Spanish and French is found in 94 %, right text in 99.9 % left")
  void languages() throws Exception {
    Map<String, int[]> figures = new LinkedHashMap<>();
    for (String language : List.of("es", "fr")) {
      int long_ = 0;
      int found = 0;
      int alarms = 0;
      for (PoEntry entry : shipped(language)) {
        if (isLong(entry)) {
          long_++;
          PoEntry left = entry.withTranslations(List.of(entry.id() + " "));
          found += codes(said(language, left)).contains("language") ? 1 : 0;
          alarms += codes(said(language, entry)).contains("language") ? 1 : 0;
        }
      }
      figures.put(language, new int[] {long_, found, alarms});
      String shown = language + ": " + found + " and " + alarms + " of " + long_;
      assertTrue(long_ > 300, shown);
      assertTrue(found >= 0.94 * long_, shown);
      assertTrue(alarms <= 0.001 * long_, shown);
    }
  }

  private static List<String> codes(List<Diagnostic> said) {
    return said.stream().map(Diagnostic::code).toList();
  }

  @Test
  @DisplayName("AC6 of 1,000 right translations none has an error, and 1 % at most a warning")
  void rightTexts() throws Exception {
    int all = 0;
    int errors = 0;
    int warnings = 0;
    for (String language : List.of("es", "fr")) {
      for (PoEntry entry : shipped(language)) {
        List<Diagnostic> said = said(language, entry);
        all++;
        errors += said.stream().anyMatch(d -> d.severity() == Severity.ERROR) ? 1 : 0;
        warnings += said.stream().anyMatch(d -> d.severity() == Severity.WARNING) ? 1 : 0;
      }
    }
    assertTrue(all >= 1000, all + "");
    assertEquals(0, errors);
    assertTrue(warnings <= 0.01 * all, warnings + " of " + all);
  }

  private static final List<String> KEPT =
      List.of(
          "`a ? b : c`",
          "`print(\"x!\")`",
          "https://example.org/a?b=c:d!e;f",
          "<https://example.org/x;y>",
          "10:30",
          "3:1",
          "16:9",
          "[ici](../a:b.md?x=1)",
          "$a:b!$",
          "{n}",
          ":tada:",
          "<kbd>?</kbd>",
          "`git commit -m \"oui !\"`");

  @Test
  @DisplayName("AC6 French spaces leave code, addresses, times and ratios alone in 200 cases")
  void frenchSpaces() {
    Random random = new Random(3);
    List<String> words = List.of("Lisez", "ceci", "voici", "le texte", "et puis", "« ici »");
    for (int i = 0; i < 200; i++) {
      StringBuilder wrong = new StringBuilder("Note");
      List<String> kept = new ArrayList<>();
      for (int w = 0; w < 3 + random.nextInt(4); w++) {
        wrong.append(' ').append(words.get(random.nextInt(words.size())));
        String token = KEPT.get(random.nextInt(KEPT.size()));
        kept.add(token);
        wrong.append(' ').append(token);
        wrong.append(List.of("", "", " ; puis", "; puis", " ! Ah", "? Oui").get(random.nextInt(6)));
      }
      wrong.append(random.nextBoolean() ? "!" : " ?");
      PoEntry entry =
          PoEntry.message(PoEntry.Key.of("x"), java.util.Optional.empty(), List.of(), List.of())
              .withTranslations(List.of(wrong.toString()));
      Proofreader.Catalogue one =
          new Proofreader.Catalogue(Language.of("fr"), PoFile.of(List.of(entry)));
      String mended = plain("fr").mend(one).messages().get(0).translation();
      int from = 0;
      for (String token : kept) {
        int at = mended.indexOf(token, from);
        assertTrue(at >= 0, token + " in " + mended);
        from = at + token.length();
      }
      assertEquals(
          wrong.toString().replaceAll("[ \u00A0]", ""), mended.replaceAll("[ \u00A0]", ""));
      assertTrue(mended.endsWith("\u00A0!") || mended.endsWith("\u00A0?"), mended);
    }
  }
}
