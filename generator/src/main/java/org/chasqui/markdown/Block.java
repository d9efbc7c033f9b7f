package org.chasqui.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
   * @param inner boxes and code that stand in its lists, quotations and notes: in the text stands
   *     {@link #mark} in the place of each
   */
  record Prose(int start, int end, String markdown, List<Block> inner) implements Block {
    /** What opens and closes the mark; no text has these, Unicode keeps them for such use. */
    private static final char OPENS = '\uFDD0';

    private static final char CLOSES = '\uFDD1';
    private static final Pattern MARK = Pattern.compile(OPENS + "(\\d{1,9})" + CLOSES);

    /** Copies, so that nobody can change it. */
    public Prose {
      inner = List.copyOf(inner);
    }

    /** Prose in which nothing stands but prose. */
    public Prose(int start, int end, String markdown) {
      this(start, end, markdown, List.of());
    }

    /** What stands for the inner block of a number, from 0. */
    static String mark(int number) {
      return String.valueOf(OPENS) + number + CLOSES;
    }

    /** A text without anything that looks like a mark. */
    static String unmarked(String text) {
      return text.replace(OPENS, '\uFFFD').replace(CLOSES, '\uFFFD');
    }

    /**
     * The text with the inner blocks in their places.
     *
     * @param rewritten the text, however it was changed around the marks
     * @param shown what each block becomes; empty for what is left out
     */
    public String filled(String rewritten, Function<Block, String> shown) {
      if (inner.isEmpty()) {
        return rewritten;
      }
      StringBuilder out = new StringBuilder();
      for (String line : rewritten.split("\n", -1)) {
        Matcher mark = MARK.matcher(line);
        if (!mark.find()) {
          out.append(line).append('\n');
          continue;
        }
        String before = line.substring(0, mark.start());
        String text = shown.apply(inner.get(Integer.parseInt(mark.group(1)))).strip();
        if (text.isEmpty() && before.replaceAll("[\\s>]", "").isEmpty()) {
          continue;
        }
        // What goes on below a bullet stands as deep as what follows it.
        String below = before.replaceAll("[^\\s>]", " ");
        out.append(before).append(text.replace("\n", "\n" + below)).append('\n');
      }
      return out.substring(0, out.length() - 1);
    }
  }

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
