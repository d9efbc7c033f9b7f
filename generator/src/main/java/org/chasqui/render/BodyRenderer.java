package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.markdown.Heading;
import org.chasqui.markdown.LanguageStretch;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Problem;
import org.chasqui.markdown.RecordedHtml;
import org.chasqui.markdown.RenderOptions;
import org.chasqui.markdown.RenderedHtml;
import org.chasqui.site.Body;
import org.chasqui.site.Coverage;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.Page;
import org.chasqui.theme.HeadingView;
import org.chasqui.theme.Html;

/** Renders the Markdown of one page. */
final class BodyRenderer {
  /** Where a shortcode wants the table of contents, which is known only when all is rendered. */
  static final String CONTENTS = "<!--contents-->";

  private static final Pattern HEADING = Pattern.compile("<h[2-6] [^>]*>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LANG = Pattern.compile(" lang=\"([^\"]*)\"");

  private static final Memory.Kept<RecordedHtml> HTML =
      new Memory.Kept<>("html", new Memory.Written<>(RecordedHtml::down, RecordedHtml::up));

  private final PageContext context;
  private final Page page;
  private final ContentLinks links;
  private ContentLinks asked;

  BodyRenderer(PageContext context, Page page, ContentLinks links) {
    this.context = context;
    this.page = page;
    this.links = links;
    this.asked = links;
  }

  /**
   * The text of a page and its table of contents.
   *
   * @param html the text
   * @param contents its headings, two levels deep
   */
  record Rendered(Html html, List<HeadingView> contents) {}

  /** No text at all. */
  static final Rendered NOTHING = new Rendered(Html.EMPTY, List.of());

  Rendered render() {
    if (page.body().isBlank()) {
      return NOTHING;
    }
    // Authors begin with # or with ##; the page's title must stay the only h1.
    RenderedHtml result = render(0);
    if (result.headings().stream().anyMatch(heading -> heading.level() == 1)) {
      result = render(1);
    }
    links.addAll(asked.uses());
    result.problems().forEach(problem -> report(problem, page.body()));
    List<HeadingView> contents = contents(result);
    return new Rendered(new Html(wrapped(withContents(result.html(), contents))), contents);
  }

  /** A Markdown text of the front matter, whose links are already known to stand there. */
  Html block(Body body) {
    RenderedHtml result = Markdown.render(body.markdown(), options(links, 1, body));
    result.problems().forEach(problem -> report(problem, body));
    return new Html(wrapped(result.html()));
  }

  private RenderedHtml render(int shift) {
    Memory memory = context.scene().input().memory();
    Body body = page.body();
    if (!memory.keeps(HTML)) {
      return Markdown.render(body.markdown(), fresh(shift));
    }
    // Those who teach see more on the same address.
    boolean whole = context.scene().site().page(page.ref()).filter(p -> p == page).isEmpty();
    String about = page.ref() + " " + shift + " " + whole + " " + context.path();
    return memory
        .recallIf(
            HTML,
            about,
            RecordedHtml.input(body.digest(), fresh(shift)),
            before -> before.holds(fresh(shift)),
            () -> Markdown.record(body.markdown(), fresh(shift)))
        .html();
  }

  // Whoever asks anew begins a new list of links.
  private RenderOptions fresh(int shift) {
    asked = new ContentLinks(context, page);
    return options(asked, shift, page.body());
  }

  private RenderOptions options(ContentLinks resolver, int shift, Body body) {
    return new RenderOptions(
        resolver,
        List.of(new Shortcodes(context, page, resolver)),
        stretches(body),
        this::word,
        shift,
        this::file,
        Optional.of(context.scene().formulas()));
  }

  // Another page's text may change while all else stays the same, and so may a template.
  private Optional<String> file(String path) {
    if (path.endsWith(".md") || path.endsWith(".ftlh")) {
      context.scene().borrow();
    }
    return context.scene().links().text(page, path);
  }

  // Titles of boxes and labels of outputs are in the language of the text around them.
  private String word(String id) {
    return isFallback()
        ? new PageContext(context.scene(), sourceLanguage(), context.path()).word(id)
        : context.word(id);
  }

  private List<LanguageStretch> stretches(Body body) {
    return isFallback() ? List.of() : body.fallbacks().stream().map(BodyRenderer::stretch).toList();
  }

  private static LanguageStretch stretch(Body.Fallback fallback) {
    String cssClass =
        fallback.state() == Body.Fallback.State.OUTDATED ? "outdated" : "untranslated";
    return new LanguageStretch(
        fallback.start(),
        fallback.end(),
        fallback.language().tag(),
        fallback.language().direction(),
        cssClass);
  }

  // All of it in the source language: not if another language stands in for some of it.
  private boolean isFallback() {
    return page.header().coverage().mode() == Coverage.Mode.FALLBACK
        && page.body().fallbacks().stream().allMatch(f -> f.language().equals(sourceLanguage()));
  }

  // A page of which nothing is translated is marked as a whole, not paragraph by paragraph.
  private String wrapped(String html) {
    if (!isFallback()) {
      return context.leftToRightCode(html);
    }
    Language language = sourceLanguage();
    return "<div lang=\""
        + language.tag()
        + "\" dir=\""
        + language.direction()
        + "\">\n"
        + html
        + "</div>\n";
  }

  private String withContents(String html, List<HeadingView> contents) {
    return html.contains(CONTENTS)
        ? html.replace(
            CONTENTS, context.scene().fill("contents", Map.of("contents", contents), context))
        : html;
  }

  private void report(Problem problem, Body body) {
    context
        .scene()
        .diagnostics()
        .add(
            new Diagnostic(
                problem.severity(),
                problem.code(),
                problem.message(),
                body.origin(problem.start(), problem.end()),
                problem.help()));
  }

  private List<HeadingView> contents(RenderedHtml result) {
    Map<String, Language> languages = headingLanguages(result.html());
    List<HeadingView> top = new ArrayList<>();
    for (Heading heading : result.headings()) {
      Language own = languages.getOrDefault(heading.id(), context.language());
      Html label = context.marked(heading.html(), isFallback() ? sourceLanguage() : own);
      HeadingView view = new HeadingView(heading.level(), heading.id(), label, new ArrayList<>());
      if (heading.level() == 2 || (heading.level() == 3 && top.isEmpty())) {
        top.add(view);
      } else if (heading.level() == 3) {
        top.get(top.size() - 1).children().add(view);
      }
    }
    return top;
  }

  // A heading that is not translated must be read out in its own language up here too.
  private static Map<String, Language> headingLanguages(String html) {
    if (!html.contains(" lang=\"")) {
      return Map.of(); // most pages: and looking for headings in all of a page is dear
    }
    Map<String, Language> languages = new HashMap<>();
    Matcher heading = HEADING.matcher(html);
    while (heading.find()) {
      Matcher id = ID.matcher(heading.group());
      Matcher language = LANG.matcher(heading.group());
      if (id.find() && language.find()) {
        languages.put(id.group(1), Language.of(language.group(1)));
      }
    }
    return languages;
  }

  private Language sourceLanguage() {
    return context.scene().config().sourceLanguage();
  }
}
