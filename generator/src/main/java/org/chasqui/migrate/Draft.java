package org.chasqui.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.data.Node;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;

/** Takes down what the new site will hold, and what is to be said about it. */
final class Draft {
  private final Source source;
  private final TreeMap<String, OutputFile> files = new TreeMap<>();
  private final Diagnostics findings = new Diagnostics();

  Draft(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  /** Takes a file over as it is; of two for one place the first counts. */
  void copy(String from, String to) {
    if (!OutputPath.isSafe(to)) {
      notCopied(from, "Its name cannot be part of a path here.", "Give it a plain name.");
      return;
    }
    OutputFile before = files.get(to);
    if (before != null) {
      notCopied(from, "Another file is at " + to + " already.", "Rename one of the two.");
      return;
    }
    files.put(to, new OutputFile.Copy(OutputPath.of(to), source.root().resolve(from)));
  }

  /** Whether a place is taken. */
  boolean holds(String to) {
    return files.containsKey(to);
  }

  /** Makes a record. */
  void make(String to, String text) {
    files.put(to, new OutputFile.Text(OutputPath.of(to), text));
  }

  /** Says that something has no counterpart. */
  void missing(SourceSpan span, String message, String help) {
    findings.add(Diagnostic.warning("import-no-counterpart", span, message).help(help));
  }

  /** Says that a file stays behind. */
  void notCopied(String path, String message, String help) {
    SourceFile file = new SourceFile(path, "");
    findings.add(
        Diagnostic.warning("import-not-copied", file.top(), "Not copied. " + message).help(help));
  }

  /** Says that the code of a page in R Markdown is shown, not run; it is copied all the same. */
  void chunked(String path) {
    missing(
        source.text(path).top(),
        "R Markdown is read as Markdown: its chunks are code cells, and nothing is run.",
        "Write down what `r ...` within a line stands for, and save the pictures that are drawn.");
  }

  /** Says that a file now has another name. */
  void renamed(String path, String to, String help) {
    SourceFile file = new SourceFile(path, "");
    findings.add(
        Diagnostic.warning("import-renamed", file.top(), "This file is now " + to + ".")
            .help(help));
  }

  void add(Diagnostic finding) {
    findings.add(finding);
  }

  /** A data file; what is wrong with its syntax is a finding. */
  Optional<Node> data(String path) {
    return Nodes.tree(source.text(path), findings);
  }

  /** A configuration file; without any key if there is none. */
  Config config(String path) {
    if (!source.has(path)) {
      return new Config(Node.Mapping.empty(new SourceFile(path, "").top()), this);
    }
    Node.Mapping none = Node.Mapping.empty(new SourceFile(path, "").top());
    return new Config(
        data(path)
            .filter(Node.Mapping.class::isInstance)
            .map(Node.Mapping.class::cast)
            .orElse(none),
        this);
  }

  /** Whether a text is an address in the web. */
  static boolean isWeb(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }

  Migration done() {
    return new Migration(new ArrayList<>(files.values()), List.copyOf(findings.sorted()));
  }
}
