package org.chasqui.ipynb;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outputs of a cell as Markdown that stands after it. */
public final class OutputText {
  private static final Pattern ALT = Pattern.compile("(?m)^#\\|\\s*(?:fig-alt|alt)\\s*:\\s*(.+)$");

  private OutputText() {}

  /** What the code of a cell says of the picture it draws, in a line {@code #| fig-alt: …}. */
  public static String alt(String code) {
    Matcher option = ALT.matcher(code);
    return option.find() ? option.group(1).strip().replaceAll("^\"|\"$", "") : "";
  }

  /** What of the outputs is wanted. */
  public enum Part {
    /** Everything. */
    ALL,
    /** Only pictures and tables: the page has the text already. */
    WITHOUT_TEXT
  }

  /**
   * The Markdown, blocks with an empty line between them; empty if there is nothing to show.
   *
   * @param alt says what pictures show
   * @param pictures takes a picture, given its file ending and bytes, and says how to link to it
   */
  public static String of(
      List<CellOutput> outputs,
      Part part,
      String alt,
      BiFunction<String, byte[], String> pictures) {
    StringBuilder text = new StringBuilder();
    StringBuilder printed = new StringBuilder();
    for (CellOutput output : outputs) {
      Optional<String> shown = block(output, part, alt, pictures);
      if (shown.isPresent()) {
        fence(text, "output", printed, part);
        text.append(shown.get().startsWith("`") ? shown.get() : boxed(shown.get()));
      } else {
        print(printed, output);
      }
    }
    fence(text, "output", printed, part);
    return text.toString();
  }

  private static Optional<String> block(
      CellOutput output, Part part, String alt, BiFunction<String, byte[], String> pictures) {
    if (output instanceof CellOutput.Failure failure) {
      StringBuilder text = new StringBuilder();
      fence(text, "error", new StringBuilder(failure.line()), part);
      return Optional.of(text.toString());
    }
    if (!(output instanceof CellOutput.Data data)) {
      return Optional.empty();
    }
    if (data.data().containsKey("text/html") && HtmlTable.isTable(html(data))) {
      return HtmlTable.markdown(html(data));
    }
    return picture(data, pictures)
        .map(link -> "![" + alt.replaceAll("([\\\\\\[\\]])", "\\\\$1") + "](" + link + ")\n");
  }

  private static String boxed(String shown) {
    return "::: cell-output\n\n" + shown + "\n:::\n\n";
  }

  private static String html(CellOutput.Data data) {
    return data.data().getOrDefault("text/html", "");
  }

  private static Optional<String> picture(
      CellOutput.Data data, BiFunction<String, byte[], String> pictures) {
    String svg = data.data().getOrDefault("image/svg+xml", "");
    Optional<byte[]> drawn = svg.isEmpty() ? Optional.empty() : SafeSvg.of(svg);
    if (drawn.isPresent()) {
      return Optional.of(pictures.apply("svg", drawn.get()));
    }
    for (String type : List.of("png", "jpeg")) {
      String encoded = data.data().getOrDefault("image/" + type, "");
      Optional<byte[]> bytes = decode(encoded);
      if (bytes.isPresent()) {
        return Optional.of(pictures.apply(type.equals("jpeg") ? "jpg" : type, bytes.get()));
      }
    }
    return Optional.empty();
  }

  /** The bytes of a picture in Base64. */
  static Optional<byte[]> decode(String encoded) {
    if (encoded.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(encoded));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void print(StringBuilder printed, CellOutput output) {
    String more = "";
    if (output instanceof CellOutput.Stream stream && stream.name().equals("stdout")) {
      more = stream.text();
    } else if (output instanceof CellOutput.Data data && data.isText()) {
      more = data.data().getOrDefault("text/plain", "");
    }
    boolean open = !printed.isEmpty() && printed.charAt(printed.length() - 1) != '\n';
    printed.append(open && !more.isEmpty() ? "\n" : "").append(more);
  }

  private static void fence(StringBuilder text, String name, StringBuilder content, Part part) {
    String words = content.toString().stripTrailing();
    content.setLength(0);
    if (words.isBlank() || part == Part.WITHOUT_TEXT) {
      return;
    }
    String ticks = fenceFor(words);
    text.append(ticks).append(name).append('\n').append(words).append('\n');
    text.append(ticks).append("\n\n");
  }

  /** A fence that a text does not end: longer than any in it. */
  static String fenceFor(String text) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "`".repeat(longest + 1);
  }
}
