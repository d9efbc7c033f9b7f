package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts and entries from a seed. */
public final class RandomText {
  private static final List<String> WORDS =
      List.of(
          "the",
          "data",
          "of",
          "a",
          "table",
          "column",
          "row",
          "learners",
          "read",
          "file",
          "with",
          "`ls -F`",
          "¿qué?",
          "niño",
          "[link](../setup.md)",
          "**strong**",
          "plot",
          "mean",
          "values",
          "hub",
          "open",
          "notebook",
          "in",
          "your",
          "browser",
          "and",
          "then",
          "日本",
          "run",
          "cell",
          "first",
          "second",
          "compare",
          "results",
          "\"quoted\"",
          "back\\slash",
          "graph",
          "units");

  private RandomText() {}

  /** A sentence of so many words. */
  public static String sentence(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  /** A text with lines, tabs and whatever an escape is for. */
  public static String wild(Random random) {
    String text = sentence(random, 1 + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> text + "\n";
      case 1 -> text + "\n" + sentence(random, 3);
      case 2 -> text + "\t" + sentence(random, 2) + "\n";
      case 3 -> "\n" + text;
      default -> text;
    };
  }

  /** An entry with its number in its text, so that no two are equal. */
  public static PoEntry entry(Random random, int number) {
    boolean obsolete = random.nextInt(8) == 0;
    boolean plural = random.nextInt(6) == 0;
    boolean fuzzy = random.nextInt(4) == 0;
    String text = number + " " + wild(random);
    List<String> translations = new ArrayList<>();
    for (int i = 0; i < (plural ? 2 : 1); i++) {
      translations.add(fuzzy || obsolete || random.nextInt(3) > 0 ? wild(random) : "");
    }
    List<String> references = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      String name = random.nextInt(5) == 0 ? "lección" : "intro";
      references.add("lessons/" + "x".repeat(random.nextInt(20)) + name + i + ".md");
    }
    return new PoEntry(
        random.nextInt(3) == 0 ? List.of("note " + number, "", "  indented") : List.of(),
        obsolete ? List.of() : List.of("paragraph · " + sentence(random, 3)),
        obsolete ? List.of() : references,
        fuzzy ? List.of("fuzzy") : List.of(),
        fuzzy
            ? Optional.of(
                new PoEntry.Previous(PoEntry.Key.of("old " + wild(random)), Optional.empty()))
            : Optional.empty(),
        new PoEntry.Key(random.nextInt(5) == 0 ? Optional.of("button") : Optional.empty(), text),
        plural ? Optional.of("many " + text) : Optional.empty(),
        translations,
        obsolete,
        Optional.empty());
  }
}
