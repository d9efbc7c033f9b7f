package org.chasqui.render;

import org.chasqui.site.Coverage;
import org.chasqui.site.Page;

/** Where a page's source, or its translation, can be edited. */
final class Edits {
  private Edits() {}

  /** The file that says what the page says: of a page translated by catalogue, the catalogue. */
  static String of(Scene scene, Page page) {
    return page.header().coverage().mode() == Coverage.Mode.CATALOGUE
        ? ofTranslation(scene, page)
        : url(scene, page.header().source().path());
  }

  /** The catalogue that translates a page. */
  static String ofTranslation(Scene scene, Page page) {
    return url(scene, "locales/" + page.language().tag() + "/" + page.id() + ".po");
  }

  /** Where a source file can be edited; empty if nobody said. */
  static String url(Scene scene, String path) {
    return scene.config().editUrl().map(u -> u.replace("{path}", Urls.encode(path))).orElse("");
  }
}
