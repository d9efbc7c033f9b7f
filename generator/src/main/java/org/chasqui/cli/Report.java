package org.chasqui.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a command says in the end: to a person (diagnostics and remarks on {@code err}, results on
 * {@code out}) or, with {@code --json}, one object on {@code out}.
 */
final class Report {
  private final Console console;
  private final SiteOptions options;
  private int worst = ExitCode.FINE;
  private final Map<String, @Nullable Object> json = new LinkedHashMap<>();

  Report(Console console, SiteOptions options, String command) {
    this.console = console;
    this.options = options;
    json.put("command", command);
    json.put("ok", true);
  }

  /**
   * Shows what was found.
   *
   * @return whether the run may go on: no error, and with {@code --strict} no warning
   */
  boolean accepts(Diagnostics diagnostics) {
    List<Diagnostic> found =
        diagnostics.sorted().stream()
            .filter(d -> !options.quiet() || options.json() || d.severity() != Severity.INFO)
            .toList();
    long errors = diagnostics.count(Severity.ERROR);
    long warnings = diagnostics.count(Severity.WARNING);
    boolean good = errors == 0 && (warnings == 0 || !options.strict());
    json.put("ok", good);
    json.put("errors", errors);
    json.put("warnings", warnings);
    json.put("diagnostics", found.stream().map(Json::of).toList());
    if (!options.json() && !found.isEmpty()) {
      console.show(found);
      console.tell(summary(errors, warnings));
    }
    return good;
  }

  /** {@code 1 error, 2 warnings}. */
  static String summary(long errors, long warnings) {
    return count(errors, "error") + ", " + count(warnings, "warning");
  }

  /** {@code 1 page}, {@code 2 pages}. */
  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** A result for a person; silent with {@code --quiet}. */
  void say(String line) {
    if (!options.quiet()) {
      console.say(line);
    }
  }

  /** A result that is wanted even with {@code --quiet}. */
  void insist(String line) {
    if (!options.json()) {
      console.say(line);
    }
  }

  /** A table for a person; its first row is a heading. */
  void table(List<String[]> rows) {
    Columns.align(rows, console.words()).forEach(this::insist);
  }

  /** A result for a program. */
  void put(String key, @Nullable Object value) {
    json.put(key, value);
  }

  /** Lets the command end with this code at least, however well the rest goes. */
  void failWith(int code) {
    worst = Math.max(worst, code);
  }

  /** Ends the command: says the JSON if it is wanted. */
  int end(int wanted) {
    int code = Math.max(wanted, worst);
    if (options.json()) {
      json.put("ok", code == ExitCode.FINE);
      json.put("exitCode", code);
      console.out().println(Json.write(json));
    }
    return code;
  }

  /** Ends a command whose content was refused. */
  int refuse(String nothing) {
    if (!options.json()) {
      console.tell(nothing);
    }
    return end(ExitCode.CONTENT);
  }
}
