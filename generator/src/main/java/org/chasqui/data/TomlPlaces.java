package org.chasqui.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;

/**
 * Where every key and value of a TOML text stands. Jackson checks and reads the text; this only
 * looks for places, so on text that is no TOML it finds some of them and stays calm.
 */
final class TomlPlaces {
  private static final char STEP = '\0';

  /**
   * A key that an earlier statement has set already.
   *
   * @param name the key
   * @param earlier where it was set first
   * @param statement the whole of that first statement
   * @param later where it is set again
   */
  record Duplicate(String name, SourceSpan earlier, SourceSpan statement, SourceSpan later) {}

  // As the parsers of YAML and JSON have it.
  private static final int DEEPEST = 500;

  private final SourceFile file;
  private final String text;
  private final int start;
  private final int end;
  private final Map<String, SourceSpan> keys = new HashMap<>();
  private final Map<String, SourceSpan> values = new HashMap<>();
  private final Map<String, SourceSpan> statements = new HashMap<>();
  private final Map<String, Integer> tableCounts = new HashMap<>();
  private final List<Duplicate> duplicates = new ArrayList<>();
  private int at;
  private int depth;
  private boolean tooDeep;

  private TomlPlaces(SourceFile file, String text, int start, int end) {
    this.file = file;
    this.text = text;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  /** The places of a stretch of a file. */
  static TomlPlaces of(SourceFile file, int start, int end) {
    TomlPlaces places = new TomlPlaces(file, file.beginning(), start, end);
    places.document();
    return places;
  }

  /** The name of a place in a list, as a step of a path. */
  static String index(int index) {
    return "[" + index + "]";
  }

  /** A path of steps. */
  static String path(Collection<String> steps) {
    return String.join(String.valueOf(STEP), steps);
  }

  SourceSpan key(String path) {
    return keys.getOrDefault(path, file.span(start, start));
  }

  SourceSpan value(String path) {
    return values.getOrDefault(path, file.span(start, start));
  }

  /** Whether keys, lists or tables stand in more of the kind than anybody writes. */
  boolean tooDeep() {
    return tooDeep;
  }

  /** Keys that are set twice, in the order of the text. */
  List<Duplicate> duplicates() {
    return duplicates;
  }

  private void document() {
    String table = "";
    while (skipBlank(true)) {
      if (text.charAt(at) == '[') {
        table = header();
      } else {
        statement(table);
      }
      restOfLine();
    }
  }

  private String header() {
    boolean list = at + 1 < end && text.charAt(at + 1) == '[';
    at += list ? 2 : 1;
    String path = "";
    List<Step> steps = dottedKey();
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      path = enter(path, steps.get(i));
      if (last && list) {
        int count = tableCounts.merge(path, 1, Integer::sum);
        path = child(path, index(count - 1));
        values.put(path, steps.get(i).span());
      } else if (tableCounts.containsKey(path)) {
        path = child(path, index(tableCounts.get(path) - 1));
      }
    }
    return path;
  }

  private void statement(String table) {
    int from = at;
    List<Step> steps = dottedKey();
    String path = table;
    for (Step step : steps.subList(0, Math.max(0, steps.size() - 1))) {
      path = enter(path, step);
    }
    if (steps.isEmpty() || !skipBlank(false) || text.charAt(at) != '=') {
      return;
    }
    at++;
    skipBlank(false);
    Step last = steps.get(steps.size() - 1);
    path = child(path, last.name());
    SourceSpan earlier = keys.put(path, last.span());
    value(path, false);
    SourceSpan before = statements.put(path, file.span(from, at));
    if (earlier != null && before != null) {
      duplicates.add(new Duplicate(last.name(), earlier, before, last.span()));
    }
  }

  private String enter(String parent, Step step) {
    String path = child(parent, step.name());
    keys.putIfAbsent(path, step.span());
    values.putIfAbsent(path, step.span());
    return path;
  }

  private static String child(String parent, String step) {
    return parent.isEmpty() ? step : parent + STEP + step;
  }

  private void value(String path, boolean nested) {
    if (++depth > DEEPEST) {
      tooDeep = true;
      at = end;
    }
    int from = at;
    if (at < end) {
      switch (text.charAt(at)) {
        case '"', '\'' -> string();
        case '[' -> list(path);
        case '{' -> inlineTable(path);
        default -> bare(nested);
      }
    }
    values.put(path, file.span(from, at));
    depth--;
  }

  private void list(String path) {
    at++;
    for (int i = 0; skipBlank(true) && text.charAt(at) != ']'; i++) {
      int before = at;
      value(child(path, index(i)), true);
      skipBlank(true);
      if (at < end && text.charAt(at) == ',' || at == before) {
        at++;
      }
    }
    at = Math.min(at + 1, end);
  }

  private void inlineTable(String path) {
    at++;
    while (skipBlank(true) && text.charAt(at) != '}') {
      int before = at;
      statement(path);
      skipBlank(true);
      if (at < end && text.charAt(at) == ',' || at == before) {
        at++;
      }
    }
    at = Math.min(at + 1, end);
  }

  private void bare(boolean nested) {
    int last = at;
    while (at < end && "#\n\r".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == ',' || c == '}' || (nested && c == ']')) {
        break;
      }
      at++;
      last = c == ' ' || c == '\t' ? last : at;
    }
    at = last;
  }

  private void string() {
    char quote = text.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    String close = text.startsWith(three, at) ? three : String.valueOf(quote);
    at += close.length();
    while (at < end && !text.startsWith(close, at)) {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + close.length(), end);
    while (close.length() == 3 && at < end && text.charAt(at) == quote) {
      at++; // up to two quotation marks may stand before the closing three
    }
  }

  private record Step(String name, SourceSpan span) {}

  private List<Step> dottedKey() {
    List<Step> steps = new ArrayList<>();
    while (skipBlank(false) && text.charAt(at) != '=' && text.charAt(at) != ']') {
      int from = at;
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        string();
        steps.add(
            new Step(text.substring(from + 1, Math.max(from + 1, at - 1)), file.span(from, at)));
      } else {
        while (at < end && "=.] \t\r\n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        steps.add(new Step(text.substring(from, at), file.span(from, at)));
      }
      skipBlank(false);
      if (at >= end || text.charAt(at) != '.') {
        break;
      }
      at++;
      if (steps.size() > DEEPEST) {
        tooDeep = true;
        at = end;
      }
    }
    return steps;
  }

  /** Goes to the next thing that says something; whether there is one. */
  private boolean skipBlank(boolean overLines) {
    while (at < end) {
      char c = text.charAt(at);
      if (c == '#' && overLines) {
        restOfLine();
      } else if (c == ' ' || c == '\t' || (overLines && (c == '\n' || c == '\r'))) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void restOfLine() {
    while (at < end && text.charAt(at) != '\n') {
      at++;
    }
  }
}
