package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;
import org.chasqui.theme.GroupView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.ListView;
import org.chasqui.theme.TagView;

/** Makes the index of tags of one language, and a page for each. */
final class TagPages {
  private final Scene scene;
  private final Language language;

  TagPages(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
  }

  /** The address of a term's page. */
  static SitePath path(PageContext context, String slug) {
    return context.scene().config().root(context.language()).resolve("tags/" + slug + "/");
  }

  List<Supplier<Done>> tasks() {
    List<Supplier<Done>> tasks = new ArrayList<>();
    Map<String, List<Page>> pages = new HashMap<>();
    for (Page page : scene.site().newest(Page.class, language)) {
      for (Terms.Term term : scene.terms().of(page)) {
        pages.computeIfAbsent(term.slug(), s -> new ArrayList<>()).add(page);
      }
    }
    for (String slug : scene.terms().slugs()) {
      tasks.add(() -> term(slug, pages.getOrDefault(slug, List.of())));
    }
    if (!tasks.isEmpty()) {
      tasks.add(() -> index(pages));
    }
    return tasks;
  }

  private PageContext context(String tail) {
    return new PageContext(scene, language, scene.config().root(language).resolve(tail));
  }

  private String label(String slug) {
    return scene.terms().label(slug, language, scene.config().sourceLanguage());
  }

  private Done term(String slug, List<Page> pages) {
    String tail = "tags/" + slug + "/";
    PageContext context = context(tail);
    String title = context.word("tags.one", Map.of("tag", label(slug)));
    LinkView above =
        new LinkView(
            context.href(scene.config().root(language).resolve("tags/")),
            Html.escape(context.word("section.tags")),
            false,
            "");
    List<LinkView> trail = List.of(new Chrome(context).home(false), above);
    Map<String, Object> model = model(context, tail, title, "list", trail);
    List<GroupView> groups = List.of(new GroupView("", Cards.of(pages, context)));
    model.put("list", new ListView("tag", groups, 1, 1, "", ""));
    return done(context, "list", model);
  }

  private Done index(Map<String, List<Page>> pages) {
    PageContext context = context("tags/");
    List<TagView> tags =
        scene.terms().slugs().stream()
            .sorted(java.util.Comparator.comparing((String s) -> Urls.slug(label(s))))
            .map(
                slug ->
                    new TagView(
                        new LinkView(
                            context.href(path(context, slug)), Html.escape(label(slug)), false, ""),
                        pages.getOrDefault(slug, List.of()).size()))
            .toList();
    List<LinkView> trail = List.of(new Chrome(context).home(false));
    Map<String, Object> model =
        model(context, "tags/", context.word("section.tags"), "tags", trail);
    model.put("tags", tags);
    return done(context, "tags", model);
  }

  private Map<String, Object> model(
      PageContext context, String tail, String title, String kind, List<LinkView> trail) {
    Map<String, Object> model = new HashMap<>();
    Frame frame =
        new Frame(
            context,
            kind,
            "tags",
            Frame.variants(scene, tail),
            Html.escape(title),
            title,
            title,
            trail);
    ListPages.made(model, frame);
    return model;
  }

  private Done done(PageContext context, String template, Map<String, Object> model) {
    String html = scene.fill(template, model, context);
    return new Done(List.of(new OutputFile.Text(context.path().output(), html)), List.of());
  }
}
