package org.chasqui.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * The run in which the launcher lets the Java VM remember what the program loads. It does what
 * people do, so that what they need is remembered, and says nothing.
 */
final class WarmUp {
  /** How the launcher asks for it; not for people. */
  static final String OPTION = "--warm-up";

  private final Console console;

  WarmUp(Console console) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    this.console =
        new Console(
            nowhere,
            nowhere,
            console.env(),
            console.clock(),
            console.installation().orElse(console.folder()),
            console.installation(),
            false);
  }

  int call() {
    Main main = new Main(console);
    for (List<String> args :
        List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("biuld"),
            List.of("check"),
            List.of("serve", "--help"))) {
      main.run(args.toArray(String[]::new));
    }
    return ExitCode.FINE;
  }
}
