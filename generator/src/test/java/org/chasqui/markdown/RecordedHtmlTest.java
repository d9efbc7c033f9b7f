package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    assertTrue(html.holds(usual()));
    assertEquals(List.of("a.md", "b.png"), asked);
  }

  @Test
  void itCanBeWrittenDown() {
    RecordedHtml html = Markdown.record(TEXT + "\n[wrong](\n\n::: nothing\n:::\n", usual());
    RecordedHtml read = RecordedHtml.up(html.down());
    assertEquals(html.html(), read.html());
    assertEquals(html.down(), read.down());
    asked.clear();
    assertTrue(read.holds(usual()));
    assertEquals(List.of("a.md", "b.png"), asked);
    assertFalse(read.holds(options("y/", "<hr>", id -> "word " + id, 0)), "links");
    assertFalse(read.holds(options("x/", "<br>", id -> "word " + id, 0)), "a shortcode");
  }

  @Test
  void segmentsCanBeWrittenDown() {
    String text =
        TEXT
            + "\n| a | b |\n|---|---|\n| c |  *d* |\n\n"
            + "<!-- translators: mind\nthis -->\n> A quote\n> of *two* lines\n";
    List<Segment.Translatable> segments =
        Markdown.segments(text).stream()
            .filter(Segment.Translatable.class::isInstance)
            .map(Segment.Translatable.class::cast)
            .toList();
    assertTrue(segments.size() > 5, segments::toString);
    assertEquals(segments, Segment.up(Segment.down(segments)));
  }

  @Test
  void anotherTextOrAnotherAnswerIsAnotherPage() {
    RecordedHtml html = Markdown.record(TEXT, usual());
    assertFalse(html.holds(options("y/", "<hr>", id -> "word " + id, 0)), "links");
    assertFalse(html.holds(options("x/", "<br>", id -> "word " + id, 0)), "a shortcode");
    assertFalse(html.holds(options("x/", "<hr>", id -> "mot " + id, 0)), "words");
    List<String> input = RecordedHtml.input(TEXT, usual());
    assertNotEquals(input, RecordedHtml.input(TEXT + ".", usual()));
    assertNotEquals(
        input, RecordedHtml.input(TEXT, options("x/", "<hr>", id -> "word " + id, 1)), "headings");
  }
}
