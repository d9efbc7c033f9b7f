package org.chasqui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/diagnostics.md and the sources to the same codes. */
class DiagnosticCodesTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root", ".."));

  /** A code in use: the first argument of whatever makes a diagnostic or a problem. */
  private static final Pattern USE =
      Pattern.compile(
          "(?:Diagnostic\\s*\\.\\s*(?:error|warning|info)|\\b(?:new\\s+)?\\w*(?:[Pp]roblem|[Ee]rror|[Ww]arn|[Ww]arning|[Rr]eport|[Rr]efuse))"
              + "\\(\\s*\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"\\s*,");

  /** An entry: a heading or the first cell of a table row, with the code in backticks or plain. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^(?:#{2,4}\\s+|\\|\\s*)`?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)`?(?:\\s|\\||$)");

  @Test
  void everyCodeHasAnEntry() throws IOException {
    Map<String, Path> used = used();
    Set<String> missing = new TreeSet<>();
    Set<String> documented = documented();
    used.forEach(
        (code, file) -> {
          if (!documented.contains(code)) {
            missing.add(code + " (" + ROOT.relativize(file) + ")");
          }
        });
    assertEquals(Set.of(), missing, "codes without an entry in docs/diagnostics.md");
    assertTrue(used.size() > 20, "only " + used.size() + " codes were found: " + used.keySet());
  }

  @Test
  void everyEntryHasACode() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (Path file : files(ROOT.resolve("generator/src/main/java"), ".java")) {
      sources.append(Files.readString(file));
    }
    Set<String> stale = new TreeSet<>();
    for (String code : documented()) {
      if (code.contains("-") && sources.indexOf("\"" + code + "\"") < 0) {
        stale.add(code);
      }
    }
    assertEquals(Set.of(), stale, "entries of docs/diagnostics.md that nothing says any more");
  }

  private static Map<String, Path> used() throws IOException {
    Map<String, Path> codes = new TreeMap<>();
    for (Path file : files(ROOT.resolve("generator/src/main/java"), ".java")) {
      Matcher use = USE.matcher(Files.readString(file));
      while (use.find()) {
        codes.putIfAbsent(use.group(1), file);
      }
    }
    return codes;
  }

  private static Set<String> documented() throws IOException {
    Set<String> codes = new TreeSet<>();
    Matcher entry = ENTRY.matcher(Files.readString(ROOT.resolve("docs/diagnostics.md")));
    while (entry.find()) {
      codes.add(entry.group(1));
    }
    return codes;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
