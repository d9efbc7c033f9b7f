package org.chasqui.proofread;

import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.markdown.Markdown;

/** Spanish questions and exclamations are opened as well as closed. */
final class SpanishMarks implements Rule {
  @Override
  public String code() {
    return "open-es";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    if (!text.locale().getLanguage().equals("es")) {
      return;
    }
    if (text.signs().mayHave("?")) {
      mark(text, '?', '¿', "A Spanish question begins with ¿.", found);
    }
    if (text.signs().mayHave("!")) {
      mark(text, '!', '¡', "A Spanish exclamation begins with ¡.", found);
    }
  }

  private static void mark(
      Text text, char close, char open, String message, Consumer<Diagnostic> found) {
    String prose = text.prose();
    int from = 0;
    for (int i = 0; i < prose.length(); i++) {
      if (prose.charAt(i) != close || !closes(prose, i)) {
        continue;
      }
      // "¡¿Qué?!" and "¡Qué?" open with either.
      String sentence = prose.substring(from, i);
      if (sentence.indexOf('¿') < 0 && sentence.indexOf('¡') < 0) {
        found.accept(
            Diagnostic.warning("open-es", text.span(i, i + 1), message)
                .help("Write " + open + start(sentence) + "…" + close));
      }
      while (i + 1 < prose.length() && "?!".indexOf(prose.charAt(i + 1)) >= 0) {
        i++;
      }
      from = i + 1;
    }
  }

  // A sign that is spoken of, as in "the sign ?" or "!=", closes nothing.
  private static boolean closes(String prose, int i) {
    char before = i == 0 ? ' ' : prose.charAt(i - 1);
    char after = i + 1 < prose.length() ? prose.charAt(i + 1) : ' ';
    boolean word =
        Character.isLetterOrDigit(before)
            || before == Markdown.NO_PROSE
            || ")»”\"*_…?!".indexOf(before) >= 0;
    return word && after != '=' && !Character.isLetterOrDigit(after) && after != '[';
  }

  private static String start(String sentence) {
    int begin = Math.max(sentence.lastIndexOf(". "), sentence.lastIndexOf(": "));
    String last = sentence.substring(begin < 0 ? 0 : begin + 2).strip();
    String[] words = last.split("\\s+", 3);
    return (words.length < 2 ? last : words[0] + " " + words[1])
        .replace(String.valueOf(Markdown.NO_PROSE), "");
  }
}
