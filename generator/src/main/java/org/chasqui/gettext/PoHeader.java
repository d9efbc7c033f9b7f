package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a PO file's header, in order: {@code Language: es}. Lines that are no field are
 * kept.
 *
 * @param lines the lines, without line ends
 */
public record PoHeader(List<String> lines) {
  /** Copies, so that nobody can change it. */
  public PoHeader {
    lines = List.copyOf(lines);
  }

  /** The header that the text of an entry holds. */
  public static PoHeader parse(String text) {
    return new PoHeader(text.lines().toList());
  }

  /** A field's value. Names are found whatever their case. */
  public Optional<String> get(String name) {
    return lines.stream()
        .filter(line -> isField(line, name))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  /** The same with a field set: in its place if it was there, else at the end. */
  public PoHeader with(String name, String value) {
    List<String> changed = new ArrayList<>(lines);
    String line = name + ": " + value;
    for (int i = 0; i < changed.size(); i++) {
      if (isField(changed.get(i), name)) {
        changed.set(i, line);
        return new PoHeader(changed);
      }
    }
    changed.add(line);
    return new PoHeader(changed);
  }

  /** The same with a field set, unless it was there already. */
  public PoHeader withDefault(String name, String value) {
    return get(name).isPresent() ? this : with(name, value);
  }

  /** The text that the header entry holds. */
  public String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static boolean isField(String line, String name) {
    return line.length() > name.length()
        && line.charAt(name.length()) == ':'
        && line.regionMatches(true, 0, name, 0, name.length());
  }
}
