package org.chasqui.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.DiagnosticPrinter;

/**
 * All of the outside world that the program touches, so that a test can be it.
 *
 * @param out what was asked for
 * @param err what else there is to say
 * @param env the environment's variables
 * @param clock what time it is
 * @param folder the folder in which the program was called, absolute
 * @param installation the folder of the launcher, with the built-in themes, if there is one
 * @param terminal whether a person is looking at {@code err}
 * @param words what it says, in the user's language
 */
public record Console(
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Clock clock,
    Path folder,
    Optional<Path> installation,
    boolean terminal,
    Words words) {

  private static final int WIDEST = 100;

  /** One that speaks the language that the environment names. */
  public Console(
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Clock clock,
      Path folder,
      Optional<Path> installation,
      boolean terminal) {
    this(out, err, env, clock, folder, installation, terminal, Words.of(env));
  }

  /** The same in another language. */
  Console speaking(String language) {
    Map<String, String> changed = new HashMap<>(env);
    changed.put("CHASQUI_LANG", language);
    return new Console(out, err, changed, clock, folder, installation, terminal);
  }

  /** Says something that was asked for. */
  void say(String english) {
    out.println(words.say(english));
  }

  /** Says what else there is to say. */
  void tell(String english) {
    err.println(words.say(english));
  }

  /** Shows what is wrong. */
  void show(List<Diagnostic> diagnostics) {
    err.println(new DiagnosticPrinter(colours(), words::say).print(diagnostics));
  }

  /** The real one. Reads the properties {@code chasqui.home} and {@code chasqui.terminal}. */
  static Console ofSystem() {
    return new Console(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        Clock.systemUTC(),
        Path.of("").toAbsolutePath(),
        Optional.ofNullable(System.getProperty("chasqui.home")).map(Path::of),
        Boolean.getBoolean("chasqui.terminal"));
  }

  // What System.out would be, were every terminal's encoding known: see JEP 400.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Whether to colour what a person sees; {@code NO_COLOR} says no. */
  boolean colours() {
    return terminal
        && env.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(env.get("TERM"));
  }

  /** The columns of help texts. */
  int width() {
    try {
      int columns = Integer.parseInt(env.getOrDefault("COLUMNS", "80"));
      return Math.max(60, Math.min(columns, WIDEST));
    } catch (NumberFormatException e) {
      return 80;
    }
  }

  /**
   * The moment that counts as now: of {@code SOURCE_DATE_EPOCH} (seconds since 1970) if it is set,
   * so that a build can be repeated.
   */
  Instant now() {
    String epoch = env.getOrDefault("SOURCE_DATE_EPOCH", "");
    try {
      return epoch.isBlank()
          ? clock.instant()
          : Instant.ofEpochSecond(Long.parseLong(epoch.strip()));
    } catch (NumberFormatException | DateTimeException e) {
      throw new org.chasqui.diagnostic.RunStopped.Usage(
          "SOURCE_DATE_EPOCH is '" + epoch + "', not a number of seconds since 1970.");
    }
  }
}
