package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Arrangement;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.SitePath;
import org.chasqui.theme.GroupView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.ListView;

/**
 * The page that introduces a folder of the author's own, {@code projects/_index.md}, with the list
 * of the folder's pages below its text, in sheets.
 */
final class FolderPages {
  private static final int PER_SHEET = 20;

  private final Scene scene;
  private final CommunityPage page;
  private final List<Page> entries;
  private final int perSheet;
  private final int sheets;

  private FolderPages(Scene scene, CommunityPage page) {
    this.scene = scene;
    this.page = page;
    this.entries = scene.below(page);
    Map<String, Integer> sizes = scene.config().arrangement().pageSizes();
    this.perSheet = page.pageSize().orElseGet(() -> sizes.getOrDefault(Arrangement.ALL, PER_SHEET));
    this.sheets = (entries.size() + perSheet - 1) / perSheet;
  }

  /** Whether a page is rendered here. */
  static boolean introduces(Scene scene, Page page) {
    return page instanceof CommunityPage own && !scene.below(own).isEmpty();
  }

  /** All sheets of all folders in a language. */
  static List<Task> tasks(Scene scene, Language language) {
    List<Task> tasks = new ArrayList<>();
    for (CommunityPage page : scene.site().pages(CommunityPage.class, language)) {
      if (introduces(scene, page)) {
        FolderPages folder = new FolderPages(scene, page);
        for (int sheet = 1; sheet <= folder.sheets; sheet++) {
          int number = sheet;
          tasks.add(
              new Task(
                  "folder " + page.ref() + " " + number,
                  number == 1 ? List.of(page) : List.of(),
                  () -> folder.sheet(number)));
        }
      }
    }
    return tasks;
  }

  private Done sheet(int sheet) {
    PageContext context = new PageContext(scene, page.language(), path(page, sheet));
    Map<String, Object> model = new HashMap<>();
    List<LinkUse> links = List.of();
    if (sheet == 1) {
      PagePages first = new PagePages(scene, page);
      first.fill(model, context.text(page.header().title()));
      links = first.links();
    } else {
      further(model, sheet, context);
    }
    model.put("list", list(sheet, context));
    List<OutputFile> files = new ArrayList<>();
    files.add(new OutputFile.Text(context.path().output(), scene.fill("list", model, context)));
    if (sheet == 2) {
      String title = PageContext.plain(page.header().title());
      files.add(Redirects.firstSheet(scene, page.language(), page.path(), title));
    }
    return new Done(files, links);
  }

  private static SitePath path(Page page, int sheet) {
    return ListPages.sheetPath(page.path(), sheet);
  }

  private void further(Map<String, Object> model, int sheet, PageContext context) {
    Map<Language, Frame.Variant> variants = new LinkedHashMap<>();
    for (Page other : scene.site().translationsOf(page.id())) {
      variants.put(other.language(), new Frame.Variant(path(other, sheet), Frame.real(other)));
    }
    String name = PageContext.plain(page.header().title());
    String title = context.word("list.sheet", Map.of("title", name, "n", sheet));
    List<LinkView> trail = new ArrayList<>(new Chrome(context).trail(page));
    trail.add(context.link(page));
    ListPages.made(
        model,
        new Frame(
            context,
            "list",
            page.id().section(),
            variants,
            Html.escape(title),
            title,
            scene.description(page),
            trail));
  }

  private ListView list(int sheet, PageContext context) {
    int from = (sheet - 1) * perSheet;
    List<Page> shown = entries.subList(from, Math.min(entries.size(), from + perSheet));
    return new ListView(
        page.id().section(),
        List.of(new GroupView("", Cards.of(shown, context))),
        sheet,
        sheets,
        sheet > 1 ? context.href(path(page, sheet - 1)) : "",
        sheet < sheets ? context.href(path(page, sheet + 1)) : "");
  }
}
