package org.chasqui.gettext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoFileTest {
  static final String HEADER =
      """
      # Translators:
      # Ana
      msgid ""
      msgstr ""
      "Language: es\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      """;

  static PoFile read(String text) {
    List<Diagnostic> problems = new ArrayList<>();
    PoFile file = PoFile.parse(new SourceFile("locales/es/a.po", text), problems::add);
    assertEquals(List.of(), problems);
    return file;
  }

  private static List<Diagnostic> problems(String text) {
    List<Diagnostic> problems = new ArrayList<>();
    PoFile.parse(new SourceFile("locales/es/a.po", text), problems::add);
    return problems;
  }

  @Test
  void readsEveryPartOfAnEntry() {
    PoFile file =
        read(
            HEADER
                + """
                #  mind the tone
                #. heading · Data
                #: lessons/a.md lessons/b.md
                #: \u2068lessons/with space.md\u2069
                #, fuzzy, no-wrap
                #| msgctxt "was"
                #| msgid "old"
                msgctxt "is"
                msgid "one\\t\\"q\\" \\x41\\102"
                msgid_plural ""
                "many\\n"
                "lines"
                msgstr[0] "uno"
                msgstr[1] "dos"

                #~| msgid "y"
                #~ msgid "x"
                #~ msgstr "z"
                """);
    PoEntry entry = file.messages().get(0);
    assertEquals(List.of(" mind the tone"), entry.comments());
    assertEquals(List.of("heading · Data"), entry.extracted());
    assertEquals(
        List.of("lessons/a.md", "lessons/b.md", "lessons/with space.md"), entry.references());
    assertEquals(List.of("fuzzy", "no-wrap"), entry.flags());
    assertEquals(
        new PoEntry.Previous(new PoEntry.Key(Optional.of("was"), "old"), Optional.empty()),
        entry.previous().orElseThrow());
    assertEquals(new PoEntry.Key(Optional.of("is"), "one\t\"q\" AB"), entry.key());
    assertEquals(Optional.of("many\nlines"), entry.plural());
    assertEquals(List.of("uno", "dos"), entry.translations());
    assertEquals("dos", entry.translationSpan(1).orElseThrow().text());
    PoEntry obsolete = file.entries().get(2);
    assertTrue(obsolete.obsolete());
    assertEquals("y", obsolete.previous().orElseThrow().key().id());
    assertEquals("es", file.header().get("language").orElseThrow());
  }

  @Test
  void knowsWhereEachStretchOfATranslationStands() {
    SourceFile source =
        new SourceFile("a.po", "msgid \"a\"\nmsgstr \"\"\n\"one \\\"two\\\" \"\n\"three\"\n");
    PoEntry entry = PoFile.parse(source, d -> {}).entries().get(0);
    assertEquals("one \"two\" three", entry.translation());
    for (String word : List.of("one", "two", "three")) {
      int at = entry.translation().indexOf(word);
      var origin = entry.translationOrigins().floorEntry(at);
      int place = origin.getValue().start() + at - origin.getKey();
      assertEquals(source.text().indexOf(word), place, word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void anUnchangedFileKeepsItsBytes(String lineEnd) {
    String odd =
        "\n\n"
            + HEADER
            + "#no space\n\n#:  a.md   b.md\n  msgid   \"wrapped \"\n\"text\"\nmsgstr\"x\"\n"
            + "msgid \"tight\" msgstr \"y\"\n\n\n\n#~msgid \"old\"\n#~ msgstr \"o\"\n\n# the end";
    String text = odd.replace("\n", lineEnd);
    assertEquals(text, read(text).text());
  }

  @Test
  void onlyAChangedEntryIsWrittenAnew() {
    String before = "#:  a.md   b.md\nmsgid \"wrapped \"\n\"text\"\nmsgstr \"x\"\n";
    String after = "\n\n# c\n#:  d.md\nmsgid \"z \"\n\"z\"\nmsgstr \"\"\n";
    PoFile file = read(HEADER + before + after);
    List<PoEntry> entries = new ArrayList<>(file.entries());
    entries.set(2, entries.get(2).withTranslations(List.of("two\nlines\n")));
    assertEquals(
        HEADER
            + before
            + "\n\n# c\n#:  d.md\nmsgid \"z z\"\nmsgstr \"\"\n\"two\\n\"\n\"lines\\n\"\n",
        file.withEntries(entries).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "msgid \"a\\qb\"¶msgstr \"\"|1|9|PO files have no escape \\q.",
        "msgid \"abc¶msgstr \"\"|1|7|This text has no closing quote.",
        "msgid \"a\"¶¶msgid \"b\"¶msgstr \"\"|1|1|This message has no msgstr.",
        "msgid \"a\"¶# note¶msgstr \"\"|1|1|This message has no msgstr.",
        "msgif \"a\"¶msgstr \"\"|1|1|PO files have no keyword msgif.",
        "msgstr \"a\"|1|1|This msgstr has no msgid.",
        "msgid \"a\"¶msgstr \"\"¶msgstr \"b\"|3|1|This message has two translations.",
        "msgid \"a\"¶msgstr[0] \"\"|2|1|This message has no msgid_plural.",
        "msgid \"a\"¶msgid_plural \"b\"¶msgstr \"\"|3|1|A plural message needs numbered forms.",
        "msgid \"a\"¶msgid_plural \"b\"¶msgstr[1] \"\"|3|1|Plural form 1 stands where 0 should.",
        "#~ msgid \"a\"¶msgstr \"\"|2|1|Only some lines of this message are marked #~.",
        "# c¶\"alone\"|2|1|This text belongs to no keyword.",
        "msgid¶msgstr \"\"|1|1|No text follows msgid.",
        "msgid \"a\"¶msgstr \"\\351\"|2|9|A numeric escape above 127 stands for half a character.",
        "<<<<<<< HEAD¶msgid \"a\"¶msgstr \"\"|1|1|A PO file cannot have < here.",
      })
  void saysWhatIsWrongAndWhere(String text, int line, int column, String message) {
    List<Diagnostic> found = problems(HEADER + text.replace('¶', '\n') + "\n");
    Diagnostic first = found.get(0);
    assertEquals(1, found.size(), found::toString);
    assertEquals("po-syntax", first.code());
    assertEquals(message, first.message());
    assertEquals(line + 8, first.span().line());
    assertEquals(column, first.span().column());
  }

  @Test
  void goesOnBehindAnError() {
    String text = HEADER + "msgid \"a\nmsgstr \"x\"\n\nmsgid \"b\"\nmsgstr \"B\"\n\nmsgstr \"q\"\n";
    List<Diagnostic> found = new ArrayList<>();
    PoFile file = PoFile.parse(new SourceFile("a.po", text), found::add);
    assertEquals(2, found.size());
    assertEquals("b", file.messages().get(0).id());
    assertEquals("Did you mean 'msgstr'?", problems("msgst \"\"").get(0).help().orElseThrow());
  }

  @Test
  void refusesOtherCharsetsAndDuplicates() {
    Diagnostic charset = problems(HEADER.replace("UTF-8", "ISO-8859-1")).get(0);
    assertEquals("po-charset", charset.code());
    assertEquals("ISO-8859-1", charset.span().text());
    String twice = "msgid \"a\"\nmsgstr \"\"\n\n";
    Diagnostic duplicate = problems(HEADER + twice + twice).get(0);
    assertEquals("po-duplicate", duplicate.code());
    assertEquals(12, duplicate.span().line());
    assertTrue(duplicate.help().orElseThrow().contains("line 9"));
  }

  @Test
  void writesAsMsgcatDoes(@TempDir Path folder) throws Exception {
    GettextTools.need();
    Random random = new Random(7);
    List<PoEntry> entries = new ArrayList<>();
    entries.add(read(HEADER).entries().get(0));
    for (int i = 0; i < 300; i++) {
      entries.add(RandomText.entry(random, i));
    }
    // msgcat puts what is obsolete at the end, as we do.
    entries.sort(java.util.Comparator.comparing(PoEntry::obsolete));
    String ours = PoFile.of(entries).text();
    assertEquals(ours, GettextTools.msgcat(folder, ours));
    assertEquals(ours, read(ours).text());
    List<PoEntry> again = read(ours).entries().stream().map(PoEntry::withoutOrigin).toList();
    assertEquals(entries.stream().map(PoEntry::withoutOrigin).toList(), again);
  }
}
