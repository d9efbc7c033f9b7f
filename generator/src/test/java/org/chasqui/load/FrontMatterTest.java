package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private String split(String text) {
    SourceFile file = new SourceFile("a.md", text);
    FrontMatter front = FrontMatter.of(file, diagnostics);
    return front.mapping().plain().orElseThrow() + "|" + text.substring(front.bodyStart());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: A\n---\nText\n",
        "\n\n---\ntitle: A\n---\nText\n",
        "---  \ntitle: A\n---  \nText\n",
        "---\ntitle: A\n----\nText\n",
        "---\ntitle: A\n---# end\nText\n",
        "---\ntitle: A\n...\nText\n",
        "---\n# remark\ntitle: A # remark\n---\nText\n",
        "+++\ntitle = \"A\"\n+++\nText\n",
        "{\"title\": \"A\"}\nText\n",
        "{\n  \"title\": \"A\"\n}\nText\n",
        "---\n{title: A}\n---\nText\n",
      })
  void found(String text) {
    assertEquals("{title=A}|Text\n", split(text));
    assertEquals(0, diagnostics.sorted().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Text\n",
        "",
        "---\n\nText below a line.\n",
        "{{< figure src=\"a.png\" >}}\n",
        "{% include a.html %}\n",
        "{.lead}\nText\n",
        "    ---\n    title: A\n    ---\n",
        "--- title ---\n",
        "# H1\n\n---\ntitle: A\n---\n",
      })
  void none(String text) {
    assertEquals("{}|" + text, split(text));
    assertEquals(0, diagnostics.sorted().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n---\nText\n",
        "---\n\n# only a remark\n---\nText\n",
        "+++\n+++\nText\n",
        "{}\nText\n"
      })
  void empty(String text) {
    assertEquals("{}|Text\n", split(text));
    assertEquals(0, diagnostics.sorted().size());
  }

  @Test
  void withoutEnd() {
    split("---\ntitle: A\n\nText\n");
    assertEquals(1, diagnostics.count(Severity.ERROR));
    assertEquals("a.md:1:1", diagnostics.sorted().get(0).span().location());
    assertTrue(diagnostics.sorted().get(0).message().contains("does not end"));
  }

  @Test
  void withoutEndAndText() {
    assertEquals("{title=A}|", split("---\ntitle: A\n---"));
    assertEquals("{title=A}|", split("+++\ntitle = \"A\"\n+++"));
  }
}
