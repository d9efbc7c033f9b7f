package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.math.Formulas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs NAME.md and NAME.html: what each construct becomes, with the problems found at the end.
 * {@code -Dgolden.update=true} rewrites the HTML.
 */
class GoldenTest {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("chasqui.root", ".."), "generator/src/test/resources/markdown/golden");

  record Golden(String name, String markdown) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Golden> goldens() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sorted = files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
      return sorted.stream()
          .map(
              file -> {
                String name = file.getFileName().toString().replace(".md", "");
                return new Golden(name, read(file));
              });
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String actual(String markdown) {
    RenderOptions plain = RenderOptions.PLAIN;
    RenderOptions withFormulas =
        new RenderOptions(
            plain.links(),
            plain.directives(),
            plain.stretches(),
            plain.wording(),
            plain.headingShift(),
            plain.files(),
            Optional.of(new Formulas(Map.of("R", "\\mathbb{R}", "norm", "\\lVert #1 \\rVert"))));
    RenderedHtml rendered = Markdown.render(markdown, withFormulas);
    StringBuilder out = new StringBuilder(rendered.html());
    for (Problem problem : rendered.problems()) {
      out.append("<!-- ").append(problem.severity()).append(' ').append(problem.code());
      out.append(" at '").append(markdown, problem.start(), problem.end()).append("': ");
      out.append(problem.message()).append(problem.help().map(h -> " " + h).orElse(""));
      out.append(" -->\n");
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void rendersAsWritten(Golden golden) throws IOException {
    Path expected = FOLDER.resolve(golden.name() + ".html");
    String actual = actual(golden.markdown());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
  }

  @Test
  void thereAreGoldens() throws IOException {
    assertTrue(goldens().count() > 8);
  }
}
