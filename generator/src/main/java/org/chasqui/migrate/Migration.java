package org.chasqui.migrate;

import java.util.List;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.OutputFile;

/**
 * A site as it was imported, not yet written.
 *
 * @param files its files: those of the author are copied byte for byte, records are made
 * @param findings what has no counterpart, each at its place in the imported sources
 */
public record Migration(List<OutputFile> files, List<Diagnostic> findings) {

  /** Copies, so that nobody can change it. */
  public Migration {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  /** The records that were made, by path. */
  public List<OutputFile.Text> made() {
    return files.stream()
        .filter(OutputFile.Text.class::isInstance)
        .map(OutputFile.Text.class::cast)
        .toList();
  }

  /** How many files are copied. */
  public int copied() {
    return files.size() - made().size();
  }
}
