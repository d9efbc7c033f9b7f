package org.chasqui.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.ipynb.CellOutput;

/**
 * Compares an output that a page shows with the real one.
 *
 * <p>{@code ...} stands for anything: within a line for any part of it, alone on a line for any
 * number of lines, none among them. Numbers with a decimal point may differ by a tolerance, since
 * two machines round differently. Blanks at line ends, empty lines around the whole, and addresses
 * in memory ({@code at 0x7f…}) do not count.
 *
 * @param tolerance how far a number may be off, relative to its size
 */
record OutputComparison(double tolerance) {
  private static final String ANYTHING = "...";
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.\\d*|\\.\\d+|\\d+)(?:[eE][-+]?\\d+)?");
  private static final Pattern ADDRESS = Pattern.compile(" at 0x[0-9a-fA-F]+");
  private static final long LARGEST = 20_000_000;

  /** The text of a cell's outputs as a page would show them: printed text and values. */
  static String text(List<CellOutput> outputs) {
    StringBuilder text = new StringBuilder();
    for (CellOutput output : outputs) {
      String part = part(output);
      if (!part.isEmpty() && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      text.append(part);
    }
    return tidy(text.toString());
  }

  private static String part(CellOutput output) {
    if (output instanceof CellOutput.Stream stream) {
      return stream.name().equals("stdout") ? stream.text() : "";
    }
    return output instanceof CellOutput.Data data && data.isText()
        ? data.data().getOrDefault("text/plain", "")
        : "";
  }

  /** Without blanks at line ends and empty lines around it; with a line end unless empty. */
  static String tidy(String text) {
    List<String> lines = new ArrayList<>(text.lines().map(String::stripTrailing).toList());
    while (!lines.isEmpty() && lines.get(0).isEmpty()) {
      lines.remove(0);
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** Whether what a page says is what was given. */
  boolean matches(String expected, String actual) {
    List<String> said = tidy(expected).lines().map(OutputComparison::withoutAddress).toList();
    List<String> given = tidy(actual).lines().map(OutputComparison::withoutAddress).toList();
    if (said.equals(given)) {
      return true;
    }
    // Nobody writes that much by hand; comparing it in every way would take minutes.
    if ((long) said.size() * given.size() > LARGEST) {
      return false;
    }
    return glob(said, given, line -> line.strip().equals(ANYTHING), this::lineMatches);
  }

  /** Whether an error block of a page tells of an error: its last line counts. */
  boolean matches(String expected, CellOutput.Failure failure) {
    List<String> said = tidy(expected).lines().toList();
    if (said.isEmpty()) {
      return true;
    }
    String last = said.get(said.size() - 1).strip();
    List<String> given = new ArrayList<>(failure.line().lines().toList());
    failure.traceback().lines().map(String::strip).forEach(given::add);
    return given.stream().anyMatch(line -> lineMatches(last, line.strip()))
        || matches(expected, failure.line());
  }

  private static String withoutAddress(String line) {
    return ADDRESS.matcher(line).replaceAll(" at 0x");
  }

  boolean lineMatches(String said, String given) {
    if (said.equals(given)) {
      return true;
    }
    // Character by character first, so that 0.33... may end in the middle of a number.
    return glob(parts(said, false), parts(given, false), ANYTHING::equals, String::equals)
        || glob(parts(said, true), parts(given, true), ANYTHING::equals, this::close);
  }

  private boolean close(String said, String given) {
    if (said.equals(given)) {
      return true;
    }
    boolean exact = isWhole(said) || isWhole(given);
    if (exact || !NUMBER.matcher(said).matches() || !NUMBER.matcher(given).matches()) {
      return false;
    }
    double a = Double.parseDouble(said);
    double b = Double.parseDouble(given);
    return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) || nearNothing(a, b);
  }

  // What should be nothing is 1e-17 on one machine and -3e-17 on the other.
  private boolean nearNothing(double a, double b) {
    return Math.abs(a) < 1e-12 && Math.abs(b) < 1e-12;
  }

  private static boolean isWhole(String text) {
    return text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }

  private static List<String> parts(String line, boolean numbers) {
    List<String> parts = new ArrayList<>();
    Matcher number = NUMBER.matcher(line);
    int at = 0;
    while (at < line.length()) {
      if (line.startsWith(ANYTHING, at)) {
        parts.add(ANYTHING);
        at += ANYTHING.length();
      } else if (numbers && !inWord(line, at) && number.region(at, line.length()).lookingAt()) {
        parts.add(number.group());
        at = number.end();
      } else {
        int next = line.offsetByCodePoints(at, 1);
        parts.add(line.substring(at, next));
        at = next;
      }
    }
    return parts;
  }

  private static boolean inWord(String line, int at) {
    return at > 0 && (Character.isLetter(line.charAt(at - 1)) || line.charAt(at - 1) == '_');
  }

  /** Says whether one is a wildcard. */
  private interface Wildcard {
    boolean is(String pattern);
  }

  /** Compares two that are no wildcards. */
  private interface Same {
    boolean are(String pattern, String text);
  }

  // The usual way: on a mismatch, let the last wildcard take one more.
  private static boolean glob(
      List<String> pattern, List<String> text, Wildcard wildcard, Same same) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.size()) {
      if (p < pattern.size() && wildcard.is(pattern.get(p))) {
        star = p++;
        resume = t;
      } else if (p < pattern.size() && same.are(pattern.get(p), text.get(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.size() && wildcard.is(pattern.get(p))) {
      p++;
    }
    return p == pattern.size();
  }
}
