package org.chasqui.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Severity;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.HubRun;
import org.chasqui.pipeline.NotebookTests;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.pipeline.TranslationRun;
import org.chasqui.site.Hub;
import org.chasqui.site.LaunchLink;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SiteConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chasqui doctor}. */
@Command(
    name = "doctor",
    header = "Look whether this machine and this site have what is needed.",
    description = {
      "Looks at Java, the site's configuration, theme, languages, catalogues and hubs, and says what"
          + " is missing. Asks no server ('hubs status' does)."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final long ENOUGH_MEGABYTES = 200;

  private final Console console;
  private final List<Finding> findings = new ArrayList<>();
  @Mixin private SiteOptions options = new SiteOptions();

  /** How a finding counts; the words are what people see. */
  private enum Mark {
    OK,
    NOTE,
    BAD
  }

  /**
   * One thing that was looked at.
   *
   * @param exit the exit code if it is bad
   */
  private record Finding(Mark mark, String what, String says, int exit) {}

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report = new Report(console, options, "doctor");
    machine();
    try {
      Path siteFolder = options.siteFolder(console);
      ok("site", siteFolder.toString());
      disk(siteFolder);
      content(siteFolder);
    } catch (RunStopped.Usage e) {
      add(Mark.BAD, "site", String.valueOf(e.getMessage()), ExitCode.USAGE);
    }
    List<String[]> rows = new ArrayList<>();
    for (Finding f : findings) {
      rows.add(new String[] {f.mark().name().toLowerCase(Locale.ROOT), f.what(), f.says()});
    }
    report.table(rows);
    report.put("findings", findings.stream().map(DoctorCommand::json).toList());
    return report.end(findings.stream().mapToInt(Finding::exit).max().orElse(ExitCode.FINE));
  }

  private void machine() {
    ok("java", System.getProperty("java.version") + " at " + System.getProperty("java.home"));
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (encoding.equalsIgnoreCase("UTF-8")) {
      ok("file names", encoding);
    } else {
      note("file names", encoding + ": names with letters outside ASCII may fail; use ./chasqui");
    }
    Optional<Path> git =
        Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
            .splitAsStream(console.env().getOrDefault("PATH", ""))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> Stream.of(Path.of(folder, "git"), Path.of(folder, "git.exe")))
            .filter(Files::isExecutable)
            .findFirst();
    ok("git", git.map(Path::toString).orElse("not installed, and not needed"));
    ok(
        "jupyter",
        NotebookTests.jupyter(KernelOptions.pythons(console))
            .map(
                found ->
                    found.program()
                        + ", "
                        + found.version()
                        + ", kernels: "
                        + String.join(", ", found.kernels()))
            .orElse("not installed; only 'notebooks test' needs it"));
  }

  private void disk(Path siteFolder) {
    if (!Files.isWritable(siteFolder)) {
      add(Mark.BAD, "folder", siteFolder + " cannot be written", ExitCode.ENVIRONMENT);
    }
    long megabytes = siteFolder.toFile().getUsableSpace() >> 20;
    if (megabytes < ENOUGH_MEGABYTES) {
      add(Mark.BAD, "disk", megabytes + " MB are left", ExitCode.ENVIRONMENT);
    }
  }

  private void content(Path siteFolder) {
    BuildRequest request = BuildRequest.of(siteFolder, console.installation(), console.now());
    Diagnostics diagnostics = new Diagnostics();
    try (Progress progress = Progress.start(console, options.quiet())) {
      BuiltSite built = new SiteBuilder(request, diagnostics, progress).build();
      new HubRun(request, HubAction.reach(console), progress).contents(built, diagnostics);
      configuration(built);
      translations(new TranslationRun(request, new Diagnostics(), progress));
      hubs(built);
      pages(built, diagnostics);
    }
  }

  private void configuration(BuiltSite built) {
    SiteConfig config = built.site().config();
    ok("site.yaml", config.title() + ", for " + config.baseUrl());
    if (String.valueOf(config.baseUrl().getHost()).endsWith("example.org")) {
      note("base_url", config.baseUrl() + " is a placeholder: say where the site will be served");
    }
    if (!built.files().isEmpty()) {
      ok("theme", config.theme());
    } else {
      add(Mark.BAD, "theme", "'" + config.theme() + "' could not be used", ExitCode.CONTENT);
    }
  }

  private void translations(TranslationRun run) {
    for (TranslationRun.Status status : run.status()) {
      String says =
          status.total().percent()
              + " % of "
              + Report.count(status.total().messages(), "message")
              + " in "
              + Report.count(status.catalogues().size(), "catalogue");
      if (status.total().percent() == 100) {
        ok("language " + status.language(), says);
      } else {
        String todo = ", " + Report.count(status.total().wordsToDo(), "word") + " to do";
        note("language " + status.language(), says + todo);
      }
    }
  }

  private void hubs(BuiltSite built) {
    for (Hub hub : built.site().hubs()) {
      String name = "hub " + hub.id();
      String where =
          hub.repository() instanceof Hub.Repository.Remote remote ? remote.url() : "embedded";
      if (hub.status() == Hub.Status.RETIRED) {
        ok(name, "retired");
      } else if (hub.status() == Hub.Status.ACTIVE && hub.address().isEmpty()) {
        note(name, where + "; it has no address, so no page links to it");
      } else if (hub.status() == Hub.Status.ACTIVE
          && LaunchLink.of(hub, OutputPath.of("x.ipynb")).isEmpty()) {
        note(name, where + "; learners cannot pull from there: public_repository is missing");
      } else {
        ok(name, where + hub.address().map(address -> ", " + address).orElse(""));
      }
    }
  }

  private void pages(BuiltSite built, Diagnostics diagnostics) {
    long errors = diagnostics.count(Severity.ERROR);
    long warnings = diagnostics.count(Severity.WARNING);
    String says =
        Report.count(built.pages(), "page")
            + ", "
            + Report.count(built.notebooks().size(), "notebook")
            + ", "
            + Report.summary(errors, warnings);
    if (errors > 0) {
      add(Mark.BAD, "content", says + " ('chasqui check' shows them)", ExitCode.CONTENT);
    } else if (warnings > 0) {
      note("content", says + " ('chasqui check' shows them)");
    } else {
      ok("content", says);
    }
  }

  private void ok(String what, String says) {
    add(Mark.OK, what, says, ExitCode.FINE);
  }

  private void note(String what, String says) {
    add(Mark.NOTE, what, says, ExitCode.FINE);
  }

  private void add(Mark mark, String what, String says, int exit) {
    findings.add(new Finding(mark, what, says, exit));
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("mark", finding.mark().name().toLowerCase(Locale.ROOT));
    map.put("what", finding.what());
    map.put("says", finding.says());
    return map;
  }
}
