package org.chasqui.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps a line of text from being read as the beginning of a block. */
final class LineStart {
  // What a line may begin with to be something else than text; group 1 is escaped.
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:(#)#{0,5}(?:[ \\t]|$)"
              + "|(>)"
              + "|([-+*])(?:[ \\t]|$)"
              + "|\\d{1,9}([.)])(?:[ \\t]|$)"
              + "|([-*_])(?:[ \\t]*+\\5){2,}+[ \\t]*$"
              + "|([=-])[=-]*[ \\t]*$"
              + "|(`)``|(~)~~|(:)::|(:)[ \\t]"
              + "|(\\|)|(\\$)\\$|(\\+)\\+\\+[ \\t]*$|(\\()[\\w:.+-]+\\)=[ \\t]*$"
              + "|(\\[)[^\\]]*\\]:)");

  private LineStart() {}

  /** The line, escaped if it would begin a block. */
  static String escape(String line) {
    Matcher matcher = BLOCK.matcher(line);
    if (!matcher.lookingAt()) {
      return line;
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0) {
        int at = matcher.start(group);
        return line.substring(0, at) + "\\" + line.substring(at);
      }
    }
    return line;
  }

  /** Whether a line would begin a block. */
  static boolean beginsBlock(String line) {
    return BLOCK.matcher(line).lookingAt();
  }
}
