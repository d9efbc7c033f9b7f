package org.chasqui.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Language;
import org.chasqui.site.MenuItem;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;

/**
 * The menus that a site has written, worked out once for each language: every page shows all of it.
 * Safe for many threads.
 */
final class Menus {
  private final Map<Language, List<Entry>> made = new ConcurrentHashMap<>();

  /** What an entry is on all pages of a language; only its address is said anew on each. */
  private record Entry(
      String target, Html label, String section, Optional<SitePath> path, String note) {

    LinkView on(PageContext context, String here) {
      boolean current = path.filter(context.path()::equals).isPresent() || section.equals(here);
      return new LinkView(path.map(context::href).orElse(target), label, current, note);
    }
  }

  /**
   * The menu as a page shows it.
   *
   * @param items what the site has written, in the language of the page
   * @param context the page
   * @param section the section that the reader is in
   */
  List<LinkView> on(PageContext context, List<MenuItem> items, String section) {
    // Not computeIfAbsent: what is asked on the way may ask for words that are made likewise.
    List<Entry> entries = made.get(context.language());
    if (entries == null) {
      entries = items.stream().map(item -> entry(item, context)).toList();
      made.put(context.language(), entries);
    }
    return entries.stream().map(entry -> entry.on(context, section)).toList();
  }

  private static Entry entry(MenuItem item, PageContext context) {
    Html label = context.text(item.label());
    if (Urls.isAbsolute(item.target())) {
      return new Entry(item.target(), label, item.target(), Optional.empty(), "");
    }
    Scene scene = context.scene();
    String id = item.target().replaceAll("^/+|/+$", "");
    PageId page = id.isEmpty() ? PageId.HOME : new PageId(id);
    Optional<Page> found = scene.site().page(new PageRef(page, context.language()));
    List<Page> pages = scene.site().pages(context.language());
    // Any page will do to look from: paths of the menu begin at the root.
    Optional<SitePath> path =
        found.map(Page::path).or(() -> scene.links().resolve(pages.get(0), "/" + id));
    if (path.isEmpty()) {
      report(item, scene, pages);
    }
    return new Entry("", label, id, path, found.map(context::note).orElse(""));
  }

  private static void report(MenuItem item, Scene scene, List<Page> pages) {
    List<String> ids = pages.stream().map(p -> p.id().value()).toList();
    scene
        .diagnostics()
        .add(
            Diagnostic.error(
                    "menu-target",
                    item.label().span(),
                    "The menu leads to '" + item.target() + "', but there is no such page.")
                .help(
                    Suggestion.didYouMean(item.target(), ids)
                        .or(() -> Optional.of("Write the id of a page or section, or a URL."))));
  }
}
