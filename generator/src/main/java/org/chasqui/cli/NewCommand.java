package org.chasqui.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.pipeline.SiteBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui new}. */
@Command(
    name = "new",
    header = "Start a lesson, an episode or another page; never overwrites one.",
    customSynopsis = {
      "chasqui new lesson NAME",
      "       chasqui new episode LESSON/NAME",
      "       chasqui new post|page|job|event|hub NAME"
    },
    footer = {"", "NAME may be a title: 'chasqui new post \"Hello, world\"' makes hello-world.md."})
final class NewCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();

  @Parameters(index = "0", paramLabel = "KIND", description = "What to start.")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "Its short name, or its title.")
  private String name = "";

  @Option(names = "--title", paramLabel = "TITLE", description = "Its title, if NAME is not it.")
  private @Nullable String title;

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!NewPages.KINDS.contains(kind)) {
      String hint =
          Suggestion.didYouMean(kind, NewPages.KINDS)
              .orElse("Kinds are " + String.join(", ", NewPages.KINDS) + ".");
      throw new RunStopped.Usage("'" + kind + "' is no kind of page. " + hint);
    }
    Report report = new Report(console, options, "new");
    Path siteFolder = options.siteFolder(console);
    LocalDate today = LocalDate.ofInstant(console.now(), ZoneOffset.UTC);
    NewPages.Made made = new NewPages(siteFolder, today).make(kind, name, title);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<Path, String> file : made.files().entrySet()) {
      SiteBuilder.create(file.getKey(), file.getValue());
      written.add(siteFolder.relativize(file.getKey()));
    }
    written.forEach(file -> report.say("Made " + file));
    report.say("Next: " + made.next());
    report.put("files", written.stream().map(Path::toString).toList());
    return report.end(ExitCode.FINE);
  }
}
