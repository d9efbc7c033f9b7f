package org.chasqui.proofread;

import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;

/** French puts a space that does not break before {@code ; : ! ? »} and after {@code «}. */
final class FrenchSpaces implements Rule {
  private static final char SPACE = '\u00A0';
  private static final String CLOSERS = " \u00A0\u202F\n)]}»”\"'*_.…,-—–!?";

  @Override
  public String code() {
    return "nbsp-fr";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    String mended = mend(text);
    if (mended.equals(text.translation())) {
      return;
    }
    int at = 0;
    while (at < mended.length() && mended.charAt(at) == text.translation().charAt(at)) {
      at++;
    }
    found.accept(
        Diagnostic.warning(
                "nbsp-fr",
                text.span(at, Math.min(at + 1, text.translation().length())),
                "French has a no-break space before ; : ! ? and inside « ».")
            .help("'chasqui translate check --fix' writes it (U+00A0)."));
  }

  @Override
  public String mend(Text text) {
    if (!text.locale().getLanguage().equals("fr") || !text.signs().mayHave(";:!?«»")) {
      return text.translation();
    }
    char[] prose = text.prose().toCharArray();
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < prose.length; i++) {
      char c = prose[i];
      if (c < 0x80 && c != ';' && c != ':' && c != '!' && c != '?') {
        continue;
      }
      if (isHigh(text.prose(), i)) {
        out.append(text.translation(), done, i);
        done = i;
        before(out, text.prose(), i);
      }
      if (c == '«' && i + 1 < prose.length) {
        out.append(text.translation(), done, i + 1);
        done = i + 1;
        char next = prose[i + 1];
        if (next == ' ') {
          i++;
          done = i + 1;
        }
        if (next != SPACE && next != '\u202F') {
          out.append(SPACE);
        }
      }
    }
    return out.append(text.translation().substring(done)).toString();
  }

  private static boolean isHigh(String prose, int i) {
    char c = prose.charAt(i);
    if (c == '»') {
      return true;
    }
    if (";:!?".indexOf(c) < 0 || i == 0) {
      return false;
    }
    char after = i + 1 < prose.length() ? prose.charAt(i + 1) : ' ';
    char before = prose.charAt(i - 1);
    // A colon inside a time, a ratio or a name is no punctuation; nor is what opens a line.
    boolean ends = CLOSERS.indexOf(after) >= 0;
    return ends && before != '\n' && "!?:;([{\\\"“'".indexOf(before) < 0;
  }

  private static void before(StringBuilder out, String prose, int i) {
    if (i == 0) {
      return;
    }
    char before = prose.charAt(i - 1);
    if (before == ' ') {
      boolean several = i > 1 && prose.charAt(i - 2) == ' ';
      if (!several && out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
        out.setCharAt(out.length() - 1, SPACE);
      }
    } else if (before != SPACE && before != '\u202F') {
      out.append(SPACE);
    }
  }
}
