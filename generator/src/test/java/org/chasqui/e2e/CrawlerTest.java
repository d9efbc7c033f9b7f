package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crawler that judges the others' links must itself find what is wrong. */
class CrawlerTest {
  private static final String BASE = "https://x.example/a/";

  @TempDir Path temp;

  private Crawler.Report report(String html) {
    Tree.write(temp.resolve("index.html"), html);
    Tree.write(temp.resolve("señal/index.html"), "<p id='aquí'>x</p>");
    return Crawler.crawl(temp, BASE);
  }

  @Test
  void findsDeadLinks() {
    Crawler.Report report =
        report(
            "<a href='señal/'>1</a><a href='se%C3%B1al/#aqu%C3%AD'>2</a><a href='señal/#no'>3</a>"
                + "<a href='señal'>4</a><a href='/other/'>5</a><a href='none/'>6</a><img src=''>");
    assertEquals(
        Set.of(
            BASE + " -> señal/#no",
            BASE + " -> señal",
            BASE + " -> /other/",
            BASE + " -> none/",
            BASE + " -> an empty address"),
        report.dead());
    assertEquals(6, report.followed());
  }

  @Test
  void findsRequestsToOthersButNotLinks() {
    String other = "https://cdn.example/x";
    Crawler.Report report =
        report("<a href='" + other + "'>1</a><script src='" + other + "'></script>");
    assertEquals(Set.of(), report.dead());
    assertEquals(Set.of(BASE + " -> " + other), report.foreign());
  }
}
