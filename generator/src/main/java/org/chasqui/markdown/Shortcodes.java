package org.chasqui.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.markdown.Nodes.DirectiveBlock;

/** The shortcodes that every site has. */
final class Shortcodes {
  /** Their names, and those of the boxes, which are shortcodes too. */
  static final Set<String> NAMES = names();

  private final Rendering rendering;
  private final StringBuilder out;
  private final DirectiveWriter directives;

  Shortcodes(Rendering rendering, DirectiveWriter directives) {
    this.rendering = rendering;
    this.out = rendering.out;
    this.directives = directives;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(Callouts.names());
    names.addAll(
        List.of(
            "figure", "youtube", "vimeo", "details", "spoiler", "tab", "tabs", "ref", "relref",
            "mermaid"));
    return java.util.Collections.unmodifiableSet(names);
  }

  /** Writes a call; false if there is no such shortcode. */
  boolean write(Directive call, ShortcodeTag tag, boolean inline) {
    switch (call.name()) {
      case "figure" -> figure(call, Optional.of(tag));
      case "youtube" -> video(call, "https://www.youtube.com/watch?v=", "YouTube");
      case "vimeo" -> video(call, "https://vimeo.com/", "Vimeo");
      case "ref", "relref" -> reference(call, tag);
      case "mermaid" -> {
        rendering.line();
        out.append("<pre class=\"mermaid\" tabindex=\"0\">");
        Html.escape(out, call.source().strip());
        out.append("</pre>\n");
      }
      case "callout", "admonition", "alert", "notice" ->
          box(call, kind(call), titleAfterKind(call));
      default -> {
        return other(call);
      }
    }
    return true;
  }

  private boolean other(Directive call) {
    String name = call.name().toLowerCase(Locale.ROOT);
    if (Callouts.isBox(name)) {
      box(call, name, title(call, 0));
      return true;
    }
    if (!Callouts.isKnown(name)) {
      return false;
    }
    rendering.line();
    out.append("<div").append(Html.attribute("class", name)).append(">\n");
    Optional<String> title =
        title(call, 0).or(() -> Optional.ofNullable(call.named().get("header")));
    title.ifPresent(
        t -> {
          out.append("<p").append(Html.attribute("class", name + "-title")).append('>');
          directives.inline(t, call.start());
          out.append("</p>\n");
        });
    out.append(call.html());
    rendering.line();
    out.append("</div>\n");
    return true;
  }

  private static String kind(Directive call) {
    String first = call.positional().isEmpty() ? "" : call.positional().get(0);
    String kind = call.named().getOrDefault("type", call.named().getOrDefault("kind", first));
    String name = kind.toLowerCase(Locale.ROOT);
    return Callouts.isBox(name) ? name : "callout";
  }

  private static Optional<String> titleAfterKind(Directive call) {
    boolean kindFirst =
        !call.positional().isEmpty()
            && Callouts.isBox(call.positional().get(0).toLowerCase(Locale.ROOT));
    return title(call, kindFirst ? 1 : 0);
  }

  private static Optional<String> title(Directive call, int position) {
    String named = call.named().getOrDefault("title", call.named().getOrDefault("summary", ""));
    if (!named.isEmpty()) {
      return Optional.of(named);
    }
    return call.positional().size() > position
        ? Optional.of(call.positional().get(position))
        : Optional.empty();
  }

  private void box(Directive call, String name, Optional<String> title) {
    directives.boxes.open(name, name, "");
    boolean folded = Callouts.isFolded(name);
    out.append(folded ? "<summary>" : "");
    if (title.isPresent()) {
      out.append(folded ? "<span class=\"callout-title\">" : "<p class=\"callout-title\">");
      directives.inline(title.get(), call.start());
      out.append(folded ? "</span>" : "</p>\n");
    } else {
      directives.boxes.word(name);
    }
    out.append(folded ? "</summary>\n<div class=\"callout-body\">\n" : "");
    out.append(call.html());
    directives.boxes.close(name);
  }

  private void figure(Directive call, Optional<ShortcodeTag> tag) {
    Map<String, String> named = call.named();
    String src =
        named.getOrDefault("src", call.positional().isEmpty() ? "" : call.positional().get(0));
    rendering.line();
    rendering.open("figure", call.start(), named.getOrDefault("class", ""), "");
    out.append('\n');
    int[] place = place(tag, "src", call);
    linked(named, call.start(), call.end(), () -> image(src, named, place[0], place[1]));
    out.append('\n');
    caption(call);
    out.append("</figure>\n");
  }

  // A picture may lead somewhere: Hugo says so with link, MyST with :target:.
  private void linked(Map<String, String> named, int start, int end, Runnable picture) {
    String link = named.getOrDefault("link", named.getOrDefault("target", ""));
    Optional<String> href =
        link.isEmpty() ? Optional.empty() : rendering.link(link, false, start, end);
    href.ifPresent(h -> out.append("<a href=\"").append(Html.url(h)).append("\">"));
    picture.run();
    out.append(href.isPresent() ? "</a>" : "");
  }

