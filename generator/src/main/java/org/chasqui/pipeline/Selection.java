package org.chasqui.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.Site;
import org.chasqui.site.SiteConfig;

/** The part of a site that was asked for, at the address that was asked for. */
final class Selection {
  private Selection() {}

  /**
   * A site with the languages and the base address of a request.
   *
   * @throws RunStopped.Usage if the site does not have one of the languages
   */
  static Site of(Site site, BuildRequest request) {
    if (request.languages().isEmpty() && request.baseUrl().isEmpty()) {
      return site;
    }
    SiteConfig config = site.config();
    List<Language> languages = languages(config, request.languages());
    Map<Language, SiteConfig> configs = new LinkedHashMap<>();
    for (Language language : languages) {
      SiteConfig said = site.config(language);
      if (language.equals(config.sourceLanguage()) || !said.equals(config)) {
        configs.put(language, changed(said, languages, request));
      }
    }
    List<Page> pages =
        site.pages().stream().filter(page -> languages.contains(page.language())).toList();
    return new Site(configs, pages, site.assets().values(), site.unpublished(), site.holdings());
  }

  private static List<Language> languages(SiteConfig config, List<Language> wanted) {
    for (Language language : wanted) {
      if (!config.languages().contains(language)) {
        List<String> tags = config.languages().stream().map(Language::tag).toList();
        throw new RunStopped.Usage(
            "The site is not made in '"
                + language
                + "'. "
                + Suggestion.didYouMean(language.tag(), tags)
                    .orElse("Its languages are " + String.join(", ", tags) + "."));
      }
    }
    return config.languages().stream()
        .filter(
            language ->
                wanted.isEmpty()
                    || wanted.contains(language)
                    || language.equals(config.sourceLanguage()))
        .toList();
  }

  private static SiteConfig changed(
      SiteConfig config, List<Language> languages, BuildRequest request) {
    return config.at(request.baseUrl().orElse(config.baseUrl()), languages);
  }
}
