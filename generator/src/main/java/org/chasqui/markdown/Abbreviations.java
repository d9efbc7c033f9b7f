package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.chasqui.markdown.Nodes.AbbreviationLine;

/** What {@code *[HTML]: HyperText Markup Language} explains, wherever the word stands. */
final class Abbreviations {
  private final Map<String, String> all = new HashMap<>();
  // How long the words are that begin with a character; the longest first, so that HTML5 is not
  // read as HTML.
  private final Map<Character, TreeSet<Integer>> lengths = new HashMap<>();

  private Abbreviations() {}

  /**
   * @param text the document's
   */
  static Abbreviations of(Document document, String text) {
    Abbreviations result = new Abbreviations();
    if (text.contains("*[")) {
      result.collect(document, 0);
    }
    return result;
  }

  private void collect(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof AbbreviationLine line) {
        all.putIfAbsent(line.word, line.meaning.toString().strip());
        lengths
            .computeIfAbsent(line.word.charAt(0), c -> new TreeSet<>(Comparator.reverseOrder()))
            .add(line.word.length());
      } else if (node instanceof Block && depth < Rendering.DEEPEST) {
        collect(node, depth + 1);
      }
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The abbreviation that stands at a place as a word of its own, or an empty string. */
  String at(String text, int at) {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return "";
    }
    TreeSet<Integer> possible = lengths.get(text.charAt(at));
    if (possible != null) {
      for (int length : possible) {
        int end = at + length;
        if (end == text.length()
            || (end < text.length() && !Character.isLetterOrDigit(text.charAt(end)))) {
          String word = text.substring(at, end);
          if (all.containsKey(word)) {
            return word;
          }
        }
      }
    }
    return "";
  }

  void write(String word, StringBuilder out) {
    out.append("<abbr").append(Html.attribute("title", all.getOrDefault(word, ""))).append('>');
    Html.escape(out, word);
    out.append("</abbr>");
  }
}
