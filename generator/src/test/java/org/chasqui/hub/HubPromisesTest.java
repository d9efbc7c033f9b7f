package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/hubs-faults.md} tells the truth: every promise has a test that bears its number,
 * every fault one or a reason why there is none, and the tests it names are there.
 */
class HubPromisesTest {
  private static final int PROMISES = 33;
  private static final int FAULTS = 70;
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([GF][^|]*) \\|(.*)\\|$");
  private static final Pattern NUMBERS = Pattern.compile("([GF])(\\d+)(?:–[GF](\\d+))?");
  private static final Pattern TEST =
      Pattern.compile("`(?:([A-Z]\\w*Test)(?:\\.(\\w+))?|…(\\w+))`");

  /** The sources of all tests, by the name of their class. */
  private static final Map<String, String> SOURCES = new TreeMap<>();

  /** The rows of the document, by the numbers they are about. */
  private static final Map<String, String> ROWS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    Path root = Path.of(System.getProperty("chasqui.root", ".."));
    try (Stream<Path> files = Files.walk(root.resolve("generator/src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString();
        SOURCES.put(name.substring(0, name.length() - 5), Files.readString(file));
      }
    }
    Matcher row = ROW.matcher(Files.readString(root.resolve("docs/hubs-faults.md")));
    while (row.find()) {
      Matcher number = NUMBERS.matcher(row.group(1));
      while (number.find()) {
        int first = Integer.parseInt(number.group(2));
        int last = number.group(3) == null ? first : Integer.parseInt(number.group(3));
        for (int n = first; n <= last; n++) {
          ROWS.put(number.group(1) + n, row.group(2));
        }
      }
    }
  }

  // In the name of a class, or in words that a report shows.
  private static boolean hasTest(String number) {
    String digits = number.charAt(0) + "0?" + number.substring(1) + "(?!\\d)";
    Pattern inClass = Pattern.compile("^" + digits + "[A-Z]");
    Pattern shown = Pattern.compile("(?:DisplayName\\(|Arguments\\.of\\()\\s*\"[^\"]*\\b" + digits);
    return SOURCES.entrySet().stream()
        .anyMatch(
            test -> inClass.matcher(test.getKey()).find() || shown.matcher(test.getValue()).find());
  }

  @Test
  void everyPromiseHasATestThatBearsItsNumber() {
    List<String> without = new ArrayList<>();
    for (int n = 1; n <= PROMISES; n++) {
      if (!hasTest("G" + n) || !ROWS.containsKey("G" + n)) {
        without.add("G" + n);
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void everyFaultHasATestThatBearsItsNumberOrAReason() {
    List<String> without = new ArrayList<>();
    for (int n = 1; n <= FAULTS; n++) {
      String row = ROWS.getOrDefault("F" + n, "");
      boolean reason = row.contains("no test:");
      if (hasTest("F" + n) == reason || row.isEmpty()) {
        without.add("F" + n);
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void theTestsThatAreNamedAreThere() {
    List<String> missing = new ArrayList<>();
    ROWS.values().stream()
        .distinct()
        .forEach(
            row -> {
              String current = "";
              Matcher test = TEST.matcher(row);
              while (test.find()) {
                current = test.group(1) == null ? current : test.group(1);
                String method = test.group(1) == null ? test.group(3) : test.group(2);
                String source = SOURCES.getOrDefault(current, "");
                if (source.isEmpty() || (method != null && !source.contains(" " + method + "("))) {
                  missing.add(test.group());
                }
              }
            });
    assertEquals(List.of(), missing);
  }
}
