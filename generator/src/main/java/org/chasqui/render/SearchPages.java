package org.chasqui.render;

import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.theme.HeadView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LetterView;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.SearchView;

/**
 * Makes the page to search in one language. Without scripts it is a list of all pages from A to Z;
 * where there are many, each letter has a page of its own.
 */
final class SearchPages {
  private static final String TEMPLATE = "search";

  /** More titles than these are not for one page on a slow connection. */
  private static final int ON_ONE_PAGE = 300;

  private static final String NO_LETTER = "#";

  private final Scene scene;
  private final Language language;
  private final SitePath home;

  SearchPages(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
    this.home = path(scene, language);
  }

  /** The address of the search page of a language. */
  static SitePath path(Scene scene, Language language) {
    return scene.config().searchPage(language);
  }

  /** Whether the theme can show it. */
  static boolean any(Scene scene) {
    return scene.input().theme().has(TEMPLATE);
  }

  List<Task> tasks() {
    if (!any(scene)) {
      return List.of();
    }
    return List.of(new Task("search " + language.tag(), List.of(), this::all));
  }

  private Done all() {
    Map<String, List<Page>> letters = letters();
    int pages = letters.values().stream().mapToInt(List::size).sum();
    boolean apart = pages > ON_ONE_PAGE;
    List<OutputFile> files = new ArrayList<>();
    files.add(render(home, letters, apart, ""));
    if (apart) {
      letters
          .keySet()
          .forEach(
              letter -> files.add(render(home.resolve(id(letter) + "/"), letters, true, letter)));
    }
    return new Done(files, List.of());
  }

  private Map<String, List<Page>> letters() {
    Collator alphabet = Collator.getInstance(language.locale());
    Comparator<String> collator = alphabet::compare;
    Map<String, List<Page>> letters =
        new TreeMap<>(collator.thenComparing(Comparator.naturalOrder()));
    Map<PageRef, CollationKey> keys = new HashMap<>();
    for (Page page : scene.site().findable(language)) {
      String title = PageContext.plain(page.header().title());
      keys.put(page.ref(), alphabet.getCollationKey(title));
      letters.computeIfAbsent(letter(title), l -> new ArrayList<>()).add(page);
    }
    Comparator<Page> byTitle =
        Comparator.comparing(page -> Objects.requireNonNull(keys.get(page.ref())));
    letters.values().forEach(pages -> pages.sort(byTitle.thenComparing(Page::path)));
    return letters;
  }

  private String letter(String title) {
    int first = title.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('#');
    if (!Character.isLetter(first)) {
      return NO_LETTER;
    }
    String bare = Normalizer.normalize(Character.toString(first), Normalizer.Form.NFD);
    return bare.substring(0, bare.offsetByCodePoints(0, 1)).toUpperCase(language.locale());
  }

  private static String id(String letter) {
    return letter.equals(NO_LETTER) ? "0" : letter.toLowerCase(java.util.Locale.ROOT);
  }

  private OutputFile render(
      SitePath path, Map<String, List<Page>> letters, boolean apart, String only) {
    PageContext context = new PageContext(scene, language, path);
    List<LetterView> views = new ArrayList<>();
    letters.forEach(
        (letter, pages) -> {
          boolean here = !apart || letter.equals(only);
          views.add(
              new LetterView(
                  letter,
                  id(letter),
                  here ? "" : context.href(home.resolve(id(letter) + "/")),
                  here ? pages.stream().map(p -> entry(p, context)).toList() : List.of()));
        });
    String name = context.word("search.title");
    String title =
        only.isEmpty()
            ? name
            : context.word("taxonomy.term", Map.of("taxonomy", name, "term", only));
    List<LinkView> trail = new ArrayList<>(List.of(new Chrome(context).home(false)));
    if (!only.isEmpty()) {
      trail.add(new LinkView(context.href(home), Html.escape(name), false, ""));
    }
    Map<String, Object> model = new HashMap<>();
    ListPages.made(
        model,
        new Frame(
            context,
            TEMPLATE,
            "",
            variants(path),
            Html.escape(title),
            title,
            context.word("search.description"),
            trail));
    if (!only.isEmpty() && model.get("head") instanceof HeadView head) {
      model.put("head", head.hidden(context.absolute(home)));
    }
    String index = only.isEmpty() ? context.href(home.resolve("index.js")) : "";
    model.put("search", new SearchView(context.href(home), index, views));
    return new OutputFile.Text(path.output(), scene.fill(TEMPLATE, model, context));
  }

  // Alphabets differ: from a letter one comes to the whole search of another language.
  private Map<Language, Frame.Variant> variants(SitePath own) {
    Map<Language, Frame.Variant> variants = new LinkedHashMap<>();
    for (Language other : scene.languages()) {
      SitePath path = other.equals(language) ? own : path(scene, other);
      variants.put(other, new Frame.Variant(path, true));
    }
    return variants;
  }

  private LetterView.EntryView entry(Page page, PageContext context) {
    LinkView above =
        scene
            .site()
            .lessonOf(page)
            .map(context::link)
            .orElseGet(() -> new LinkView("", Html.EMPTY, false, ""));
    return new LetterView.EntryView(context.link(page), above);
  }
}