  private void caption(Directive call) {
    String title = call.named().getOrDefault("title", "");
    String caption = call.named().getOrDefault("caption", "");
    String credit = call.named().getOrDefault("attr", "");
    if (title.isEmpty() && caption.isEmpty() && credit.isEmpty() && call.html().isBlank()) {
      return;
    }
    out.append("<figcaption>");
    if (!title.isEmpty()) {
      out.append("<strong>");
      directives.inline(title, call.start());
      out.append("</strong>").append(caption.isEmpty() ? "" : " ");
    }
    directives.inline(caption, call.start());
    if (!credit.isEmpty()) {
      out.append(' ');
      directives.inline(credit, call.start());
    }
    out.append(call.html().strip()).append("</figcaption>\n");
  }

  private static int[] place(Optional<ShortcodeTag> tag, String key, Directive call) {
    if (tag.isPresent()) {
      for (ShortcodeTag.Argument argument : tag.get().arguments()) {
        if (argument.key().equals(key) || (argument.key().isEmpty() && key.equals("src"))) {
          return new int[] {argument.start(), argument.end()};
        }
      }
    }
    return new int[] {call.start(), call.end()};
  }

  private void image(String src, Map<String, String> named, int start, int end) {
    String url = rendering.link(src, true, start, end).orElse("");
    String alt = named.getOrDefault("alt", Markdown.plain(named.getOrDefault("caption", "")));
    out.append("<img src=\"").append(Html.url(url)).append('"');
    out.append(" alt=\"").append(Html.escaped(alt)).append("\" loading=\"lazy\"");
    Map<String, Attributes.Value> sizes = new java.util.LinkedHashMap<>();
    for (String key : List.of("width", "height")) {
      if (named.containsKey(key)) {
        sizes.put(key, new Attributes.Value(named.get(key), 0, 0));
      }
    }
    out.append(AttributeWriter.write(new Attributes(0, 0, "", List.of(), sizes))).append(" />");
  }

  /** MyST's {@code image}. */
  void picture(Directive call) {
    String src = call.positional().isEmpty() ? "" : call.positional().get(0);
    out.append("<p>");
    linked(
        call.named(),
        call.start(),
        call.end(),
        () -> image(src, call.named(), call.start(), call.end()));
    out.append("</p>\n");
  }

  /** MyST's {@code figure}: its inside is the caption. */
  void figureDirective(DirectiveBlock block, String html) {
    rendering.line();
    String id = block.option("name").or(() -> block.option("label")).orElse("");
    if (!id.isEmpty()) {
      rendering.ids.add(id);
    }
    rendering.open("figure", -1, block.option("class").orElse(""), Html.attribute("id", id));
    out.append('\n');
    int start = block.titleStart;
    int end = start + block.opening.title().length();
    Map<String, String> named = DirectiveWriter.named(block);
    if (!block.name().equals(DirectiveWriter.GLUED)) {
      linked(named, start, end, () -> image(block.opening.title(), named, start, end));
      out.append('\n');
    }
    if (block.hasChildren()) {
      out.append("<figcaption>\n");
      number(block);
      out.append(html);
      rendering.line();
      out.append("</figcaption>\n");
    }
    out.append("</figure>\n");
  }

  // Readers look for a number only where the text speaks of one.
  private void number(DirectiveBlock block) {
    int number = rendering.namesNumbers() ? rendering.labels().number(block) : 0;
    if (number > 0) {
      out.append("<p class=\"caption-number\">");
      Html.escape(out, rendering.numbered(Labels.Kind.FIGURE, number));
      out.append("</p>\n");
    }
  }

  // A film is a link: nothing is loaded from others unless the reader asks for it.
  private void video(Directive call, String base, String service) {
    String id =
        call.named()
            .getOrDefault("id", call.positional().isEmpty() ? "" : call.positional().get(0));
    String url = id.startsWith("https://") ? id : base + id;
    String title = call.named().getOrDefault("title", "");
    Optional<String> href = rendering.link(url, false, call.start(), call.end());
    rendering.line();
    out.append("<p class=\"video-card\"><a");
    href.ifPresent(h -> out.append(" href=\"").append(Html.url(h)).append('"'));
    out.append('>');
    Html.escape(out, title.isEmpty() ? rendering.word("video.watch") : title);
    out.append("</a> <span class=\"video-service\">").append(service).append("</span></p>\n");
  }

  private void reference(Directive call, ShortcodeTag tag) {
    int[] place = place(Optional.of(tag), "path", call);
    String target =
        call.named()
            .getOrDefault("path", call.positional().isEmpty() ? "" : call.positional().get(0));
    rendering.link(target, false, place[0], place[1]).ifPresent(u -> out.append(Html.url(u)));
  }
}
