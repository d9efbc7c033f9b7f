package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Notebook format 4.5 in the bytes that Jupyter itself writes ({@code nbformat.write}), so that
 * opening and saving a published notebook changes nothing.
 *
 * <p>Format: <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The
 * Notebook file format</a>. On disk the text of cells and of outputs is an array of lines.
 */
final class NotebookFormat {
  private static final Set<String> TEXT_TYPES = Set.of("application/javascript", "image/svg+xml");
  private static final Set<String> TRANSIENT_METADATA =
      Set.of("orig_nbformat", "orig_nbformat_minor", "signature");

  private static final int FORMAT = 4;
  private static final int FORMAT_MINOR = 5;

  private NotebookFormat() {}

  /**
   * The content of the file, which ends with a line end.
   *
   * @param notebook {@code cells}, {@code metadata}, {@code nbformat}, {@code nbformat_minor}, with
   *     texts as single strings
   * @throws IllegalArgumentException if a text cannot be written as UTF-8
   */
  static String write(Json.Members notebook) {
    Json.Members onDisk = change(notebook, "cells", NotebookFormat::cells);
    return JsonWriter.write(change(onDisk, "metadata", NotebookFormat::lasting)) + "\n";
  }

  /**
   * The content of a file of cells that were never run: the same bytes as of {@link
   * #write(Json.Members)}, without a tree of them first.
   */
  static String write(List<Cell> cells, Json.Members metadata) {
    JsonWriter out = new JsonWriter();
    out.raw("{\n \"cells\": [");
    for (int i = 0; i < cells.size(); i++) {
      out.raw(i == 0 ? "\n  {" : ",\n  {");
      write(cells.get(i), out);
    }
    out.raw(cells.isEmpty() ? "],\n \"metadata\": " : "\n ],\n \"metadata\": ");
    out.value(metadata, 1);
    out.raw(",\n \"nbformat\": " + FORMAT + ",\n \"nbformat_minor\": " + FORMAT_MINOR + "\n}\n");
    return out.written();
  }

  private static void write(Cell cell, JsonWriter out) {
    boolean code = cell.kind() == Cell.Kind.CODE;
    out.raw("\n   \"cell_type\": ").raw(code ? "\"code\"" : "\"markdown\"");
    out.raw(code ? ",\n   \"execution_count\": null,\n   \"id\": " : ",\n   \"id\": ");
    out.string(cell.id());
    out.raw(",\n   \"metadata\": ");
    out.value(cell.metadata(), 3);
    out.raw(code ? ",\n   \"outputs\": [],\n   \"source\": " : ",\n   \"source\": ");
    out.lines(cell.source(), 3);
    out.raw("\n  }");
  }

  /**
   * The lines of a text with their ends, where Python's {@code str.splitlines} breaks: besides LF,
   * CR and CRLF at VT, FF, FS, GS, RS, NEL and the line and paragraph separators.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    char[] letters = text.toCharArray();
    for (int at = 0; at < letters.length; ) {
      int end = lineEnd(letters, at);
      lines.add(text.substring(at, end));
      at = end;
    }
    return lines;
  }

  /** Where the line that begins at an offset ends, behind what breaks it. */
  static int lineEnd(char[] text, int from) {
    for (int i = from; i < text.length; i++) {
      char c = text[i];
      boolean insideCrLf = c == '\r' && i + 1 < text.length && text[i + 1] == '\n';
      if (breaksLine(c) && !insideCrLf) {
        return i + 1;
      }
    }
    return text.length;
  }

  private static boolean breaksLine(char c) {
    if (c > '\r' && c < '\u0085') {
      return c >= '\u001c' && c <= '\u001e';
    }
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static Json cells(Json cells) {
    return each(cells, NotebookFormat::cell);
  }

  private static Json.Members cell(Json.Members cell) {
    Json.Members split = change(cell, "source", NotebookFormat::split);
    split = change(split, "metadata", NotebookFormat::trustless);
    split = change(split, "attachments", files -> eachMember(files, bundle -> eachMime(bundle)));
    return change(split, "outputs", outputs -> each(outputs, NotebookFormat::output));
  }

  private static Json.Members output(Json.Members output) {
    Json.Members split = change(output, "text", NotebookFormat::split);
    return change(split, "data", NotebookFormat::eachMime);
  }

  private static Json eachMime(Json bundle) {
    if (!(bundle instanceof Json.Members types)) {
      return bundle;
    }
    Map<String, Json> result = new LinkedHashMap<>();
    types
        .members()
        .forEach(
            (type, data) ->
                result.put(
                    type,
                    type.startsWith("text/") || TEXT_TYPES.contains(type) ? split(data) : data));
    return new Json.Members(result);
  }

  private static Json split(Json value) {
    return value instanceof Json.Text text
        ? new Json.Items(lines(text.value()).stream().map(Json::of).toList())
        : value;
  }

  // What Jupyter keeps only in memory.
  private static Json lasting(Json metadata) {
    return without(metadata, TRANSIENT_METADATA);
  }

  private static Json trustless(Json metadata) {
    return without(metadata, Set.of("trusted"));
  }

  private static Json without(Json object, Set<String> names) {
    if (!(object instanceof Json.Members members)) {
      return object;
    }
    Map<String, Json> result = new LinkedHashMap<>(members.members());
    result.keySet().removeAll(names);
    return new Json.Members(result);
  }

  private static Json.Members change(Json.Members in, String name, UnaryOperator<Json> how) {
    Json old = in.members().get(name);
    if (old == null) {
      return in;
    }
    Map<String, Json> result = new LinkedHashMap<>(in.members());
    result.put(name, how.apply(old));
    return new Json.Members(result);
  }

  private static Json each(Json array, UnaryOperator<Json.Members> how) {
    return array instanceof Json.Items items
        ? new Json.Items(
            items.items().stream()
                .map(item -> item instanceof Json.Members object ? how.apply(object) : item)
                .toList())
        : array;
  }

  private static Json eachMember(Json object, UnaryOperator<Json> how) {
    if (!(object instanceof Json.Members members)) {
      return object;
    }
    Map<String, Json> result = new LinkedHashMap<>();
    members.members().forEach((name, value) -> result.put(name, how.apply(value)));
    return new Json.Members(result);
  }
}
