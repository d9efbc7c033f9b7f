package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpliceTest {
  private static String translate(String text, Map<String, String> words) {
    return Markdown.splice(text, s -> Optional.ofNullable(words.get(s.message()))).text();
  }

  private static List<String> messages(String text) {
    List<String> messages = new ArrayList<>();
    for (Segment segment : Markdown.segments(text)) {
      if (segment instanceof Segment.Translatable t) {
        messages.add(t.kind().label() + ": " + t.message());
      }
    }
    return messages;
  }

  @Test
  void reflowingAndOtherSignsDoNotChangeMessages() {
    assertEquals(
        List.of("heading: A title", "paragraph: One *two* **three** four."),
        messages("# A title\n\nOne _two_\n   __three__ four.\n"));
    assertEquals(
        messages("A title\n===\n\n* One *two* **three**\n  four.\n"),
        messages("# A title #\n\n- One _two_ __three__ four.\n"));
  }

  @Test
  void referencesAreResolvedAndCommentsDropped() {
    assertEquals(
        List.of("paragraph: See [the page](x.md \"T\") now."),
        messages("See [the page][p] <!-- not this --> now.\n\n[p]: x.md \"T\"\n"));
  }

  @Test
  void hardBreaksAreOneKind() {
    assertEquals(List.of("quote: One\\\ntwo"), messages("> One  \n> two\n"));
    assertEquals(
        "> Uno\\\n> dos\n", translate("> One  \n> two\n", Map.of("One\\\ntwo", "Uno\\\ndos")));
  }

  @Test
  void headingsKeepTheIdsOfTheSource() {
    String source = "# Setup\n\n## Setup\n\n## Own {#own}\n\n### Class {.c}\n";
    String text =
        translate(source, Map.of("Setup", "Preparación", "Own", "Propio", "Class", "Clase"));
    assertEquals(
        "# Preparación {#setup}\n\n## Preparación {#setup-1}\n\n## Propio {#own}\n\n"
            + "### Clase {#class} {.c}\n",
        text);
    assertEquals(
        Markdown.render(source, RenderOptions.PLAIN).ids(),
        Markdown.render(text, RenderOptions.PLAIN).ids());
  }

  @Test
  void untranslatedHeadingsBesideTranslatedOnesKeepTheirIds() {
    String source = "# A\n\n# A\n\n# A\n";
    int[] count = {0};
    String text =
        Markdown.splice(source, s -> ++count[0] == 2 ? Optional.of("B") : Optional.empty()).text();
    assertEquals("# A\n\n# B {#a-1}\n\n# A\n", text);
    assertEquals(
        Markdown.render(source, RenderOptions.PLAIN).headings().stream().map(Heading::id).toList(),
        Markdown.render(text, RenderOptions.PLAIN).headings().stream().map(Heading::id).toList());
  }

  @Test
  void aTranslationCannotBeginAnotherBlock() {
    for (String wicked :
        List.of(
            "# Uno",
            "- uno",
            "1. uno",
            "> uno",
            "***",
            "::: note",
            "```",
            "| a |",
            "+ uno",
            "$$x",
            "---",
            "=== ",
            "+++",
            "(a)=",
            ": x",
            "[a]: b",
            "~~~")) {
      String text = translate("One\n", Map.of("One", wicked));
      assertTrue(Markdown.sameStructure("One\n", text), text);
    }
  }

  @Test
  void pipesInCellsAndQuotesInArgumentsAreEscaped() {
    assertEquals("| a \\| b |\n|---|\n", translate("| One |\n|---|\n", Map.of("One", "a | b")));
    assertEquals(
        "{{< figure src=\"x.png\" caption=\"el \\\"uno\\\"\" >}}\n",
        translate(
            "{{< figure src=\"x.png\" caption=\"the one\" >}}\n", Map.of("the one", "el \"uno\"")));
    assertEquals(
        "![uno \\[1\\]\\]](x.png)\n", translate("![One](x.png)\n", Map.of("One", "uno [1]]")));
  }

  @Test
  void onlyCommentsOfCodeAreTranslated() {
    String source = "```python\n# Read the data\n# in one go\nx = 'not # this'  # keep it\n```\n";
    assertEquals(
        List.of("comment in code: Read the data\nin one go", "comment in code: keep it"),
        messages(source));
    assertEquals(
        "```python\n# Leer\n# todo\nx = 'not # this'  # keep it\n```\n",
        translate(source, Map.of("Read the data\nin one go", "Leer\ntodo")));
    assertEquals(List.of(), messages("```python i18n=none\n# Read\n```\n"));
    assertEquals(List.of(), messages("```output\n# Read\n```\n"));
  }

  @Test
  void authorsSteerTranslation() {
    String source =
        "<!-- i18n: off -->\n\nNot this.\n\n<!-- i18n: on -->\n\n<!-- i18n: skip -->\n\nNor this."
            + "\n\n<!-- i18n: comment=\"a shell prompt\" -->\n<!-- i18n: context=\"button\" -->\n\n"
            + "Run\n\nWalk\n";
    List<Segment.Translatable> found = new ArrayList<>();
    for (Segment segment : Markdown.segments(source)) {
      if (segment instanceof Segment.Translatable t) {
        found.add(t);
      }
    }
    assertEquals(
        List.of("Run", "Walk"), found.stream().map(Segment.Translatable::message).toList());
    assertEquals(Optional.of("button"), found.get(0).context());
    assertEquals(List.of("a shell prompt"), found.get(0).notes());
    assertEquals(Optional.empty(), found.get(1).context());
  }

  @Test
  void codeNumbersAndAddressesAreNoMessages() {
    assertEquals(
        List.of("column heading: Name"),
        messages(
            "| Name | 12 |\n|---|---|\n| `x` | https://a.org |\n\n`x = 1`\n\n12,5\n\n:tada:\n"));
  }

  @Test
  void piecesCoverTheNewText() {
    Spliced spliced =
        Markdown.splice(
            "# One\n\nTwo\n", s -> Optional.of(s.message().toUpperCase(java.util.Locale.ROOT)));
    int end = 0;
    for (Spliced.Piece piece : spliced.pieces()) {
      assertEquals(end, piece.start());
      end = piece.end();
    }
    assertEquals(spliced.text().length(), end);
  }

  @Test
  void cellsOfValuesKeepTheirQuotes() {
    String text = "```{csv-table} Rain\nJune, \"so \"\"much\"\"\"\n```\n";
    Spliced spliced =
        Markdown.splice(
            text,
            s ->
                Optional.of(
                    Map.of("June", "Juin, été", "so \"much\"", "\"tant\"")
                        .getOrDefault(s.message(), s.message())));
    assertEquals("```{csv-table} Rain\n\"Juin, été\", \"\"\"tant\"\"\"\n```\n", spliced.text());
  }
}
