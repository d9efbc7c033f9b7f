package org.chasqui.render;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.site.SitePath;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One feed in its three formats: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.
 *
 * @param context where the feed stands
 * @param title its title
 * @param list the address of the pages it tells of
 * @param entries what is in it, newest first
 */
record FeedWriter(PageContext context, String title, SitePath list, List<FeedEntry> entries) {
  private static final JsonMapper JSON_MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  // RFC 1123 as RSS wants it, day in two figures.
  private static final DateTimeFormatter RSS_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ROOT);

  private String description() {
    return PageContext.plain(context.scene().site().config(context.language()).description());
  }

  private String siteTitle() {
    return PageContext.plain(context.scene().site().config(context.language()).title());
  }

  private OffsetDateTime newest() {
    return entries.stream()
        .map(FeedEntry::changed)
        .max(Comparator.comparing(OffsetDateTime::toInstant))
        .orElse(FeedEntry.EPOCH);
  }

  private static String time(OffsetDateTime time) {
    return time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  String atom() {
    String language = context.language().tag();
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language);
    xml.leaf("title", title);
    xml.leaf("subtitle", description());
    xml.leaf("id", context.absolute(list));
    atomLink(xml, "self", "application/atom+xml", context.absolute(context.path()));
    atomLink(xml, "alternate", "text/html", context.absolute(list));
    xml.leaf("updated", time(newest()));
    entries.forEach(entry -> atom(xml, entry));
    xml.close();
    return xml.finish();
  }

  private static void atomLink(Xml xml, String relation, String type, String url) {
    xml.empty("link", "rel", relation, "type", type, "href", url);
  }

  private void atom(Xml xml, FeedEntry entry) {
    xml.open("entry");
    xml.leaf("title", entry.title());
    xml.leaf("id", entry.url());
    atomLink(xml, "alternate", "text/html", entry.link());
    if (entry.isElsewhere()) {
      atomLink(xml, "related", "text/html", entry.url());
    }
    xml.leaf("published", time(entry.published()));
    xml.leaf("updated", time(entry.changed()));
    for (String author : entry.authors().isEmpty() ? List.of(siteTitle()) : entry.authors()) {
      xml.open("author");
      xml.leaf("name", author);
      xml.close();
    }
    entry.terms().forEach(t -> xml.empty("category", "term", t.slug(), "label", t.label()));
    xml.leaf("summary", entry.summary());
    xml.leaf("content", entry.content(), "type", "html");
    xml.close();
  }

  String rss() {
    Xml xml = new Xml();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:content",
        "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.open("channel");
    xml.leaf("title", title);
    xml.leaf("link", context.absolute(list));
    xml.leaf("description", description().isEmpty() ? title : description());
    xml.leaf("language", context.language().tag().toLowerCase(Locale.ROOT));
    xml.leaf("lastBuildDate", newest().format(RSS_DATE));
    String self = context.absolute(context.path());
    xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", self);
    entries.forEach(entry -> rss(xml, entry));
    xml.close();
    xml.close();
    return xml.finish();
  }

  private static void rss(Xml xml, FeedEntry entry) {
    xml.open("item");
    xml.leaf("title", entry.title());
    xml.leaf("link", entry.link());
    xml.leaf("guid", entry.url(), "isPermaLink", "true");
    xml.leaf("pubDate", entry.published().format(RSS_DATE));
    entry.authors().forEach(author -> xml.leaf("dc:creator", author));
    entry.terms().forEach(term -> xml.leaf("category", term.label()));
    xml.leaf("description", entry.summary());
    xml.leaf("content:encoded", entry.content());
    xml.close();
  }

  String json() {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", title);
    feed.put("home_page_url", context.absolute(list));
    feed.put("feed_url", context.absolute(context.path()));
    feed.put("description", description());
    feed.put("language", context.language().tag());
    List<Map<String, Object>> items = new ArrayList<>();
    entries.forEach(entry -> items.add(json(entry)));
    feed.put("items", items);
    return JSON_MAPPER.writeValueAsString(feed).replace("\r\n", "\n") + "\n";
  }

  private Map<String, Object> json(FeedEntry entry) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.url());
    item.put("url", entry.url());
    if (entry.isElsewhere()) {
      item.put("external_url", entry.link());
    }
    item.put("title", entry.title());
    item.put("content_html", entry.content());
    item.put("summary", entry.summary());
    item.put("date_published", time(entry.published()));
    item.put("date_modified", time(entry.changed()));
    if (!entry.authors().isEmpty()) {
      item.put("authors", entry.authors().stream().map(a -> Map.of("name", a)).toList());
    }
    item.put("tags", entry.terms().stream().map(Terms.Term::label).toList());
    item.put("language", context.language().tag());
    return item;
  }
}
