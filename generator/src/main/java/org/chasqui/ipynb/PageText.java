package org.chasqui.ipynb;

import java.util.TreeMap;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.SourceFile;

/** Markdown that is made of a notebook; every line knows where in the notebook it was written. */
final class PageText {
  private final SourceFile notebook;
  private final StringBuilder text = new StringBuilder();
  private final TreeMap<Integer, Integer> places = new TreeMap<>();

  PageText(SourceFile notebook) {
    this.notebook = notebook;
  }

  /** The page. */
  SourceFile page() {
    return notebook.converted(text.toString(), places);
  }

  /** Says what we say ourselves about something in the notebook. */
  PageText own(String words, int about) {
    for (int at = 0; at < words.length(); at = nextLine(words, at)) {
      places.put(text.length(), about);
      text.append(words, at, nextLine(words, at));
    }
    return this;
  }

  /** Says a source as its author wrote it. */
  PageText source(Node source) {
    if (source instanceof Sequence lines) {
      lines.items().forEach(this::source);
    } else if (source instanceof Scalar scalar) {
      lines(scalar);
    }
    return this;
  }

  /** Ends the line, if it has begun. */
  PageText endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    return this;
  }

  /** The text of a source. */
  static String textOf(Node source) {
    if (source instanceof Sequence lines) {
      StringBuilder all = new StringBuilder();
      lines.items().forEach(line -> all.append(textOf(line)));
      return all.toString();
    }
    return source instanceof Scalar scalar ? unix(scalar.text()) : "";
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  // A JSON string is one line of the file, whatever it holds: lines begin behind an \n.
  private void lines(Scalar scalar) {
    String words = unix(scalar.text());
    int raw = scalar.span().start() + 1;
    int at = 0;
    while (at < words.length()) {
      int next = nextLine(words, at);
      places.put(text.length(), Math.min(raw, scalar.span().end()));
      text.append(words, at, next);
      raw = behindLineEnd(raw, scalar.span().end());
      at = next;
    }
  }

  private int behindLineEnd(int from, int end) {
    String json = notebook.text();
    int at = from;
    while (at < end && at + 1 < json.length()) {
      if (json.charAt(at) != '\\') {
        at++;
      } else if (json.charAt(at + 1) == 'n') {
        return at + 2;
      } else {
        at += json.charAt(at + 1) == 'u' ? 6 : 2;
      }
    }
    return Math.min(at, end);
  }

  private static int nextLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
