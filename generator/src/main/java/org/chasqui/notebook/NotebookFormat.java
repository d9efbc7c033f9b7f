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
   * The lines of a text with their ends, where Python's {@code str.splitlines} breaks: besides LF,
   * CR and CRLF at VT, FF, FS, GS, RS, NEL and the line and paragraph separators.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean insideCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (breaksLine(c) && !insideCrLf) {
        lines.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean breaksLine(char c) {
    return (c >= '\n' && c <= '\r')
        || (c >= '\u001c' && c <= '\u001e')
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
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
