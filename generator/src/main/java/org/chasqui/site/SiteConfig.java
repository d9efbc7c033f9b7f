package org.chasqui.site;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;

/**
 * What {@code site.yaml} says.
 *
 * @param source the file
 * @param title the site's name
 * @param description what it is, in a sentence
 * @param baseUrl where it will be served; ends with {@code /}
 * @param languages the languages, the source language first
 * @param zone the time zone of dates without one
 * @param menu the main menu
 * @param externalPaths path prefixes that other sites serve under the same host: links there are
 *     not ours to check
 * @param theme the theme's name, a folder of {@code themes/}
 * @param editUrl where a source file can be edited, with {@code {path}} for its path
 * @param arrangement addresses of sections, taxonomies, translations by name
 */
public record SiteConfig(
    SourceFile source,
    Text title,
    Text description,
    URI baseUrl,
    List<Language> languages,
    ZoneId zone,
    List<MenuItem> menu,
    List<String> externalPaths,
    String theme,
    Optional<String> editUrl,
    Arrangement arrangement) {

  /** Copies, so that nobody can change it; the address is percent-encoded, as links must be. */
  public SiteConfig {
    baseUrl = URI.create(baseUrl.toASCIIString());
    languages = List.copyOf(languages);
    menu = List.copyOf(menu);
    externalPaths = List.copyOf(externalPaths);
  }

  /** A site whose arrangement nobody changed. */
  public SiteConfig(
      SourceFile source,
      Text title,
      Text description,
      URI baseUrl,
      List<Language> languages,
      ZoneId zone,
      List<MenuItem> menu,
      List<String> externalPaths,
      String theme,
      Optional<String> editUrl) {
    this(
        source,
        title,
        description,
        baseUrl,
        languages,
        zone,
        menu,
        externalPaths,
        theme,
        editUrl,
        Arrangement.PLAIN);
  }

  /** The same site served elsewhere, in some of its languages. */
  public SiteConfig at(URI newBaseUrl, List<Language> newLanguages) {
    return new SiteConfig(
        source,
        title,
        description,
        newBaseUrl,
        newLanguages,
        zone,
        menu,
        externalPaths,
        theme,
        editUrl,
        arrangement);
  }

  /** The language that authors write in. */
  public Language sourceLanguage() {
    return languages.get(0);
  }

  /**
   * What stands in where a language says nothing: if nobody has said it, the language of which this
   * one is a regional form.
   */
  public Fallbacks fallbacks(Language language) {
    Fallbacks said = arrangement.fallbacks().get(language);
    return said != null
        ? said
        : new Fallbacks(
            language.base().stream().filter(base -> !base.equals(sourceLanguage())).toList(),
            false);
  }

  /** The root of a language: {@code /} of the source language, {@code /es/} of another. */
  public SitePath root(Language language) {
    return language.equals(sourceLanguage())
        ? SitePath.ROOT
        : new SitePath("/" + language.tag() + "/");
  }

  /** Where one searches in a language. */
  public SitePath searchPage(Language language) {
    return root(language).resolve("search/");
  }

  /** The address of the page that stands in for one that cannot be had without a connection. */
  public SitePath offlinePage(Language language) {
    return root(language).resolve("offline/");
  }

  /** The absolute URL of a path, percent-encoded. */
  public String absolute(SitePath path) {
    String encoded = URI.create("/").resolve(encode(path.value())).toString();
    return baseUrl + encoded.substring(1);
  }

  private static String encode(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** The same with texts in other languages; used once for each language. */
  public SiteConfig in(TextMapper mapper) {
    List<MenuItem> labels = new java.util.ArrayList<>();
    Text newTitle = mapper.text("title", title);
    Text newDescription = mapper.text("description", description);
    for (int i = 0; i < menu.size(); i++) {
      MenuItem item = menu.get(i);
      labels.add(new MenuItem(mapper.text("menu[" + i + "]", item.label()), item.target()));
    }
    return new SiteConfig(
        source,
        newTitle,
        newDescription,
        baseUrl,
        languages,
        zone,
        labels,
        externalPaths,
        theme,
        editUrl,
        arrangement.in(mapper));
  }
}
