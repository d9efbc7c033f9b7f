package org.chasqui.markdown;

import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes plain text, with what stands in it unmarked: addresses, emoji, abbreviations. */
final class TextWriter {
  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final Rendering rendering;
  private final StringBuilder out;

  TextWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  /** Writes the text of a node; an address in it is a link unless it stands in one. */
  void text(Node node, boolean inLink) {
    BasedSequence place = node.getChars();
    String chars = SourceText.of(place);
    boolean mail = !inLink && chars.indexOf('@') >= 0;
    int i = afterBreak(node) ? leadingSpace(chars, 0) : 0;
    boolean plain = !mail && rendering.abbreviations.isEmpty();
    while (i < chars.length()) {
      int quiet = plain ? endOfQuiet(chars, i) : i;
      out.append(chars, i, quiet);
      i = quiet;
      if (i == chars.length()) {
        break;
      }
      char c = chars.charAt(i);
      if (c == '\\' && i + 1 < chars.length() && ESCAPABLE.indexOf(chars.charAt(i + 1)) >= 0) {
        Html.escape(out, chars.charAt(i + 1));
        i += 2;
      } else if (c == '\n') {
        out.append(c);
        i += 1 + leadingSpace(chars, i + 1);
      } else if (c == ':') {
        i = emoji(chars, i);
      } else if (explains(chars, i)) {
        String word = rendering.abbreviations.at(chars, i);
        rendering.abbreviations.write(word, out);
        i += word.length();
      } else {
        int end = inLink ? -1 : addressEnd(chars, i, c, mail);
        if (end > 0) {
          String shown = chars.substring(i, end);
          bare(shown, place.subSequence(i, end));
          i = end;
        } else {
          Html.escape(out, c);
          i++;
        }
      }
    }
  }

  // Most characters stand for themselves: they are copied together.
  private static int endOfQuiet(String chars, int from) {
    int at = from;
    while (at < chars.length() && isQuiet(chars.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isQuiet(char c) {
    return switch (c) {
      case '\\', '\n', ':', '&', '<', '>', '"', '\0' -> false;
      default -> !Autolinks.begins(c);
    };
  }

  private boolean explains(String chars, int at) {
    return !rendering.abbreviations.isEmpty() && !rendering.abbreviations.at(chars, at).isEmpty();
  }

  private static boolean afterBreak(Node node) {
    return isBreak(node.getPrevious());
  }

  /** Whether a line ends here. */
  static boolean isBreak(@Nullable Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  /** How many blanks stand at a place. */
  static int leadingSpace(CharSequence chars, int from) {
    int i = from;
    while (i < chars.length() && (chars.charAt(i) == ' ' || chars.charAt(i) == '\t')) {
      i++;
    }
    return i - from;
  }

  private static int addressEnd(CharSequence chars, int at, char c, boolean mail) {
    int end = -1;
    if (Autolinks.begins(c)) {
      end = Autolinks.end(chars, at);
    }
    return end < 0 && mail ? Autolinks.mailEnd(chars, at) : end;
  }

  private void bare(String shown, BasedSequence place) {
    String target =
        shown.regionMatches(true, 0, "www.", 0, 4)
            ? "http://" + shown
            : shown.contains("://") ? shown : "mailto:" + shown;
    address(target, shown, place);
  }

  private int emoji(CharSequence chars, int colon) {
    int close = Emoji.close(chars, colon);
    Optional<String> emoji =
        close < 0 ? Optional.empty() : Emoji.named(chars.subSequence(colon + 1, close).toString());
    out.append(emoji.orElse(":"));
    return emoji.isPresent() ? close + 1 : colon + 1;
  }

  /** Writes a link that shows its own address. */
  void address(String target, String shown, BasedSequence place) {
    Optional<String> url =
        rendering.link(target, false, place.getStartOffset(), place.getEndOffset());
    out.append("<a");
    url.ifPresent(u -> out.append(" href=\"").append(Html.url(u)).append('"'));
    out.append('>');
    Html.escape(out, shown);
    out.append("</a>");
  }
}
