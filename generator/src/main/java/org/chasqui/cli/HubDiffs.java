package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.hub.HubDiff;

/**
 * What pushes would change, for people and for programs.
 *
 * @param hubs one for each hub
 */
record HubDiffs(List<HubDiff> hubs) {
  boolean troubled() {
    return hubs.stream().anyMatch(hub -> hub.problem().filter(p -> !p.fine()).isPresent());
  }

  /** A heading for each hub, file and cell; below it what comes, with +, and what goes, with -. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (HubDiff hub : hubs) {
      String problem = problem(hub).orElse("nothing would change");
      lines.add(hub.hub().id() + ":" + (hub.files().isEmpty() ? " " + problem : ""));
      hub.files().forEach(file -> file(file, lines));
    }
    return lines;
  }

  private static Optional<String> problem(HubDiff hub) {
    return hub.problem().map(outcome -> HubRows.words(hub.hub(), outcome));
  }

  private static void file(HubDiff.FileDiff file, List<String> lines) {
    String note = file.note().isEmpty() ? "" : " (" + file.note() + ")";
    lines.add("  " + sign(file.kind()) + " " + file.path() + note);
    boolean all = file.kind() == HubDiff.Kind.ADDED;
    for (HubDiff.CellDiff cell : file.cells()) {
      lines.add("      " + named(cell));
      if (!all) {
        cell.lines().forEach(line -> lines.add("          " + line));
      }
    }
  }

  private static String named(HubDiff.CellDiff cell) {
    String sign = sign(cell.kind());
    return switch (cell.type()) {
      case "code" -> phrase(sign + " code cell " + cell.id());
      case "markdown" -> phrase(sign + " markdown cell " + cell.id());
      default -> phrase(sign + " raw cell " + cell.id());
    };
  }

  // Marks what the program says, for those who collect it to be translated.
  private static String phrase(String text) {
    return text;
  }

  private static String sign(HubDiff.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case CHANGED -> "~";
      case REMOVED -> "-";
      case KEPT -> "=";
    };
  }

  /** All of it. */
  List<Map<String, Object>> json() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (HubDiff hub : hubs) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("hub", hub.hub().id());
      problem(hub).ifPresent(problem -> map.put("problem", problem));
      map.put("files", hub.files().stream().map(HubDiffs::json).toList());
      all.add(map);
    }
    return all;
  }

  private static Map<String, Object> json(HubDiff.FileDiff file) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", file.path().value());
    map.put("kind", file.kind().name().toLowerCase(Locale.ROOT));
    map.put("note", file.note());
    map.put(
        "cells",
        file.cells().stream()
            .map(
                cell -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("id", cell.id());
                  one.put("type", cell.type());
                  one.put("kind", cell.kind().name().toLowerCase(Locale.ROOT));
                  one.put("lines", cell.lines());
                  return one;
                })
            .toList());
    return map;
  }
}
