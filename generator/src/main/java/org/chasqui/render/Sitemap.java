package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;

/** {@code sitemap.xml}: every page that is really in its language, with its translations. */
final class Sitemap {
  private Sitemap() {}

  static OutputFile of(Scene scene) {
    TreeMap<SitePath, List<Variant>> entries = new TreeMap<>();
    for (Page page : scene.site().pages()) {
      boolean own = page.header().canonical().isEmpty() && !Notes.isForInstructors(page);
      if (own && Frame.real(page)) {
        entries.put(page.path(), variants(scene, page));
      }
    }
    for (Section section : Section.values()) {
      if (scene.has(section)) {
        List<Variant> variants = new ArrayList<>();
        for (Language language : scene.languages()) {
          if (language.isPseudo() || !scene.real(section, language)) {
            continue;
          }
          PageContext context = new PageContext(scene, language, SitePath.ROOT);
          Chrome chrome = new Chrome(context);
          // A list is as much in its language as its introduction, if it has one.
          if (chrome.introduction(section).map(p -> p.header().coverage().real()).orElse(true)) {
            variants.add(new Variant(language, chrome.path(section)));
          }
        }
        variants.forEach(v -> entries.putIfAbsent(v.path, variants));
      }
    }
    return new OutputFile.Text(new SitePath("/sitemap.xml").output(), write(scene, entries));
  }

  private record Variant(Language language, SitePath path) {}

  private static List<Variant> variants(Scene scene, Page page) {
    return scene.site().translationsOf(page.id()).stream()
        .filter(Frame::real)
        .map(p -> new Variant(p.language(), p.path()))
        .toList();
  }

  private static String write(Scene scene, TreeMap<SitePath, List<Variant>> entries) {
    Xml xml = new Xml();
    xml.open(
        "urlset",
        "xmlns",
        "http://www.sitemaps.org/schemas/sitemap/0.9",
        "xmlns:xhtml",
        "http://www.w3.org/1999/xhtml");
    entries.forEach(
        (path, variants) -> {
          xml.open("url");
          xml.leaf("loc", scene.config().absolute(path));
          updated(scene, path).ifPresent(day -> xml.leaf("lastmod", day));
          if (variants.size() > 1) {
            variants.forEach(
                v -> alternate(xml, v.language.tag(), scene.config().absolute(v.path)));
            alternate(xml, "x-default", scene.config().absolute(variants.get(0).path));
          }
          xml.close();
        });
    xml.close();
    return xml.finish();
  }

  private static Optional<String> updated(Scene scene, SitePath path) {
    return scene
        .site()
        .at(path)
        .flatMap(p -> scene.updated(p).or(() -> p.header().date()))
        .map(date -> date.toLocalDate().toString());
  }

  private static void alternate(Xml xml, String language, String url) {
    xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", url);
  }
}
