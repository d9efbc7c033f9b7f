package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says of comments in a block of code when they are in another language than the page, as those
 * that nobody has translated yet: a screen reader has to know. Nothing else is marked, since code
 * keeps its shape.
 */
final class CommentLanguages {
  private final Rendering rendering;
  // Where a line begins in the code, and where in the document.
  private final NavigableMap<Integer, Integer> lines = new TreeMap<>();
  private final String code;

  private CommentLanguages(Rendering rendering, String code) {
    this.rendering = rendering;
    this.code = code;
  }

  /**
   * Those of a block.
   *
   * @param written what is shown of the block; if it is not the block's own code, it stands
   *     somewhere else and has no comments that are known
   * @param code the same without escapes of shortcodes
   */
  static CommentLanguages of(Rendering rendering, CodeFence fence, String written, String code) {
    CommentLanguages languages = new CommentLanguages(rendering, code);
    if (!rendering.options.stretches().isEmpty() && written.equals(fence.code())) {
      int at = 0;
      for (BasedSequence line : fence.lines()) {
        languages.lines.put(at, line.getStartOffset());
        int end = code.indexOf('\n', at);
        at = end < 0 ? code.length() : end + 1;
      }
    }
    return languages;
  }

  /** The attributes of a comment's element, each with a space before it. */
  String attributes(int start, int end) {
    if (lines.isEmpty()) {
      return "";
    }
    // Translated is what comes after the signs of a comment.
    int letter = start;
    while (letter < end && !Character.isLetterOrDigit(code.charAt(letter))) {
      letter++;
    }
    Map.Entry<Integer, Integer> line = lines.floorEntry(letter);
    Optional<LanguageStretch> stretch = rendering.stretch(line.getValue() + letter - line.getKey());
    return stretch.map(s -> Html.attribute("lang", s.language())).orElse("");
  }
}
