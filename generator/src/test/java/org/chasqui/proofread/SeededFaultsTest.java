package org.chasqui.proofread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The shipped translations are right, so the proofreader has nothing to say about them; with one
 * fault put into each of them it must speak.
 */
class SeededFaultsTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root", ".."));
  private static final int EACH = 20;

  static List<Proofreader.Catalogue> shipped(String language) throws IOException {
    List<Proofreader.Catalogue> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("locales/" + language))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".po")).sorted().toList()) {
        String path = ROOT.relativize(file).toString().replace('\\', '/');
        PoFile po = PoFile.parse(new SourceFile(path, Files.readString(file)), problem -> {});
        all.add(new Proofreader.Catalogue(Language.of(language), po));
      }
    }
    return all;
  }

  private static Proofreader proofreader(String language) throws IOException {
    List<SourceFile> rules = new ArrayList<>();
    for (String name : List.of("glossary.csv", "style.csv")) {
      Path file = ROOT.resolve("locales/" + language + "/" + name);
      rules.add(new SourceFile("locales/" + language + "/" + name, Files.readString(file)));
    }
    return new Proofreader(Map.of(Language.of(language), rules), new Diagnostics());
  }

  @TestFactory
  Stream<DynamicTest> theShippedTranslationsReadWell() {
    return Stream.of("es", "fr")
        .map(
            language ->
                DynamicTest.dynamicTest(
                    language,
                    () -> {
                      List<Proofreader.Catalogue> shipped = shipped(language);
                      List<Diagnostic> found =
                          proofreader(language).check(shipped).stream()
                              .filter(d -> d.severity() != Severity.INFO)
                              .toList();
                      assertEquals(List.of(), found);
                      for (Proofreader.Catalogue catalogue : shipped) {
                        assertEquals(
                            catalogue.file().text(), proofreader(language).mend(catalogue).text());
                      }
                    }));
  }

  /** A way to spoil a translation; empty where it does not fit. */
  private interface Fault extends Function<PoEntry, Optional<String>> {}

  private static Fault replacing(String pattern, String by) {
    return entry -> {
      String spoilt = entry.translation().replaceFirst(pattern, by);
      return spoilt.equals(entry.translation()) ? Optional.empty() : Optional.of(spoilt);
    };
  }

  private static final Map<String, Map<String, Fault>> FAULTS = new LinkedHashMap<>();

  static {
    Map<String, Fault> both = new LinkedHashMap<>();
    both.put("code-span", replacing("(?<!`)`([^`]+)`(?!`)", "`$1x`"));
    both.put("link-internal", replacing("\\]\\((?!http|mailto)([^)\\s]+)\\)", "](x$1)"));
    both.put("link-external", replacing("\\]\\((https?)://([^)\\s]+)\\)", "]($1://x.$2)"));
    both.put("emphasis", replacing("\\*\\*([^*]+)\\*\\*", "$1"));
    both.put("placeholder", replacing("\\{([a-z]+)\\}", "{x$1}"));
    both.put("number", replacing("(?<![\\d`.:/(\\w-])(\\d{2,})(?![\\d`:/\\w.])", "77$1"));
    both.put("whitespace", replacing("(\\p{L}) (\\p{L})", "$1  $2"));
    both.put("mojibake", replacing("é", "Ã©"));
    both.put(
        "language",
        entry -> entry.id().length() < 60 ? Optional.empty() : Optional.of(entry.id() + " "));
    both.put(
        "same-as-source",
        entry -> entry.id().length() < 60 ? Optional.empty() : Optional.of(entry.id()));
    both.put(
        "length",
        entry ->
            entry.id().length() < 60
                ? Optional.empty()
                : Optional.of(entry.translation().substring(0, 15)));
    both.put("structure", replacing("\\. (\\p{Lu})", ".\n\n$1"));
    Map<String, Fault> spanish = new LinkedHashMap<>(both);
    spanish.put("open-es", replacing("[¿¡]", ""));
    spanish.put("glossary", replacing("\\b[Cc]eldas?\\b", "casilla"));
    Map<String, Fault> french = new LinkedHashMap<>(both);
    french.put("nbsp-fr", replacing("[\u00A0\u202F]([;:!?])", " $1"));
    french.put("glossary", replacing("\\b[Cc]ellules?\\b", "boîte"));
    FAULTS.put("es", spanish);
    FAULTS.put("fr", french);
  }

  @Test
  @DisplayName(
      "AC6 of 300 seeded faults at least 95 % are found, and none in the shipped translations")
  void ofTheSeededFaultsAtLeastNineteenOfTwentyAreFound() throws IOException {
    int seeded = 0;
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, Map<String, Fault>> language : FAULTS.entrySet()) {
      for (Map.Entry<String, Fault> fault : language.getValue().entrySet()) {
        for (PoEntry entry : spoilt(language.getKey(), fault.getValue())) {
          seeded++;
          if (!found(language.getKey(), entry).contains(fault.getKey())) {
            missed.add(language.getKey() + " " + fault.getKey() + ": " + entry.translation());
          }
        }
      }
    }
    assertTrue(seeded >= 300, "only " + seeded + " faults could be seeded");
    assertTrue(
        missed.size() * 20 <= seeded, missed.size() + " of " + seeded + " missed: " + missed);
  }

  private static List<PoEntry> spoilt(String language, Fault fault) throws IOException {
    List<PoEntry> spoilt = new ArrayList<>();
    for (Proofreader.Catalogue catalogue : shipped(language)) {
      for (PoEntry entry : catalogue.file().messages()) {
        Optional<String> text = entry.plural().isPresent() ? Optional.empty() : fault.apply(entry);
        if (spoilt.size() < EACH && text.isPresent()) {
          spoilt.add(entry.withTranslations(List.of(text.get())));
        }
      }
    }
    return spoilt;
  }

  private static List<String> found(String language, PoEntry entry) throws IOException {
    Proofreader.Catalogue one =
        new Proofreader.Catalogue(Language.of(language), PoFile.of(List.of(entry)));
    return proofreader(language).check(List.of(one)).stream().map(Diagnostic::code).toList();
  }
}
