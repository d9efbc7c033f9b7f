package org.chasqui.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as a chapter of a book.
 *
 * @param name its file
 * @param title its title, plain
 * @param xhtml it
 * @param sections its headings of the second level
 * @param properties what a reading device must be able to show: {@code mathml}, {@code svg}
 * @param picturesDescribed whether every picture in it has a description
 */
record Chapter(
    String name,
    String title,
    String xhtml,
    List<Section> sections,
    String properties,
    boolean picturesDescribed) {
  /**
   * A part of a chapter.
   *
   * @param id its anchor
   * @param title its title, plain
   */
  record Section(String id, String title) {}

  // What is of no use in a book, or not allowed in one.
  private static final String REMOVED =
      "nav, script, style, template, noscript, button, form, select, textarea, iframe, object, embed,"
          + " audio, video, canvas, link, meta, .actions, .beside, .trail, .heading-anchor, .offline,"
          + " svg.icon, [hidden]";

  private static final Set<String> UNKNOWN =
      Set.of("font", "center", "big", "strike", "tt", "acronym", "marquee", "blink", "nobr");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "id",
          "class",
          "lang",
          "dir",
          "title",
          "href",
          "src",
          "alt",
          "colspan",
          "rowspan",
          "scope",
          "headers",
          "open",
          "start",
          "reversed",
          "value",
          "datetime",
          "cite",
          "role");

  static Chapter of(
      Page page,
      String html,
      Map<SitePath, String> names,
      Map<SitePath, String> pictures,
      FinishedFiles files) {
    Document document = Jsoup.parse(mainOf(html));
    Element found = document.selectFirst("main");
    Element main = found == null ? document.body() : found;
    main.select(REMOVED).remove();
    main.select("input[type=checkbox]")
        .forEach(
            box ->
                box.replaceWith(new org.jsoup.nodes.TextNode(box.hasAttr("checked") ? "☑" : "☐")));
    main.select("input").remove();
    Converter converter = new Converter(page.path(), names, pictures, files);
    List.copyOf(main.getAllElements()).forEach(converter::convert);
    dropDangling(main);
    boolean described =
        main.select("img").stream().noneMatch(picture -> picture.attr("alt").isBlank());
    List<Section> sections = new ArrayList<>();
    for (Element heading : main.select("h2[id]")) {
      sections.add(new Section(heading.id(), heading.text()));
    }
    Element top = main.selectFirst("h1");
    String title = top == null ? Xhtml.plain(page.header().title().value()) : top.text();
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml)
        .prettyPrint(false);
    String body = Xhtml.allowed(main.html());
    return new Chapter(
        names.getOrDefault(page.path(), "chapter.xhtml"),
        title,
        Xhtml.page(
            page.language(),
            title,
            "<section epub:type=\"chapter\" role=\"doc-chapter\">\n" + body + "\n</section>"),
        sections,
        properties(main),
        described);
  }

  // What stands around it is as long as many a chapter, and no part of it.
  private static String mainOf(String html) {
    int start = html.indexOf("<main");
    int end = html.lastIndexOf("</main>");
    return start < 0 || end < start ? html : html.substring(start, end) + "</main>";
  }

  private static String properties(Element main) {
    List<String> properties = new ArrayList<>();
    if (!main.select("math").isEmpty()) {
      properties.add("mathml");
    }
    if (!main.select("svg").isEmpty()) {
      properties.add("svg");
    }
    return String.join(" ", properties);
  }

  // What named an element that is gone.
  private static void dropDangling(Element main) {
    Set<String> ids = new HashSet<>();
    main.select("[id]").forEach(element -> ids.add(element.id()));
    for (Element element : main.select("[aria-labelledby], [aria-describedby], [headers]")) {
      for (String attribute : List.of("aria-labelledby", "aria-describedby", "headers")) {
        boolean gone =
            element.hasAttr(attribute)
                && List.of(element.attr(attribute).split("\\s+")).stream()
                    .anyMatch(id -> !ids.contains(id));
        if (gone) {
          element.removeAttr(attribute);
        }
      }
    }
  }

  private record Converter(
      SitePath page,
      Map<SitePath, String> names,
      Map<SitePath, String> pictures,
      FinishedFiles files) {
    void convert(Element element) {
      String name = element.normalName();
      if (element.closest("svg, math") != null) {
        foreign(element);
        return;
      }
      boolean strange = !element.tag().isKnownTag() || UNKNOWN.contains(name);
      if (strange && element.parent() != null) {
        element.unwrap();
        return;
      }
      for (Attribute attribute : element.attributes().asList()) {
        String key = attribute.getKey();
        boolean size = name.equals("img") && (key.equals("width") || key.equals("height"));
        boolean kept = ATTRIBUTES.contains(key) || key.startsWith("aria-") || size;
        boolean start = key.equals("value") && !name.equals("li");
        if (!kept || start) {
          element.removeAttr(key);
        }
      }
      if (name.equals("pre") || name.equals("code")) {
        element.attr("dir", "ltr");
      }
      if (element.hasAttr("lang")) {
        element.attr("xml:lang", element.attr("lang"));
      }
      if (name.equals("img")) {
        picture(element);
      } else if (element.hasAttr("href")) {
        link(element);
      }
    }

    // Formulas and drawings say which language of XML they are.
    private static void foreign(Element element) {
      if (element.normalName().equals("math")) {
        element.attr("xmlns", "http://www.w3.org/1998/Math/MathML");
      } else if (element.normalName().equals("svg")) {
        element.attr("xmlns", "http://www.w3.org/2000/svg");
      }
    }

    private void link(Element element) {
      String url = element.attr("href").strip();
      if (url.startsWith("#") || Links.isForeign(url)) {
        return;
      }
      SitePath target = Links.target(url, page, files.config().baseUrl().getRawPath());
      String tail = Links.tail(url);
      String chapter = names.get(target);
      element.attr(
          "href", chapter == null ? files.config().absolute(target) + tail : chapter + tail);
    }

    // A book holds its pictures; what it cannot hold is a link to where it is.
    private void picture(Element element) {
      String url = element.attr("src").strip();
      SitePath target =
          Links.isForeign(url)
              ? SitePath.ROOT
              : Links.target(url, page, files.config().baseUrl().getRawPath());
      Optional<OutputFile> file = files.at(target);
      boolean held = file.isPresent() && Xhtml.pictureType(target.value()).isPresent();
      if (!held) {
        Element link =
            new Element("a").text(element.attr("alt").isBlank() ? url : element.attr("alt"));
        link.attr("href", Links.isForeign(url) ? url : files.config().absolute(target));
        element.replaceWith(link);
        return;
      }
      String name =
          pictures.computeIfAbsent(
              target,
              path ->
                  "p"
                      + (pictures.size() + 1)
                      + "-"
                      + path.output().fileName().replaceAll("[^A-Za-z0-9._-]+", "-"));
      element.attr("src", name);
    }
  }
}
