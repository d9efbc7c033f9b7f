package org.chasqui.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.DiagnosticPrinter;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Severity;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.SourceWatcher;
import org.chasqui.pipeline.TranslationDesk;
import org.chasqui.site.Memory;
import org.chasqui.site.Stopwatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chasqui serve}. */
@Command(
    name = "serve",
    header = "Look at the site in a browser while writing.",
    description = {
      "Builds the site anew whenever a source changes, and reloads the page. Problems are shown here"
          + " and in the page. Nothing is written. Ctrl-C ends it."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int FIRST_PORT = 8000;
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Console console;
  private final Memory memory = new Memory();
  private int builds;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private BuildOptions build = new BuildOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port (default: 8000, or the next that is free; 0: any).")
  private @Nullable Integer port;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (port != null && (port < 0 || port > 65535)) {
      throw new RunStopped.Usage("--port is " + port + "; ports are 0 to 65535.");
    }
    Path siteFolder = options.siteFolder(console);
    int first = port == null ? FIRST_PORT : port;
    try (DevServer server = DevServer.start(first, port != null);
        SourceWatcher watcher = SourceWatcher.of(siteFolder, console.installation())) {
      String address = "http://127.0.0.1:" + server.port() + "/";
      TranslationDesk desk = new TranslationDesk(() -> build.request(siteFolder, console));
      server.serve(new TranslationPages(desk));
      rebuild(server, siteFolder, address);
      console.say("Serving " + siteFolder + " at " + address + " (Ctrl-C ends it)");
      console.say("Translating: " + address + TranslationPages.ROOT.substring(1));
      while (!Thread.currentThread().isInterrupted()) {
        if (watcher.await(PATIENCE)) {
          desk.refresh(watcher.changed());
          rebuild(server, siteFolder, address);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.FINE;
  }

  private void rebuild(DevServer server, Path siteFolder, String address) {
    long start = System.nanoTime();
    Diagnostics diagnostics = new Diagnostics();
    ServedSite before = server.shown();
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuildRequest request = build.request(siteFolder, console).orAt(URI.create(address));
      BuiltSite built =
          new SiteBuilder(request, diagnostics, progress, Stopwatch.NONE, memory).build();
      progress.pause();
      tell(diagnostics, Duration.ofNanos(System.nanoTime() - start), built);
      server.show(next(before, built, diagnostics));
    } catch (RunStopped e) {
      console.tell("chasqui: " + e.getMessage());
      server.show(before.broken(String.valueOf(e.getMessage())));
    }
  }

  private ServedSite next(ServedSite before, BuiltSite built, Diagnostics diagnostics) {
    if (!diagnostics.hasErrors()) {
      return before.next(String.valueOf(++builds), built.files());
    }
    return before.broken(
        new DiagnosticPrinter(false, console.words()::say)
            .print(
                diagnostics.sorted().stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .toList()));
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
    } else if (!options.quiet()) {
      console.say(
          "Built " + Report.count(built.pages(), "page") + " in " + took.toMillis() + " ms");
    }
  }
}
