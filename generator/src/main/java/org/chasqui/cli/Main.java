package org.chasqui.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.pipeline.LastBuild;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program's door: takes the arguments, runs one command, answers with an exit code.
 *
 * <p>The only place that turns what stopped a run into words and a number. It never exits by itself
 * and knows the outside only through a {@link Console}, so a test runs it like a function.
 */
public final class Main {
  private Console console;

  /**
   * @param console the outside world
   */
  public Main(Console console) {
    this.console = console;
  }

  /** Runs the program on the real console. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true"); // pictures are scaled, never shown
    System.exit(new Main(Console.ofSystem()).run(args));
  }

  /** Runs one command; the answer is one of {@link ExitCode}. */
  public int run(String... all) {
    String[] args = all;
    try {
      args = withoutLanguage(all);
      return execute(args);
    } catch (ParameterException e) {
      return usage(e);
    } catch (RunStopped.Usage e) {
      return stop(ExitCode.USAGE, String.valueOf(e.getMessage()));
    } catch (RunStopped.Environment e) {
      return stop(ExitCode.ENVIRONMENT, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return stop(
          ExitCode.ENVIRONMENT,
          "There was not enough memory. JAVA_TOOL_OPTIONS=-Xmx4g gives the program more.");
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return bug(e, args);
    }
  }

  // '--lang es' may stand anywhere: it is about all that follows, and what went before.
  private String[] withoutLanguage(String... all) {
    List<String> args = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i].startsWith("--lang=")) {
        speak(all[i].substring("--lang=".length()));
      } else if (all[i].equals("--lang")) {
        speak(i + 1 < all.length ? all[++i] : "");
      } else {
        args.add(all[i]);
      }
    }
    return args.toArray(String[]::new);
  }

  private void speak(String language) {
    if (Words.language(language).isEmpty()) {
      throw new RunStopped.Usage("--lang is '" + language + "'; the program speaks en, es and fr.");
    }
    console = console.speaking(language);
  }

  private int execute(String... args) throws Exception {
    // Asked often, by scripts too, and needs no parser.
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      console.out().println(version());
      return ExitCode.FINE;
    }
    if (args.length == 1 && args[0].equals(WarmUp.OPTION)) {
      return new WarmUp(console).call();
    }
    CommandLine line = Commands.line(console, Arrays.asList(args));
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    ParseResult parsed = line.parseArgs(asOption(args));
    if (parsed.isVersionHelpRequested()) {
      console.out().println(version());
      return ExitCode.FINE;
    }
    if (CommandLine.printHelpIfRequested(parsed)) {
      return ExitCode.FINE;
    }
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.commandSpec().userObject() instanceof Callable<?> command) {
      return (Integer) command.call();
    }
    throw new ParameterException(
        last.commandSpec().commandLine(),
        "Missing command: one of " + names(last.commandSpec().subcommands().keySet()) + ".");
  }

  // 'chasqui' alone and 'chasqui help build' are what people try first.
  private static String[] asOption(String... args) {
    if (args.length > 0 && !args[0].equals("help")) {
      return args;
    }
    String[] asked = Arrays.copyOf(args, Math.max(args.length, 1));
    System.arraycopy(args, Math.min(1, args.length), asked, 0, asked.length - 1);
    asked[asked.length - 1] = "--help";
    return asked;
  }

  /** {@code chasqui 0.1.0 (Java 17.0.15)}. */
  static String version() {
    return "chasqui " + release() + " (Java " + System.getProperty("java.version") + ")";
  }

  /** The running program, so that what it made can be told from what another made. */
  static LastBuild.Program program() {
    String classes = System.getProperty("java.class.path", "");
    List<Path> files =
        Arrays.stream(classes.split(Pattern.quote(File.pathSeparator)))
            .filter(part -> !part.isEmpty())
            .map(Path::of)
            .toList();
    String java = System.getProperty("java.vendor") + " " + System.getProperty("java.version");
    return new LastBuild.Program(release() + " " + java, files);
  }

  // Filled in by the build; a class folder without it is somebody's working copy.
  static String release() {
    try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
      return in == null
          ? "development"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "development";
    }
  }

  private int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String help = "See '" + command.getCommandSpec().qualifiedName() + " --help'.";
    return stop(ExitCode.USAGE, message(e), help);
  }

  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      String message = String.valueOf(e.getMessage());
      return message.endsWith(".") ? message : message + ".";
    }
    String word = unmatched.getUnmatched().get(0);
    CommandLine.Model.CommandSpec spec = e.getCommandLine().getCommandSpec();
    boolean option = word.startsWith("-");
    Collection<String> known =
        option ? List.copyOf(spec.optionsMap().keySet()) : List.copyOf(spec.subcommands().keySet());
    String name = option ? word.replaceFirst("=.*", "") : word;
    String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
    return Suggestion.didYouMean(name, known)
        .map(hint -> "Unknown " + kind + " '" + name + "'. " + hint)
        .orElse("Unknown " + kind + " '" + name + "'.");
  }

  private static String names(Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  private int stop(int code, String... sentences) {
    String said = Stream.of(sentences).map(console.words()::say).collect(Collectors.joining(" "));
    console.err().println("chasqui: " + said);
    return code;
  }

  private int bug(Throwable e, String... args) {
    boolean debug =
        Arrays.asList(args).contains("--debug") || console.env().containsKey("CHASQUI_DEBUG");
    String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    console.tell("chasqui: This is a mistake in Chasqui, not in your content: " + e + where);
    console.tell("  " + version() + ", called as: chasqui " + String.join(" ", args));
    if (debug) {
      e.printStackTrace(console.err());
    } else {
      console.tell("  Please report it with these lines and what --debug adds to them.");
    }
    return ExitCode.BUG;
  }
}
