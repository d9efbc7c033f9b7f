package org.chasqui.kernels;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.Parallel;

/** Runs notebooks, several at a time; those that were run before are remembered. */
public final class KernelRunner {
  private final Supplier<JupyterPython> jupyter;
  private final Options options;
  private final RunCache cache;

  /**
   * How to run them.
   *
   * @param limits what each may use
   * @param parallel how many are run at a time
   * @param fresh whether to run again what is remembered
   * @param cache the folder of what is remembered
   */
  public record Options(RunLimits limits, int parallel, boolean fresh, Path cache) {}

  /**
   * @param jupyter asked when something is not remembered
   */
  public KernelRunner(Supplier<JupyterPython> jupyter, Options options) {
    this.jupyter = jupyter;
    this.options = options;
    this.cache = new RunCache(options.cache());
  }

  /**
   * What came of each, in their order.
   *
   * @param progress is told how many are done
   */
  public List<Run> run(List<Program> programs, Consumer<String> progress) {
    List<String> keys = Parallel.map(programs, p -> RunCache.key(p, options.limits()));
    Map<String, Program> missing = new LinkedHashMap<>();
    Map<String, Run> known = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Optional<Run> remembered = options.fresh() ? Optional.empty() : cache.get(keys.get(i));
      if (remembered.isPresent()) {
        known.put(keys.get(i), remembered.get());
      } else {
        missing.put(keys.get(i), programs.get(i));
      }
    }
    if (!missing.isEmpty()) {
      known.putAll(runAll(missing, progress));
    }
    return keys.stream().map(key -> Objects.requireNonNull(known.get(key))).toList();
  }

  private Map<String, Run> runAll(Map<String, Program> missing, Consumer<String> progress) {
    JupyterPython found = jupyter.get();
    int threads = Math.max(1, Math.min(options.parallel(), missing.size()));
    ExecutorService pool = Executors.newFixedThreadPool(threads, KernelRunner::daemon);
    try {
      Map<String, Future<Run>> runs = new LinkedHashMap<>();
      missing.forEach((key, program) -> runs.put(key, pool.submit(() -> run(found, program, key))));
      Map<String, Run> results = new HashMap<>();
      for (Map.Entry<String, Future<Run>> run : runs.entrySet()) {
        progress.accept("Running notebooks: " + results.size() + " of " + runs.size() + " done");
        results.put(run.getKey(), result(run.getValue()));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private Run run(JupyterPython found, Program program, String key) {
    if (!found.kernels().contains(program.code().kernel())) {
      return new Run(Run.End.NO_KERNEL, List.of(), -1, "", false, false);
    }
    Path configuration = options.cache().resolve("matplotlib");
    Driver.Answer answer =
        new Driver(found.program(), options.limits(), configuration).run(program);
    if (answer.run().end() == Run.End.DONE) {
      cache.put(key, answer.lines());
    }
    return answer.run();
  }

  private static Run result(Future<Run> run) {
    try {
      return run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RunStopped stopped) {
        throw stopped;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunStopped.Environment("The test of the notebooks was interrupted.", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kernel");
    thread.setDaemon(true);
    return thread;
  }
}
