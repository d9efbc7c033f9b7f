package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SitePath;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.NotFoundView;

/**
 * {@code 404.html}. A host serves it at any address, so its links begin at the host's root, and it
 * speaks all languages. Hosts that look for the nearest one find another in each language's folder,
 * with that language first.
 */
final class NotFound {
  private NotFound() {}

  static List<OutputFile> of(Scene scene) {
    List<OutputFile> files = new ArrayList<>();
    files.add(of(scene, scene.config().sourceLanguage(), SitePath.ROOT));
    for (Language language : scene.languages()) {
      SitePath root = scene.config().root(language);
      if (!root.equals(SitePath.ROOT)) {
        files.add(of(scene, language, root));
      }
    }
    return files;
  }

  private static OutputFile of(Scene scene, Language first, SitePath root) {
    PageContext context = new PageContext(scene, first, SitePath.ROOT);
    List<NotFoundView> languages = new ArrayList<>();
    languages.add(view(context));
    for (Language language : scene.languages()) {
      if (!language.equals(first)) {
        languages.add(view(new PageContext(scene, language, SitePath.ROOT)));
      }
    }
    Map<String, String> assets = new TreeMap<>();
    scene.themeFiles().paths().forEach((name, path) -> assets.put(name, fromHost(scene, path)));
    Map<String, Object> model = new HashMap<>();
    model.put("languages", languages);
    model.put("assets", assets);
    model.put("logo", scene.logo().map(path -> fromHost(scene, path)).orElse(""));
    model.put("title", PageContext.plain(scene.site().config(first).title()));
    model.put("language", first.tag());
    model.put("direction", first.direction());
    OutputPath path = OutputPath.of(root.value().substring(1) + "404.html");
    return new OutputFile.Text(path, scene.fill("404", model, context));
  }

  private static NotFoundView view(PageContext context) {
    Scene scene = context.scene();
    List<LinkView> links = new ArrayList<>();
    SitePath root = scene.config().root(context.language());
    links.add(new LinkView(fromHost(scene, root), word(context, "nav.home"), false, ""));
    Chrome chrome = new Chrome(context);
    for (Section section : Set.of(Section.LESSONS, Section.BLOG).stream().sorted().toList()) {
      if (scene.has(section)) {
        links.add(
            new LinkView(fromHost(scene, chrome.path(section)), chrome.title(section), false, ""));
      }
    }
    String search =
        SearchPages.any(scene) ? fromHost(scene, SearchPages.path(scene, context.language())) : "";
    return new NotFoundView(
        context.language().tag(),
        context.language().direction(),
        context.word("missing.title"),
        context.word("missing.text"),
        links,
        new LinkView(search, word(context, "search.title"), false, ""),
        context.word("search.label"));
  }

  private static Html word(PageContext context, String id) {
    return Html.escape(context.word(id));
  }

  private static String fromHost(Scene scene, SitePath path) {
    String base = scene.config().baseUrl().getRawPath();
    return (base.isEmpty() ? "/" : base) + Urls.encode(path.value()).substring(1);
  }
}
