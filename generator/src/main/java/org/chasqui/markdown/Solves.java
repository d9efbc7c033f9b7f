package org.chasqui.markdown;

import java.util.Optional;
import java.util.Set;
import org.chasqui.markdown.Nodes.DirectiveBlock;

/**
 * MyST's way to say which exercise a solution belongs to: {@code {solution} LABEL}. It may stand
 * anywhere in the text, and its argument is then no title.
 */
final class Solves {
  private static final Set<String> NAMES = Set.of("solution", "solution-start");

  private Solves() {}

  /** The label of the exercise that a box solves. */
  static Optional<String> exercise(DirectiveBlock block, CharSequence text) {
    String label = block.opening.title().strip();
    boolean may = block.opening.myst() && NAMES.contains(block.name()) && !label.isEmpty();
    if (!may || label.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    String all = text.toString();
    boolean marked = all.contains(":label: " + label) || all.contains(":name: " + label);
    return marked ? Optional.of(label) : Optional.empty();
  }
}
