package org.chasqui.markdown;

import java.util.Optional;
import java.util.Set;

/** How the text of a segment is written where it stands. */
final class SegmentRules {
  /** Arguments of shortcodes that readers see. */
  static final Set<String> TEXT_ARGUMENTS =
      Set.of("caption", "title", "alt", "summary", "label", "text", "header", "name_label");

  private SegmentRules() {}

  /** What stands before a paragraph on its line, as its further lines need it. */
  static String prefix(String text, int start) {
    int line = start;
    while (line > 0 && text.charAt(line - 1) != '\n' && text.charAt(line - 1) != '\r') {
      line--;
    }
    StringBuilder prefix = new StringBuilder();
    for (int i = line; i < start; i++) {
      char c = text.charAt(i);
      prefix.append(c == '>' || c == '\t' ? c : ' ');
    }
    return prefix.toString();
  }

  /** What the author meant by escapes that only the place needs. */
  static String unescape(String raw, Cut.Place place) {
    return switch (place) {
      case DOUBLE_QUOTES -> raw.replace("\\\"", "\"").replace("&quot;", "\"");
      case SINGLE_QUOTES -> raw.replace("\\'", "'").replace("&#39;", "'");
      default -> raw;
    };
  }

  /** A translation as it must be written in place of a segment; nothing if it cannot be. */
  static Optional<String> write(Cut cut, String translation) {
    Segment.Translatable segment = cut.segment();
    String text = translation.strip();
    return switch (cut.place()) {
      case BLOCK -> Optional.of(lines(segment, text));
      case LINE -> Optional.of(line(cut, text));
      case CELL -> Optional.of(cell(oneLine(text)));
      case BRACKETS -> Optional.of(brackets(segment, oneLine(text)));
      case DOUBLE_QUOTES -> Optional.of(quoted(segment, oneLine(text), '"'));
      case SINGLE_QUOTES -> Optional.of(quoted(segment, oneLine(text), '\''));
      case BACKTICKS -> text.indexOf('`') < 0 ? Optional.of(oneLine(text)) : Optional.empty();
      case PARENTHESES ->
          text.indexOf(')') < 0 && text.indexOf('(') < 0
              ? Optional.of(oneLine(text))
              : Optional.empty();
      case WORD ->
          text.chars().noneMatch(c -> Character.isWhitespace(c) || "\"'{}<>`".indexOf(c) >= 0)
              ? Optional.of(text)
              : Optional.empty();
      case HTML -> Optional.of(oneLine(text));
      case CSV_QUOTED -> Optional.of(oneLine(text).replace("\"", "\"\""));
      case CSV_BARE -> Optional.of(csv(segment, oneLine(text)));
      case LINE_COMMENT -> Optional.of(text.replace("\n", "\n" + segment.prefix()));
      case BLOCK_COMMENT ->
          text.contains("*/") || text.contains("-->")
              ? Optional.empty()
              : Optional.of(text.replace("\n", "\n" + segment.prefix()));
    };
  }

  private static String csv(Segment.Translatable segment, String text) {
    boolean plain =
        text.equals(segment.raw()) || text.chars().noneMatch(c -> "\",;|\t".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String oneLine(String text) {
    return PlainText.collapse(text.replace("\\\n", " "));
  }

  private static String line(Cut cut, String text) {
    String line = oneLine(text);
    return cut.headingId().isPresent() ? line + " {#" + cut.headingId().get() + "}" : line;
  }

  // A translation may break lines only where the source may: at a hard break.
  private static String lines(Segment.Translatable segment, String text) {
    String[] wanted = text.split("\n", -1);
    String[] own = segment.message().split("\n", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < wanted.length; i++) {
      String line = wanted[i].strip();
      boolean sameAsOwn = i < own.length && own[i].strip().equals(line);
      boolean hard = i > 0 && wanted[i - 1].endsWith("\\");
      if (i > 0) {
        out.append(hard ? "\n" + segment.prefix() : " ");
      }
      boolean begins = i == 0 || hard;
      out.append(begins && !sameAsOwn ? LineStart.escape(line) : line);
    }
    return out.toString();
  }

  private static String cell(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '|' && (i == 0 || text.charAt(i - 1) != '\\')) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String brackets(Segment.Translatable segment, String text) {
    if (text.equals(segment.message())) {
      return text;
    }
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        open++;
      } else if (c == ']' && --open < 0) {
        break;
      }
    }
    return open == 0
        ? text
        : text.replace("\\[", "[").replace("\\]", "]").replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(Segment.Translatable segment, String text, char quote) {
    if (text.indexOf(quote) < 0) {
      return text;
    }
    return segment.kind() == Segment.Kind.ARGUMENT || segment.kind() == Segment.Kind.IMAGE_TEXT
        ? text.replace("\\" + quote, "" + quote).replace("" + quote, "\\" + quote)
        : text.replace("" + quote, quote == '"' ? "&quot;" : "&#39;");
  }
}
