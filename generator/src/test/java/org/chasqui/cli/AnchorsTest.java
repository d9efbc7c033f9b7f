package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anchors are the same in every language, and every link of every page leads somewhere. */
class AnchorsTest {
  private static final String PAGE =
      "---\ntitle: Guide\n---\n\nSee [money](#money) and [the lesson](first).\n\n## Meetings\n\n"
          + "We meet.\n\n## Money\n\n### Money\n\nNone, see [us](about.md).\n\n## Twice {#own}\n";
  private static final List<String> TEXTS =
      List.of(
          "Guide", "Guía",
          "See [money](#money) and [the lesson](first).",
              "Ve [el dinero](#money) y [la lección](first).",
          "Meetings", "Reuniones",
          "We meet.", "Nos reunimos.",
          "Money", "Dinero",
          "None, see [us](about.md).", "Nada, mira [quiénes somos](about.md).",
          "Twice", "Dos veces");

  @TempDir Path folder;

  @ParameterizedTest(name = "AC4 anchors and links with {0} of 7 texts translated")
  @ValueSource(ints = {0, 3, 7})
  void anchorsAreTheSourcesAndNoLinkIsDead(int translated) throws Exception {
    Session session = Session.withSite(folder);
    session.write("site-content/guide.md", PAGE.replace("(first)", "(/lessons/first/)"));
    StringBuilder po =
        new StringBuilder("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
    for (int i = 0; i < translated; i++) {
      String link = "(/lessons/first/)";
      po.append("\nmsgid \"").append(TEXTS.get(2 * i).replace("(first)", link));
      po.append("\"\nmsgstr \"").append(TEXTS.get(2 * i + 1).replace("(first)", link));
      po.append("\"\n");
    }
    session.write("locales/es/guide.po", po.toString());
    assertEquals(0, session.run("build"), session.err());
    List<String> ids = headings("public/guide/index.html");
    assertEquals(ids, headings("public/es/guide/index.html"));
    assertTrue(ids.containsAll(List.of("meetings", "money", "money-1", "own")), ids.toString());
    Document page = page("public/es/guide/index.html");
    assertTrue(page.select("[hreflang=en]").size() > 0);
    assertEquals(
        translated > 2 ? "Reuniones" : "Meetings", page.select("#meetings").first().ownText());
    everyLinkLeadsSomewhere();
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(folder.resolve(path).toFile(), StandardCharsets.UTF_8.name());
  }

  private List<String> headings(String path) throws IOException {
    return page(path).select("main :is(h2, h3)[id]").eachAttr("id");
  }

  private void everyLinkLeadsSomewhere() throws IOException {
    Path root = folder.resolve("public");
    URI base = URI.create("https://little.example.org/sub/");
    List<Path> pages;
    try (Stream<Path> files = Files.walk(root)) {
      pages = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
    }
    for (Path file : pages) {
      Document page = Jsoup.parse(file.toFile(), StandardCharsets.UTF_8.name());
      URI here = base.resolve(root.relativize(file).toString().replace('\\', '/'));
      for (Element link : page.select("a[href]")) {
        URI target = here.resolve(link.attr("href"));
        if (target.toString().startsWith(base.toString())) {
          leads(root, base.relativize(target), file + " -> " + link.attr("href"));
        }
      }
    }
  }

  private static void leads(Path root, URI target, String what) throws IOException {
    Path file = root.resolve(target.getPath());
    file = Files.isDirectory(file) ? file.resolve("index.html") : file;
    assertTrue(Files.isRegularFile(file), what);
    String fragment = target.getFragment();
    if (fragment != null && !fragment.isEmpty() && file.toString().endsWith(".html")) {
      Document there = Jsoup.parse(file.toFile(), StandardCharsets.UTF_8.name());
      assertTrue(there.getElementById(fragment) != null, what);
    }
  }
}
