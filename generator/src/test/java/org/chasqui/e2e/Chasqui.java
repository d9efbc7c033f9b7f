package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.chasqui.cli.Console;
import org.chasqui.cli.Main;

/** The real program, called as from a shell, but in this process and at a fixed moment. */
final class Chasqui {
  /** The project's own folder, with the built-in theme. */
  static final Path ROOT =
      Path.of(System.getProperty("chasqui.root", "..")).toAbsolutePath().normalize();

  static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  private Chasqui() {}

  /** What a call of the program said, and its exit code. */
  record Ran(int code, String out, String err) {
    /** This run, which must have ended with an exit code. */
    Ran expect(int wanted) {
      assertEquals(wanted, code, () -> "exit code; it said:\n" + out + err);
      return this;
    }

    /** As a person sees it, with the site's folder called {@code SITE}. */
    String transcript(Path site) {
      String text = (out + err).replace(site.toString(), "SITE").replaceAll("(?m)[ \t]+$", "");
      return text.replaceAll("\\([0-9a-f]{10}\\)", "(COMMIT)") + "exit code " + code + "\n";
    }
  }

  /** Calls the program in a folder. */
  static Ran run(Path folder, String... arguments) {
    return run(Map.of(), folder, arguments);
  }

  /** Calls the program in a folder, with variables of the environment. */
  static Ran run(Map<String, String> environment, Path folder, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = new Main(console(environment, folder, out, err)).run(arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The outside world, as a program that nobody looks at sees it. */
  static Console console(
      Map<String, String> environment,
      Path folder,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        Clock.fixed(NOW, ZoneOffset.UTC),
        folder,
        Optional.of(ROOT),
        false);
  }
}
