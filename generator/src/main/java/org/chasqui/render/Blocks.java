package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Body;
import org.chasqui.site.Event;
import org.chasqui.site.Page;
import org.chasqui.site.Text;
import org.chasqui.theme.BlockView;
import org.chasqui.theme.CardView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;

/** The {@code sections} in the front matter of a landing page. */
final class Blocks {
  private static final List<String> KINDS =
      List.of("hero", "markdown", "cta", "cards", "people", "events", "posts");
  // What Hugo's themes call them.
  private static final Map<String, String> OTHERS =
      Map.of(
          "features", "cards",
          "stats", "cards",
          "faq", "cards",
          "testimonials", "cards",
          "cta-card", "cta",
          "cta-button-list", "cta",
          "team-showcase", "people",
          "collection", "posts");
  private static final List<String> ITEMS = List.of("items", "testimonials", "logos");
  private static final int FEW = 3;

  private final PageContext context;
  private final Page page;
  private final ContentLinks links;

  Blocks(PageContext context, Page page, ContentLinks links) {
    this.context = context;
    this.page = page;
    this.links = links.at(page.header().title().span());
  }

  /** The blocks of the page, in the order of its front matter. */
  List<BlockView> all() {
    List<BlockView> blocks = new ArrayList<>();
    if (page.header().params().get("sections") instanceof List<?> sections) {
      for (int i = 0; i < sections.size(); i++) {
        block(sections.get(i), "sections[" + i + "]").ifPresent(blocks::add);
      }
    }
    return blocks;
  }

  /** The internal links in them. */
  List<org.chasqui.site.RenderedSite.LinkUse> uses() {
    return links.uses();
  }

  private Optional<BlockView> block(Object section, String place) {
    if (!(section instanceof Map<?, ?> keys)) {
      return Optional.empty();
    }
    String kind = text(keys, "block", "type", "kind");
    String ours = OTHERS.getOrDefault(kind, kind);
    if (!KINDS.contains(ours)) {
      unknown(kind);
      ours = "markdown";
    }
    String id = text(keys, "id").replaceAll("\\s+", "-");
    // Some themes nest what a block says below 'content'.
    return Optional.of(
        keys.get("content") instanceof Map<?, ?> nested
            ? view(id, ours, nested, place + ".content")
            : view(id, ours, keys, place));
  }

  private void unknown(String kind) {
    context
        .scene()
        .diagnostics()
        .add(
            Diagnostic.warning(
                    "section-unknown",
                    page.header().source().top(),
                    "There is no block '" + kind + "' for sections; it is shown as plain text.")
                .help(
                    Suggestion.didYouMean(kind, KINDS)
                        .orElse("The blocks are " + String.join(", ", KINDS) + ".")));
  }

  private BlockView view(String id, String kind, Map<?, ?> keys, String place) {
    String picture = text(keys, "image", "picture");
    return new BlockView(
        id,
        kind,
        line(keys, place, "title", "name", "statistic", "question"),
        markdown(keys, place),
        picture.isEmpty() ? "" : links.resolve(found(picture), true, 0, 0),
        said(keys, place, "alt", "image_alt").map(PageContext::plain).orElse(""),
        line(keys, place, "caption"),
        buttons(keys, place),
        items(keys, place),
        cards(kind, keys));
  }

  // Hugo's themes keep the pictures of blocks in a folder of their own.
  private String found(String picture) {
    return Stream.of(picture, "/media/" + picture, "/images/" + picture)
        .filter(path -> links.find(path).isPresent())
        .findFirst()
        .orElse(picture);
  }

  private static String text(Map<?, ?> keys, String... names) {
    for (String name : names) {
      Object value = keys.get(name);
      if (value instanceof String || value instanceof Number) {
        return value.toString();
      }
    }
    return "";
  }

  // The first of these keys that says something, in the language of the page if it is translated.
  private Optional<Text> said(Map<?, ?> keys, String place, String... names) {
    for (String name : names) {
      if (!text(keys, name).isEmpty()) {
        Optional<Text> line =
            Optional.ofNullable(page.header().sections().lines().get(place + "." + name));
        return line.or(() -> Optional.of(unsaid(text(keys, name))));
      }
    }
    return Optional.empty();
  }

  // A number or a URL: the same in all languages.
  private Text unsaid(String value) {
    return new Text(value, page.language(), page.header().title().span());
  }

  private Html line(Map<?, ?> keys, String place, String... names) {
    return context.text(said(keys, place, names));
  }

  private Html markdown(Map<?, ?> keys, String place) {
    for (String name : List.of("text", "subtitle", "body", "description", "answer")) {
      if (!text(keys, name).isEmpty()) {
        Body body = page.header().sections().texts().get(place + "." + name);
        return body == null
            ? line(keys, place, name)
            : new BodyRenderer(context, page, links).block(body);
      }
    }
    return Html.EMPTY;
  }

  private List<LinkView> buttons(Map<?, ?> keys, String place) {
    List<LinkView> buttons = new ArrayList<>();
    for (String name : List.of("button", "cta", "link")) {
      if (keys.get(name) instanceof Map<?, ?> button) {
        button(button, place + "." + name, buttons);
      }
    }
    if (keys.get("buttons") instanceof List<?> several) {
      for (int i = 0; i < several.size(); i++) {
        if (several.get(i) instanceof Map<?, ?> button) {
          button(button, place + ".buttons[" + i + "]", buttons);
        }
      }
    }
    String url = text(keys, "url");
    if (buttons.isEmpty() && !url.isEmpty()) {
      button(keys, place, buttons);
    }
    return buttons;
  }

  private void button(Map<?, ?> keys, String place, List<LinkView> buttons) {
    String url = text(keys, "url", "page", "link");
    // A card or block that leads somewhere has a text of its own; its title names the link.
    boolean own = page.header().sections().texts().containsKey(place + ".text");
    Html label =
        own
            ? line(keys, place, "label", "title", "url")
            : line(keys, place, "label", "text", "title", "url");
    if (!url.isEmpty()) {
      String href = links.resolve(url, false, 0, 0);
      buttons.add(new LinkView(href, label, false, ""));
    }
  }

  private List<BlockView> items(Map<?, ?> keys, String place) {
    List<BlockView> items = new ArrayList<>();
    for (String name : ITEMS) {
      if (keys.get(name) instanceof List<?> several) {
        for (int i = 0; i < several.size(); i++) {
          if (several.get(i) instanceof Map<?, ?> item) {
            items.add(view(text(item, "id"), "card", item, place + "." + name + "[" + i + "]"));
          }
        }
      }
    }
    return items;
  }

  private List<CardView> cards(String kind, Map<?, ?> keys) {
    Scene scene = context.scene();
    List<? extends Page> pages =
        switch (kind) {
          case "people" -> scene.entries(Section.PEOPLE, page.language());
          case "posts" -> scene.posts(page.language());
          case "events" ->
              scene.entries(Section.EVENTS, page.language()).stream()
                  .filter(e -> !scene.isPast((Event) e))
                  .toList();
          default -> List.of();
        };
    int most = keys.get("count") instanceof Long count ? count.intValue() : defaultCount(kind);
    return Cards.of(pages.stream().limit(Math.max(0, most)).toList(), context);
  }

  private static int defaultCount(String kind) {
    return kind.equals("people") ? Integer.MAX_VALUE : FEW;
  }
}
