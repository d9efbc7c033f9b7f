package org.chasqui.render;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Event;
import org.chasqui.site.Page;

/**
 * What feeds say of a page.
 *
 * @param url its address, absolute; also its id, which stays as long as the address
 * @param link where it leads: to the page, or to the site elsewhere that it tells of
 * @param title its title, plain
 * @param published when it was published
 * @param changed when it was last changed
 * @param authors the names of those who wrote it
 * @param terms its tags
 * @param summary a sentence or two, plain
 * @param content its text as HTML, all addresses in it absolute
 */
record FeedEntry(
    String url,
    String link,
    String title,
    OffsetDateTime published,
    OffsetDateTime changed,
    List<String> authors,
    List<Terms.Term> terms,
    String summary,
    String content) {
  /** The date of what has none. */
  static final OffsetDateTime EPOCH = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final Pattern ADDRESS =
      Pattern.compile("(<[^<>]*?\\s(?:href|src|poster)=\")([^\"]*)(?=\")");

  static FeedEntry of(Scene scene, Page page) {
    PageContext context = new PageContext(scene, page.language(), page.path());
    OffsetDateTime published =
        page.header()
            .date()
            .or(() -> scene.updated(page))
            .orElse(
                page instanceof Event event ? event.details().start().toOffsetDateTime() : EPOCH);
    String html = scene.bodies().of(page).body().html().markup();
    return new FeedEntry(
        context.absolute(page.path()),
        page.header().elsewhere().orElseGet(() -> context.absolute(page.path())),
        PageContext.plain(page.header().title()),
        published,
        scene.updated(page).filter(u -> u.isAfter(published)).orElse(published),
        page.header().authors().stream().map(a -> name(context, a.key())).toList(),
        scene.terms().of(page),
        scene.description(page),
        absolute(html, context.absolute(page.path())));
  }

  boolean isElsewhere() {
    return !link.equals(url);
  }

  private static String name(PageContext context, String key) {
    return context.scene().person(key, context.language()).map(p -> p.person().name()).orElse(key);
  }

  /** HTML with every address in it absolute: feeds are read far from the page. */
  static String absolute(String html, String base) {
    URI page = URI.create(base);
    Matcher matcher = ADDRESS.matcher(html);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String url = resolved(page, matcher.group(2));
      matcher.appendReplacement(out, Matcher.quoteReplacement(matcher.group(1) + url));
    }
    return matcher.appendTail(out).toString();
  }

  private static String resolved(URI page, String written) {
    if (written.isEmpty() || written.startsWith("#")) {
      return page + written;
    }
    try {
      return page.resolve(written.replace("&amp;", "&")).toString().replace("&", "&amp;");
    } catch (IllegalArgumentException e) {
      return written; // not an address; the checks say so
    }
  }
}
