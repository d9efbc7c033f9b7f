package org.chasqui.check;

import static org.chasqui.check.TestSite.EN;
import static org.chasqui.check.TestSite.ES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Severity;
import org.junit.jupiter.api.Test;

/** One site with one fault at a time. */
class SiteCheckerTest {
  private static TestSite site() {
    return new TestSite()
        .page("about", "See [x](../set-up.md) and\n\n### Deep\n\n![](rain.png)\n")
        .page("set-up", "Text");
  }

  @Test
  void aGoodSiteHasNothingToSay() {
    TestSite site =
        site()
            .asset("site-content/rain.png", "/rain.png")
            .link("about", EN, "../set-up.md", Optional.of("/set-up/"))
            .main(
                "about",
                "<a href='../set-up/'>a</a><a href='https://example.org/sub/es/about/'>b</a>"
                    + "<a href='https://example.org/elsewhere'>not ours</a>"
                    + "<a href='../other/x'>external path</a><a href='mailto:a@b.c'>c</a>"
                    + "<img src='https://example.org/sub/rain.png' alt='Rain'>"
                    + "<img src='https://pictures.example/x.png' alt='Chosen by the author'>"
                    + "<h2>Part</h2><h3>Deep</h3><h2>Next</h2>")
            .change("es/about/index.html", "../set-up/", "../../set-up/")
            .change("es/about/index.html", "../other/x", "/sub/other/x");
    assertEquals(List.of(), site.check());
  }

  @Test
  void aDeadLinkIsToldOnceWithWhatWasMeant() {
    TestSite site =
        site()
            .link("about", ES, "../set-up.md", Optional.empty())
            .link("about", EN, "../set-up.md", Optional.empty());
    Diagnostic dead = only(site);
    assertEquals("link-dead", dead.code());
    assertEquals(Severity.ERROR, dead.severity());
    assertEquals("site-content/about.md:1:9", dead.span().location());
    assertEquals("Did you mean '/set-up/'?", dead.help().orElseThrow());
  }

  @Test
  void aLinkThatOnlyATranslatorBrokeIsToldWhereItIs() {
    TestSite site = site().link("about", ES, "../set-upp.md", Optional.empty());
    assertEquals("Did you mean '/es/set-up/'?", only(site).help().orElseThrow());
  }

  @Test
  void aDeadLinkIsNotToldAgainAsOneOfThePage() {
    TestSite site =
        site()
            .link("about", EN, "../set-up.md", Optional.empty())
            .main("about", "<a href='../set-up.md'>x</a>")
            .change("es/about/index.html", "../set-up.md", "../../about/");
    assertEquals("link-dead", only(site).code());
  }

  @Test
  void aPageOfAllEpisodesDoesNotRepeatTheirDeadFragments() {
    TestSite site =
        site()
            .link("about", EN, "#part", Optional.of("/set-up/"), Optional.of("part"), false)
            .file(
                "all/index.html",
                "<html lang='en'><main><h1>All</h1><a href='#episode-set-up-part'>x</a></main>");
    assertEquals(1, site.check().size(), site.check().toString());
    site.change("all/index.html", "up-part", "up-party");
    assertEquals(2, site.check().size(), site.check().toString());
  }

  @Test
  void aMissingPictureIsAnError() {
    TestSite site =
        site()
            .asset("site-content/img/rein.png", "/img/rein.png")
            .link("about", EN, "rain.png", Optional.empty(), Optional.empty(), true);
    Diagnostic missing = only(site);
    assertEquals("image-missing site-content/about.md:5:5", said(missing));
    assertEquals("Did you mean '/img/rein.png'?", missing.help().orElseThrow());
  }

  @Test
  void aFragmentMustBeInTheTargetsPage() {
    TestSite site = site().main("set-up", "<h2 id='qué-es'>Q</h2>");
    for (String good : List.of("qu%C3%A9-es", "qué-es", "main", "top", "")) {
      site.link("about", EN, "../set-up.md", Optional.of("/set-up/"), Optional.of(good), false);
    }
    assertEquals(List.of(), site.check());
    site.link("about", EN, "../set-up.md", Optional.of("/set-up/"), Optional.of("nope"), false);
    site.link("about", ES, "../set-up.md", Optional.of("/es/set-up/"), Optional.of("nope"), false);
    assertEquals("link-fragment-dead site-content/about.md:1:9", said(only(site)));
  }

  @Test
  void episodesSayWhatTheyAreFor() {
    TestSite bare = new TestSite().episode("lessons/git/intro", "Text", List.of());
    assertEquals(
        List.of(
            "episode-without-keypoints lessons/git/intro.md:1:1",
            "episode-without-objectives lessons/git/intro.md:1:1",
            "episode-without-questions lessons/git/intro.md:1:1"),
        bare.check());
    assertEquals(
        List.of(), new TestSite().episode("lessons/git/intro", "Text", List.of("Why?")).check());
    String boxes =
        ":::: questions\n\n- Why?\n\n::::\n\n::: {.objectives}\n- x\n:::\n\n:::keypoints\ny\n:::";
    assertEquals(List.of(), new TestSite().episode("lessons/git/intro", boxes, List.of()).check());
    String empty = boxes.replace("- Why?", "");
    assertEquals(
        List.of("episode-without-questions lessons/git/intro.md:1:1"),
        new TestSite().episode("lessons/git/intro", empty, List.of()).check());
  }

  @Test
  void onePageHasOneMainHeading() {
    assertEquals(
        "page-heading-one site-content/about.md:1:1",
        said(only(site().main("about", "<h1>Another</h1>"))));
  }

