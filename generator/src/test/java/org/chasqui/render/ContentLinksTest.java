package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authors write as links, and where it leads. */
class ContentLinksTest {
  private static Scene scene;

  @BeforeAll
  static void read() {
    SampleSite sample = SampleSite.full();
    Site site = sample.site();
    scene = new Scene(site, sample.input(), new Diagnostics());
  }

  private static ContentLinks links(String id, String language) {
    Page page = scene.site().page(new PageRef(new PageId(id), Language.of(language))).orElseThrow();
    return new ContentLinks(new PageContext(scene, page.language(), page.path()), page);
  }

  @ParameterizedTest
  @CsvSource({
    // written, on which page, in which language, the URL
    "02-rain.md, lessons/first-steps/intro, en, ../rain/",
    "02-rain.md#reading, lessons/first-steps/intro, en, ../rain/#reading",
    "02-rain, lessons/first-steps/intro, en, ../rain/",
    "./02-rain.md?x=1#y, lessons/first-steps/intro, es, ../rain/?x=1#y",
    "index.md, lessons/first-steps/intro, en, ../",
    "../../site-content/about.md, lessons/first-steps/intro, en, ../../../about/",
    "../rain/, lessons/first-steps/intro, en, ../rain/",
    "data/rain.csv, lessons/first-steps/intro, en, ../data/rain.csv",
    "data/rain.csv, lessons/first-steps/intro, es, ../../../../lessons/first-steps/data/rain.csv",
    "images/rain.svg, lessons/first-steps/intro, es, ../images/rain.svg",
    "intro.ipynb, lessons/first-steps/intro, es, intro.ipynb",
    "three-hubs.md, blog/note-1, en, ../three-hubs/",
    "/about/, blog/note-1, en, ../../about/",
    "/about, blog/note-1, es, ../../about/",
    "/about.md, blog/note-1, es, ../../about/",
    "/en/about/, blog/note-1, es, ../../about/",
    "/es/about/, blog/note-1, es, ../../about/",
    "/es/about/, blog/note-1, en, ../../es/about/",
    "/es/, blog/note-1, en, ../../es/",
    "/, blog/note-1, es, ../../",
    "../, blog/note-1, en, ../../",
    "/blog/_index.md, blog/note-1, en, ../",
    "_index.md, blog/note-1, en, ../",
    "/events/, blog/note-1, es, ../../events/",
    "/tags/cloud/, blog/note-1, es, ../../tags/cloud/",
    "/feed.xml, blog/note-1, es, ../../feed.xml",
    "/posts/three-hubs/, blog/note-1, en, ../three-hubs/",
    "/images/week.svg, blog/note-1, es, ../../../images/week.svg",
    "../images/week.svg, blog/note-1, en, ../../images/week.svg",
    "https://learn.example.org/about/#why, blog/note-1, en, ../../about/#why",
    "http://learn.example.org/about/, blog/note-1, es, ../../about/",
    "https://other.example.org/about/, blog/note-1, en, https://other.example.org/about/",
    "mailto:a@example.org, blog/note-1, en, mailto:a@example.org",
    "//cdn.example.org/x, blog/note-1, en, //cdn.example.org/x",
    "/kpis/2026/, blog/note-1, en, /kpis/2026/",
    "#here, blog/note-1, en, #here",
    "nowhere.md, blog/note-1, en, nowhere.md",
    "../../../../outside.md, blog/note-1, en, ../../../../outside.md",
  })
  void leads(String written, String page, String language, String url) {
    assertEquals(url, links(page, language).resolve(written, false, 0, 0));
  }

  @Test
  void every_internal_link_is_recorded_with_its_place_and_external_ones_are_not() {
    ContentLinks links = links("about", "en");
    String text =
        scene
            .site()
            .page(new PageRef(new PageId("about"), Language.ENGLISH))
            .orElseThrow()
            .body()
            .markdown();
    int start = text.indexOf("../lessons");
    links.resolve("../lessons/first-steps/01-intro.md#cells", false, start, start + 40);
    links.resolve("/kpis/x/", false, 0, 0);
    links.resolve("https://other.example.org/", false, 0, 0);
    links.resolve("gone.md", true, 0, 0);
    assertEquals(2, links.uses().size());
    LinkUse first = links.uses().get(0);
    assertEquals(Optional.of(new SitePath("/lessons/first-steps/intro/")), first.target());
    assertEquals(Optional.of("cells"), first.fragment());
    assertEquals("../lessons/first-steps/01-intro.md#cells", first.span().text());
    assertEquals("site-content/about.md", first.span().file().path());
    LinkUse second = links.uses().get(1);
    assertEquals(Optional.empty(), second.target());
    assertEquals(true, second.image());
  }
}
