package org.chasqui.localize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.chasqui.gettext.RandomText;

/**
 * A page with a history, from a seed: mostly small edits, as histories of real lessons have them.
 * In a median edit one or two segments of a hundred change.
 */
public final class PageHistory {
  private final Random random;
  private List<String> blocks = new ArrayList<>();
  private int made;

  /** A page of so many blocks. */
  public PageHistory(long seed, int length) {
    this.random = new Random(seed);
    for (int i = 0; i < length; i++) {
      blocks.add(fresh());
    }
  }

  /** The page's text as it is. */
  public String text() {
    return String.join("\n\n", blocks) + "\n";
  }

  private String fresh() {
    made++;
    String sentence = RandomText.sentence(random, 4 + random.nextInt(22));
    return switch (random.nextInt(8)) {
      case 0 -> "## Part " + made + " " + RandomText.sentence(random, 2);
      case 1 -> "- Item " + made + " " + sentence;
      case 2 -> "> Note " + made + " " + sentence;
      default -> "Text " + made + " says " + sentence + ".";
    };
  }

  /** The next edit: a few of its segments are changed, cut, moved, taken away or new. */
  public void edit() {
    int edits = 1 + random.nextInt(random.nextInt(6) == 0 ? 12 : 3);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(blocks.size());
      String block = blocks.get(at);
      switch (random.nextInt(10)) {
        case 0 -> blocks.add(at, fresh());
        case 1 -> blocks.remove(at);
        case 2 -> blocks.add(random.nextInt(blocks.size()), blocks.remove(at));
        case 3 -> {
          int cut = block.indexOf(' ', block.length() / 2);
          if (cut > 0) {
            blocks.set(at, block.substring(0, cut));
            blocks.add(at + 1, block.substring(cut + 1));
          }
        }
        default -> blocks.set(at, word(block));
      }
    }
    blocks = new ArrayList<>(new LinkedHashSet<>(blocks));
  }

  private String word(String block) {
    String[] words = block.split(" ");
    int at = Math.min(words.length - 1, 2 + random.nextInt(words.length));
    words[at] = RandomText.sentence(random, 1 + random.nextInt(3));
    return String.join(" ", words);
  }
}
