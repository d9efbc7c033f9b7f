package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A built site's folder, read as a browser reads it. */
record Output(Path folder) {

  /** The page at an address that ends with a slash, or is a file. */
  Document page(String address) {
    String path = address.replaceFirst("^/", "");
    Path file = folder.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
    assertTrue(Files.isRegularFile(file), () -> "no page " + address + "; there is\n" + list());
    return Jsoup.parse(Tree.text(file));
  }

  boolean has(String path) {
    return Files.isRegularFile(folder.resolve(path.replaceFirst("^/", "")));
  }

  String text(String path) {
    return Tree.text(folder.resolve(path.replaceFirst("^/", "")));
  }

  private String list() {
    return String.join("\n", Tree.files(folder).stream().map(f -> Tree.name(folder, f)).toList());
  }

  /** The languages that a page offers to search engines, with where they are, sorted. */
  static List<String> alternates(Document page) {
    return page.select("head link[hreflang]").stream()
        .map(link -> link.attr("hreflang") + " " + link.attr("href"))
        .sorted()
        .toList();
  }

  /** The language in which an element is said to be. */
  static String languageOf(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e.hasAttr("lang")) {
        return e.attr("lang");
      }
    }
    return "";
  }

  /**
   * Everything of a site that search engines, feed readers and servers see, a line or two for each
   * page: what a change of the program must not change unnoticed.
   */
  String facts() {
    StringBuilder facts = new StringBuilder();
    for (Path file : Tree.files(folder)) {
      String name = Tree.name(folder, file);
      facts.append(name.replaceFirst("\\.[0-9a-f]{8}\\.", ".HASH.")).append('\n');
      if (name.endsWith(".html")) {
        facts(Jsoup.parse(Tree.text(file)), facts);
      }
    }
    if (has("_redirects")) {
      facts.append("-- _redirects\n").append(text("_redirects"));
    }
    return facts.toString();
  }

  private static void facts(Document page, StringBuilder facts) {
    facts.append("    ").append(page.select("html").attr("lang")).append("  ");
    facts.append(page.title()).append('\n');
    line(facts, "canonical", page.select("link[rel=canonical]").attr("href"));
    line(facts, "robots", page.select("meta[name=robots]").attr("content"));
    line(facts, "refresh", page.select("meta[http-equiv=refresh]").attr("content"));
    alternates(page).forEach(link -> line(facts, "alternate", link));
    page.select("main .h-c[lang]")
        .forEach(c -> line(facts, "comment", c.attr("lang") + " " + c.text()));
    line(facts, "notice", page.select("aside.notice").attr("class").replace("notice ", ""));
  }

  private static void line(StringBuilder facts, String label, String value) {
    if (!value.isEmpty()) {
      facts.append("    ").append(label).append(": ").append(value).append('\n');
    }
  }
}