  @Test
  void headingsSkipNoLevel() {
    TestSite site = site().main("about", "<h2 id='a'>A</h2><h4 id='deep'>Deep</h4>");
    Diagnostic skipped = only(site);
    assertEquals("heading-order site-content/about.md:3:1", said(skipped));
    assertTrue(skipped.message().contains("level 4 below one of level 2"), skipped.message());
  }

  @Test
  void idsAreUnique() {
    assertEquals(
        "id-duplicate site-content/about.md:1:1",
        said(only(site().main("about", "<p id='x'></p><p id='x'></p><p id='x'></p>"))));
  }

  @Test
  void aPageSaysItsLanguage() {
    Diagnostic wrong = only(site().change("es/about/index.html", "lang=\"es\"", "lang=\"en\""));
    assertEquals("page-language es/about/index.html:1:16", said(wrong));
    assertTrue(wrong.message().contains("in en, but it is in es"), wrong.message());
    TestSite none = site();
    for (String path : List.of("about", "set-up", "es/about", "es/set-up")) {
      none.change(path + "/index.html", "lang=", "data-x=");
    }
    assertTrue(only(none).message().contains("3 more places"), only(none).message());
  }

  @Test
  void picturesNeedADescription() {
    TestSite site =
        site()
            .asset("site-content/rain.png", "/rain.png")
            .link("about", EN, "rain.png", Optional.of("/rain.png"), Optional.empty(), true)
            .main("about", "<img src='/sub/rain.png' alt=''><img src='/sub/rain.png' alt=''>");
    assertEquals("image-alt site-content/about.md:5:5", said(only(site)));
    TestSite ornament =
        site()
            .asset("themes/x/wave.svg", "/wave.svg")
            .main("about", "<img src='/sub/wave.svg' alt=''>");
    assertEquals(List.of(), ornament.check());
    ornament.main("about", "<img src='/sub/wave.svg'>");
    assertEquals("image-alt site-content/about.md:1:1", said(only(ornament)));
  }

  @Test
  void nothingIsLoadedFromOtherSites() {
    TestSite site = site();
    for (String path : List.of("about", "es/about", "set-up")) {
      site.change(
          path + "/index.html",
          "</head>",
          "<link rel='preload stylesheet' href='//fonts.example/a.css'>"
              + "<link rel='me' href='https://social.example/@x'></head>");
    }
    Diagnostic once = only(site);
    assertEquals("third-party about/index.html:1:91", said(once));
    assertEquals(Severity.WARNING, once.severity());
    assertTrue(once.message().contains("2 more places"), once.message());
    TestSite styled = site().file("style.css", "a{}\n@import 'https://css.example/x.css';");
    assertEquals("third-party style.css:2:10", said(only(styled)));
    TestSite own = site().file("style.css", "a{background:url(//example.org/sub/x.png)}");
    assertEquals(List.of(), own.check());
  }

  @Test
  void everyAddressThatAThemeWritesMustExist() {
    TestSite site = site();
    for (String path : List.of("about", "set-up")) {
      site.change(path + "/index.html", "</body>", "<a href='../bloog/'>blog</a></body>");
    }
    Diagnostic once = only(site);
    assertEquals("output-link-dead", once.code());
    assertEquals(Severity.ERROR, once.severity());
    assertTrue(once.message().contains("/bloog/"), once.message());
    assertTrue(once.message().contains("in 1 more place."), once.message());
    for (String bad :
        List.of(
            "<script src='/sub/x.js'></script>",
            "<img src='/sub/about/' srcset='/sub/about/ 1x, /sub/gone.png 2x' alt='x'>",
            "<video poster='https://example.org/sub/gone.png'></video>",
            "<a href='#nowhere'>x</a>")) {
      assertEquals(
          "output-link-dead", only(site().change("about/index.html", "</body>", bad)).code());
    }
    TestSite redirect =
        site().file("old/index.html", "<meta http-equiv=refresh content='0; url=../gone/'>");
    assertEquals("output-link-dead old/index.html:1:42", said(only(redirect)));
  }

  @Test
  void sitemapAndCanonicalAddressesMakeSense() {
    TestSite site =
        site()
            .file(
                "sitemap.xml",
                "<loc>https://example.org/sub/about/</loc>\n<loc>https://example.org/sub/gone/</loc>");
    assertEquals("output-link-dead sitemap.xml:2:6", said(only(site)));
    TestSite hidden =
        site()
            .file("sitemap.xml", "<loc>https://example.org/sub/about/</loc>")
            .change("about/index.html", "<head>", "<head><meta name='robots' content='noindex'>");
    assertEquals("sitemap-page sitemap.xml:1:6", said(only(hidden)));
    TestSite relative =
        site().change("about/index.html", "<head>", "<head><link rel='canonical' href='./'>");
    assertEquals("page-canonical", only(relative).code());
  }

  @Test
  void twoFilesForOnePlaceAreTold() {
    TestSite site = site().asset("site-content/static/About/index.html", "/About/index.html");
    Diagnostic clash = only(site);
    assertEquals("output-collision site-content/about.md:1:1", said(clash));
    assertTrue(clash.help().orElseThrow().contains("static/About"), clash.help().orElseThrow());
  }

  @Test
  void saysTheSameEveryTime() {
    TestSite site = site();
    for (int i = 0; i < 60; i++) {
      site.page("p" + i, "Text").main("p" + i, "<h4>Deep</h4><a href='../gone" + i % 3 + "'>x</a>");
    }
    List<Diagnostic> first = site.diagnostics();
    assertTrue(first.size() > 60);
    for (int i = 0; i < 5; i++) {
      assertEquals(first, site.diagnostics());
    }
  }

  private static Diagnostic only(TestSite site) {
    List<Diagnostic> all = site.diagnostics();
    assertEquals(1, all.size(), all::toString);
    assertTrue(all.get(0).help().isPresent(), "no help");
    return all.get(0);
  }

  private static String said(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.span().location();
  }
}
