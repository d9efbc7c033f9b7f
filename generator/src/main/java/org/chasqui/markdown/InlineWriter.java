package org.chasqui.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;
import org.chasqui.markdown.Nodes.InlineAttributes;
import org.chasqui.markdown.Nodes.InlineMath;
import org.chasqui.markdown.Nodes.InlineShortcode;
import org.chasqui.markdown.Nodes.Role;
import org.jspecify.annotations.Nullable;

/** Writes what stands within paragraphs. */
final class InlineWriter {
  private final Rendering rendering;
  private final StringBuilder out;
  private final RoleWriter roles;
  private final TextWriter texts;
  private final InlineShortcodes shortcodes;
  private int linkDepth;

  InlineWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
    this.roles = new RoleWriter(rendering);
    this.texts = new TextWriter(rendering);
    this.shortcodes = new InlineShortcodes(rendering, this);
  }

  /** Writes the children of a node. */
  void children(Node parent) {
    from(parent.getFirstChild(), null);
  }

  /** Writes a node and those after it, up to but without another. */
  void from(@Nullable Node first, @Nullable Node end) {
    if (++rendering.depth > Rendering.DEEPEST) {
      for (Node node = first; node != null && node != end; node = node.getNext()) {
        Html.escape(out, node.getChars());
      }
    } else {
      Node node = first;
      while (node != null && node != end) {
        node = write(node);
      }
    }
    rendering.depth--;
  }

  // Returns the node to go on with.
  private @Nullable Node write(Node node) {
    if (node instanceof InlineShortcode shortcode) {
      return shortcodes.write(shortcode);
    }
    if (node instanceof Text) {
      texts.text(node, linkDepth > 0);
    } else if (node instanceof SoftLineBreak) {
      out.append('\n');
    } else if (node instanceof HardLineBreak) {
      out.append("<br />\n");
    } else if (node instanceof Emphasis) {
      element("em", node);
    } else if (node instanceof StrongEmphasis) {
      element("strong", node);
    } else if (node instanceof Strikethrough) {
      element("del", node);
    } else if (node instanceof Code code) {
      code(code);
    } else {
      linkOrOther(node);
    }
    return node.getNext();
  }

  private void linkOrOther(Node node) {
    if (node instanceof Link link) {
      link(link, link.getUrl(), link.getTitle());
    } else if (node instanceof Image image) {
      image(image, image.getUrl(), image.getTitle());
    } else if (node instanceof LinkRef || node instanceof ImageRef) {
      reference((RefNode) node);
    } else if (node instanceof AutoLink link) {
      texts.address(link.getText().toString(), link.getText().toString(), link.getText());
    } else if (node instanceof MailLink link) {
      texts.address("mailto:" + link.getText(), link.getText().toString(), link.getText());
    } else if (node instanceof Footnote footnote) {
      rendering.footnotes.reference(footnote);
    } else {
      other(node);
    }
  }

  private void other(Node node) {
    if (node instanceof HtmlEntity) {
      Html.escape(out, Escaping.unescapeHtml(node.getChars()));
    } else if (node instanceof HtmlInlineComment) {
      if (!Controls.isControl(node.getChars())) {
        out.append(node.getChars());
      }
    } else if (node instanceof HtmlInline) {
      HtmlText.collectIds(node.getChars(), rendering.ids);
      out.append(rendering.html(node.getChars()));
    } else if (node instanceof InlineMath math) {
      rendering.math.inline(TexSource.of(math.source()), math.display);
    } else if (node instanceof InlineAttributes attributes) {
      attributesAlone(attributes);
    } else if (node instanceof Role role) {
      roles.write(role);
    } else if (node.hasChildren()) {
      children(node);
    } else {
      Html.escape(out, node.getChars());
    }
  }

  private void element(String tag, Node node) {
    out.append('<').append(tag).append(attributesOf(node)).append('>');
    children(node);
    out.append("</").append(tag).append('>');
  }

  private void code(Code node) {
    String code = PlainText.code(node.getText());
    if (node.getAncestorOfType(TableCell.class) != null) {
      code = code.replace("\\|", "|");
    }
    out.append("<code").append(attributesOf(node)).append('>');
    Html.escape(out, ShortcodeTag.unescaped(code));
    out.append("</code>");
  }

  private void link(Node node, CharSequence url, CharSequence title) {
    BasedSequence chars =
        url instanceof BasedSequence based && !based.isNull() ? based : node.getChars();
    String target = target(chars, Escaping.unescapeString(url));
    Optional<String> resolved =
        rendering.link(target, false, chars.getStartOffset(), chars.getEndOffset());
    out.append("<a");
    resolved.ifPresent(u -> out.append(" href=\"").append(Html.url(u)).append('"'));
    title(title);
    out.append(attributesOf(node)).append('>');
    linkDepth++;
    if (node instanceof Link && !node.hasChildren()) {
      Html.escape(out, titleOf(target));
    } else {
      children(node);
    }
    linkDepth--;
    out.append("</a>");
  }

  // What a link means beside an address: a shortcode that tells it, or a label of this page.
  private String target(BasedSequence place, String target) {
    if (target.contains("{{")) {
      return rendering.blocks.directives.target(place, target);
    }
    boolean word = !target.isEmpty() && target.chars().noneMatch(c -> "/.#:?".indexOf(c) >= 0);
    return word
        ? rendering.labels().find(target).map(label -> "#" + label.id()).orElse(target)
        : target;
  }

  // MyST: a link without text says the title of what it leads to.
  private String titleOf(String target) {
    if (target.startsWith("#")) {
      return rendering
          .labels()
          .find(target.substring(1))
          .map(
              label ->
                  label.number() > 0
                      ? rendering.numbered(label.kind(), label.number())
                      : label.title())
          .filter(title -> !title.isEmpty())
          .or(() -> rendering.options.links().title(target))
          .orElse(target);
    }
    return rendering.options.links().title(target).orElse("");
  }

  private void title(CharSequence title) {
    if (title instanceof BasedSequence based && !based.isNull()) {
      out.append(" title=\"").append(Html.escaped(Escaping.unescapeString(title))).append('"');
    }
  }

  /** Writes a picture. */
  void image(Node node, CharSequence url, CharSequence title) {
    BasedSequence chars =
        url instanceof BasedSequence based && !based.isNull() ? based : node.getChars();
    Attributes attributes = attributes(node);
    Optional<String> resolved =
        rendering.link(
            Escaping.unescapeString(url), true, chars.getStartOffset(), chars.getEndOffset());
    String alt = attributes.value("alt").orElseGet(() -> PlainText.of(node));
    out.append("<img src=\"").append(Html.url(resolved.orElse(""))).append('"');
    out.append(" alt=\"").append(Html.escaped(alt)).append('"');
    title(title);
    out.append(" loading=\"lazy\"").append(attributesOf(node)).append(" />");
  }

  private void reference(RefNode node) {
    Reference reference = definition(node);
    if (reference == null) {
      undefined(node);
    } else if (node instanceof ImageRef) {
      image(node, reference.getUrl(), reference.getTitle());
    } else {
      link(node, reference.getUrl(), reference.getTitle());
    }
  }

  // No such reference: brackets are text, or a span if attributes follow.
  private void undefined(RefNode node) {
    if (node.getNext() instanceof InlineAttributes && node instanceof LinkRef) {
      out.append("<span").append(attributesOf(node)).append('>');
      children(node);
      out.append("</span>");
      return;
    }
    if (!node.hasChildren()) {
      texts.text(node, linkDepth > 0);
      return;
    }
    BasedSequence chars = node.getChars();
    int start = chars.getStartOffset();
    int first = node.getFirstChild().getStartOffset() - start;
    int last = node.getLastChild().getEndOffset() - start;
    Html.escape(out, unescape(chars.subSequence(0, first)));
    children(node);
    String rest = unescape(chars.subSequence(last));
    boolean newLine = TextWriter.isBreak(node.getLastChild());
    Html.escape(out, newLine ? rest.substring(TextWriter.leadingSpace(rest, 0)) : rest);
  }

  private static String unescape(CharSequence chars) {
    return Escaping.unescapeString(chars);
  }

  /** Whether a reference link or picture leads somewhere. */
  static boolean isDefined(Node node) {
    return !(node instanceof RefNode ref) || definition(ref) != null;
  }

  static @Nullable Reference definition(RefNode node) {
    Document document = node.getDocument();
    return node.getReferenceNode(document);
  }

  /** The attributes that stand behind a node. */
  static Attributes attributes(Node node) {
    return node.getNext() instanceof InlineAttributes next ? next.attributes : Attributes.NONE;
  }

  private String attributesOf(Node node) {
    Attributes attributes = attributes(node);
    if (!attributes.id().isEmpty()) {
      rendering.ids.add(attributes.id());
    }
    return AttributeWriter.write(attributes);
  }

  private void attributesAlone(InlineAttributes node) {
    Node before = node.getPrevious();
    boolean applied =
        before instanceof Link
            || before instanceof Image
            || before instanceof Code
            || before instanceof LinkRef
            || before instanceof ImageRef
            || before instanceof Emphasis
            || before instanceof StrongEmphasis
            || before instanceof Strikethrough;
    boolean heading =
        node.getParent() instanceof com.vladsch.flexmark.ast.Heading
            && HeadingIds.endsHeading(node);
    if (!applied && !heading) {
      Html.escape(out, node.getChars());
    }
  }
}
