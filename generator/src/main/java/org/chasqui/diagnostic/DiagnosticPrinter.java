package org.chasqui.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Says a diagnostic to a person: where, what, the line itself with an arrow, and what to do.
 *
 * <pre>
 * error[link-dead] site-content/about.md:12:5
 *   No page answers to ../setup.md.
 *    12 | Read [how to set up](../setup.md) first.
 *       |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   help: Did you mean ../set-up.md?
 * </pre>
 *
 * @param colours whether to colour it with ANSI sequences
 * @param words says messages, help and severities in the reader's language
 */
public record DiagnosticPrinter(boolean colours, UnaryOperator<String> words) {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BLUE = "\u001b[1;34m";
  private static final String BOLD = "\u001b[1m";
  private static final String RESET = "\u001b[0m";

  /** One that speaks English. */
  public DiagnosticPrinter(boolean colours) {
    this(colours, UnaryOperator.identity());
  }

  /** One diagnostic, several lines, the last one ended. */
  public String print(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.span();
    String kind = words.apply(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    StringBuilder text = new StringBuilder();
    text.append(paint(colour(diagnostic.severity()), kind + "[" + diagnostic.code() + "]"))
        .append(' ')
        .append(paint(BOLD, SourceArrow.shown(span.location(), 0)))
        .append('\n');
    lines(text, "  ", words.apply(diagnostic.message()));
    if (!span.lineText().isBlank()) {
      arrow(text, span, colour(diagnostic.severity()));
    }
    String start = "  " + paint(BLUE, words.apply("help:")) + " ";
    diagnostic.help().ifPresent(help -> lines(text, start, words.apply(help)));
    return text.toString();
  }

  /** Several, with an empty line between them. */
  public String print(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(this::print).toList());
  }

  private void arrow(StringBuilder text, SourceSpan span, String colour) {
    SourceArrow arrow = SourceArrow.of(span);
    String number = String.format(Locale.ROOT, "%5d", span.line());
    text.append(paint(BLUE, number + " |")).append(' ').append(arrow.line()).append('\n');
    text.append(paint(BLUE, " ".repeat(number.length()) + " |"))
        .append(" ".repeat(arrow.indent() + 1))
        .append(paint(colour, "^".repeat(arrow.width())))
        .append('\n');
  }

  private static void lines(StringBuilder text, String start, String message) {
    String before = start;
    for (String line : message.stripTrailing().split("\\R", -1)) {
      text.append(before).append(SourceArrow.shown(line, 0)).append('\n');
      before = "    ";
    }
  }

  private String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> BLUE;
    };
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + RESET : text;
  }
}
