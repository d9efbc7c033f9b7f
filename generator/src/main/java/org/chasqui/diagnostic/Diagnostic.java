package org.chasqui.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing to tell a person about one place in one file.
 *
 * <p>Codes are stable, kebab-case and listed in {@code docs/diagnostics.md}. A message is one
 * sentence that says what is wrong; help says what to do.
 *
 * <pre>{@code
 * Diagnostic.error("link-dead", span, "No page answers to ../setup.md.")
 *     .help("Did you mean ../set-up.md?")
 * }</pre>
 *
 * @param severity how bad it is
 * @param code the stable name of this kind of problem
 * @param message what is wrong, in one sentence
 * @param span where
 * @param help what to do about it
 */
public record Diagnostic(
    Severity severity, String code, String message, SourceSpan span, Optional<String> help)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.span.file().path())
          .thenComparingInt(d -> d.span.start())
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  /** An error. */
  public static Diagnostic error(String code, SourceSpan span, String message) {
    return new Diagnostic(Severity.ERROR, code, message, span, Optional.empty());
  }

  /** A warning. */
  public static Diagnostic warning(String code, SourceSpan span, String message) {
    return new Diagnostic(Severity.WARNING, code, message, span, Optional.empty());
  }

  /** A remark. */
  public static Diagnostic info(String code, SourceSpan span, String message) {
    return new Diagnostic(Severity.INFO, code, message, span, Optional.empty());
  }

  /** The same with a word on what to do. */
  public Diagnostic help(String help) {
    return new Diagnostic(severity, code, message, span, Optional.of(help));
  }

  /** The same with that word, if there is one. */
  public Diagnostic help(Optional<String> help) {
    return new Diagnostic(severity, code, message, span, help);
  }

  /** By file, then place: the order in which people read. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
