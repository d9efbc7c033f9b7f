package org.chasqui.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
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
    Diagnostics trouble = new Diagnostics();
    new SiteBuilder(BuildRequest.of(to, installation, now), trouble, step -> {}).judge();
    Imported imported =
        new Imported(
            migration.made().stream().map(OutputFile.Text::path).map(Object::toString).toList(),
            migration.copied(),
            migration.findings(),
            trouble.sorted());
    SingleFiles.create(to.resolve(REPORT), ImportReport.of(named, imported));
    return imported;
  }
}
