package org.chasqui.render;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.theme.GlossaryEntryView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LanguageTermView;

/**
 * The glossaries of lessons: the same term has one anchor in every language and says what it is
 * called in the others.
 */
final class Glossaries {
  private static final Pattern TERM =
      Pattern.compile("<dt\\b([^>]*+)>([^<]*+(?:<(?!/?dt\\b)[^<]*+)*+)</dt>");
  private static final Pattern DEFINITION = Pattern.compile("<dd(?![^>]* lang=)");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

  private final Scene scene;

  Glossaries(Scene scene) {
    this.scene = scene;
  }

  /**
   * A term.
   *
   * @param id its anchor
   * @param term what it is called, as HTML
   * @param definition what it means, as HTML: what follows the term up to the next
   */
  record Entry(String id, String term, String definition) {
    String plain() {
      return term.replaceAll("<[^>]*>", "").strip();
    }
  }

  /** The terms of a page as it is written. */
  private List<Entry> entries(Page page) {
    String html = scene.bodies().of(page).body().html().toString();
    List<Entry> entries = new ArrayList<>();
    Matcher term = TERM.matcher(html);
    int close = -1;
    while (term.find()) {
      if (close < term.end()) {
        int next = html.indexOf("</dl>", term.end());
        close = next < 0 ? html.length() : next;
      }
      Matcher id = ID.matcher(term.group(1));
      String bare = term.group(2).replaceAll("</?dfn>", "").strip();
      String given = id.find() ? id.group(1) : "term-" + Urls.slug(bare.replaceAll("<[^>]*>", ""));
      entries.add(new Entry(given, bare, definition(html, term.end(), close)));
    }
    return entries;
  }

  private static String definition(String html, int from, int close) {
    int next = html.indexOf("<dt", from);
    return html.substring(from, next < 0 ? close : Math.min(next, close)).strip();
  }

  /** The terms of each language that has as many as the source, so that they are the same ones. */
  private Map<Language, List<Entry>> aligned(LessonPage page) {
    Map<Language, List<Entry>> all = new HashMap<>();
    Language source = scene.config().sourceLanguage();
    List<Entry> first =
        scene.site().page(page.ref().in(source)).map(this::entries).orElse(List.of());
    for (Page other : scene.site().translationsOf(page.id())) {
      List<Entry> entries = entries(other);
      if (entries.size() == first.size() && other.header().coverage().real()) {
        all.put(other.language(), entries);
      }
    }
    all.put(source, first);
    return all;
  }

  /** The text of a glossary with anchors, and below each term its names in other languages. */
  Html text(LessonPage page) {
    String html = scene.bodies().of(page).body().html().toString();
    Map<Language, List<Entry>> aligned = aligned(page);
    List<Entry> source = aligned.getOrDefault(scene.config().sourceLanguage(), List.of());
    List<Entry> own = entries(page);
    boolean same = own.size() == source.size();
    StringBuilder out = new StringBuilder();
    Matcher term = TERM.matcher(html);
    int from = 0;
    for (int i = 0; term.find(); i++) {
      Entry entry = own.get(i);
      String id = same ? source.get(i).id() : entry.id();
      String attributes = ID.matcher(term.group(1)).replaceAll("");
      out.append(html, from, term.start());
      out.append("<dt id=\"").append(id).append('"').append(attributes).append("><dfn>");
      out.append(entry.term()).append("</dfn>");
      out.append(names(others(page.language(), aligned, i, entry))).append("</dt>");
      from = term.end();
    }
    return new Html(out.append(html, from, html.length()).toString());
  }

  private static String names(List<LanguageTermView> others) {
    StringBuilder out = new StringBuilder();
    for (LanguageTermView other : others) {
      out.append("<span><b>").append(other.tag()).append("</b> <i lang=\"").append(other.tag());
      out.append("\" dir=\"").append(other.direction()).append("\">");
      out.append(other.term()).append("</i></span>");
    }
    return out.isEmpty() ? "" : "<span class=\"names\">" + out + "</span>";
  }

  private List<LanguageTermView> others(
      Language own, Map<Language, List<Entry>> aligned, int index, Entry entry) {
    List<LanguageTermView> others = new ArrayList<>();
    for (Language language : scene.languages()) {
      List<Entry> entries = aligned.getOrDefault(language, List.of());
      if (!language.equals(own) && index < entries.size()) {
        Entry other = entries.get(index);
        if (!other.plain().equals(entry.plain())) {
          others.add(
              new LanguageTermView(language.tag(), language.direction(), new Html(other.term())));
        }
      }
    }
    return others;
  }

  /** Whether any lesson has a glossary. */
  boolean any() {
    return scene.site().pages(scene.config().sourceLanguage()).stream()
        .anyMatch(p -> p instanceof LessonPage l && l.role() == LessonPage.Role.GLOSSARY);
  }

  /** The terms of all lessons in a language, in its alphabetical order. */
  List<GlossaryEntryView> all(PageContext context) {
    List<GlossaryEntryView> views = new ArrayList<>();
    for (LessonHome home : scene.site().pages(LessonHome.class, context.language())) {
      scene
          .site()
          .lessonPage(home.id(), LessonPage.Role.GLOSSARY, context.language())
          .ifPresent(page -> add(context, home, page, views));
    }
    Collator collator = Collator.getInstance(context.locale());
    views.sort(
        Comparator.comparing(GlossaryEntryView::plain, collator)
            .thenComparing(GlossaryEntryView::href));
    return views;
  }

  private void add(
      PageContext context, LessonHome home, LessonPage page, List<GlossaryEntryView> views) {
    Map<Language, List<Entry>> aligned = aligned(page);
    List<Entry> source = aligned.getOrDefault(scene.config().sourceLanguage(), List.of());
    List<Entry> own = entries(page);
    Language really = context.languageOf(page);
    for (int i = 0; i < own.size(); i++) {
      Entry entry = own.get(i);
      String id = own.size() == source.size() ? source.get(i).id() : entry.id();
      views.add(
          new GlossaryEntryView(
              entry.plain(),
              new Html(entry.term()),
              definition(entry, page, context),
              really.tag(),
              really.direction(),
              context.href(page) + "#" + id,
              context.link(home),
              others(context.language(), aligned, i, entry)));
    }
  }

  // On the lesson's own page the whole text is marked as being in another language; here it is not.
  private static Html definition(Entry entry, LessonPage page, PageContext context) {
    String html = MovedHtml.of(entry.definition(), page.path(), context.path());
    Language really = context.languageOf(page);
    return really.equals(context.language())
        ? new Html(html)
        : new Html(
            DEFINITION
                .matcher(html)
                .replaceAll("$0 lang=\"" + really.tag() + "\" dir=\"" + really.direction() + "\""));
  }

  /** The page that introduces the glossary of the site, if somebody wrote one. */
  Optional<Page> introduction(Language language) {
    return scene.site().page(new PageRef(new org.chasqui.site.PageId("glossary"), language));
  }

  /** The address of the glossary of the site. */
  static SitePath path(Scene scene, Language language) {
    return scene.config().root(language).resolve("glossary/");
  }
}
