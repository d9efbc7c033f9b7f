package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RecordedHtmlTest {
  private static final String TEXT =
      "# Title\n\nSee [it](a.md) and ![all](b.png).\n\n{{< mark >}}\n\n::: challenge\nTry.\n:::\n";

  private final List<String> asked = new ArrayList<>();

  private RenderOptions options(
      String folder, String mark, UnaryOperator<String> words, int shift) {
    return new RenderOptions(
        (target, image, start, end) -> {
          asked.add(target);
          return folder + target;
        },
        List.of(call -> call.name().equals("mark") ? Optional.of(mark) : Optional.empty()),
        List.of(),
        words,
        shift);
  }

  private RenderOptions usual() {
    return options("x/", "<hr>", id -> "word " + id, 0);
  }

  @Test
  void itIsWhatRenderingGives() {
    assertEquals(Markdown.render(TEXT, usual()), Markdown.record(TEXT, usual()).html());
  }

  @Test
  void itHoldsAsLongAsAllIsAnsweredTheSame() {
    RecordedHtml html = Markdown.record(TEXT, usual());
    asked.clear();
    assertTrue(html.holds(TEXT, usual()));
    assertEquals(List.of("a.md", "b.png"), asked);
  }

  @Test
  void anotherTextOrAnotherAnswerIsAnotherPage() {
    RecordedHtml html = Markdown.record(TEXT, usual());
    assertFalse(html.holds(TEXT + ".", usual()));
    assertFalse(html.holds(TEXT, options("y/", "<hr>", id -> "word " + id, 0)), "links");
    assertFalse(html.holds(TEXT, options("x/", "<br>", id -> "word " + id, 0)), "a shortcode");
    assertFalse(html.holds(TEXT, options("x/", "<hr>", id -> "mot " + id, 0)), "words");
    assertFalse(html.holds(TEXT, options("x/", "<hr>", id -> "word " + id, 1)), "headings");
  }
}
