package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.gettext.Similarity;
import org.chasqui.markdown.TranslationProblem;

/** Code, links, footnotes, formulas, HTML and placeholders must be those of the source. */
final class MarkupRule implements Rule {
  private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
  private static final int SHORTEST = 3;
  private static final double ALIKE = 0.6;

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    for (TranslationProblem problem : text.original().markup().apply(text.translation())) {
      found.accept(
          new Diagnostic(
              problem.severity(),
              problem.code(),
              problem.message(),
              text.span(),
              java.util.Optional.of(help(problem.code()))));
    }
  }

  private static String help(String code) {
    return switch (code) {
      case "link-external" -> "If the page has a translation it is right to link to that one.";
      case "emphasis" -> "Emphasise the words that the source emphasises.";
      case "structure" -> "Write it as one paragraph.";
      default -> "Copy it from the source as it stands; readers see the source text until then.";
    };
  }

  /** Code in which one letter differs from the only code it can be is a slip of the hand. */
  @Override
  public String mend(Text text) {
    List<String> missing = new ArrayList<>(codes(text.source()));
    List<String> strange = new ArrayList<>();
    for (String code : codes(text.translation())) {
      if (!missing.remove(code)) {
        strange.add(code);
      }
    }
    if (missing.size() != 1 || strange.size() != 1 || !slip(missing.get(0), strange.get(0))) {
      return text.translation();
    }
    String wrong = strange.get(0);
    Matcher code = CODE.matcher(text.translation());
    while (code.find()) {
      if (code.group(2).equals(wrong)) {
        return text.translation().substring(0, code.start(2))
            + missing.get(0)
            + text.translation().substring(code.end(2));
      }
    }
    return text.translation();
  }

  private static List<String> codes(String text) {
    return CODE.matcher(text).results().map(code -> code.group(2)).toList();
  }

  // One letter too many, too few or wrong, or two neighbours exchanged.
  private static boolean slip(String right, String wrong) {
    int shorter = Math.min(right.length(), wrong.length());
    if (shorter < SHORTEST || Math.abs(right.length() - wrong.length()) > 1) {
      return false;
    }
    int head = 0;
    while (head < shorter && right.charAt(head) == wrong.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && right.charAt(right.length() - 1 - tail) == wrong.charAt(wrong.length() - 1 - tail)) {
      tail++;
    }
    String r = right.substring(head, right.length() - tail);
    String w = wrong.substring(head, wrong.length() - tail);
    boolean exchanged = r.length() == 2 && new StringBuilder(r).reverse().toString().equals(w);
    return (exchanged || (r.length() <= 1 && w.length() <= 1))
        && Similarity.of(right, wrong) > ALIKE;
  }
}
