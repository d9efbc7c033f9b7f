package org.chasqui.localize;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chasqui.gettext.PoHeader;

/** Who translated a catalogue, and when: from its header. */
final class Translators {
  private static final Set<String> NOBODY =
      Set.of("full name", "automatically generated", "none", "");

  private Translators() {}

  /**
   * The names, without mail addresses: those listed below {@code # Translators:}, then the last
   * translator, each once.
   *
   * @param header the header's fields
   * @param comments the comments above the header
   */
  static List<String> names(PoHeader header, List<String> comments) {
    Set<String> names = new LinkedHashSet<>();
    boolean listed = false;
    for (String comment : comments) {
      String line = comment.strip();
      if (line.toLowerCase(Locale.ROOT).startsWith("translators:")) {
        listed = true;
        line = line.substring("translators:".length()).strip();
      } else if (line.isEmpty()) {
        listed = false;
      }
      if (listed) {
        names.add(name(line));
      }
    }
    header.get("Last-Translator").ifPresent(value -> names.add(name(value)));
    List<String> real = new ArrayList<>(names);
    real.removeIf(name -> NOBODY.contains(name.toLowerCase(Locale.ROOT)));
    return real;
  }

  /** When the translation was last worked on. */
  static Optional<LocalDate> revised(PoHeader header) {
    try {
      return header
          .get("PO-Revision-Date")
          .filter(value -> value.length() >= 10)
          .map(value -> LocalDate.parse(value.substring(0, 10)));
    } catch (DateTimeParseException e) {
      // "YEAR-MO-DA": nobody has filled it in.
      return Optional.empty();
    }
  }

  // "Ana Pérez <ana@example.org>, 2024, 2026." is Ana Pérez.
  private static String name(String line) {
    String name = line.replaceFirst("\\s*<.*", "");
    name = name.replaceFirst("\\s*,?\\s*[\\d,\\s–-]*\\.?\\s*$", "");
    return name.indexOf('@') >= 0 ? "" : name.strip();
  }
}
