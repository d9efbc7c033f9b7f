package org.chasqui.render;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Post;
import org.chasqui.site.SitePath;

/** The Atom feed of one language (RFC 4287): the latest posts that are really in it. */
final class Feeds {
  private static final int ENTRIES = 20;

  private Feeds() {}

  static OutputFile atom(Scene scene, Language language) {
    SitePath root = scene.config().root(language);
    SitePath self = root.resolve("feed.xml");
    PageContext context = new PageContext(scene, language, self);
    List<Post> posts =
        scene.site().newest(Post.class, language).stream()
            .filter(post -> post.header().coverage().real() && post.header().date().isPresent())
            .limit(ENTRIES)
            .toList();
    var config = scene.site().config(language);
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language.tag());
    xml.leaf("title", PageContext.plain(config.title()));
    xml.leaf("subtitle", PageContext.plain(config.description()));
    xml.leaf("id", context.absolute(root));
    xml.empty(
        "link", "rel", "self", "type", "application/atom+xml", "href", context.absolute(self));
    xml.empty(
        "link",
        "rel",
        "alternate",
        "type",
        "text/html",
        "hreflang",
        language.tag(),
        "href",
        context.absolute(root));
    xml.leaf("updated", time(newest(posts)));
    posts.forEach(post -> entry(xml, post, context));
    xml.close();
    return new OutputFile.Text(self.output(), xml.finish());
  }

  private static void entry(Xml xml, Post post, PageContext context) {
    xml.open("entry");
    xml.leaf("title", PageContext.plain(post.header().title()));
    xml.leaf("id", context.absolute(post.path()));
    xml.empty(
        "link", "rel", "alternate", "type", "text/html", "href", context.absolute(post.path()));
    post.header().date().ifPresent(date -> xml.leaf("published", time(date)));
    xml.leaf("updated", time(changed(post)));
    if (post.header().authors().isEmpty()) {
      author(xml, PageContext.plain(context.scene().site().config(context.language()).title()));
    }
    post.header().authors().forEach(a -> author(xml, label(context, a.key())));
    context
        .scene()
        .terms()
        .of(post)
        .forEach(t -> xml.empty("category", "term", t.slug(), "label", t.label()));
    xml.leaf("summary", Heads.description(post, Markdown.plain(post.body().markdown())));
    xml.close();
  }

  private static String label(PageContext context, String key) {
    return context.scene().person(key, context.language()).map(p -> p.person().name()).orElse(key);
  }

  private static void author(Xml xml, String name) {
    xml.open("author");
    xml.leaf("name", name);
    xml.close();
  }

  private static OffsetDateTime changed(Post post) {
    return post.header().updated().or(() -> post.header().date()).orElse(EPOCH);
  }

  private static final OffsetDateTime EPOCH =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static OffsetDateTime newest(List<Post> posts) {
    return posts.stream()
        .map(Feeds::changed)
        .max(Comparator.comparing(OffsetDateTime::toInstant))
        .orElse(EPOCH);
  }

  private static String time(OffsetDateTime time) {
    return time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
