package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.RenderOptions;
import org.chasqui.markdown.SiteFiles;
import org.chasqui.site.Event;
import org.chasqui.site.Page;
import org.chasqui.theme.BlockView;
import org.chasqui.theme.CardView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;

/** The {@code sections} in the front matter of a landing page. */
final class Blocks {
  private static final List<String> KINDS =
      List.of("hero", "markdown", "cta", "cards", "people", "events", "posts");
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
      sections.forEach(section -> block(section).ifPresent(blocks::add));
    }
    return blocks;
  }

  /** The internal links in them. */
  List<org.chasqui.site.RenderedSite.LinkUse> uses() {
    return links.uses();
  }

  private Optional<BlockView> block(Object section) {
    if (!(section instanceof Map<?, ?> keys)) {
      return Optional.empty();
    }
    String kind = text(keys, "block", "type", "kind");
    if (!KINDS.contains(kind)) {
      unknown(kind);
      return Optional.empty();
    }
    // Some themes nest what a block says below 'content'.
    return Optional.of(view(kind, keys.get("content") instanceof Map<?, ?> c ? c : keys));
  }

  private void unknown(String kind) {
    context
        .scene()
        .diagnostics()
        .add(
            Diagnostic.warning(
                    "section-unknown",
                    page.header().source().top(),
                    "There is no block '" + kind + "' for sections; it is left out.")
                .help(
                    Suggestion.didYouMean(kind, KINDS)
                        .orElse("The blocks are " + String.join(", ", KINDS) + ".")));
  }

  private BlockView view(String kind, Map<?, ?> keys) {
    String picture = text(keys, "image", "picture");
    return new BlockView(
        kind,
        new Html(Markdown.inline(text(keys, "title"))),
        markdown(text(keys, "text", "subtitle", "body")),
        picture.isEmpty() ? "" : links.resolve(picture, true, 0, 0),
        buttons(keys),
        items(keys),
        cards(kind, keys));
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

  private Html markdown(String text) {
    if (text.isBlank()) {
      return Html.EMPTY;
    }
    RenderOptions options =
        new RenderOptions(
            links,
            List.of(new Shortcodes(context, page, links)),
            List.of(),
            context::word,
            1,
            SiteFiles.NONE,
            Optional.of(context.scene().formulas()));
    return new Html(Markdown.render(text, options).html());
  }

  private List<LinkView> buttons(Map<?, ?> keys) {
    List<LinkView> buttons = new ArrayList<>();
    for (String name : List.of("button", "cta", "link")) {
      if (keys.get(name) instanceof Map<?, ?> button) {
        button(button, buttons);
      }
    }
    if (keys.get("buttons") instanceof List<?> several) {
      several.forEach(
          each -> {
            if (each instanceof Map<?, ?> button) {
              button(button, buttons);
            }
          });
    }
    String url = text(keys, "url");
    if (buttons.isEmpty() && !url.isEmpty()) {
      button(keys, buttons);
    }
    return buttons;
  }

  private void button(Map<?, ?> keys, List<LinkView> buttons) {
    String url = text(keys, "url", "page", "link");
    String label = text(keys, "label", "text", "title", "url");
    if (!url.isEmpty()) {
      String href = links.resolve(url, false, 0, 0);
      buttons.add(new LinkView(href, new Html(Markdown.inline(label)), false, ""));
    }
  }

  private List<BlockView> items(Map<?, ?> keys) {
    List<BlockView> items = new ArrayList<>();
    if (keys.get("items") instanceof List<?> several) {
      several.forEach(
          each -> {
            if (each instanceof Map<?, ?> item) {
              items.add(view("card", item));
            }
          });
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
