package org.chasqui.gettext;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs GNU gettext's own programs: the judges of what we write. */
public final class GettextTools {
  private GettextTools() {}

  /** What a program said: exit code, standard output, standard error. */
  public record Said(int code, String out, String err) {}

  /** Skips the test if the programs are not there. */
  public static void need() {
    boolean there =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "msgmerge")));
    assumeTrue(there, "NEEDS: msgfmt, msgcat and msgmerge (Debian package gettext)");
  }

  /** Runs a program in a folder. */
  public static Said run(Path folder, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Path err = Files.createTempFile(folder, "err", ".txt");
    builder.redirectError(err.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String out;
    try (InputStream in = process.getInputStream()) {
      out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("no end: " + List.of(command));
    }
    String said = Files.readString(err);
    Files.delete(err);
    return new Said(process.exitValue(), out, said);
  }

  /** {@code msgcat --no-wrap} of a text. */
  public static String msgcat(Path folder, String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("cat.po"), text);
    Said said = run(folder, "msgcat", "--no-wrap", file.toString());
    if (said.code() != 0) {
      throw new AssertionError(said.err());
    }
    return said.out();
  }

  /** {@code msgmerge --previous --no-wrap} of two texts. */
  public static String msgmerge(Path folder, String catalogue, String template)
      throws IOException, InterruptedException {
    Path def = Files.writeString(folder.resolve("def.po"), catalogue);
    Path ref = Files.writeString(folder.resolve("ref.pot"), template);
    Said said =
        run(
            folder,
            "msgmerge",
            "--previous",
            "--no-wrap",
            "--quiet",
            "--output-file=-",
            def.toString(),
            ref.toString());
    if (said.code() != 0) {
      throw new AssertionError(said.err());
    }
    return said.out();
  }

  /** What {@code msgfmt -c} has against a text; empty if nothing. */
  public static String msgfmt(Path folder, String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("fmt.po"), text);
    Said said = run(folder, "msgfmt", "-c", "--output-file=/dev/null", file.toString());
    return said.code() == 0 ? said.err() : said.err() + "exit " + said.code();
  }
}
