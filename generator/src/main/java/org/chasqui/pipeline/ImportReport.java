package org.chasqui.pipeline;

import java.util.List;
import java.util.function.Predicate;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Severity;
import org.chasqui.migrate.Tool;
import org.chasqui.pipeline.ImportRun.Imported;

/** The report of an import as a Markdown file: what to do next, by file and line. */
final class ImportReport {
  private final StringBuilder out = new StringBuilder();

  private ImportReport() {}

  static String of(Tool tool, Imported imported) {
    return new ImportReport().text(tool, imported);
  }

  private String text(Tool tool, Imported imported) {
    out.append("# Imported from ").append(tool.title()).append("\n\n");
    out.append("Files copied as they are: ").append(imported.copied()).append(".\n\nMade:\n\n");
    imported.made().forEach(path -> out.append("- `").append(path).append("`\n"));
    boolean jekyll = tool == Tool.JEKYLL;
    Predicate<Diagnostic> liquid = finding -> finding.code().equals("import-liquid");
    section("What has no counterpart", imported.findings(), liquid.negate());
    if (jekyll) {
      section("Liquid, which is not evaluated", imported.findings(), liquid);
    }
    section("What stops `chasqui build`", imported.trouble(), ImportReport::isError);
    section(
        "What `chasqui build` warns of",
        imported.trouble(),
        trouble -> trouble.severity() == Severity.WARNING);
    return out.toString();
  }

  private static boolean isError(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR;
  }

  private void section(String title, List<Diagnostic> all, Predicate<Diagnostic> wanted) {
    List<Diagnostic> chosen = all.stream().filter(wanted).toList();
    out.append("\n## ").append(title).append(" (").append(chosen.size()).append(")\n");
    String file = "";
    for (Diagnostic each : chosen) {
      if (!file.equals(each.span().file().path())) {
        file = each.span().file().path();
        out.append("\n`").append(file).append("`\n\n");
      }
      line(each);
    }
  }

  private void line(Diagnostic each) {
    out.append("- line ").append(each.span().line()).append(": ").append(plain(each.message()));
    each.help().ifPresent(help -> out.append(' ').append(plain(help)));
    out.append(" (").append(each.code()).append(")\n");
  }

  // Shown as written, whatever Markdown might make of it.
  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]{}|])", "\\\\$1");
  }
}
