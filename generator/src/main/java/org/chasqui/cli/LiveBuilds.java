package org.chasqui.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.chasqui.diagnostic.DiagnosticPrinter;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Severity;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.LastBuild;
import org.chasqui.pipeline.Preview;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Stopwatch;

/**
 * Keeps what a server shows as new as the sources: a text that is saved at once, by itself; then
 * the whole site, built beside the watching. A build that is overtaken by another change is given
 * up, so that the newest state never waits for an older one.
 */
final class LiveBuilds implements AutoCloseable {
  // Whoever changes one of these has changed the pages that show it, or nothing.
  private static final Set<String> TEXTS =
      Set.of("md", "markdown", "po", "pot", "yaml", "yml", "toml", "json", "csv", "ftlh", "txt");

  private final Console console;
  private final boolean quiet;
  private final DevServer server;
  private final Supplier<BuildRequest> requests;
  private final Memory memory = new Memory();
  private final AtomicLong wanted = new AtomicLong();
  private volatile long done;
  private final AtomicInteger pending = new AtomicInteger();
  private volatile String name = "1";
  private volatile Optional<Preview> preview = Optional.empty();
  private final ExecutorService builder =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "build");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param requests what to build; asked before each build, since the time goes on
   */
  LiveBuilds(Console console, boolean quiet, DevServer server, Supplier<BuildRequest> requests) {
    this.console = console;
    this.quiet = quiet;
    this.server = server;
    this.requests = requests;
  }

  /** Thrown out of a build that nobody waits for any more. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Builds the site and shows it. */
  void now() {
    build(wanted.incrementAndGet());
  }

  /** Shows the pages of texts that may just have been saved, if they can be made by themselves. */
  void preview(Set<Path> noticed) {
    List<OutputFile> pages =
        noticed.stream()
            .flatMap(file -> page(file).stream())
            .filter(page -> !server.shown().shows(page))
            .toList();
    if (!pages.isEmpty()) {
      wanted.incrementAndGet();
      server.show(server.shown().with(pages));
    }
  }

  private Optional<OutputFile> page(Path file) {
    try {
      return preview.flatMap(p -> p.of(file));
    } catch (RunStopped e) {
      return Optional.empty(); // The build will say so.
    }
  }

  /** Builds the site soon, because files have changed. */
  void changed(Set<Path> files) {
    if (files.stream().anyMatch(file -> !isText(file))) {
      name = String.valueOf(wanted.get() + 1);
    }
    long version = wanted.incrementAndGet();
    pending.incrementAndGet();
    builder.execute(
        () -> {
          try {
            build(version);
          } finally {
            pending.decrementAndGet();
          }
        });
  }

  /**
   * Builds the site soon if a build was given up and no other waits or runs: one that takes longer
   * than this is asked must not be overtaken by it, or a big site would never be done.
   */
  void catchUp() {
    if (done < wanted.get() && idle()) {
      changed(Set.of());
    }
  }

  /** Whether no build waits or runs. */
  boolean idle() {
    return pending.get() == 0;
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private void build(long version) {
    if (version < wanted.get()) {
      return;
    }
    long start = System.nanoTime();
    Diagnostics diagnostics = new Diagnostics();
    try (Progress progress = Progress.start(console, quiet)) {
      BuildRequest request = requests.get();
      SiteBuilder site =
          new SiteBuilder(
              request,
              diagnostics,
              step -> {
                overtaken(version);
                progress.accept(step);
              },
              Stopwatch.NONE,
              memory,
              LastBuild.reading(request, request.siteFolder().resolve("public"), Main.program()));
      BuiltSite built = site.build();
      overtaken(version);
      progress.pause();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      show(built, diagnostics);
      done = version;
      tell(diagnostics, took, built);
      preview = site.preview().map(Supplier::get);
    } catch (Overtaken e) {
      return; // The next build is on its way.
    } catch (RunStopped e) {
      console.tell("chasqui: " + e.getMessage());
      server.show(server.shown().broken(String.valueOf(e.getMessage())));
      done = version;
    }
  }

  private void overtaken(long version) {
    if (version < wanted.get()) {
      throw new Overtaken();
    }
  }

  private void show(BuiltSite built, Diagnostics diagnostics) {
    if (!diagnostics.hasErrors()) {
      server.show(server.shown().next(name, built.files()));
      return;
    }
    String problems =
        new DiagnosticPrinter(false, console.words()::say)
            .print(
                diagnostics.sorted().stream().filter(d -> d.severity() == Severity.ERROR).toList());
    server.show(server.shown().broken(problems));
  }

  private void tell(Diagnostics diagnostics, Duration took, BuiltSite built) {
    long errors = diagnostics.count(Severity.ERROR);
    long warnings = diagnostics.count(Severity.WARNING);
    if (errors + warnings > 0) {
      console.show(
          diagnostics.sorted().stream().filter(d -> d.severity() != Severity.INFO).toList());
    }
    if (errors > 0) {
      console.tell(Report.summary(errors, warnings) + "; the last good site stays up.");
    } else if (!quiet) {
      console.say(
          "Built " + Report.count(built.pages(), "page") + " in " + took.toMillis() + " ms");
    }
  }

  @Override
  public void close() {
    wanted.incrementAndGet();
    builder.shutdownNow();
  }
}
