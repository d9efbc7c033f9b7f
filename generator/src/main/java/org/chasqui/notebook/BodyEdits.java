package org.chasqui.notebook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.notebook.NotebookChanges.BodyEdit;

/** Puts changes into a text. */
public final class BodyEdits {
  private static final Pattern OUTPUT =
      Pattern.compile(
          "\\s*\\n[ \\t]*(`{3,}|~{3,}|:{3,})[ \\t]*\\{?\\.?(?:output|error|warning|cell-output)\\b[^\\n]*\\n"
              + "(?:.*?\\n)??[ \\t]*\\1[ \\t]*(?=\\n|$)",
          Pattern.DOTALL);

  private BodyEdits() {}

  /** The text with the changes, which are in order and do not overlap. */
  public static String applied(String text, List<BodyEdit> edits) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (BodyEdit edit : edits) {
      out.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Where the blocks end that say what comes of the code that ends at a place. */
  static int behindOutput(String text, int end) {
    int at = end;
    while (at > 0 && text.charAt(at - 1) == '\n') {
      at--;
    }
    Matcher output = OUTPUT.matcher(text);
    boolean found = true;
    while (found) {
      output.region(at, text.length());
      found = output.lookingAt();
      at = found ? output.end() : at;
    }
    return Math.max(at, end);
  }
}
