package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.diagnostic.Severity;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.EndLine;
import org.chasqui.markdown.Nodes.Fence;
import org.chasqui.markdown.Nodes.ShortcodeBlock;
import org.jspecify.annotations.Nullable;

/** Writes fenced divs, directives, alerts and shortcodes. */
final class DirectiveWriter {
  /** MyST's figure of a picture that a cell of code made under a name. */
  static final String GLUED = "glue:figure";

  private final Rendering rendering;
  private final StringBuilder out;
  private final Shortcodes shortcodes;
  private final LayoutWriter layout;
  final BoxWriter boxes;
  // What a wrong name may have meant; found when the first one asks.
  private final Set<String> names = new TreeSet<>();

  DirectiveWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
    this.layout = new LayoutWriter(rendering, this);
    this.boxes = new BoxWriter(rendering, this);
    this.shortcodes = new Shortcodes(rendering, this);
  }

  private Set<String> names() {
    if (names.isEmpty()) {
      names.addAll(Shortcodes.NAMES);
      rendering.options.directives().forEach(renderer -> names.addAll(renderer.shortcodes()));
    }
    return names;
  }

  /** The answer of the first renderer that knows a directive. */
  Optional<String> ask(Directive directive) {
    for (DirectiveRenderer renderer : rendering.options.directives()) {
      Optional<String> answer = renderer.render(directive);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  static void unclosed(Rendering rendering, String name, BasedSequence opener) {
    rendering.problem(
        Severity.ERROR,
        "div-unclosed",
        "'" + (name.isEmpty() ? opener.toString().strip() : name) + "' begins here and never ends.",
        opener.getStartOffset(),
        opener.getEndOffset(),
        Optional.of(
            "Close it with a line like the one that opens it, marks only: ':::' or '```'."));
  }

  void div(DirectiveBlock block) {
    rendering.line();
    if (block.closer == null) {
      unclosed(rendering, block.name(), block.opener);
    }
    Node first = block.getFirstChild();
    Heading heading = titleHeading(block);
    String title = heading == null ? "" : rendering.capture(() -> boxes.title(heading));
    Node from = heading == null ? first : heading.getNext();
    boolean layout = LayoutWriter.knows(block.name());
    String inside =
        rendering.capture(
            () -> {
              if (layout) {
                this.layout.write(block, classes(block), id(block));
              } else {
                rendering.blocks.from(from);
              }
            });
    Optional<String> custom =
        rendering.options.directives().isEmpty()
            ? Optional.empty()
            : ask(directive(block, title + inside));
    if (custom.isPresent()) {
      out.append(custom.get());
      rendering.line();
    } else {
      builtIn(block, title, inside);
    }
  }

  // The Workbench's way to title a box: a heading is the first thing in it.
  private static @Nullable Heading titleHeading(DirectiveBlock block) {
    boolean untitled = Callouts.isBox(block.name()) && block.opening.title().isEmpty();
    return untitled && block.getFirstChild() instanceof Heading heading ? heading : null;
  }

  private Directive directive(DirectiveBlock block, String html) {
    int end = block.contentEnd < 0 ? block.getEndOffset() : block.contentEnd;
    String title = block.opening.title();
    return new Directive(
        Directive.Kind.DIV,
        block.name(),
        title.isEmpty() ? List.of() : List.of(title),
        named(block),
        rendering.text.substring(Math.min(block.contentStart, end), end),
        html,
        block.getStartOffset(),
        block.wholeEnd());
  }

  static Map<String, String> named(DirectiveBlock block) {
    Map<String, String> named = new LinkedHashMap<>(block.opening.attributes().plain());
    if (!block.opening.attributes().id().isEmpty()) {
      named.put("id", block.opening.attributes().id());
    }
    if (!block.opening.attributes().classes().isEmpty()) {
      named.put("class", String.join(" ", block.opening.attributes().classes()));
    }
    for (DirectiveSyntax.Option option : block.options) {
      named.put(option.key(), option.value().text());
    }
    return named;
  }

  // Its picture comes of running the code of the book.
  private void notMade(DirectiveBlock block) {
    rendering.problem(
        Severity.WARNING,
        "directive-not-made",
        "Nothing is made of '" + block.name() + "'.",
        block.opener.getStartOffset(),
        endOfName(block),
        Optional.of("Save the picture that the code draws, and name it in a 'figure'."));
  }

  /** Tells of a box that nobody knows. */
  void unknown(String name, int start, int end) {
    rendering.problem(
        Severity.WARNING,
        "directive-unknown",
        "There is no box called '" + name + "'.",
        start,
        end,
        rendering.didYouMean(name, names()));
  }

  private void builtIn(DirectiveBlock block, String title, String html) {
    String name = block.name();
    if (name.equals(GLUED)) {
      notMade(block);
    } else if (!name.isEmpty() && !Callouts.isKnown(name)) {
      unknown(name, block.opener.getStartOffset(), endOfName(block));
    }
    if (Labels.isFigure(name) && block.opening.myst()) {
      shortcodes.figureDirective(block, html);
    } else if (LayoutWriter.knows(name)) {
      out.append(html);
    } else if (Callouts.isBox(name)) {
      boxes.write(block, title, html, classes(block), id(block));
    } else {
      plain(block, html);
    }
  }

  // The title of a page that waits for its translation is a text of its own.
  private static int endOfName(DirectiveBlock block) {
    String opener = block.opener.toString();
    int title =
        block.opening.title().isEmpty() ? opener.length() : opener.indexOf(block.opening.title());
    return block.opener.getStartOffset()
        + opener.substring(0, Math.max(1, title)).stripTrailing().length();
  }

  private void plain(DirectiveBlock block, String html) {
    String group = block.option("sync-group").orElse("");
    rendering.open("div", -1, classes(block), id(block) + Html.attribute("data-group", group));
    out.append('\n');
    // Other boxes are not looked through: what stands deep in boxes would be so for each of them.
    int open = block.name().equals("table") ? html.indexOf("<table") : -1;
    boolean table = open >= 0 && !html.contains("<caption");
    if (block.opening.title().isEmpty()) {
      out.append(html);
    } else if (table) {
      int inTable = html.indexOf('>', open) + 1;
      out.append(html, 0, inTable).append('\n');
      title(block, "caption", "");
      out.append(html.substring(inTable).stripLeading());
    } else {
      title(block, "p", block.name() + "-title");
      out.append(html);
    }
    rendering.line();
    out.append("</div>\n");
  }

  private void title(DirectiveBlock block, String tag, String classes) {
    rendering.open(tag, block.titleStart, classes, "");
    inline(block.opening.title(), block.titleStart);
    out.append("</").append(tag).append(">\n");
  }

  private String classes(DirectiveBlock block) {
    List<String> classes = new ArrayList<>();
    if (!block.name().isEmpty()) {
      classes.add(block.name());
    }
    for (String more : block.opening.attributes().classes()) {
      if (!classes.contains(more)) {
        classes.add(more);
      }
    }
    block.option("class").ifPresent(classes::add);
    return String.join(" ", classes);
  }

  /** The id that an author gave a box, or an empty string. */
  static String givenId(DirectiveBlock block) {
    String id = block.opening.attributes().id();
    return id.isEmpty() ? block.option("name").or(() -> block.option("label")).orElse("") : id;
  }

  private String id(DirectiveBlock block) {
    String given = givenId(block);
    if (!given.isEmpty()) {
      rendering.ids.add(given);
    }
    return Html.attribute("id", given);
  }

  /** Writes a text that was read apart from the document, as inline Markdown. */
  void inline(String text, int start) {
    String html = Inlines.render(text, start, rendering);
    out.append(html);
  }

  void end(EndLine end) {
    if (!end.stray) {
      return;
    }
    if (end.fence == Fence.SHORTCODE) {
      strayShortcode(end.name, end);
    } else {
      rendering.warning(
          "div-stray-close",
          "This line closes a box, but none is open.",
          end,
          Optional.of("Take it out, or see whether a box above was closed too early."));
    }
  }

  void strayShortcode(String name, Node at) {
    rendering.error(
        "shortcode-stray-close",
        "This closes the shortcode '" + name + "', but none is open here.",
        at,
        Optional.of("Open it above, in the same list item or box, or take this out."));
    Html.escape(out, at.getChars());
  }

  void shortcodeBlock(ShortcodeBlock block) {
    rendering.line();
    int from = out.length();
    rendering.blocks.children(block);
    String html = out.substring(from);
    out.setLength(from);
    String source =
        block.closing.map(c -> rendering.text.substring(block.tag.end(), c.start())).orElse("");
    if (block.closing.isPresent() && !block.closed) {
      rendering.error(
          "shortcode-unclosed",
          "The shortcode '" + block.tag.name() + "' is not closed where it was opened.",
          block,
          Optional.of("Close it in the same list item, quote or box in which it begins."));
    }
    shortcode(block.tag, html, source, block, false);
    rendering.line();
  }

  void shortcode(ShortcodeTag tag, String html, String source, Node at, boolean inline) {
    Directive call =
        new Directive(
            Directive.Kind.SHORTCODE,
            tag.name(),
            tag.positional(),
            tag.named(),
            source,
            html,
            tag.start(),
            at instanceof ShortcodeBlock block ? block.wholeEnd() : tag.end());
    Optional<String> custom = ask(call);
    if (custom.isPresent()) {
      out.append(custom.get());
    } else if (!shortcodes.write(call, tag, inline)) {
      rendering.problem(
          Severity.ERROR,
          "shortcode-unknown",
          "There is no shortcode '" + tag.name() + "'.",
          tag.start(),
          tag.end(),
          rendering.didYouMean(tag.name(), names()));
      Html.escape(out, rendering.text.substring(tag.start(), tag.end()));
      out.append(html);
    }
  }

  /** The target of a link in which shortcodes stand. */
  String target(BasedSequence place, String written) {
    StringBuilder target = new StringBuilder();
    int at = 0;
    while (at < written.length()) {
      Optional<ShortcodeTag> tag = ShortcodeTag.parse(written, at);
      if (tag.isEmpty()) {
        target.append(written.charAt(at++));
        continue;
      }
      target.append(target(place, tag.get()));
      at = tag.get().end();
    }
    return target.toString();
  }

  private String target(BasedSequence place, ShortcodeTag tag) {
    boolean reference = tag.name().equals("ref") || tag.name().equals("relref");
    if (reference) {
      return tag.named()
          .getOrDefault("path", tag.positional().isEmpty() ? "" : tag.positional().get(0));
    }
    ShortcodeTag there =
        new ShortcodeTag(
            place.getStartOffset(),
            place.getEndOffset(),
            tag.kind(),
            tag.name(),
            tag.arguments(),
            tag.text());
    return rendering
        .capture(() -> shortcode(there, "", "", rendering.document, true))
        .strip()
        .replace("&amp;", "&");
  }

  void picture(Directive directive) {
    shortcodes.picture(directive);
  }
}
