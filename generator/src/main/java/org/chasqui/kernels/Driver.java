package org.chasqui.kernels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;

/**
 * Runs one notebook: a process with a small Python program in it, which starts the kernel through
 * nbclient. Everything the notebook needs lies in a folder of its own, which is gone afterwards.
 *
 * <p>The process dies with us, because its standard input then ends; with it dies the kernel.
 */
final class Driver {
  private static final Duration GRACE = Duration.ofSeconds(45);
  private static final int WORDS_OF_FAREWELL = 2000;

  private final Path python;
  private final RunLimits limits;
  private final Path configuration;

  /**
   * @param configuration a lasting folder for what libraries work out once on a machine
   */
  Driver(Path python, RunLimits limits, Path configuration) {
    this.python = python;
    this.limits = limits;
    this.configuration = configuration;
  }

  /** The text of the program. */
  static String script() {
    try (InputStream in = Driver.class.getResourceAsStream("run_cells.py")) {
      if (in == null) {
        throw new IllegalStateException("run_cells.py is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What became of it, and the lines in which the process said so. */
  record Answer(Run run, List<String> lines) {}

  /** Runs it. */
  Answer run(Program program) {
    try {
      Path base = Files.createTempDirectory("chq");
      try {
        return run(program, base);
      } finally {
        delete(base);
      }
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not run a notebook: " + e, e);
    }
  }

  private Answer run(Program program, Path base) throws IOException {
    Path work = base.resolve("work");
    Files.createDirectories(work);
    copy(program, work);
    Files.writeString(base.resolve("run_cells.py"), script());
    Path runtime = Files.createDirectory(base.resolve("r"));
    boolean unix = base.getFileSystem().getSeparator().equals("/");
    Map<String, Object> places =
        Map.of("folder", work.toString(), "runtime", runtime.toString(), "ipc", unix);
    Process process = start(base, runtime);
    try {
      return talk(process, base, Wire.job(program, limits, places) + "\n");
    } finally {
      kill(process);
    }
  }

  private Process start(Path base, Path runtime) throws IOException {
    Path own = Files.createDirectories(base.resolve("own"));
    Path temporary = Files.createDirectory(base.resolve("t"));
    ProcessBuilder builder =
        new ProcessBuilder(python.toString(), base.resolve("run_cells.py").toString())
            .directory(base.toFile())
            .redirectError(base.resolve("stderr").toFile());
    Map<String, String> env = builder.environment();
    env.put("JUPYTER_RUNTIME_DIR", runtime.toString());
    env.put("JUPYTER_CONFIG_DIR", own.toString());
    env.put("IPYTHONDIR", own.toString());
    env.put("MPLCONFIGDIR", Files.createDirectories(configuration).toString());
    env.put("TMPDIR", temporary.toString());
    env.put("PYDEVD_DISABLE_FILE_VALIDATION", "1");
    // Sets of words come in another order in every run otherwise.
    env.put("PYTHONHASHSEED", "0");
    env.putIfAbsent("OPENBLAS_NUM_THREADS", "1");
    return builder.start();
  }

  private Answer talk(Process process, Path base, String job) throws IOException {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    Thread reader = new Thread(() -> read(process, lines), "kernel output");
    reader.setDaemon(true);
    reader.start();
    boolean ended;
    try (OutputStream in = process.getOutputStream()) {
      in.write(job.getBytes(StandardCharsets.UTF_8));
      in.flush();
      Duration longest = limits.notebook().plus(GRACE);
      ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
      }
      // What it said is read to its end before the pipe is taken away.
      reader.join(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended = false;
    } catch (IOException brokenPipe) {
      ended = true; // it went away before it had read the job; what it said follows
    }
    List<String> said = List.copyOf(lines);
    boolean inTime = ended;
    return new Answer(Wire.run(said).orElseGet(() -> withoutEnd(base, said.size(), inTime)), said);
  }

  private static Run withoutEnd(Path base, int cells, boolean ended) {
    Run.End end = !ended ? Run.End.NOTEBOOK_TIMEOUT : Run.End.NO_START;
    return new Run(end, List.of(), cells == 0 ? -1 : cells, farewell(base), false, false);
  }

  private static String farewell(Path base) {
    try {
      String text = new String(Files.readAllBytes(base.resolve("stderr")), StandardCharsets.UTF_8);
      return text.substring(Math.max(0, text.length() - WORDS_OF_FAREWELL)).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static void read(Process process, List<String> lines) {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
        lines.add(line.get());
      }
    } catch (IOException e) {
      return; // it was killed in the middle of a line
    }
  }

  private static Optional<String> line(BufferedReader in) throws IOException {
    return Optional.ofNullable(in.readLine());
  }

  // The kernel first: once its parent is gone nobody knows whose child it was.
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void copy(Program program, Path work) throws IOException {
    for (Map.Entry<String, OutputFile> entry : program.beside().entrySet()) {
      OutputFile file = entry.getValue();
      Path to = work.resolve(entry.getKey());
      Files.createDirectories(to.getParent());
      if (file instanceof OutputFile.Copy copy) {
        Files.copy(copy.from(), to, StandardCopyOption.REPLACE_EXISTING);
      } else if (file instanceof OutputFile.Text text) {
        Files.writeString(to, text.content());
      }
    }
  }

  private static void delete(Path base) {
    try (Stream<Path> all = Files.walk(base)) {
      for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // what code has made unreadable stays until the system tidies up
    }
  }
}
