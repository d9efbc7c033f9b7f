package org.chasqui.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;
import org.chasqui.theme.Html;

/** The page that tells of all hubs what they have, since when, and whether they run. */
final class HubStatus {
  private static final String TAIL = "hubs/status/";

  private final Scene scene;
  private final Language language;

  HubStatus(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
  }

  /** Whether there is such a page: there is a hub. */
  static boolean isWanted(Scene scene) {
    return !scene.entries(Section.HUBS, scene.config().sourceLanguage()).isEmpty();
  }

  /** Where it is. */
  static SitePath path(Scene scene, Language language) {
    return scene.config().root(language).resolve(TAIL);
  }

  Done render() {
    PageContext context = new PageContext(scene, language, path(scene, language));
    Chrome chrome = new Chrome(context);
    String title = context.word("hubs.status");
    Map<String, Object> model = new HashMap<>();
    ListPages.made(
        model,
        new Frame(
            context,
            "hubs",
            Section.HUBS.id(),
            Frame.variants(scene, TAIL),
            Html.escape(title),
            title,
            context.word("hubs.description"),
            List.of(chrome.home(false), chrome.link(Section.HUBS))));
    HubViews views = new HubViews(context);
    model.put("hubs", views.pages().stream().map(views::hub).toList());
    model.put("data_file", context.href(HubsFile.PATH));
    String html = scene.fill("hubs", model, context);
    return new Done(List.of(new OutputFile.Text(context.path().output(), html)), List.of());
  }
}
