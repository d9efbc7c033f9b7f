package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.Suggestion;

/** Splits the lines of a PO file into keywords, indexes and strings. */
final class PoLexer {
  static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";
  static final String ESCAPES = "abfnrtv\\\"";
  static final List<String> KEYWORDS =
      List.of("msgctxt", "msgid", "msgid_plural", "msgstr", "domain");

  /** A piece of a line. */
  sealed interface Token {
    /** Where it begins in the file. */
    int start();
  }

  /** A keyword, with the index of {@code msgstr[1]}, or -1. */
  record Keyword(int start, int end, String word, int index) implements Token {}

  /** A quoted string; {@code runs} count from the string's own beginning. */
  record Quoted(int start, int end, String value, List<PoString.Run> runs) implements Token {}

  /** Something that cannot be. */
  static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;
    final int start;
    final int end;
    final transient Optional<String> help;

    Trouble(String message, int start, int end, Optional<String> help) {
      super(message, null, false, false);
      this.start = start;
      this.end = end;
      this.help = help;
    }
  }

  private final String text;
  private final int end;
  private int at;

  /** Reads from {@code start} to the end of its line, which is {@code end}. */
  PoLexer(SourceFile file, int start, int end) {
    this.text = file.text();
    this.at = start;
    this.end = end;
  }

  /** The tokens of the line. */
  List<Token> tokens() throws Trouble {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      skipSpace();
      if (at >= end) {
        return tokens;
      }
      char c = text.charAt(at);
      if (c == '"') {
        tokens.add(quoted());
      } else if (Character.isLetter(c) || c == '_') {
        tokens.add(keyword());
      } else {
        throw trouble("A PO file cannot have " + c + " here.", at, at + 1, HELP_COMMENT);
      }
    }
  }

  private static final String HELP_COMMENT =
      "A comment begins with #, a text stands between double quotes.";

  private static Trouble trouble(String message, int start, int end, String help) {
    return new Trouble(message, start, end, Optional.of(help));
  }

  private void skipSpace() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private Keyword keyword() throws Trouble {
    int start = at;
    while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    int stop = at;
    for (String word : KEYWORDS) {
      if (word.length() == stop - start && text.startsWith(word, start)) {
        return new Keyword(start, stop, word, index());
      }
    }
    throw unknown(text.substring(start, stop), start);
  }

  private Trouble unknown(String word, int start) {
    return new Trouble(
        "PO files have no keyword " + word + ".",
        start,
        at,
        Suggestion.didYouMean(word, KEYWORDS)
            .or(() -> Optional.of("Text stands between double quotes; inside it, \" is \\\".")));
  }

  private int index() throws Trouble {
    int start = at;
    skipSpace();
    if (at >= end || text.charAt(at) != '[') {
      at = start;
      return -1;
    }
    int open = at;
    int close = text.indexOf(']', at);
    String digits = close < 0 || close >= end ? "" : text.substring(at + 1, close).strip();
    if (!digits.matches("[0-9]{1,3}")) {
      throw trouble(
          "The number of a plural form is missing.", open, end, "Write msgstr[0], msgstr[1] ….");
    }
    at = close + 1;
    return Integer.parseInt(digits);
  }

  private Quoted quoted() throws Trouble {
    int start = at++;
    int close = text.indexOf('"', at);
    if (close < 0 || close >= end) {
      return resolved(start);
    }
    String plain = text.substring(at, close);
    if (plain.indexOf('\\') >= 0) {
      return resolved(start);
    }
    // Nothing to resolve, as in nearly all strings.
    at = close + 1;
    return new Quoted(
        start, at, plain, plain.isEmpty() ? List.of() : List.of(new PoString.Run(0, start + 1)));
  }

  private Quoted resolved(int start) throws Trouble {
    StringBuilder value = new StringBuilder();
    List<PoString.Run> runs = new ArrayList<>();
    boolean fresh = true;
    while (at < end) {
      int plain = endOfPlain();
      if (plain > at) {
        if (fresh) {
          runs.add(new PoString.Run(value.length(), at));
        }
        value.append(text, at, plain);
        at = plain;
        fresh = false;
      } else if (text.charAt(at) == '"') {
        at++;
        return new Quoted(start, at, value.toString(), runs);
      } else {
        runs.add(new PoString.Run(value.length(), at));
        value.append(escape());
        fresh = true;
      }
    }
    throw trouble(
        "This text has no closing quote.",
        start,
        end,
        "Close it with \" on the same line; a quote inside the text is written \\\".");
  }

  private int endOfPlain() {
    int stop = at;
    while (stop < end) {
      char c = text.charAt(stop);
      if (c == '"' || c == '\\') {
        return stop;
      }
      stop++;
    }
    return stop;
  }

  private char escape() throws Trouble {
    int start = at++;
    char c = at < end ? text.charAt(at) : ' ';
    int known = ESCAPES.indexOf(c);
    if (known >= 0) {
      at++;
      return ESCAPED.charAt(known);
    }
    if (c >= '0' && c <= '7') {
      return number(at, 8, 3);
    }
    if (c == 'x' && at + 1 < end && Character.digit(text.charAt(at + 1), 16) >= 0) {
      return number(at + 1, 16, 2);
    }
    throw trouble(
        "PO files have no escape \\" + c + ".",
        start,
        Math.min(at + 1, end),
        "A backslash in the text is written \\\\.");
  }

  private char number(int start, int radix, int most) throws Trouble {
    int value = 0;
    at = start;
    while (at < end && at < start + most && Character.digit(text.charAt(at), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(at), radix);
      at++;
    }
    if (value > 0x7f) {
      // A byte, not a character: it would be half of one in UTF-8.
      throw trouble(
          "A numeric escape above 127 stands for half a character.",
          start - 1,
          at,
          "Write the character itself: PO files are UTF-8.");
    }
    return (char) value;
  }
}
