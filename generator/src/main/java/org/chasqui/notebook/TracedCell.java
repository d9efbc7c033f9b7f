package org.chasqui.notebook;

import java.util.List;
import java.util.Optional;
import org.chasqui.markdown.Block;
import org.chasqui.site.Text;

/**
 * A cell and where its text was written.
 *
 * @param cell the cell
 * @param parts the stretches of its text that come from somewhere, in order; offsets are those of
 *     {@link #text()}
 * @param quoted whether it is shown as a quotation
 * @param box where the box that it stands in begins and ends in the episode's Markdown
 */
record TracedCell(Cell cell, List<Part> parts, boolean quoted, Optional<Stretch> box) {
  /**
   * A stretch of Markdown.
   *
   * @param start where it begins
   * @param end where it ends
   */
  record Stretch(int start, int end) {
    static Stretch of(Block block) {
      return new Stretch(block.start(), block.end());
    }
  }

  /**
   * A stretch of a cell's text.
   *
   * @param at where it begins in the cell
   * @param length how long it is
   * @param from where it was written in the episode's Markdown; nowhere in it if {@code field} is
   *     there
   * @param code the code block that it is, if it is one
   * @param field the text of the front matter that it is, if it is one
   */
  record Part(int at, int length, Stretch from, Optional<Block.Code> code, Optional<Text> field) {
    int end() {
      return at + length;
    }
  }

  TracedCell {
    parts = List.copyOf(parts);
  }

  boolean isCode() {
    return cell.kind() == Cell.Kind.CODE;
  }

  /** Its text without the signs of a quotation. */
  String text() {
    return quoted ? unquoted(cell.source()) : cell.source();
  }

  /** A text without the signs of a quotation. */
  static String unquoted(String text) {
    return text.replaceAll("(?m)^ {0,3}> ?", "");
  }

  /** Where its text ends in the episode's Markdown; -1 if it was not written there. */
  int writtenEnd() {
    return parts.stream()
        .filter(part -> part.field().isEmpty())
        .mapToInt(part -> part.from().end())
        .max()
        .orElse(-1);
  }
}
