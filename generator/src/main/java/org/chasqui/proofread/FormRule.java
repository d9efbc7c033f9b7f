package org.chasqui.proofread;

import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;

/** What {@code msgfmt -c} asks of the ends of a text, and spaces that nobody wants. */
final class FormRule implements Rule {
  @Override
  public String code() {
    return "whitespace";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    String source = text.source();
    String translation = text.translation();
    boolean begins = source.startsWith("\n") != translation.startsWith("\n");
    if (begins || source.endsWith("\n") != translation.endsWith("\n")) {
      found.accept(
          Diagnostic.error(
                  "newline",
                  text.span(),
                  "Source and translation must both "
                      + (begins ? "begin" : "end")
                      + " with \\n, or"
                      + " neither.")
              .help("Programs that read catalogues refuse the file otherwise."));
    }
    if (!mend(text).equals(translation)) {
      found.accept(
          Diagnostic.warning(
                  "whitespace",
                  text.span(),
                  "There are spaces too many, a tab, or spaces at an end where the source has none.")
              .help("'chasqui translate check --fix' removes them."));
    }
  }

  @Override
  public String mend(Text text) {
    String prose = text.prose();
    if (!text.signs().twoSpaces() && !text.signs().mayHave("\t")) {
      return ends(text.source(), text.translation());
    }
    StringBuilder mended = new StringBuilder();
    for (int i = 0; i < prose.length(); i++) {
      char c = prose.charAt(i);
      char before = i == 0 ? 'x' : prose.charAt(i - 1);
      boolean twice = c == ' ' && before == ' ' && !hard(prose, i);
      if (!twice && (c != '\t' || text.source().indexOf('\t') >= 0)) {
        mended.append(text.translation().charAt(i));
      } else if (c == '\t' && before != ' ') {
        mended.append(' ');
      }
    }
    return ends(text.source(), mended.toString());
  }

  // Two spaces at the end of a line are Markdown's hard break; aligned text is the author's.
  private static boolean hard(String prose, int at) {
    int i = at;
    while (i < prose.length() && prose.charAt(i) == ' ') {
      i++;
    }
    return i < prose.length() && prose.charAt(i) == '\n';
  }

  private static String ends(String source, String translation) {
    int start = 0;
    int end = translation.length();
    if (!source.startsWith(" ")) {
      while (start < end && translation.charAt(start) == ' ') {
        start++;
      }
    }
    if (!source.endsWith(" ")) {
      while (end > start && translation.charAt(end - 1) == ' ') {
        end--;
      }
    }
    return translation.substring(start, end);
  }
}
