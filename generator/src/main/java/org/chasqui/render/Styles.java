package org.chasqui.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Style sheets without what browsers do not need: comments, and blanks where a mark separates
 * already. Nothing is reordered or renamed, and texts in quotation marks stay as they are.
 */
public final class Styles {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)(?<comment>/\\*.*?(?:\\*/|$))"
              + "|(?<text>\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|url\\([^\"')]*\\))"
              + "|(?<mark>\\s*[{};,>]\\s*|:\\s+)"
              + "|(?<blank>\\s+)");

  private Styles() {}

  /** The same style sheet, shorter. */
  public static String slim(String css) {
    Matcher piece = PIECE.matcher(css);
    StringBuilder out = new StringBuilder(css.length());
    int from = 0;
    while (piece.find()) {
      out.append(css, from, piece.start());
      from = piece.end();
      if (piece.group("text") != null) {
        out.append(piece.group());
      } else if (piece.group("mark") != null) {
        mark(piece.group().strip(), out);
      } else if (piece.group("blank") != null && !endsWithMark(out)) {
        out.append(' ');
      }
    }
    return out.append(css, from, css.length()).toString().strip();
  }

  private static void mark(String mark, StringBuilder out) {
    int last = out.length() - 1;
    boolean needless = mark.equals("}") && last >= 0 && out.charAt(last) == ';';
    if (last >= 0 && out.charAt(last) == ' ' && !mark.equals(":")) {
      out.setLength(last); // the blank before a comment that is gone
    } else if (needless) {
      out.setLength(last);
    }
    out.append(mark);
  }

  private static boolean endsWithMark(StringBuilder out) {
    return out.isEmpty() || " {};,>".indexOf(out.charAt(out.length() - 1)) >= 0;
  }
}
