package org.chasqui.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Arrangement;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;
import org.chasqui.theme.GroupView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.ListView;
import org.chasqui.theme.TagView;

/** Makes the index of one taxonomy in one language, and the list of each of its terms. */
final class TermPages {
  private static final int PER_SHEET = 20;

  private final Scene scene;
  private final Language language;
  private final String taxonomy;
  private final String tail;
  private final int perSheet;

  private TermPages(Scene scene, Language language, String taxonomy) {
    this.scene = scene;
    this.language = language;
    this.taxonomy = taxonomy;
    this.tail = Terms.tail(taxonomy);
    Map<String, Integer> sizes = scene.config().arrangement().pageSizes();
    this.perSheet = sizes.getOrDefault(taxonomy, sizes.getOrDefault(Arrangement.ALL, PER_SHEET));
  }

  /** The pages of all taxonomies in a language. */
  static List<Task> tasks(Scene scene, Language language) {
    List<Task> tasks = new ArrayList<>();
    for (String taxonomy : scene.terms().taxonomies()) {
      tasks.addAll(new TermPages(scene, language, taxonomy).tasks());
    }
    return tasks;
  }

  /** The link from a page to the list of one of its terms. */
  static LinkView link(PageContext context, Terms.Term term) {
    SitePath root = context.scene().config().root(context.language());
    String label =
        term.taxonomy().startsWith("author")
            ? context.scene().terms().label(context, term.taxonomy(), term.slug())
            : term.label();
    return new LinkView(context.href(root.resolve(term.tail())), Html.escape(label), false, "");
  }

  private List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    Map<String, List<Page>> pages = new HashMap<>();
    for (Page page : scene.site().newest(Page.class, language)) {
      for (Terms.Term term : scene.terms().of(page)) {
        if (term.taxonomy().equals(taxonomy)) {
          pages.computeIfAbsent(term.slug(), s -> new ArrayList<>()).add(page);
        }
      }
    }
    List<String> slugs = scene.terms().slugs(taxonomy);
    for (String slug : slugs) {
      List<Page> entries = pages.getOrDefault(slug, List.of());
      int sheets = Math.max(1, (entries.size() + perSheet - 1) / perSheet);
      for (int sheet = 1; sheet <= sheets; sheet++) {
        int number = sheet;
        String name = String.join(" ", "term", language.tag(), taxonomy, slug, "" + number);
        tasks.add(new Task(name, List.of(), () -> term(slug, entries, number, sheets)));
      }
    }
    if (!slugs.isEmpty()) {
      String name = String.join(" ", "terms", language.tag(), taxonomy);
      tasks.add(new Task(name, List.of(), () -> index(pages)));
    }
    return tasks;
  }

  private PageContext context(String below) {
    return new PageContext(scene, language, scene.config().root(language).resolve(below));
  }

  private String sheetTail(String slug, int sheet) {
    return scene.terms().tail(taxonomy, slug) + (sheet == 1 ? "" : "page/" + sheet + "/");
  }

  private Done term(String slug, List<Page> pages, int sheet, int sheets) {
    String own = sheetTail(slug, sheet);
    PageContext context = context(own);
    String label = scene.terms().label(context, taxonomy, slug);
    String name = Terms.name(context, taxonomy);
    String title =
        taxonomy.equals(Terms.TAGS)
            ? context.word("tags.one", Map.of("tag", label))
            : context.word("taxonomy.term", Map.of("taxonomy", name, "term", label));
    if (sheet > 1) {
      title = context.word("list.sheet", Map.of("title", title, "n", sheet));
    }
    SitePath root = scene.config().root(language);
    LinkView above = new LinkView(context.href(root.resolve(tail)), Html.escape(name), false, "");
    List<LinkView> trail = List.of(new Chrome(context).home(false), above);
    Map<String, Object> model = model(context, own, title, "list", trail);
    int from = (sheet - 1) * perSheet;
    List<Page> shown = pages.subList(from, Math.min(pages.size(), from + perSheet));
    List<GroupView> groups = List.of(new GroupView("", Cards.of(shown, context)));
    String previous = sheet > 1 ? context.href(root.resolve(sheetTail(slug, sheet - 1))) : "";
    String next = sheet < sheets ? context.href(root.resolve(sheetTail(slug, sheet + 1))) : "";
    model.put("list", new ListView("tag", groups, sheet, sheets, previous, next));
    List<OutputFile> files = new ArrayList<>(List.of(page(context, "list", model)));
    if (sheet == 2) {
      SitePath first = root.resolve(sheetTail(slug, 1));
      files.add(Redirects.firstSheet(scene, language, first, label));
    }
    return new Done(files, List.of());
  }

  private Done index(Map<String, List<Page>> pages) {
    PageContext context = context(tail);
    SitePath root = scene.config().root(language);
    List<TagView> tags = new ArrayList<>();
    for (String slug : scene.terms().slugs(taxonomy)) {
      String label = scene.terms().label(context, taxonomy, slug);
      String href = context.href(root.resolve(scene.terms().tail(taxonomy, slug)));
      LinkView link = new LinkView(href, Html.escape(label), false, "");
      tags.add(new TagView(link, pages.getOrDefault(slug, List.of()).size()));
    }
    tags.sort(Comparator.comparing((TagView tag) -> Urls.slug(tag.link().label().toString())));
    List<LinkView> trail = List.of(new Chrome(context).home(false));
    Map<String, Object> model = model(context, tail, Terms.name(context, taxonomy), "tags", trail);
    model.put("tags", tags);
    return new Done(List.of(page(context, "tags", model)), List.of());
  }

  private Map<String, Object> model(
      PageContext context, String own, String title, String kind, List<LinkView> trail) {
    Map<String, Object> model = new HashMap<>();
    Frame frame =
        new Frame(
            context,
            kind,
            "tags",
            Frame.variants(scene, own),
            Html.escape(title),
            title,
            title,
            trail);
    ListPages.made(model, frame);
    return model;
  }

  private OutputFile page(PageContext context, String template, Map<String, Object> model) {
    return new OutputFile.Text(context.path().output(), scene.fill(template, model, context));
  }
}
