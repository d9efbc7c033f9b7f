package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Values written down as a row of texts, and read from it in the same order. */
final class Texts {
  private Texts() {}

  /** Writes many: how many, then each. */
  static void add(List<String> row, Collection<String> all) {
    row.add(String.valueOf(all.size()));
    row.addAll(all);
  }

  /** Reads what {@link #add(List, Collection)} wrote. */
  static List<String> list(Iterator<String> row) {
    int count = number(row);
    List<String> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(row.next());
    }
    return List.copyOf(all);
  }

  /** Writes what may be there or not. */
  static void add(List<String> row, Optional<String> one) {
    add(row, one.stream().toList());
  }

  /** Reads what {@link #add(List, Optional)} wrote. */
  static Optional<String> optional(Iterator<String> row) {
    return list(row).stream().findFirst();
  }

  /** Reads a number. */
  static int number(Iterator<String> row) {
    return Integer.parseInt(row.next());
  }
}
