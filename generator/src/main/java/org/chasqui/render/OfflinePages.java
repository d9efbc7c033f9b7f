package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;
import org.chasqui.theme.HeadView;
import org.chasqui.theme.Html;

/**
 * Makes the page that stands in for one that cannot be had without a connection. Its script lists
 * what can be read all the same.
 */
final class OfflinePages {
  private static final String TEMPLATE = "offline";
  // Not "offline": what is of that class has no place in what is taken along.
  private static final String KIND = "kept";

  private OfflinePages() {}

  /** Whether the site keeps pages, and the theme has such a page. */
  static boolean any(Scene scene) {
    return scene.input().worker().isPresent()
        && scene.config().arrangement().offline()
        && scene.input().theme().has(TEMPLATE);
  }

  static List<Supplier<Done>> tasks(Scene scene) {
    List<Supplier<Done>> tasks = new ArrayList<>();
    if (any(scene)) {
      Set<SitePath> written =
          scene.site().pages().stream().map(Page::path).collect(Collectors.toSet());
      // Who has written such a page knows better.
      scene.languages().stream()
          .filter(language -> !written.contains(scene.config().offlinePage(language)))
          .forEach(language -> tasks.add(() -> render(scene, language)));
    }
    return tasks;
  }

  private static Done render(Scene scene, Language language) {
    SitePath path = scene.config().offlinePage(language);
    PageContext context = new PageContext(scene, language, path);
    Map<Language, Frame.Variant> variants = new LinkedHashMap<>();
    for (Language other : scene.languages()) {
      variants.put(other, new Frame.Variant(scene.config().offlinePage(other), true));
    }
    String title = context.word("offline.title");
    Map<String, Object> model = new HashMap<>();
    ListPages.made(
        model,
        new Frame(
            context,
            KIND,
            "",
            variants,
            Html.escape(title),
            title,
            context.word("offline.description"),
            List.of(new Chrome(context).home(false))));
    if (model.get("head") instanceof HeadView head) {
      model.put("head", head.hidden(context.absolute(scene.config().root(language))));
    }
    return new Done(
        List.of(new OutputFile.Text(path.output(), scene.fill(TEMPLATE, model, context))),
        List.of());
  }
}
