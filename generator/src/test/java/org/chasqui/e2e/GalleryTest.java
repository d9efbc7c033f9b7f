package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual is a site, and its gallery shows what it says: nothing is only claimed. */
class GalleryTest {
  private static final String SITE =
      """
      title: Manual
      base_url: https://manual.example.org/
      languages: [en]
      time_zone: UTC
      page_limit_kb: 40 # the page of diagnostics is one long list, to search in
      """;

  // Text that the element must hold, by its selector; empty where being there is enough.
  private static final Map<String, String> CONSTRUCTS = constructs();

  @TempDir Path site;

  @Test
  void theGalleryHoldsEveryConstructThatItNames() {
    Tree.copy(Chasqui.ROOT.resolve("docs"), site.resolve("site-content"));
    Tree.write(site.resolve("site-content/site.yaml"), SITE);
    Chasqui.Ran ran = Chasqui.run(site, "build").expect(0);
    String said = ran.out() + ran.err();
    assertFalse(said.contains("error[") || said.contains("warning["), said);
    assertTrue(said.startsWith("Built "), said);

    Output output = new Output(site.resolve("public"));
    assertEquals(1, output.page("/examples/job/").select("main .text dl.facts.job").size());
    Document page = output.page("/gallery/");
    Map<String, String> missing = new TreeMap<>(CONSTRUCTS);
    missing.entrySet().removeIf(wanted -> shows(page, wanted.getKey(), wanted.getValue()));
    assertEquals(Map.of(), missing, "constructs that the page does not show");
  }

  private static boolean shows(Document page, String selector, String text) {
    return page.select("main .text " + selector).stream()
        .map(Element::text)
        .anyMatch(found -> found.contains(text));
  }

  private static Map<String, String> constructs() {
    Map<String, String> all = new LinkedHashMap<>();
    markdown(all);
    tablesAndCode(all);
    directives(all);
    references(all);
    broughtAlong(all);
    return all;
  }

  private static void markdown(Map<String, String> all) {
    all.put("del", "struck out");
    all.put("sup.footnote-ref a[href=#fn-1]", "1");
    all.put("section.footnotes li#fn-1", "end of the page");
    all.put("p:contains(an emoji)", "🎉");
    all.put("p.lead", "A paragraph with a class.");
    all.put("a[rel=nofollow]", "An external page");
    all.put("strong.warning", "red");
    all.put("span.small", "a few words");
    all.put("h2#boxes", "Boxes");
    all.put("li.task-list-item > input[type=checkbox][checked]", "");
    all.put("li.task-list-item > input[type=checkbox]:not([checked])", "");
    all.put("dl dt:contains(Pond) + dd", "Still water");
    all.put("abbr[title=comma-separated values]", "CSV");
    all.put("aside.callout.note", "Text.");
    all.put("p > math annotation[encoding=application/x-tex]", "\\bar x");
    all.put("div.math#mean > math[display=block] munderover", "");
    all.put("pre.mermaid", "graph LR");
  }

  private static void tablesAndCode(Map<String, String> all) {
    all.put("#visits ~ div table td.right", "12");
    all.put("table:has(caption:contains(Ponds of the village)) td em", "newts");
    all.put("table:has(caption:matchesOwn(^Rain$)) td", "1,2");
    all.put("table:has(caption:contains(from a file)) th[scope=col]", "Rain, mm");
    all.put("code.language-python mark.line", "print(len(ponds))");
    all.put("code.language-python span.h-s", "\"north\"");
    all.put("figure.listing#which-ponds figcaption", "Which ponds were visited");
    all.put("code.language-sql span.h-k", "SELECT");
    all.put("code:not(:has(mark)):not(.language-markdown)", "print(len(ponds))");
    all.put("p:contains(Ponds were counted) strong", "many hands");
  }

