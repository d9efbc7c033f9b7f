package org.chasqui.hub;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a class of the tests in a Java process of its own. */
final class Fork {
  private Fork() {}

  /** Starts it; all that it says goes to a file. */
  static Process start(
      Class<?> main, Path out, Map<String, String> env, List<String> options, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(env);
    return builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  /** Runs it to its end, and gives its exit code. */
  static int run(
      Class<?> main, Path out, Map<String, String> env, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(main, out, env, options, arguments);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("takes too long: " + Git.read(out));
    }
    return process.exitValue();
  }

  // Whoever runs the tests may keep their classes in a loader instead.
  private static String classPath() {
    return Fork.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }
}
