package org.chasqui.data;

import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * A syntax error of YAML, said so that an author can mend it.
 *
 * <p>The parser's message is: what it was doing, where that began, what is wrong, where that is;
 * each "where" with a picture. Its location is neither, but the end of the last good token.
 *
 * @param reason what is wrong
 * @param span where
 */
record YamlFault(String reason, SourceSpan span) {
  private static final String PLACE = " in reader, line ";
  private static final String COLUMN = ", column ";
  private static final Pattern LOOSE =
      Pattern.compile("(?<=[|>][-+0-9]{0,2}[ \\t]{0,9}\n)(?:[ \\t]*\n)+");

  /** What an exception of the parser says of a stretch of a file. */
  static YamlFault of(JacksonException e, SourceFile file, int start, int end) {
    String message = e.getOriginalMessage();
    String reason = reason(message);
    if (reason.contains("special characters")) {
      int at = firstControl(file.text(), start, end);
      return new YamlFault("a control character stands here", file.span(at, at + 1));
    }
    // Of a text that does not end we show where it begins.
    boolean unclosed = reason.contains("end of stream");
    int at = unclosed ? message.indexOf(PLACE) : message.lastIndexOf(PLACE);
    int comma = at < 0 ? -1 : message.indexOf(COLUMN, at);
    if (comma < 0) {
      return new YamlFault(reason, byLocation(e, file, start, end));
    }
    int line = number(message, at + PLACE.length());
    int column = number(message, comma + COLUMN.length());
    return new YamlFault(reason, Nodes.place(file, start, end, line, column));
  }

  /** Whether it is about the blank lines with which a block of text begins. */
  boolean isLooseBlank() {
    return reason.contains("leading empty lines contain more spaces");
  }

  /** What is said of such blank lines once they are mended. */
  Diagnostic looseBlank() {
    return Diagnostic.warning(
            "yaml-blank-line",
            span,
            "The empty line above has more spaces than the text it belongs to.")
        .help("Remove the spaces from that line; some programs refuse the whole file for them.");
  }

  /**
   * A text whose blocks begin with lines that are really empty. Each blank becomes a line end, so
   * that all offsets stay; a text begins with a few more empty lines, which nobody sees.
   */
  static String withoutLooseBlanks(String text) {
    return LOOSE.matcher(text).replaceAll(m -> m.group().replaceAll("[ \\t](?=[ \\t]*\n)", "\n"));
  }

  private static SourceSpan byLocation(JacksonException e, SourceFile file, int start, int end) {
    TokenStreamLocation at = e.getLocation();
    // A text that stands too deep in lists and mappings is refused without a place.
    return at == null
        ? file.span(start, start)
        : Nodes.place(file, start, end, Math.max(1, at.getLineNr()), at.getColumnNr());
  }

  private static int number(String text, int from) {
    int at = from;
    int number = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && number < 100_000_000) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    return number;
  }

  private static int firstControl(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean blank = c == '\n' || c == '\r' || c == '\t' || c == '\u0085';
      if (Character.isISOControl(c) && !blank || c == '\uFFFE' || c == '\uFFFF') {
        return i;
      }
    }
    return start;
  }

  private static String reason(String message) {
    String reason = message;
    int place = message.lastIndexOf("\n" + PLACE);
    if (place >= 0) {
      reason = message.substring(message.lastIndexOf('\n', place - 1) + 1, place);
    }
    return reason.startsWith("Expected a property name")
        ? "a key cannot be a group in braces"
        : Nodes.sentence(reason);
  }

  /** As people are told. */
  Diagnostic diagnostic() {
    return Nodes.problem("YAML", span, reason).help(help());
  }

  private Optional<String> help() {
    if (reason.contains("mapping values are not allowed")) {
      return Optional.of("Put the value in quotation marks: it has a colon in it.");
    }
    if (reason.contains("TAB")) {
      return Optional.of("Indent with spaces.");
    }
    boolean alias = reason.contains("unexpected character found *");
    if (alias || reason.contains("cannot start any token") || reason.contains("in braces")) {
      return Optional.of("Put the value in quotation marks.");
    }
    if (reason.contains("leading empty lines")) {
      return Optional.of("Remove the spaces from the empty line above.");
    }
    if (reason.contains("end of stream")) {
      return Optional.of("What begins here is never closed.");
    }
    if (span.lineText().indexOf('"') >= 0 || span.lineText().indexOf('\'') >= 0) {
      return Optional.of("Look at the quotation marks: one inside a text is written \\\" or ''.");
    }
    return reason.contains("expected <block end>")
        ? Optional.of("Look at the indentation of this line.")
        : Optional.empty();
  }
}
