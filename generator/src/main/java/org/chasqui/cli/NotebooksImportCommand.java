package org.chasqui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.pipeline.NotebookImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chasqui notebooks import}. */
@Command(
    name = "import",
    header = "Make an episode of a notebook: a Markdown file that is yours to edit.",
    description = "Nothing that is there is overwritten.")
final class NotebooksImportCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();

  @Parameters(index = "0", paramLabel = "FILE.ipynb", description = "The notebook.")
  private Path notebook = Path.of("");

  @Parameters(index = "1", paramLabel = "LESSON", description = "The lesson it becomes part of.")
  private String lesson = "";

  NotebooksImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "notebooks import");
    Diagnostics diagnostics = new Diagnostics();
    List<String> made =
        NotebookImport.run(
            options.siteFolder(console),
            lesson,
            console.folder().resolve(notebook).normalize(),
            diagnostics);
    if (!report.accepts(diagnostics) && made.isEmpty()) {
      return report.refuse("Nothing was written.");
    }
    made.forEach(file -> report.say("Made " + file));
    report.say(
        "Next: fill in its questions, objectives and key points; if lesson.yaml lists episodes, add"
            + " it there; 'chasqui notebooks test "
            + lesson
            + "' runs it.");
    report.put("files", made);
    return report.end(ExitCode.FINE);
  }
}
