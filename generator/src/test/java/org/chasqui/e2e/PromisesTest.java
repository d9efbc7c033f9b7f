package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that name a test or a golden for each promise tell the truth: those are there. */
class PromisesTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root", ".."));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]*\\.?\\d+) \\|(.*)\\|$");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
  private static final Pattern GOLDEN = Pattern.compile("`((?:[\\w-]+/)+[\\w-]+\\.(?:md|site))`");

  /** The sources of all tests, by the name of their class. */
  private static final Map<String, String> SOURCES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("generator/src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        SOURCES.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
  }

  private static Map<String, String> rows(String page) throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/decisions").resolve(page)));
    while (row.find()) {
      rows.merge(row.group(1), row.group(2), String::concat);
    }
    return rows;
  }

  // What is named, and whether it is there.
  private static List<String> missing(Map<String, String> rows) {
    List<String> missing = new ArrayList<>();
    rows.forEach(
        (clause, row) -> {
          Matcher test = NAMED.matcher(row);
          Matcher golden = GOLDEN.matcher(row);
          boolean named = row.contains("no test:");
          while (test.find()) {
            named = true;
            String source = SOURCES.getOrDefault(test.group(1), "");
            if (source.isEmpty()
                || test.group(2) != null && !source.contains("void " + test.group(2) + "(")) {
              missing.add(clause + ": " + test.group());
            }
          }
          while (golden.find()) {
            named = true;
            if (!Files.exists(
                ROOT.resolve("generator/src/test/resources").resolve(golden.group(1)))) {
              missing.add(clause + ": " + golden.group());
            }
          }
          if (!named) {
            missing.add(clause + ": nothing is named");
          }
        });
    return missing;
  }

  @Test
  void everyCriterionAndClauseOfTranslationHasItsTests() throws IOException {
    Map<String, String> rows = rows("translation-promises.md");
    List<String> wanted = new ArrayList<>();
    IntStream.rangeClosed(1, 8).forEach(n -> wanted.add("AC" + n));
    IntStream.rangeClosed(1, 10).forEach(n -> wanted.add("C." + n));
    assertEquals(wanted, List.copyOf(rows.keySet()));
    assertEquals(List.of(), missing(rows));
  }

  private static final Pattern CONSTRUCT =
      Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\| (`+)(.+?)\\3 \\| `([^`]+)` \\|$");

  @Test
  void everyConstructHasAGoldenThatHasIt() throws IOException {
    Set<Integer> items = new TreeSet<>();
    List<String> missing = new ArrayList<>();
    String page = Files.readString(ROOT.resolve("docs/decisions/constructs.md"));
    Matcher row = CONSTRUCT.matcher(page);
    int rows = 0;
    while (row.find()) {
      rows++;
      items.add(Integer.parseInt(row.group(1)));
      Path golden = ROOT.resolve("generator/src/test/resources").resolve(row.group(5));
      if (!Files.exists(golden)
          || !Files.readString(golden).contains(row.group(4).replace("\\|", "|"))) {
        missing.add(row.group());
      }
    }
    assertEquals(List.of(), missing);
    // Item 13, Liquid, is told of and not evaluated.
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15), List.copyOf(items));
    assertEquals(page.lines().filter(line -> line.startsWith("| ")).count() - 1, rows);
  }
}
