package org.chasqui.math;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Suggestion;

/** Says in our words what KaTeX says of a formula. */
final class Faults {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "\\A(?:KaTeX parse error: )?(.*?)(?: at (?:position \\d+|end of input): (.*))?\\z",
          Pattern.DOTALL);
  private static final Pattern UNKNOWN =
      Pattern.compile("Undefined control sequence: (.*)", Pattern.DOTALL);
  private static final Pattern NO_ENVIRONMENT =
      Pattern.compile("No such environment: (.*)", Pattern.DOTALL);
  private static final Pattern UNEXPECTED =
      Pattern.compile("Expected 'EOF', got '(.*)'", Pattern.DOTALL);
  private static final String COLUMNS =
      "Columns stand between \\begin{aligned} and \\end{aligned}, or in another such table. For the sign write \\&.";
  private static final String BRACES =
      "There is no { before it that it could close. For the sign write \\}.";
  private static final char UNDERLINE = '\u0332';
  private static final String SUPPORTED =
      "What can be written is listed at https://katex.org/docs/supported.html.";

  // What lessons use most: for "did you mean". KaTeX itself knows a thousand.
  private static final List<String> COMMANDS =
      Stream.of(
              "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi",
              "pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi",
              "Sigma Phi Psi Omega frac dfrac tfrac binom sqrt sum prod int iint oint lim limsup",
              "liminf sup inf max min arg log ln exp sin cos tan partial nabla infty forall exists",
              "in notin subset subseteq supset cup cap setminus emptyset times cdot cdots ldots",
              "vdots ddots pm mp leq geq neq approx equiv sim simeq cong propto to rightarrow",
              "leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow mapsto implies iff",
              "xrightarrow left right big Big bigg Bigg mathbb mathbf mathcal mathfrak mathit",
              "mathrm mathsf mathtt boldsymbol text textbf textit operatorname hat bar tilde vec",
              "dot ddot widehat widetilde overline underline overbrace underbrace overset underset",
              "stackrel quad qquad begin end tag color boxed cancel phantom lfloor rfloor lceil",
              "rceil langle rangle mid parallel perp circ bullet star oplus otimes ell hbar prime")
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(name -> "\\" + name)
          .collect(Collectors.toUnmodifiableList());
  private static final List<String> ENVIRONMENTS =
      List.of(
          "align",
          "align*",
          "aligned",
          "alignat",
          "array",
          "bmatrix",
          "Bmatrix",
          "cases",
          "equation",
          "equation*",
          "gather",
          "gathered",
          "matrix",
          "pmatrix",
          "rcases",
          "smallmatrix",
          "split",
          "vmatrix",
          "Vmatrix");

  private Faults() {}

  /**
   * A fault.
   *
   * @param said KaTeX's message; the place is underlined in it
   * @param position where in the TeX, or less than 0 if it does not say
   * @param tex the formula
   */
  static Formula.Fault of(String said, int position, String tex) {
    Matcher message = MESSAGE.matcher(said);
    String what = message.matches() ? message.group(1).strip() : said;
    String context = message.matches() && message.group(2) != null ? message.group(2) : "";
    int start = position < 0 || position > tex.length() ? 0 : position;
    int length = (int) context.chars().filter(c -> c == UNDERLINE).count();
    int end = position < 0 ? tex.length() : Math.min(tex.length(), start + length);
    while (end > start + 1 && Character.isWhitespace(tex.charAt(end - 1))) {
      end--;
    }
    if (what.startsWith("Too many expansions")) {
      return new Formula.Fault(
          "The macros of this formula expand without end.",
          start,
          end,
          Optional.of("Look for a macro that uses itself."));
    }
    Matcher unknown = UNKNOWN.matcher(what);
    if (unknown.matches()) {
      String name = unknown.group(1).strip();
      return new Formula.Fault(
          "There is no command '" + name + "' in formulas.", start, end, help(name, COMMANDS));
    }
    Matcher environment = NO_ENVIRONMENT.matcher(what);
    if (environment.matches()) {
      String name = environment.group(1).strip();
      return new Formula.Fault(
          "There is no environment '" + name + "' in formulas.",
          start,
          end,
          help(name, ENVIRONMENTS));
    }
    Matcher unexpected = UNEXPECTED.matcher(what);
    if (unexpected.matches()) {
      String sign = unexpected.group(1);
      boolean column = sign.equals("&");
      return new Formula.Fault(
          "'" + sign + "' cannot stand here in a formula.",
          start,
          end,
          Optional.of(column ? COLUMNS : sign.equals("}") ? BRACES : SUPPORTED));
    }
    return new Formula.Fault(
        "This formula cannot be read: " + sentence(what), start, end, Optional.of(SUPPORTED));
  }

  /** A command that would link to or load something. */
  static Formula.Fault refused(String command, String tex) {
    int at = Math.max(0, tex.indexOf(command));
    return new Formula.Fault(
        "The command '" + command + "' does not work in formulas of this site.",
        at,
        Math.min(tex.length(), at + command.length()),
        Optional.of("Formulas may not link, load or style: write that in the text around them."));
  }

  private static Optional<String> help(String name, List<String> known) {
    return Suggestion.didYouMean(name, known).or(() -> Optional.of(SUPPORTED));
  }

  private static String sentence(String what) {
    String text = what.isEmpty() ? "KaTeX does not say why" : what;
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    String start =
        word ? text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) : text.substring(0, 1);
    String all = start + text.substring(1);
    return all.endsWith(".") ? all : all + ".";
  }
}
