package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the segments of every document, whatever stands in it. */
class SegmentLawsTest {
  record Text(String name, String markdown) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Text> texts() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String resource : List.of("spec.txt", "gfm-spec.txt", "cmark-regression.txt")) {
      for (SpecExamples.Example example : SpecExamples.of(resource)) {
        texts.add(new Text(resource + " " + example.number(), example.markdown()));
      }
    }
    for (GoldenTest.Golden golden : GoldenTest.goldens().toList()) {
      texts.add(new Text(golden.name(), golden.markdown()));
      texts.add(new Text(golden.name() + " CRLF", golden.markdown().replace("\n", "\r\n")));
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void joinedTheyAreTheDocument(Text text) {
    StringBuilder joined = new StringBuilder();
    for (Segment segment : Markdown.segments(text.markdown())) {
      assertEquals(joined.length(), segment.start());
      joined.append(segment.raw());
    }
    assertEquals(text.markdown(), joined.toString());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void translatedToThemselvesTheyRenderTheSame(Text text) {
    Spliced spliced = Markdown.splice(text.markdown(), s -> Optional.of(s.message()));
    assertEquals(html(text.markdown()), html(spliced.text()), spliced.text());
    assertTrue(Markdown.sameStructure(text.markdown(), spliced.text()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void nothingIsWrongWithATranslationThatIsTheMessage(Text text) {
    for (Segment segment : Markdown.segments(text.markdown())) {
      if (segment instanceof Segment.Translatable message) {
        assertEquals(List.of(), Markdown.checkTranslation(message.message(), message.message()));
      }
    }
  }

  // White space and comments do not count: messages have none of their own.
  private static String html(String markdown) {
    return Markdown.render(markdown, RenderOptions.PLAIN)
        .html()
        .replaceAll("<!--(?:-?>|[\\s\\S]*?-->)", "")
        .replaceAll("\\s+", " ")
        .replace("> <", "><")
        .replaceAll(" (?=</?(p|li|h\\d|td|th|dd|dt|blockquote))", "");
  }
}
