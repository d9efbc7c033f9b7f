package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An episode such as authors write, made up from a seed. What learners must not see has the word
 * {@code SECRET} in it.
 */
final class RandomEpisode {
  private static final String[] WORDS = {
    "rain",
    "frog",
    "pond",
    "año",
    "niño",
    "week",
    "mean",
    "row",
    "table",
    "€",
    "😀",
    "l'eau",
    "x_1",
    "*data*",
    "**bold**",
    "`code`",
    "a < b",
    "\"quoted\"",
    "c:\\temp",
    "\u2028",
    "tab\there",
    "$x^2$",
    "[link](../../about.md)",
    "<br>",
    "&amp;",
    "\u00a0",
    "日本"
  };
  private final Random random;
  private int count;

  private RandomEpisode(long seed) {
    random = new Random(seed);
  }

  /** The pieces of an episode: joined, they are its Markdown. */
  static List<String> pieces(long seed) {
    return new RandomEpisode(seed).document();
  }

  static String markdown(long seed) {
    return String.join("", pieces(seed));
  }

  private List<String> document() {
    List<String> pieces = new ArrayList<>();
    int sections = random.nextInt(4);
    blocks(pieces);
    for (int i = 0; i < sections; i++) {
      String id = random.nextInt(4) == 0 ? " {#own-" + count + "}" : "";
      pieces.add("#".repeat(2 + random.nextInt(2)) + " " + words(3) + " " + count++ + id + "\n\n");
      blocks(pieces);
    }
    return pieces;
  }

  private void blocks(List<String> pieces) {
    int blocks = random.nextInt(7);
    for (int i = 0; i < blocks; i++) {
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> pieces.add(paragraph());
        case 3, 4 -> pieces.add(code("python"));
        case 5 -> pieces.add(code("python") + code("output"));
        case 6 -> pieces.add(challenge());
        case 7 -> pieces.add(odd());
        default -> pieces.add("- " + words(4) + "\n- " + words(3) + "\n\n");
      }
    }
  }

  private String paragraph() {
    return "Paragraph" + count++ + " " + words(3 + random.nextInt(15)) + ".\n\n";
  }

  private String code(String language) {
    return "```" + language + "\n" + statement() + "```\n\n";
  }

  private String statement() {
    String[] names = {"total", "rows", "mean"};
    String name = names[random.nextInt(names.length)];
    return switch (random.nextInt(4)) {
      case 0 -> name + " = " + random.nextInt(100) + "\n";
      case 1 -> "# a comment in words\nprint(\"" + count++ + " ñ\")\n";
      case 2 -> "for " + name + " in range(3):\n    print(" + name + ")\n\n";
      default -> random.nextInt(9) + " + 1\n";
    };
  }

  private String challenge() {
    String inside =
        paragraph()
            + (random.nextBoolean() ? code("python") : "")
            + (random.nextBoolean() ? "::: hint\n\n" + paragraph() + ":::\n\n" : "")
            + "::: solution\n\nSECRET "
            + words(3)
            + "\n\n```python\nSECRET = 1\n```\n\n:::\n\n";
    String title = random.nextBoolean() ? "### " + words(2) + count++ + "\n\n" : "";
    return ":::: challenge\n\n" + title + inside + "::::\n\n";
  }

  private String odd() {
    return switch (random.nextInt(7)) {
      case 0 -> "::: instructor\n\nSECRET " + words(5) + "\n\n:::\n\n";
      case 1 -> "<!-- SECRET note -->\n\n";
      case 2 -> "::: callout\n\n" + paragraph() + ":::\n\n";
      case 3 -> "| a | b |\n|---|---|\n| " + words(1).replace("|", "") + " | 2 |\n\n";
      case 4 -> "![A picture](images/rain.svg)\n\n";
      case 5 -> "```{code-cell} python\n:tags: [raises-exception]\n1 / 0\n```\n\n";
      default -> "```python {.no-run}\nnot run\n```\n\n";
    };
  }

  private String words(int many) {
    StringBuilder words = new StringBuilder("Word");
    for (int i = 0; i < many; i++) {
      words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }
}
