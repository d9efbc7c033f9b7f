package org.chasqui.ipynb;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;

/** A notebook file as JSON: says what is wrong with it as a whole, and finds things in it. */
final class NotebookDocument {
  private static final int FORMAT = 4;
  private static final Pattern MERGE = Pattern.compile("(?m)^(?:<{7}|>{7})(?: .*)?$");

  private NotebookDocument() {}

  /** The notebook; nothing, and an error, if it is none of format 4. */
  static Optional<Mapping> read(SourceFile json, Diagnostics diagnostics) {
    Matcher merge = MERGE.matcher(json.text());
    if (merge.find()) {
      diagnostics.add(
          Diagnostic.error(
                  "notebook-merge-markers",
                  json.span(merge.start(), merge.end()),
                  "Two versions of this notebook were merged and not put in order.")
              .help("Take one: git checkout --ours (or --theirs) FILE; nbdime merges notebooks."));
      return Optional.empty();
    }
    Diagnostics syntax = new Diagnostics();
    Nodes.Result result = Nodes.json(json, 0, syntax);
    if (result.broken()) {
      syntax.sorted().stream()
          .limit(1)
          .forEach(d -> broken(d.span(), "This is no notebook: " + d.message(), diagnostics));
      return Optional.empty();
    }
    return Optional.of(result.mapping()).filter(found -> isRead(json, found, diagnostics));
  }

  private static boolean isRead(SourceFile json, Mapping notebook, Diagnostics diagnostics) {
    Optional<Node> format = value(notebook, "nbformat");
    boolean cells = value(notebook, "cells").filter(Sequence.class::isInstance).isPresent();
    if (format.isPresent() && PageText.textOf(format.get()).equals(FORMAT + "") && cells) {
      return true;
    }
    broken(
        format.map(Node::span).orElse(json.top()),
        "Only notebooks of format 4 with a list of cells can be read.",
        diagnostics);
    return false;
  }

  private static void broken(SourceSpan span, String message, Diagnostics diagnostics) {
    diagnostics.add(
        Diagnostic.error("notebook-format", span, message)
            .help("Open it in Jupyter and save it anew; that writes format 4.5."));
  }

  /** Its cells, in order. */
  static List<Mapping> cells(Mapping notebook) {
    return ((Sequence) value(notebook, "cells").orElseThrow())
        .items().stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
  }

  static String text(Mapping in, String key) {
    return value(in, key).map(PageText::textOf).orElse("");
  }

  static Optional<Node> value(Mapping in, String key) {
    return Optional.ofNullable(in.entries().get(key)).map(Node.Entry::value);
  }

  static Optional<Mapping> mapping(Mapping in, String key) {
    return value(in, key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  static Optional<Scalar> scalar(Mapping in, String key) {
    return value(in, key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
  }
}
