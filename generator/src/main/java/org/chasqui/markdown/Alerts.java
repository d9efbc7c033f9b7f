package org.chasqui.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GitHub's alerts: block quotes that begin with {@code [!NOTE]}. */
final class Alerts {
  /** The box that a class behind a quote makes of it, as older lessons write boxes. */
  static Optional<String> box(BlockQuote quote) {
    return BlockAttributes.of(quote).classes().stream().filter(Callouts::isBox).findFirst();
  }

  private static final Pattern MARK =
      Pattern.compile("\\[!([A-Za-z]+)\\]([+-]?)(?:[ \\t]+([^\\n]*))?");

  private static final Pattern MISSPELT = Pattern.compile("\\[!([A-Z]+)\\][+-]?[ \\t]*(?:\\n|\\z)");

  private Alerts() {}

  /**
   * An alert.
   *
   * @param name its kind, lower case
   * @param titleStart where the author's title begins in the document
   * @param titleEnd where it ends; where it begins if there is none
   * @param rest the first node of the first paragraph's text, if it has any
   */
  record Alert(String name, int titleStart, int titleEnd, @Nullable Node rest) {}

  /** The alert that a block quote is, if it is one. */
  static Optional<Alert> of(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph)
        || !paragraph.getChars().startsWith("[!")) {
      return Optional.empty();
    }
    String text = paragraph.getChars().toString();
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).stripTrailing();
    Matcher matcher = MARK.matcher(line);
    if (!matcher.matches() || !Callouts.isBox(matcher.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    int start = paragraph.getStartOffset();
    boolean titled = matcher.group(3) != null && !matcher.group(3).isBlank();
    return Optional.of(
        new Alert(
            matcher.group(1).toLowerCase(Locale.ROOT),
            titled ? start + matcher.start(3) : start,
            titled ? start + line.length() : start,
            afterFirstLine(paragraph)));
  }

  /**
   * A name at its place in the document.
   *
   * @param text the name
   * @param start where the mark begins
   * @param end where it ends
   * @param rest the first node of the text below it in the same paragraph, if there is any
   */
  record Name(String text, int start, int end, @Nullable Node rest) {}

  /**
   * What stands, in capitals and alone on the first line of a quote, where an alert has its kind,
   * though there is none of that name: {@code > [!IMPORTNT]}.
   */
  static Optional<Name> misspelt(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph)
        || !paragraph.getChars().startsWith("[!")) {
      return Optional.empty();
    }
    Matcher name = MISSPELT.matcher(paragraph.getChars());
    if (!name.lookingAt() || of(quote).isPresent()) {
      return Optional.empty();
    }
    int start = paragraph.getStartOffset();
    String word = name.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(new Name(word, start, start + name.end(1) + 1, afterFirstLine(paragraph)));
  }

  private static @Nullable Node afterFirstLine(Paragraph paragraph) {
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        return node.getNext();
      }
    }
    return null;
  }
}
