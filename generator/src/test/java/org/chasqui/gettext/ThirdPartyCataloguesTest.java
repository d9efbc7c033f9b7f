package org.chasqui.gettext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * AC3: catalogues in the habits of Poedit, Weblate, Transifex, Crowdin, po4a, mdpo and sphinx-intl
 * are written back byte for byte; where one entry changes, that entry alone does, and gettext and
 * the Translate Toolkit accept the result.
 */
class ThirdPartyCataloguesTest {
  private static final Path FILES =
      Path.of(
          System.getProperty("chasqui.root", ".."),
          "generator/src/test/resources/gettext/third-party");

  @TempDir Path folder;

  static List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The ways in which the same file may lie on a disk. */
  private static List<UnaryOperator<String>> ways() {
    return List.of(
        text -> text, text -> text.replace("\n", "\r\n"), text -> text.replaceFirst("\\s+\\z", ""));
  }

  private static PoFile read(String text) {
    List<Diagnostic> problems = new ArrayList<>();
    PoFile file = PoFile.parse(new SourceFile("a.po", text), problems::add);
    assertEquals(List.of(), problems);
    return file;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  @DisplayName("AC3 files of other tools are written back byte for byte")
  void nothing_changes_where_nothing_was_changed(String file) throws Exception {
    for (UnaryOperator<String> way : ways()) {
      String text = way.apply(Files.readString(FILES.resolve(file)));
      PoFile po = read(text);
      assertEquals(text, po.text());
      assertEquals(text, po.withEntries(po.entries()).wrapped(Wrap.GETTEXT).text());
      List<PoEntry> same =
          po.entries().stream().map(e -> e.withTranslations(e.translations())).toList();
      assertEquals(text, po.withEntries(same).text());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  @DisplayName("AC3 a changed entry changes alone, and gettext reads what it read before")
  void one_entry_changes_alone(String file) throws Exception {
    GettextTools.need();
    for (UnaryOperator<String> way : ways()) {
      String text = way.apply(Files.readString(FILES.resolve(file)));
      PoFile po = read(text);
      for (int i = 1; i < po.entries().size(); i++) {
        if (!po.entries().get(i).obsolete()) {
          changed(text, po, i);
        }
      }
    }
  }

  private void changed(String text, PoFile file, int index) throws Exception {
    PoEntry entry = file.entries().get(index);
    List<String> said = entry.translations().stream().map(t -> "Otra «cosa» \\ " + t).toList();
    List<PoEntry> entries = new ArrayList<>(file.entries());
    PoEntry now = entry.translatedAs(entry.id().startsWith("\n") ? entry.translations() : said);
    entries.set(index, now);
    String after = file.withEntries(entries).text();
    // Before and behind the entry each byte is as it was.
    int start = 0;
    while (start < text.length() && text.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < text.length() - start
        && end < after.length() - start
        && text.charAt(text.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    String stretch = text.substring(start, text.length() - end);
    int id = entry.idSpan().orElseThrow().start();
    int above = Math.max(text.lastIndexOf("\n\n", id), text.lastIndexOf("\n\r\n", id));
    assertTrue(start > above, stretch);
    assertTrue(!stretch.contains("\n\n") && !stretch.contains("\n\r\n"), stretch);
    List<PoEntry> reread = read(after).entries();
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(parts(i == index ? now : file.entries().get(i)), parts(reread.get(i)));
    }
    accepted(text, after);
  }

  private static List<Object> parts(PoEntry entry) {
    return List.of(
        entry.key(),
        entry.plural(),
        entry.translations(),
        entry.flags(),
        entry.comments(),
        entry.extracted(),
        entry.references(),
        entry.previous(),
        entry.obsolete());
  }

  // The judges say of the new text what they said of the old one, and read the same messages.
  private void accepted(String before, String after) throws Exception {
    assertEquals(complaints(before), complaints(after));
    assertEquals(said(after), said(GettextTools.msgcat(folder, after)));
  }

  private static List<String> said(String text) {
    return read(text).messages().stream()
        .map(e -> e.key() + " = " + e.translations() + e.fuzzy() + e.previous())
        .sorted()
        .toList();
  }

  private String complaints(String text) throws Exception {
    return GettextTools.msgfmt(folder, text).replaceAll(":\\d+:", ":");
  }
}
