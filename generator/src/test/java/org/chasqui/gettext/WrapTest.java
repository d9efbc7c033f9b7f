package org.chasqui.gettext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken lines are those of gettext 0.21, judged by msgcat itself. */
class WrapTest {
  private static final List<String> PIECES =
      List.of(
          "learners",
          "¿qué?",
          "niño",
          "`ls -F`",
          "[texto](../setup.md#a)",
          "**fuerte**",
          "\"cita\"",
          "back\\slash",
          "«\u00a0oui\u00a0»",
          "l’ordinateur",
          "10:30",
          "3,5\u00a0%",
          "50%",
          "$5",
          "(véase)",
          "e.g.",
          "github.com/x/y",
          "--no-wrap",
          "a–b",
          "a—b",
          "…",
          "{n}",
          "<b>x</b>",
          "http://example.org/a/very/long/path/that/has/no/end/at/all/and/goes/on/and/on/for/ever",
          "日本語のテキスト、です。",
          "中文",
          "한국어",
          "كتاب",
          "привет",
          "ταξίδι",
          "x/y",
          "!",
          "¡ya!",
          ";",
          "-",
          "+",
          "=",
          "&amp;",
          "#1",
          "@x",
          "|",
          "~",
          "\t",
          "'s",
          "can't",
          "\u202Fok",
          "№5",
          "§3",
          "100°",
          "±2",
          "50€",
          "ﷺ",
          "Ñandú",
          "e\u0301",
          "→",
          "✓",
          "[^1]",
          "$x^2$",
          "C:\\\\x",
          "\n");

  private static Path root() {
    return Path.of(System.getProperty("chasqui.root", ".."));
  }

  private static void same(Path folder, String text) throws Exception {
    Path file = Files.writeString(folder.resolve("a.po"), text);
    GettextTools.Said said = GettextTools.run(folder, "msgcat", file.toString());
    assertEquals(0, said.code(), said.err());
    PoFile ours = PoFileTest.read(text);
    String mine = ours.formatted(Wrap.GETTEXT).text();
    assertEquals(List.of(), differences(said.out(), mine));
    assertEquals(said.out(), mine);
    assertEquals(GettextTools.msgcat(folder, text), ours.formatted(Wrap.NONE).text());
  }

  // The first lines that differ: the whole of both would fill pages.
  private static List<String> differences(String theirs, String ours) {
    List<String> found = new ArrayList<>();
    String[] entries = ours.split("\n\n");
    String[] wanted = theirs.split("\n\n");
    for (int i = 0; i < Math.min(entries.length, wanted.length) && found.size() < 8; i++) {
      if (!entries[i].strip().equals(wanted[i].strip())) {
        List<String> lines = new ArrayList<>(entries[i].lines().toList());
        lines.removeAll(wanted[i].lines().toList());
        found.add(lines + " for\n" + wanted[i]);
      }
    }
    return found;
  }

  @Test
  @DisplayName("AC3 format --wrap gettext is msgcat's own text on all shipped catalogues")
  void shippedCatalogues(@TempDir Path folder) throws Exception {
    GettextTools.need();
    List<Path> files = new ArrayList<>();
    for (String place : List.of("locales", "generator/src/main/resources")) {
      try (Stream<Path> found = Files.walk(root().resolve(place))) {
        found.filter(f -> f.toString().endsWith(".po")).sorted().forEach(files::add);
      }
    }
    StringBuilder together = new StringBuilder(PoFileTest.HEADER);
    int number = 0;
    for (Path file : files) {
      PoFile po = PoFile.parse(new SourceFile(file.toString(), Files.readString(file)), d -> {});
      for (PoEntry entry : po.messages()) {
        // One run of msgcat for all of them: each with a context of its own.
        PoEntry.Key key =
            new PoEntry.Key(java.util.Optional.of(String.valueOf(number++)), entry.id());
        PoEntry alone =
            new PoEntry(
                List.of(),
                List.of(),
                List.of(),
                entry.flags(),
                entry.previous(),
                key,
                entry.plural(),
                entry.translations(),
                false,
                java.util.Optional.empty());
        together.append("\n").append(PoFile.of(List.of(alone)).text());
      }
    }
    same(folder, together.toString());
  }

  @Test
  @DisplayName("AC3 and on random texts of many scripts")
  void randomTexts(@TempDir Path folder) throws Exception {
    GettextTools.need();
    Random random = new Random(7);
    List<PoEntry> entries = new ArrayList<>(PoFileTest.read(PoFileTest.HEADER).entries());
    for (int i = 0; i < 2000; i++) {
      PoEntry entry =
          PoEntry.message(
              PoEntry.Key.of(i + " " + text(random)),
              java.util.Optional.empty(),
              List.of(),
              List.of("lessons/intro.md"));
      // msgcat refuses texts of which only one ends a line.
      String translation = text(random);
      boolean ends = entry.id().endsWith("\n");
      translation = translation.strip() + (ends ? "\n" : "");
      boolean fuzzy = random.nextInt(4) == 0;
      PoEntry translated =
          entry
              .withTranslations(List.of(translation))
              .withState(
                  fuzzy,
                  fuzzy
                      ? java.util.Optional.of(
                          new PoEntry.Previous(
                              PoEntry.Key.of(text(random)), java.util.Optional.empty()))
                      : java.util.Optional.empty());
      entries.add(random.nextInt(5) == 0 ? translated.asObsolete() : translated);
    }
    same(folder, PoFile.of(entries).text());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 2 + random.nextInt(30); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(6) == 0 ? "" : " ");
    }
    return text.toString();
  }

  @Test
  void onlyWhatChangesIsBrokenAnew() {
    String odd = "msgid \"A text\"\nmsgstr \"\"\n\"Un \"\n\"texto\"\n";
    PoFile file = PoFileTest.read(PoFileTest.HEADER + odd).wrapped(Wrap.GETTEXT);
    assertEquals(PoFileTest.HEADER + odd, file.text());
  }
}
