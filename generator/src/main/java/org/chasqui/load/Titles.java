package org.chasqui.load;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Body;

/** Titles of pages whose front matter has none: the first H1 of the body, or the file's name. */
final class Titles {
  private static final Pattern LABEL = Pattern.compile("(?:^|\n)\\([^()\n]+\\)=[ \t]*\n\\s*$");

  private Titles() {}

  /**
   * A heading found in a body.
   *
   * @param text what it says, inline Markdown
   * @param span where the text stands
   * @param start where the heading's first line begins
   * @param end where the line after it begins
   */
  record Heading(String text, SourceSpan span, int start, int end) {}

  /**
   * The first H1 outside code, if there is one; where a file need not be read, its beginning has
   * it.
   */
  static Optional<Heading> firstH1(SourceFile file, int bodyStart) {
    String text = file.beginning();
    String fence = "";
    int previous = -1;
    boolean comment = false;
    for (int at = bodyStart; at < text.length(); ) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end);
      String bare = line.strip();
      if (!fence.isEmpty()) {
        fence =
            bare.startsWith(fence) && bare.replace(fence.substring(0, 1), "").isEmpty()
                ? ""
                : fence;
        previous = -1;
      } else if (comment || bare.startsWith("<!--")) {
        comment = !bare.contains("-->");
        previous = -1;
      } else if (bare.startsWith("```") || bare.startsWith("~~~")) {
        fence = run(bare);
      } else if (isAtx(line)) {
        return Optional.of(atx(file, at, end));
      } else if (previous >= 0 && isUnderline(line)) {
        return Optional.of(heading(file, previous, lineEnd(text, previous), previous, end));
      } else {
        previous = paragraphStart(text, at, bare, bodyStart) ? at : -1;
      }
      at = Math.min(end + 1, text.length());
      if (end == text.length()) {
        break;
      }
    }
    return Optional.empty();
  }

  // A setext heading of one line: the line before it must be blank or a heading's.
  private static boolean paragraphStart(String text, int at, String bare, int bodyStart) {
    if (bare.isEmpty() || bare.startsWith(">") || bare.startsWith("#") || bare.startsWith("|")) {
      return false;
    }
    if (at == bodyStart) {
      return true;
    }
    int before = text.lastIndexOf('\n', at - 2) + 1;
    return text.substring(before, at).isBlank();
  }

  private static String run(String line) {
    int length = 0;
    while (length < line.length() && line.charAt(length) == line.charAt(0)) {
      length++;
    }
    return line.substring(0, length);
  }

  private static boolean isAtx(String line) {
    int hash = 0;
    while (hash < 3 && hash < line.length() && line.charAt(hash) == ' ') {
      hash++;
    }
    return line.startsWith("# ", hash) && !line.substring(hash + 1).isBlank();
  }

  private static boolean isUnderline(String line) {
    String bare = line.stripTrailing();
    return !bare.isEmpty() && bare.replace("=", "").isEmpty();
  }

  private static Heading atx(SourceFile file, int start, int end) {
    int from = file.beginning().indexOf('#', start) + 1;
    int to = end;
    String line = file.text(from, to).stripTrailing();
    int closing = line.length();
    while (closing > 0 && line.charAt(closing - 1) == '#') {
      closing--;
    }
    if (closing < line.length() && closing > 0 && line.charAt(closing - 1) == ' ') {
      to = from + closing;
    }
    return heading(file, from, to, start, end);
  }

  private static Heading heading(SourceFile file, int from, int to, int start, int end) {
    String text = file.beginning();
    int first = from;
    int last = to;
    String raw = text.substring(from, to).stripTrailing();
    int brace = raw.endsWith("}") ? raw.lastIndexOf('{') : -1;
    if (brace > 0 && "#.".indexOf(raw.charAt(Math.min(brace + 1, raw.length() - 1))) >= 0) {
      last = from + brace; // attributes {#id .class} are no part of a title
    }
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new Heading(
        text.substring(first, last),
        file.span(first, last),
        start,
        Math.min(end + 1, text.length()));
  }

  /** Where the text goes on after a heading. */
  static int afterwards(String text, Heading heading) {
    int after = heading.end();
    while (after < text.length() && text.charAt(after) == '\n') {
      after++;
    }
    return after;
  }

  /** The body without a heading; every stretch still knows its place. */
  static Body without(SourceFile file, int bodyStart, Heading heading) {
    String text = file.beginning();
    int after = afterwards(text, heading);
    String before = text.substring(bodyStart, heading.start());
    if (before.isBlank()) {
      return Body.of(file, after);
    }
    if (LABEL.matcher(before).find()) {
      // The label is the page's now. MyST's empty comment keeps it from the heading that follows.
      before += "%\n\n";
    }
    NavigableMap<Integer, SourceSpan> origins =
        new TreeMap<>(
            Map.of(
                0,
                file.span(bodyStart, heading.start()),
                before.length(),
                file.span(after, file.length())));
    return new Body(before + file.text(after, file.length()), origins, java.util.List.of());
  }

  /** A title made of a file name: {@code code-of-conduct} is {@code Code of conduct}. */
  static String fromName(String name) {
    String words = name.replace('-', ' ').replace('_', ' ').strip();
    if (words.isEmpty()) {
      return name;
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
