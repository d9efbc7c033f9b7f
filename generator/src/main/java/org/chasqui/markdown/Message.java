package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of a stretch of inline Markdown: what translators see and what translations are
 * found by. Re-flowing a paragraph, another emphasis sign, another kind of link do not change it.
 */
final class Message {
  private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");

  private final StringBuilder out = new StringBuilder();
  private final boolean stars;
  private final boolean resolve;
  private boolean underscores;
  private int resolved;
  private int links;
  private boolean words;
  private int depth;

  private Message(boolean stars, boolean resolve) {
    this.stars = stars;
    this.resolve = resolve;
  }

  /**
   * A message.
   *
   * @param text the normal form
   * @param words whether there is anything in it to translate
   */
  record Normal(String text, boolean words) {}

  /** The normal form of a node and those after it, up to but without another. */
  static Normal of(@Nullable Node first, @Nullable Node end) {
    Message message = print(first, end, true, true);
    String text = message.text();
    boolean resolve = true;
    if (message.resolved > 0 && Tokens.of(text).links() < message.links) {
      // Beside other brackets a link in place of a reference may be read as something else.
      resolve = false;
      text = print(first, end, true, false).text();
    }
    if (text.contains("](<") && Tokens.of(text).links() > message.links) {
      // An address that its line break kept from being one must not become one.
      text = text.replace("](<", "]\\(<");
    }
    if (message.underscores) {
      String literal = print(first, end, false, resolve).text();
      // Stars bind differently from underscores beside letters; keep what the author wrote then.
      if (!Inlines.render(text, RenderOptions.PLAIN)
          .equals(Inlines.render(literal, RenderOptions.PLAIN))) {
        text = literal;
      }
    }
    return new Normal(text, message.words);
  }

  private static Message print(
      @Nullable Node first, @Nullable Node end, boolean stars, boolean resolve) {
    Message message = new Message(stars, resolve);
    message.nodes(first, end);
    return message;
  }

  private String text() {
    return Normalizer.normalize(out.toString().strip(), Normalizer.Form.NFC);
  }

  private void nodes(@Nullable Node first, @Nullable Node end) {
    if (++depth > Rendering.DEEPEST) {
      for (Node node = first; node != null && node != end; node = node.getNext()) {
        plain(node.getChars());
      }
    } else {
      for (Node node = first; node != null && node != end; node = node.getNext()) {
        node(node);
      }
    }
    depth--;
  }

  private void node(Node node) {
    if (node instanceof Text) {
      plain(node.getChars());
    } else if (node instanceof SoftLineBreak) {
      space();
    } else if (node instanceof HardLineBreak) {
      trimEnd();
      out.append("\\\n");
    } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
      emphasis(node);
    } else if (node instanceof Strikethrough strike) {
      out.append(strike.getOpeningMarker());
      nodes(node.getFirstChild(), null);
      out.append(strike.getClosingMarker());
    } else if (node instanceof Link || node instanceof Image) {
      link((InlineLinkNode) node);
    } else if (node instanceof LinkRef || node instanceof ImageRef) {
      reference((RefNode) node);
    } else {
      leaf(node);
    }
  }

  private void leaf(Node node) {
    if (node instanceof HtmlEntity) {
      String decoded = Escaping.unescapeHtml(node.getChars());
      boolean plain = decoded.codePointAt(0) >= 0xA0;
      out.append(plain ? decoded : node.getChars());
      words |= plain && decoded.codePoints().anyMatch(Character::isLetter);
    } else if (node instanceof Code) {
      out.append(oneLine(node.getChars().toString()));
    } else if (!(node instanceof HtmlInlineComment)) {
      words |= node instanceof Nodes.Role role && Roles.isTranslated(role);
      String raw = node.getChars().toString();
      out.append(oneLine(raw));
    }
  }

  private static String oneLine(String text) {
    boolean broken = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    return broken ? BREAKS.matcher(text).replaceAll(" ") : text;
  }

  private void emphasis(Node node) {
    boolean strong = node instanceof StrongEmphasis;
    CharSequence marker = ((DelimitedNode) node).getOpeningMarker();
    boolean underscore = marker.length() > 0 && marker.charAt(0) == '_';
    underscores |= underscore;
    String sign = underscore && !stars ? "_" : "*";
    String signs = strong ? sign + sign : sign;
    out.append(signs);
    nodes(node.getFirstChild(), null);
    out.append(signs);
  }

  private void link(InlineLinkNode node) {
    links++;
    out.append(node instanceof Image ? "![" : "[");
    nodes(node.getFirstChild(), null);
    out.append("](");
    target(node);
    out.append(')');
  }

  private void reference(RefNode node) {
    Reference reference = InlineWriter.definition(node);
    if (reference != null && !resolve) {
      plain(node.getChars());
      return;
    }
    if (reference != null) {
      links++;
      resolved++;
      out.append(node instanceof ImageRef ? "![" : "[");
      nodes(node.getFirstChild(), null);
      out.append("](");
      target(reference);
      out.append(')');
      return;
    }
    Node first = node.getFirstChild();
    Node last = node.getLastChild();
    if (first == null || last == null) {
      plain(node.getChars());
      return;
    }
    int start = node.getStartOffset();
    plain(node.getChars().baseSubSequence(start, first.getStartOffset()));
    nodes(first, null);
    plain(node.getChars().baseSubSequence(last.getEndOffset(), node.getEndOffset()));
  }

  private void target(LinkNodeBase node) {
    out.append(node.getUrlOpeningMarker()).append(node.getUrl()).append(node.getUrlClosingMarker());
    if (node.getTitle().isNull() || node.getTitleOpeningMarker().isEmpty()) {
      return;
    }
    out.append(' ').append(node.getTitleOpeningMarker());
    out.append(oneLine(node.getTitle().toString()));
    out.append(node.getTitleClosingMarker());
    words |= node.getTitle().toString().codePoints().anyMatch(Character::isLetter);
  }

  private void plain(CharSequence sequence) {
    String text = sequence.toString();
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        out.append(text, done, i);
        space();
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
    words |= !words && hasWords(text);
  }

  private void space() {
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) != ' ' && out.charAt(length - 1) != '\n') {
      out.append(' ');
    }
  }

  private void trimEnd() {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  /**
   * Whether a text says something: letters that are not an address, an emoji's name or a Liquid
   * tag.
   */
  static boolean hasWords(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = -1;
      if (c == 'h' || c == 'w') {
        end = Autolinks.end(text, i);
      } else if (c == ':') {
        int close = Emoji.close(text, i);
        end = close >= 0 && Emoji.named(text.substring(i + 1, close)).isPresent() ? close + 1 : -1;
      } else if (c == '{'
          && i + 1 < text.length()
          && (text.charAt(i + 1) == '{' || text.charAt(i + 1) == '%')) {
        int close = text.indexOf('}', i);
        end = close < 0 ? text.length() : close + 1;
      }
      if (end > 0) {
        i = end;
      } else if (Character.isLetter(text.codePointAt(i))) {
        return Autolinks.mailEnd(text, i) != text.length();
      } else {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return false;
  }

  /** The normal form of text that is not Markdown: a picture's description, an attribute. */
  static String plainText(String text) {
    return Normalizer.normalize(PlainText.collapse(text), Normalizer.Form.NFC);
  }
}
