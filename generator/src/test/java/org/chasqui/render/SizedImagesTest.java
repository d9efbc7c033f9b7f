package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Asset;
import org.chasqui.site.ImageFile;
import org.chasqui.site.ImageFile.Size;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SitePath;
import org.junit.jupiter.api.Test;

class SizedImagesTest {
  private static final SitePath RAIN = new SitePath("/img/rain.v2.png");

  private static String page(String html, List<Size> sizes, List<Size> webP) {
    Asset asset = new Asset(Path.of("rain.v2.png"), "site-content/img/rain.v2.png", RAIN);
    ImageFile file = new ImageFile(asset, 90_000, 900, 300, sizes, webP);
    SizedImages images = new SizedImages(Map.of(RAIN, file), URI.create("https://e.org/sub/"));
    OutputFile page = new OutputFile.Text(OutputPath.of("a/index.html"), html);
    return ((OutputFile.Text) images.in(page)).content();
  }

  private static Size size(int width, String path) {
    return new Size(width, new SitePath(path), Path.of("x"));
  }

  private static final List<Size> ONE = List.of(size(900, "/img/rain.v2.png.webp"));

  @Test
  void aLighterCopyStandsBesideThePicture() {
    assertEquals(
        "<p><picture><source type=\"image/webp\" srcset=\"../img/rain.v2.png.webp\">"
            + "<img src=\"../img/rain.v2.png\" width=\"900\" height=\"300\" alt=\"Rain\">"
            + "</picture></p>",
        page("<p><img src=\"../img/rain.v2.png\" alt=\"Rain\"></p>", List.of(), ONE));
    assertEquals(
        "<picture><source type=\"image/webp\" srcset=\"/sub/img/rain.v2-720w.png.webp 720w,"
            + " /sub/img/rain.v2.png.webp 900w\" sizes=\"(max-width: 64px) 100vw, 64px\">"
            + "<img src=\"/sub/img/rain.v2.png\" width=\"64\"></picture>",
        page(
            "<img src=\"/sub/img/rain.v2.png\" width=\"64\">",
            List.of(),
            List.of(size(720, "/img/rain.v2-720w.png.webp"), ONE.get(0))));
  }

  @Test
  void aGalleryKnowsHowWideItsPicturesAreShown() {
    assertEquals(
        "<img src=\"../img/rain.v2.png\" width=\"900\" height=\"300\" srcset=\"../img/rain.v2-720w.png 720w,"
            + " ../img/rain.v2.png 900w\" sizes=\"240px\" data-sizes=\"240px\">",
        page(
            "<img src=\"../img/rain.v2.png\" data-sizes=\"240px\">",
            List.of(size(720, "/img/rain.v2-720w.png")),
            List.of()));
  }

  @Test
  void whatAuthorsChoseStays() {
    String own =
        "<picture><source srcset=\"x.avif\"><img src=\"../img/rain.v2.png\" width=\"9\"></picture>";
    assertEquals(own, page(own, List.of(), ONE));
    String set = "<img src=\"../img/rain.v2.png\" srcset=\"y.png 2x\">";
    assertEquals(set, page(set, List.of(), ONE));
    String query = "<img src=\"../img/rain.v2.png?1\" width=\"9\">";
    assertEquals(query, page(query, List.of(), ONE));
    String elsewhere = "<img src=\"https://e.org/img/rain.v2.png\">";
    assertEquals(elsewhere, page(elsewhere, List.of(), ONE));
  }

  private static String text(String html) {
    String page = page("<div class=\"text\">" + html + "</div>", TWO, List.of());
    return page.substring("<div class=\"text\">".length(), page.length() - "</div>".length());
  }

  private static final List<Size> TWO = List.of(size(720, "/img/rain.v2-720w.png"));

  @Test
  void aPictureThatIsWiderThanTheTextOpensAsAWhole() {
    String img = "<img src=\"../img/rain.v2.png\" alt=\"Rain\">";
    String open = text(img);
    assertTrue(open.startsWith("<a href=\"../img/rain.v2.png\" title=\"900 × 300\"><img "), open);
    assertTrue(open.endsWith("</a>"), open);
    for (String left :
        List.of(
            "<a href=\"x\">" + img + "</a>",
            "<details><summary>" + img + "</summary></details>",
            "<img src=\"../img/rain.v2.png\" alt=\"\">",
            "<img src=\"../img/rain.v2.png\" alt=\"Rain\" data-sizes=\"240px\">",
            "<img src=\"../img/rain.v2.png\" alt=\"Rain\" width=\"300\">")) {
      assertFalse(text(left).contains("title="), left);
    }
    // What the theme shows has links of its own.
    assertFalse(page("<div class=\"card\">" + img + "</div>", TWO, List.of()).contains("title="));
    assertTrue(text("<a href=\"x\">y</a>" + img).contains("title="));
  }
}
