package org.chasqui.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;

/** The glossary of the whole site: the terms of all lessons, below what an author says of them. */
final class GlossaryPage {
  private final Scene scene;
  private final Language language;

  GlossaryPage(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
  }

  /** Whether a page is rendered here. */
  static boolean introduces(Scene scene, Page page) {
    return page instanceof CommunityPage
        && page.id().value().equals("glossary")
        && new Glossaries(scene).any();
  }

  Done render() {
    Glossaries glossaries = new Glossaries(scene);
    PageContext context = new PageContext(scene, language, Glossaries.path(scene, language));
    Map<String, Object> model = new HashMap<>();
    List<LinkUse> links = List.of();
    var introduction = glossaries.introduction(language);
    if (introduction.isPresent()) {
      PagePages page = new PagePages(scene, introduction.get());
      page.fill(model, context.text(introduction.get().header().title()));
      context = new PageContext(scene, language, introduction.get().path());
      links = page.links();
    } else {
      String title = context.word("glossary.title");
      ListPages.made(
          model,
          new Frame(
              context,
              "glossary",
              "",
              Frame.variants(scene, "glossary/"),
              org.chasqui.theme.Html.escape(title),
              title,
              context.word("glossary.description"),
              List.of(new Chrome(context).home(false))));
    }
    model.put("entries", glossaries.all(context));
    return new Done(
        List.of(
            new OutputFile.Text(context.path().output(), scene.fill("glossary", model, context))),
        links);
  }
}
