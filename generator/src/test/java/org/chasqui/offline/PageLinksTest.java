package org.chasqui.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinksTest {
  private static final PageLinks.Change MOVED =
      (element, attribute, url) ->
          url.isEmpty() || url.startsWith("#")
              ? Optional.empty()
              : Optional.of(element + "/" + attribute + "?a&b=\"" + url);

  @Test
  void allButTheLinksStaysByteForByte() {
    assertEquals(
        "<!doctype html><P title='a href=\"x\"' >1 < 2<a class=x href=\"a/href?a&amp;b=&quot;y&amp;z\">y</a>"
            + "<!-- <a href=n> --><script>'<a href=n>'</script><br/></P>",
        PageLinks.changed(
            "<!doctype html><P title='a href=\"x\"' >1 < 2<a class=x href=y&amp;z>y</a>"
                + "<!-- <a href=n> --><script>'<a href=n>'</script><br/></P>",
            MOVED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=x>1</a><a href='y'>2</a><a href = \"z&amp;w\">3</a><a href>4</a><a href=#k>5</a>",
        "<img src=a.png srcset='a.png 1x, b.png 2x' sizes=\"50vw\" alt='<b href=\"n\">'>",
        "<link rel=alternate hreflang=es href=es/><link rel=\"stylesheet\" href=\"s.css\"/>",
        "<video poster=p.jpg src='v.mp4' controls></video><p data-href=x>text</p>",
        "<script src=s.js>if (a < b) '<a href=x>'</script><style>a[href=x]{}</style><p title=a>b</p>",
        "<p>1 < 2 <3 </p><!-- <a href=x> --><a\nhref=\n'x'\n>y</a>",
        "<section class=\"part offline\"><a href=x>gone</a></section><a href=y>stays</a>",
        "<textarea><a href=x></textarea><title><a href=y></title><A HREF=X>z</A>",
        "<a href=\"x",
        "<a href",
        "<"
      })
  void sayTheSameAsATreeOfThePage(String body) {
    String page = "<!DOCTYPE html><html><head></head><body><main>" + body + "</main></body></html>";
    assertEquals(tree(PageLinks.parsed(page, MOVED)), tree(PageLinks.changed(page, MOVED)), body);
  }

  private static String tree(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    return document.outerHtml().replaceAll("\\s+>", ">");
  }
}
