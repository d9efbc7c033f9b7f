package org.chasqui.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.migrate.Importer;
import org.chasqui.migrate.Migration;
import org.chasqui.migrate.Tool;
import org.chasqui.output.NewTree;
import org.chasqui.output.SingleFiles;
import org.chasqui.site.OutputFile;

/**
 * Imports a site of another tool: reads it, writes the new sources, and builds them once without
 * writing, to tell what {@code chasqui build} will say.
 */
public final class ImportRun {
  /** The report's name in the new site's folder. */
  public static final String REPORT = "import-report.md";

  private static final String RECORD = "site-content/site.yaml";

  private ImportRun() {}

  /**
   * What was done.
   *
   * @param made the records that were made, by path
   * @param copied how many files were copied
   * @param findings what has no counterpart, placed in the old sources
   * @param trouble what building the new sources says, placed in the new sources
   */
  public record Imported(
      List<String> made, int copied, List<Diagnostic> findings, List<Diagnostic> trouble) {
    /** Copies, so that nobody can change it. */
    public Imported {
      made = List.copyOf(made);
      findings = List.copyOf(findings);
      trouble = List.copyOf(trouble);
    }
  }

  /** What people type for the tools there are. */
  public static List<String> tools() {
    return Tool.ids();
  }

  /**
   * Imports.
   *
   * @param tool one of {@link #tools()}
   * @param from the folder of the old site
   * @param to where the new one goes: an empty folder, or one that is not there
   * @param installation the folder with the built-in {@code themes}, if there is one
   * @param now the moment that counts as now
   * @throws RunStopped.Usage if there is no such site, or the target holds anything
   */
  public static Imported run(
      String tool, Path from, Path to, Optional<Path> installation, Instant now) {
    Tool named =
        Tool.of(tool).orElseThrow(() -> new RunStopped.Usage("There is no tool '" + tool + "'."));
    NewTree.refuseExisting(to);
    if (to.startsWith(from)) {
      throw new RunStopped.Usage(
          to + " lies in the site that is imported. Name another folder with --to DIR.");
    }
    Migration migration = Importer.read(named, from);
    NewTree.write(to, migration.files());
    BuildRequest request = BuildRequest.of(to, installation, now);
    Diagnostics trouble = new Diagnostics();
    BuiltSite built = new SiteBuilder(request, trouble, step -> {}).judge();
    List<Diagnostic> findings = new ArrayList<>(migration.findings());
    Map<String, SourceSpan> neighbours =
        Neighbours.of(built.site(), record(migration), trouble.sorted());
    if (!neighbours.isEmpty()) {
      write(to, record(migration), neighbours.keySet());
      neighbours.forEach((path, span) -> findings.add(neighbour(path, span)));
      trouble = new Diagnostics();
      new SiteBuilder(request, trouble, step -> {}).judge();
    }
    Imported imported =
        new Imported(
            migration.made().stream().map(OutputFile.Text::path).map(Object::toString).toList(),
            migration.copied(),
            findings,
            trouble.sorted());
    SingleFiles.create(to.resolve(REPORT), ImportReport.of(named, imported));
    return imported;
  }

  private static String record(Migration migration) {
    return migration.made().stream()
        .filter(file -> file.path().value().equals(RECORD))
        .map(OutputFile.Text::content)
        .findFirst()
        .orElse("");
  }

  private static void write(Path to, String record, Set<String> paths) {
    StringBuilder text = new StringBuilder(record);
    text.append("# Nothing of the site is there; take out what no other site serves.\n");
    text.append("links:\n  external_paths:\n");
    paths.forEach(path -> text.append("    - \"").append(path).append("\"\n"));
    SingleFiles.replace(to, Map.of(RECORD, text.toString()));
  }

  private static Diagnostic neighbour(String path, SourceSpan span) {
    return Diagnostic.warning(
            "import-external-path", span, "Nothing of the site answers to " + path + ".")
        .help(
            "It stands in links.external_paths as served by another site under this host; take it"
                + " out if none does, and links to it are reported.");
  }
}
