package org.chasqui.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.CodeBlock;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.jspecify.annotations.Nullable;

/** The text of nodes without markup. */
final class PlainText {
  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  /** The text inside a node, white space collapsed. */
  static String of(Node node) {
    PlainText text = new PlainText();
    text.children(node, 0);
    return collapse(text.out);
  }

  static String collapse(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        space = !out.isEmpty();
      } else {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The content of a code span, as CommonMark reads it. */
  static String code(CharSequence raw) {
    String lines = raw.toString();
    boolean several = lines.indexOf('\n') >= 0 || lines.indexOf('\r') >= 0;
    String text = several ? lines.replaceAll("\r\n?|\n", " ") : lines;
    boolean padded =
        text.length() > 1
            && text.charAt(0) == ' '
            && text.charAt(text.length() - 1) == ' '
            && !text.isBlank();
    return padded ? text.substring(1, text.length() - 1) : text;
  }

  private void children(Node parent, int depth) {
    if (depth > Rendering.DEEPEST) {
      return;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      node(node, depth + 1);
    }
  }

  private void node(Node node, int depth) {
    if (node instanceof Text) {
      out.append(Emoji.replace(Escaping.unescapeString(node.getChars())));
    } else if (node instanceof Code code) {
      out.append(code(code.getText()));
    } else if (node instanceof HtmlEntity) {
      out.append(Escaping.unescapeHtml(node.getChars()));
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      out.append(' ');
    } else if (node instanceof AutoLink link) {
      out.append(link.getText());
    } else if (node instanceof MailLink link) {
      out.append(link.getText());
    } else if (node instanceof Nodes.InlineMath math) {
      out.append(math.tex());
    } else if (node instanceof Nodes.Role role) {
      out.append(Roles.text(role));
    } else if (node instanceof Nodes.InlineShortcode shortcode) {
      out.append(shortcode.tag.text());
    } else if (node instanceof BlockQuote quote && Alerts.of(quote).isPresent()) {
      alert(quote, Alerts.of(quote).get(), depth);
    } else if (node instanceof BlockQuote quote && Alerts.misspelt(quote).isPresent()) {
      quoted(quote, Alerts.misspelt(quote).get().rest(), depth);
    } else if ((node instanceof LinkRef || node instanceof ImageRef)
        && !InlineWriter.isDefined(node)) {
      undefined(node, depth);
    } else if (!isSilent(node)) {
      children(node, depth);
      if (node instanceof Block || node instanceof TableCell) {
        out.append(' ');
      }
    }
  }

  // Its mark is no text; a title of its own is.
  private void alert(BlockQuote quote, Alerts.Alert alert, int depth) {
    if (alert.titleEnd() > alert.titleStart()) {
      int from = alert.titleStart() - quote.getStartOffset();
      int to = from + alert.titleEnd() - alert.titleStart();
      out.append(Markdown.plain(quote.getChars().subSequence(from, to).toString())).append(' ');
    }
    quoted(quote, alert.rest(), depth);
  }

  // What follows the first line of a quote.
  private void quoted(BlockQuote quote, @Nullable Node rest, int depth) {
    for (Node node = rest; node != null; node = node.getNext()) {
      node(node, depth + 1);
    }
    out.append(' ');
    Node first = quote.getFirstChild();
    for (Node node = first == null ? null : first.getNext(); node != null; node = node.getNext()) {
      node(node, depth + 1);
    }
  }

  private void undefined(Node node, int depth) {
    boolean attributed = node.getNext() instanceof Nodes.InlineAttributes;
    if (attributed) {
      children(node, depth);
    } else {
      out.append(Escaping.unescapeString(node.getChars()));
    }
  }

  private static boolean isSilent(Node node) {
    return node instanceof HtmlBlockBase
        || node instanceof HtmlInlineBase
        || node instanceof FencedCodeBlock
        || node instanceof IndentedCodeBlock
        || node instanceof CodeBlock
        || node instanceof Footnote
        || node instanceof FootnoteBlock
        || node instanceof TableSeparator
        || node instanceof Reference
        || node instanceof Nodes.MathBlock
        || node instanceof Nodes.LiteralBlock
        || node instanceof Nodes.InlineAttributes;
  }
}
