package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chasqui.data.Csv;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;

/**
 * The house rules of a language: {@code style.csv} with the columns {@code pattern} (a regular
 * expression), {@code message} and {@code severity} ({@code info} or {@code warning}).
 */
final class Style implements Rule {
  private final List<House> rules = new ArrayList<>();

  private record House(Pattern pattern, String message, Severity severity) {}

  Style(List<Csv.Row> rows, Diagnostics diagnostics) {
    for (Csv.Row row : rows) {
      try {
        rules.add(
            new House(
                Pattern.compile(row.cell("pattern"), Pattern.UNICODE_CHARACTER_CLASS),
                row.cell("message"),
                row.cell("severity").equals("info") ? Severity.INFO : Severity.WARNING));
      } catch (PatternSyntaxException e) {
        diagnostics.add(
            Diagnostic.warning(
                    "style-pattern",
                    row.span(),
                    "This is no regular expression: " + e.getDescription() + ".")
                .help("The rule is not used until it is mended."));
      }
    }
  }

  @Override
  public String code() {
    return "style";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    String prose = text.prose();
    for (House rule : rules) {
      Matcher matcher = rule.pattern.matcher(prose);
      if (matcher.find() && matcher.end() > matcher.start()) {
        Diagnostic warning =
            Diagnostic.warning("style", text.span(matcher.start(), matcher.end()), rule.message);
        found.accept(
            rule.severity == Severity.WARNING
                ? warning
                : Diagnostic.info("style", warning.span(), rule.message));
      }
    }
  }
}
