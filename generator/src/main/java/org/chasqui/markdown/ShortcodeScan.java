package org.chasqui.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the shortcode tags of a text that stand alone on their lines, outside code fences, and
 * which of them belong together. Needed before parsing, because only the closing tag tells whether
 * an opening one holds what follows.
 */
final class ShortcodeScan {
  private final Map<Integer, ShortcodeTag> tags = new HashMap<>();
  private final Map<Integer, ShortcodeTag> closers = new HashMap<>();

  private ShortcodeScan() {}

  static ShortcodeScan of(CharSequence text) {
    ShortcodeScan scan = new ShortcodeScan();
    scan.read(text.toString());
    return scan;
  }

  /** The tag that begins at an offset and stands alone on its line. */
  Optional<ShortcodeTag> tag(int offset) {
    return Optional.ofNullable(tags.get(offset));
  }

  /** The tag that closes the one that begins at an offset. */
  Optional<ShortcodeTag> closer(int offset) {
    return Optional.ofNullable(closers.get(offset));
  }

  private void read(String text) {
    if (!text.contains("{{")) {
      return;
    }
    Pairs pairs = new Pairs();
    Fences fences = new Fences();
    int line = 0;
    while (line < text.length()) {
      int next = lineEnd(text, line);
      int first = skipMarkers(text, line, next);
      int run = run(text, first, next);
      if (run >= 3) {
        fences.line(text.charAt(first), run, text.substring(first + run, next));
      } else if (fences.code()) {
        line = next + 1;
        continue;
      } else if (first + 2 < next && text.charAt(first) == '{') {
        next = Math.max(next, tagLine(text, first, pairs));
      }
      line = next + 1;
    }
  }

  /** Which code fences and directives in fences are open. */
  private static final class Fences {
    private final Deque<int[]> directives = new ArrayDeque<>();
    private char mark;
    private int length;

    boolean code() {
      return length > 0;
    }

    void line(char mark, int run, String info) {
      boolean bare = info.isBlank();
      // A directive's own length closes it, whatever is open in it.
      int[] closed = null;
      for (int[] open : directives) {
        closed = bare && open[0] == mark && run >= open[1] ? open : closed;
      }
      if (closed != null) {
        while (directives.pop() != closed) {
          // What is further in ends with it.
        }
        length = 0;
      } else if (code()) {
        length = bare && mark == this.mark && run >= length ? 0 : length;
      } else if (DirectiveSyntax.isMarkdownFence(info)) {
        if (directives.size() < 100) {
          directives.push(new int[] {mark, run});
        }
      } else {
        this.mark = mark;
        this.length = run;
      }
    }
  }

  private int tagLine(String text, int first, Pairs pairs) {
    Optional<ShortcodeTag> found = ShortcodeTag.parse(text, first);
    if (found.isEmpty() || found.get().kind() == ShortcodeTag.Kind.ESCAPED) {
      return first;
    }
    ShortcodeTag tag = found.get();
    int end = lineEnd(text, tag.end());
    if (!text.substring(tag.end(), end).isBlank()) {
      return first;
    }
    tags.put(tag.start(), tag);
    pairs.add(tag);
    return end;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  // Past indentation, quote signs and list markers.
  private static int skipMarkers(String text, int from, int end) {
    int at = from;
    int marker = from;
    while (marker >= 0) {
      at = marker;
      while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      marker = markerEnd(text, at, end);
    }
    return at;
  }

  // Behind the marker of a list's item, or -1.
  private static int markerEnd(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String marks = at > from ? ".)" : "-*+";
    boolean item =
        at + 1 < end && marks.indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ';
    return item ? at + 1 : -1;
  }

  private static int run(String text, int at, int end) {
    if (at >= end || (text.charAt(at) != '`' && text.charAt(at) != '~')) {
      return 0;
    }
    int i = at;
    while (i < end && text.charAt(i) == text.charAt(at)) {
      i++;
    }
    return i - at;
  }

  /** Matches closing tags with the nearest open one of their name; what lies between is single. */
  private final class Pairs {
    private final Deque<ShortcodeTag> open = new ArrayDeque<>();
    private final Map<String, Integer> count = new HashMap<>();

    void add(ShortcodeTag tag) {
      if (tag.kind() == ShortcodeTag.Kind.OPEN) {
        open.push(tag);
        count.merge(tag.name(), 1, Integer::sum);
      } else if (tag.kind() == ShortcodeTag.Kind.CLOSE && count.getOrDefault(tag.name(), 0) > 0) {
        ShortcodeTag top = pop();
        while (!top.name().equals(tag.name())) {
          top = pop();
        }
        closers.put(top.start(), tag);
      }
    }

    private ShortcodeTag pop() {
      ShortcodeTag top = open.pop();
      count.merge(top.name(), -1, Integer::sum);
      return top;
    }
  }
}
