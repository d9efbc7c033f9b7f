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
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.markdown.Nodes.InlineAttributes;
import org.chasqui.markdown.Nodes.InlineMath;
import org.chasqui.markdown.Nodes.InlineShortcode;
import org.chasqui.markdown.Nodes.Role;
import org.jspecify.annotations.Nullable;

/** Writes what stands within paragraphs. */
final class InlineWriter {
  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final Rendering rendering;
  private final StringBuilder out;
  private final Map<Node, Node> closers = new IdentityHashMap<>();
  private final Set<Node> paired = Collections.newSetFromMap(new IdentityHashMap<>());
  private final RoleWriter roles;
  private int linkDepth;

  InlineWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
    this.roles = new RoleWriter(rendering);
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
      return shortcode(shortcode);
    }
    if (node instanceof Text) {
      text(node);
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
      address(link.getText().toString(), link.getText().toString(), link.getText());
    } else if (node instanceof MailLink link) {
      address("mailto:" + link.getText(), link.getText().toString(), link.getText());
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

  private void text(Node node) {
    BasedSequence place = node.getChars();
    String chars = place.toString();
    boolean mail = linkDepth == 0 && chars.indexOf('@') >= 0;
    int i = afterBreak(node) ? leadingSpace(chars, 0) : 0;
    while (i < chars.length()) {
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
        int end = linkDepth > 0 ? -1 : addressEnd(chars, i, c, mail);
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

  private boolean explains(String chars, int at) {
    return !rendering.abbreviations.isEmpty() && !rendering.abbreviations.at(chars, at).isEmpty();
  }

  private static boolean afterBreak(Node node) {
    return isBreak(node.getPrevious());
  }

  private static boolean isBreak(@Nullable Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  private static int leadingSpace(CharSequence chars, int from) {
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
    Optional<String> url =
        rendering.link(target, false, place.getStartOffset(), place.getEndOffset());
    out.append("<a");
    url.ifPresent(u -> out.append(" href=\"").append(Html.url(u)).append('"'));
    out.append('>');
    Html.escape(out, shown);
    out.append("</a>");
  }

  private int emoji(CharSequence chars, int colon) {
    int close = Emoji.close(chars, colon);
    Optional<String> emoji =
        close < 0 ? Optional.empty() : Emoji.named(chars.subSequence(colon + 1, close).toString());
    out.append(emoji.orElse(":"));
    return emoji.isPresent() ? close + 1 : colon + 1;
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
          .orElse(target);
    }
    return rendering.options.links().title(target).orElse("");
  }

  private void title(CharSequence title) {
    if (title instanceof BasedSequence based && !based.isNull()) {
      out.append(" title=\"").append(Html.escaped(Escaping.unescapeString(title))).append('"');
    }
  }

  private void address(String target, String shown, BasedSequence place) {
    Optional<String> url =
        rendering.link(target, false, place.getStartOffset(), place.getEndOffset());
    out.append("<a");
    url.ifPresent(u -> out.append(" href=\"").append(Html.url(u)).append('"'));
    out.append('>');
    Html.escape(out, shown);
    out.append("</a>");
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
      text(node);
      return;
    }
    BasedSequence chars = node.getChars();
    int start = chars.getStartOffset();
    int first = node.getFirstChild().getStartOffset() - start;
    int last = node.getLastChild().getEndOffset() - start;
    Html.escape(out, unescape(chars.subSequence(0, first)));
    children(node);
    String rest = unescape(chars.subSequence(last));
    boolean newLine = isBreak(node.getLastChild());
    Html.escape(out, newLine ? rest.substring(leadingSpace(rest, 0)) : rest);
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

  private @Nullable Node shortcode(InlineShortcode node) {
    ShortcodeTag tag = node.tag;
    if (tag.kind() == ShortcodeTag.Kind.ESCAPED) {
      Html.escape(out, tag.text());
      return node.getNext();
    }
    pair(node.getParent());
    Node closer = closers.get(node);
    if (tag.kind() == ShortcodeTag.Kind.CLOSE) {
      rendering.blocks.directives.strayShortcode(tag.name(), node);
      return node.getNext();
    }
    Node first = node.getNext();
    String inside = closer == null ? "" : rendering.capture(() -> from(first, closer));
    String source =
        closer == null
            ? ""
            : rendering.text.substring(node.getEndOffset(), closer.getStartOffset());
    rendering.blocks.directives.shortcode(tag, inside, source, node, true);
    return closer == null ? node.getNext() : closer.getNext();
  }

  // Finds which tags among the children of a node belong together: once for each parent.
  private void pair(@Nullable Node parent) {
    if (parent == null || !paired.add(parent)) {
      return;
    }
    Map<String, Deque<Node>> open = new java.util.HashMap<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof InlineShortcode shortcode) {
        Deque<Node> stack = open.computeIfAbsent(shortcode.tag.name(), name -> new ArrayDeque<>());
        if (shortcode.tag.kind() == ShortcodeTag.Kind.OPEN) {
          stack.push(node);
        } else if (shortcode.tag.kind() == ShortcodeTag.Kind.CLOSE && !stack.isEmpty()) {
          closers.put(stack.pop(), node);
        }
      }
    }
  }
}
