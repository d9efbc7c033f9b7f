package org.chasqui.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.PageRef;

/**
 * The code of learners' notebooks as plain files, the headings as comments: what a learner without
 * Jupyter can run.
 */
final class Scripts {
  private Scripts() {}

  /** The script of every notebook that has code, by episode. */
  static Map<PageRef, String> of(List<NotebookFile> notebooks) {
    Map<PageRef, String> scripts = new HashMap<>();
    for (NotebookFile notebook : notebooks) {
      of(notebook).ifPresent(script -> scripts.put(notebook.episode(), script));
    }
    return scripts;
  }

  private static Optional<String> of(NotebookFile notebook) {
    SourceFile file = new SourceFile(notebook.path().value(), notebook.content());
    Mapping top = Nodes.json(file, 0, new Diagnostics()).mapping();
    StringBuilder out = new StringBuilder();
    boolean code = false;
    if (value(top, "cells") instanceof Sequence cells) {
      for (var each : cells.items()) {
        if (each instanceof Mapping cell) {
          boolean runs = text(cell, "cell_type").equals("code");
          code |= runs;
          out.append(runs ? source(cell) + "\n" : headings(source(cell)));
        }
      }
    }
    return code ? Optional.of(out.toString().strip() + "\n") : Optional.empty();
  }

  private static org.chasqui.data.@org.jspecify.annotations.Nullable Node value(
      Mapping mapping, String key) {
    var entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private static String text(Mapping cell, String key) {
    return value(cell, key) instanceof Scalar scalar ? scalar.text() : "";
  }

  private static String source(Mapping cell) {
    if (!(value(cell, "source") instanceof Sequence lines)) {
      return text(cell, "source").stripTrailing() + "\n";
    }
    StringBuilder out = new StringBuilder();
    for (var line : lines.items()) {
      out.append(line instanceof Scalar scalar ? scalar.text() : "");
    }
    return out.toString().stripTrailing() + "\n";
  }

  private static String headings(String markdown) {
    StringBuilder out = new StringBuilder();
    markdown
        .lines()
        .filter(line -> line.matches("#{1,6} .*"))
        .forEach(line -> out.append(line).append("\n\n"));
    return out.toString();
  }
}
