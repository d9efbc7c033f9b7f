package org.chasqui.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;

/**
 * What any page is set in, written or made: who it is, where it is in each language, what leads to
 * it.
 *
 * @param context where the reader stands
 * @param kind the page's kind
 * @param section the section it belongs to; empty for none
 * @param variants the page in each language of the site
 * @param title its title
 * @param plainTitle its title without markup
 * @param description a sentence about it, plain
 * @param trail the way to it
 */
record Frame(
    PageContext context,
    String kind,
    String section,
    Map<Language, Variant> variants,
    Html title,
    String plainTitle,
    String description,
    List<LinkView> trail) {

  /**
   * A page in one language.
   *
   * @param path its address
   * @param real whether it is really there in that language, and people speak it
   */
  record Variant(SitePath path, boolean real) {}

  /** The variants of a page that somebody wrote. */
  static Map<Language, Variant> variants(Scene scene, Page page) {
    Map<Language, Variant> variants = new LinkedHashMap<>();
    for (Page other : scene.site().translationsOf(page.id())) {
      variants.put(other.language(), new Variant(other.path(), real(other)));
    }
    return variants;
  }

  /** Whether a page is one for search engines to know. */
  static boolean real(Page page) {
    return page.header().coverage().real() && !page.language().isPseudo();
  }

  /** The variants of a page that is made in every language: its tail is the same everywhere. */
  static Map<Language, Variant> variants(Scene scene, String tail) {
    Map<Language, Variant> variants = new LinkedHashMap<>();
    for (Language language : scene.languages()) {
      SitePath path = scene.config().root(language).resolve(tail);
      variants.put(language, new Variant(path, !language.isPseudo()));
    }
    return variants;
  }

  /** Whether the page is really in the language that it is shown in. */
  boolean real() {
    Variant own = variants.get(context.language());
    return own == null || own.real();
  }
}