  private static void broughtAlong(Map<String, String> all) {
    all.put("section.callout.challenge details.callout.hint", "Look at the map.");
    all.put("section.callout.challenge details.callout.solution", "Two.");
    for (String box : new String[] {"prereq", "checklist", "discussion", "keypoints", "exercise"}) {
      all.put("section.callout." + box, "");
    }
    for (String box : new String[] {"admonition.warning", "margin", "seealso", "versionadded"}) {
      all.put("aside.callout." + box, "");
    }
    all.put("details.callout.spoiler", "Two ponds.");
    all.put("div.code-output code.language-output", "2");
    all.put("div.code-error code.language-error", "NameError");
    all.put("p:has(sup.role-sup) a[download]", "the data");
    all.put("span.badge.bdg-primary", "new");
    all.put("strong.role-guilabel", "File");
    all.put("p:has(br) kbd", "Ctrl");
    all.put("details:contains(Folded) > summary", "More");
    all.put("img[alt=A pond][style=width:50%]", "");
    all.put("a[href=https://www.youtube.com/watch?v=abc123]", "");
    all.put("a[href=https://vimeo.com/123]", "");
    all.put("a[href=https://x.com/example/status/1]", "@example");
    all.put("a[href=https://gist.github.com/example/1]", "gist");
    all.put("a[href=https://www.instagram.com/p/abc/]", "instagram");
    all.put("a[href=https://video.example.org/pond.mp4]", "A pond in spring");
    all.put("p:contains(A film) + p a[href*=def456]", "");
    all.put("p:has(a[href*=def456]) + p", "may stand in a line");
    all.put("nav.toc a[href=#boxes]", "Boxes");
    all.put("img[alt=A pond as a block][style=width:40%]", "");
    all.put("div.math#spread > math[display=block] munderover", "");
    all.put("div.table#frogs table:has(caption:contains(Frogs by pond)) td.right", "7");
    all.put("span.role-cite", "example2026");
    all.put("td time[datetime=2026-05-02]", "May 2, 2026");
    all.put("td a[href=../examples/rain.csv]", "the data");
    all.put("div.testimonials figcaption", "Eva Muestra, Teacher");
    all.put("div.cohort ol.schedule time[datetime=2026-04-01]", "April 1, 2026");
    all.put("div.cohort h4", "Projects");
    all.put("ul.cards article.job a[href=../examples/job/]", "Pond keeper");
    all.put("ul.cards article.job", "Look after ponds, and tell others how.");
    all.put("div.tab-set.group-tab > section.tab-item[aria-labelledby=mac]", "Open Terminal.");
    all.put("a.button[href]", "Write pages");
    all.put("a[href=../translators/]", "the translators' page");
  }

  private static void directives(Map<String, String> all) {
    all.put("aside.callout > h3.callout-title", "A title");
    all.put("aside.callout.tip > p.callout-title", "A title");
    all.put("aside.callout.testimonial", "Text.");
    all.put("details.dropdown > summary", "may want to skip");
    all.put("div.grid.columns-2 > div.card .card-title a[href]", "For authors");
    all.put("div.card .card-footer", "No Markdown needed.");
    all.put("div.tab-set > section.tab-item[aria-label=Linux]", "Open a terminal.");
    all.put("figure#one-pond img[alt]", "");
    all.put("figure#one-pond figcaption em", "Markdown");
    all.put("figcaption:contains(becomes the caption)", "A title");
    all.put("figcaption:contains(Hugo)", "work as they are");
    all.put("div.gallery:has(figure + figure) figcaption em", "north");
    all.put("div.gallery img[alt=Five green reeds][width=320]", "");
    all.put("figure.quote:has(figcaption:contains(Ada)) blockquote em", "Markdown");
  }

  private static void references(Map<String, String> all) {
    all.put("a.role-numref[href=#visits]", "Table 1");
    all.put("a.role-numref[href=#which-ponds]", "Listing 1");
    all.put("a.role-eq[href=#mean]", "(1)");
    all.put("a.role-ref[href=#boxes]", "Boxes");
    all.put("a[href=../authors/]:contains(for authors)", "for authors");
    all.put("p:contains(See also) a[href=../authors/]", "For authors");
    all.put("sub.role-sub", "2");
    all.put("kbd.role-kbd", "Ctrl");
    all.put("strong.role-guilabel", "OK");
    all.put("abbr[title=HyperText Markup Language]", "HTML");
    all.put("a.role-term[href=#term-frog]", "frog");
    all.put("div.glossary dt#term-frog dfn", "Frog");
  }
}
