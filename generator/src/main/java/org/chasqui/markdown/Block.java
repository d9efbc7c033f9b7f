package org.chasqui.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A block of a document as a notebook needs it: prose, code, or a named box around others. */
public sealed interface Block {
  /** Where it begins in the document. */
  int start();

  /** Where it ends. */
  int end();

  /**
   * Ordinary Markdown: one or more paragraphs, lists, tables … between other blocks.
   *
   * @param start where it begins
   * @param end where it ends
   * @param markdown the text, without indentation or prefix of what it stands in
   */
  record Prose(int start, int end, String markdown) implements Block {}

  /**
   * A heading.
   *
   * @param start where it begins
   * @param end where it ends
   * @param level 1 to 6
   * @param markdown its text, without {@code #} and attributes
   * @param id its anchor, as the page has it
   */
  record Heading(int start, int end, int level, String markdown, String id) implements Block {}

  /**
   * A code block.
   *
   * @param start where it begins
   * @param end where it ends
   * @param language the first word of its info string, lower case, without braces; empty if none
   * @param cell whether it was written as a code cell ({@code {code-cell}})
   * @param attributes what else the info string or MyST options say
   * @param code the code, ending with a line end unless empty
   */
  record Code(
      int start,
      int end,
      String language,
      boolean cell,
      Map<String, String> attributes,
      String code)
      implements Block {}

  /**
   * A fenced div or MyST directive with Markdown inside.
   *
   * @param start where it begins
   * @param end where it ends
   * @param name {@code challenge}, {@code solution}, {@code note} …
   * @param title its title, if the author gave one
   * @param attributes what else it says
   * @param children what is inside
   */
  record Container(
      int start,
      int end,
      String name,
      Optional<String> title,
      Map<String, String> attributes,
      List<Block> children)
      implements Block {
    /** The attribute of a solution that names the exercise which it solves. */
    public static final String SOLVES = "for";

    /** Copies, so that nobody can change it. */
    public Container {
      children = List.copyOf(children);
    }
  }

  /**
   * A shortcode that stands by itself.
   *
   * @param start where it begins
   * @param end where it ends
   * @param call the call; its {@code html} is empty
   */
  record Shortcode(int start, int end, Directive call) implements Block {}
}
