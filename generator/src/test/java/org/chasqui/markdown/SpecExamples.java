package org.chasqui.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The examples of the CommonMark specification, read from the library that carries it. */
final class SpecExamples {
  private static final String FENCE = "`".repeat(32);

  private SpecExamples() {}

  /** An example: its number, the extension it belongs to or nothing, Markdown and HTML. */
  record Example(int number, String extension, String markdown, String html) {}

  /** The examples of a file on the class path. */
  static List<Example> of(String resource) {
    List<Example> examples = new ArrayList<>();
    StringBuilder markdown = new StringBuilder();
    StringBuilder html = new StringBuilder();
    StringBuilder into = null;
    String extension = "";
    for (String line : read(resource).split("\n", -1)) {
      if (line.startsWith(FENCE + " example")) {
        into = markdown;
        extension = line.substring((FENCE + " example").length()).strip();
        markdown.setLength(0);
        html.setLength(0);
      } else if (into != null && line.equals(FENCE)) {
        examples.add(
            new Example(examples.size() + 1, extension, markdown.toString(), html.toString()));
        into = null;
      } else if (into == markdown && line.equals(".")) {
        into = html;
      } else if (into != null) {
        into.append(line.replace('\u2192', '\t')).append('\n');
      }
    }
    return examples;
  }

  private static String read(String resource) {
    try (InputStream in = SpecExamples.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes off what Chasqui adds to CommonMark's HTML. */
  static String plain(String html) {
    return html.replaceAll("<(h[1-6]) id=\"[^\"]*\">", "<$1>")
        .replaceAll("<a class=\"heading-anchor\"[^>]*></a>", "")
        .replace("<pre tabindex=\"0\">", "<pre>")
        .replace(" loading=\"lazy\"", "")
        .replaceAll("</?span(?: class=\"h-.\")?>", "");
  }
}
