package org.chasqui.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.SchemaFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui schema}. */
@Command(
    name = "schema",
    header = "Give editors the JSON Schemas of front matter, records and site.yaml.",
    customSynopsis = {"chasqui schema KIND", "       chasqui schema --out DIR"},
    footer = {
      "",
      "KIND is site, locale, page, post, job, event, person, organisation, hub, lesson, episode or"
          + " path."
    })
final class SchemaCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "Which one to print.")
  private @Nullable String kind;

  @Option(names = "--out", paramLabel = "DIR", description = "Write all of them into this folder.")
  private @Nullable Path out;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "schema");
    Path siteFolder = options.siteFolder(console);
    BuildRequest request = BuildRequest.of(siteFolder, console.installation(), console.now());
    Map<String, String> schemas = new TreeMap<>(SchemaFiles.of(request));
    if (out != null) {
      write(report, siteFolder, console.folder().resolve(out).normalize(), schemas);
    } else if (kind != null && schemas.containsKey(kind)) {
      console.out().print(schemas.get(kind));
      return ExitCode.FINE;
    } else {
      String all = "Kinds are " + String.join(", ", schemas.keySet()) + ".";
      throw new RunStopped.Usage(
          kind == null
              ? "Say which schema to print, or --out DIR for all of them. " + all
              : "There is no schema '"
                  + kind
                  + "'. "
                  + Suggestion.didYouMean(kind, schemas.keySet()).orElse(all));
    }
    return report.end(ExitCode.FINE);
  }

  private static void write(
      Report report, Path siteFolder, Path folder, Map<String, String> schemas) {
    SchemaFiles.write(folder, schemas);
    report.say("Wrote " + schemas.size() + " schemas to " + folder);
    Path config = siteFolder.resolve("site-content");
    if (folder.startsWith(siteFolder)) {
      String there = config.relativize(folder.resolve(SchemaFiles.file("site"))).toString();
      report.say("Next: begin site.yaml with the line");
      report.say("# yaml-language-server: $schema=" + there.replace('\\', '/'));
    }
    report.put("files", schemas.keySet().stream().map(SchemaFiles::file).toList());
  }
}
