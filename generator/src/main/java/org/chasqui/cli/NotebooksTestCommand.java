package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.NotebookTests;
import org.chasqui.pipeline.NotebookTests.State;
import org.chasqui.pipeline.NotebookTests.Tested;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui notebooks test}. */
@Command(
    name = "test",
    header = "Run the code of lessons in Jupyter and compare its output with what pages show.",
    description = {
      "Every notebook is run in every language, once as learners have it and once with the solutions"
          + " in their places. What passed is remembered until its code or its data change."
    })
final class NotebooksTestCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private KernelOptions kernels = new KernelOptions();

  @Option(
      names = "--locale",
      paramLabel = "LANG",
      description = "Test only the notebooks in this language; may be repeated.")
  private List<String> locales = List.of();

  @Option(
      names = "--update",
      description = "Write what code really gives into the output blocks of the pages.")
  private boolean update;

  @Option(
      names = "--record",
      description =
          "Keep what code gives (text, tables, pictures) in lessons/NAME/outputs: pages then show"
              + " it, also where there is no Jupyter.")
  private boolean record;

  @Parameters(paramLabel = "LESSON", arity = "0..*", description = "Only these (default: all).")
  private List<String> lessons = List.of();

  NotebooksTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "notebooks test");
    BuildRequest request =
        BuildRequest.of(options.siteFolder(console), console.installation(), console.now());
    Diagnostics diagnostics = new Diagnostics();
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuiltSite built = new SiteBuilder(request, diagnostics, progress).withoutPages();
      if (diagnostics.hasErrors()) {
        progress.pause();
        report.accepts(diagnostics);
        return report.refuse("Nothing was run.");
      }
      NotebookTests tests = new NotebookTests(built, kernels.options(console), progress);
      Diagnostics found = new Diagnostics();
      List<Tested> tested = tests.run(wanted(built), languages(built), found);
      progress.pause();
      if (record) {
        int files = tests.record(found);
        report.put("recorded", files);
        report.say("Recorded outputs: " + Report.count(files, "file") + " new or changed.");
      }
      return update ? updated(tests, tested, found, report) : told(tested, found, report);
    }
  }

  private List<String> wanted(BuiltSite built) {
    Set<String> known = new TreeSet<>();
    built.site().pages(LessonHome.class, built.site().config().sourceLanguage()).stream()
        .map(home -> home.lesson().name())
        .forEach(known::add);
    for (String lesson : lessons) {
      if (!known.contains(lesson)) {
        String hint =
            Suggestion.didYouMean(lesson, known)
                .orElse("There are: " + String.join(", ", known) + ".");
        throw new RunStopped.Usage("There is no lesson '" + lesson + "'. " + hint);
      }
    }
    return lessons;
  }

  private List<Language> languages(BuiltSite built) {
    List<Language> known = built.site().config().languages();
    List<Language> wanted = new ArrayList<>();
    for (String tag : locales) {
      wanted.add(
          known.stream()
              .filter(language -> language.tag().equalsIgnoreCase(tag))
              .findFirst()
              .orElseThrow(
                  () ->
                      new RunStopped.Usage(
                          "--locale is '" + tag + "'; the site has " + known + ".")));
    }
    return wanted;
  }

  private static int told(List<Tested> tested, Diagnostics found, Report report) {
    boolean good = report.accepts(found);
    report.put("notebooks", tested.stream().map(NotebooksTestCommand::json).toList());
    report.say(summary(tested));
    boolean missing = tested.stream().anyMatch(t -> t.state() == State.NOT_RUN);
    return report.end(!good ? ExitCode.CONTENT : missing ? ExitCode.ENVIRONMENT : ExitCode.FINE);
  }

  private int updated(NotebookTests tests, List<Tested> tested, Diagnostics found, Report report) {
    Map<String, Integer> changed = new LinkedHashMap<>(tests.update());
    Diagnostics rest = new Diagnostics();
    found.sorted().stream()
        .filter(d -> !d.code().equals("notebook-output-differs"))
        .forEach(rest::add);
    boolean good = report.accepts(rest);
    report.put("notebooks", tested.stream().map(NotebooksTestCommand::json).toList());
    report.put("updated", changed);
    changed.forEach(
        (file, blocks) ->
            report.say("Wrote " + Report.count(blocks, "output block") + " in " + file + "."));
    if (changed.isEmpty()) {
      report.say("No output block differs.");
    }
    return report.end(good ? ExitCode.FINE : ExitCode.CONTENT);
  }

  /** One line on what became of notebooks. */
  static String summary(List<Tested> tested) {
    long passed = tested.stream().filter(t -> t.state() == State.PASSED).count();
    long failed = tested.stream().filter(t -> t.state() == State.FAILED).count();
    long cached = tested.stream().filter(t -> t.state() == State.PASSED && t.cached()).count();
    long missing = tested.size() - passed - failed;
    return "Tested "
        + Report.count(tested.size(), "notebook")
        + ": "
        + passed
        + " passed"
        + (cached > 0 ? " (" + cached + " unchanged since the last test)" : "")
        + (failed > 0 ? ", " + failed + " failed" : "")
        + (missing > 0 ? ", " + missing + " not run" : "")
        + ".";
  }

  private static Map<String, Object> json(Tested tested) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("notebook", tested.notebook().value());
    map.put("language", tested.episode().language().tag());
    map.put("state", tested.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    map.put("cached", tested.cached());
    return map;
  }
}
