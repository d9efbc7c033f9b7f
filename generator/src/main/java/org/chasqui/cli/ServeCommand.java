package org.chasqui.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.SourceWatcher;
import org.chasqui.pipeline.TranslationDesk;
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
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Console console;
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
        SourceWatcher watcher = SourceWatcher.of(siteFolder, console.installation());
        LiveBuilds builds =
            new LiveBuilds(console, options.quiet(), server, () -> request(server, siteFolder))) {
      String address = "http://127.0.0.1:" + server.port() + "/";
      TranslationDesk desk = new TranslationDesk(() -> build.request(siteFolder, console));
      server.serve(new TranslationPages(desk));
      builds.now();
      console.say("Serving " + siteFolder + " at " + address + " (Ctrl-C ends it)");
      console.say("Translating: " + address + TranslationPages.ROOT.substring(1));
      while (!Thread.currentThread().isInterrupted()) {
        if (watcher.await(PATIENCE, builds::preview)) {
          desk.refresh(watcher.changed());
          builds.changed(watcher.changed());
        } else {
          builds.catchUp();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.FINE;
  }

  private BuildRequest request(DevServer server, Path siteFolder) {
    return build
        .request(siteFolder, console)
        .orAt(URI.create("http://127.0.0.1:" + server.port() + "/"));
  }
}
