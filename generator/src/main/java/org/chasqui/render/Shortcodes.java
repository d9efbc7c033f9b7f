package org.chasqui.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Directive;
import org.chasqui.markdown.DirectiveRenderer;
import org.chasqui.markdown.LinkResolver;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Event;
import org.chasqui.site.Job;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.theme.CardView;
import org.chasqui.theme.Html;
import org.chasqui.theme.ShortcodePageView;
import org.chasqui.theme.ShortcodeView;
import org.chasqui.theme.ThemeProblem;

/**
 * Shortcodes are templates of the theme: this hands them their arguments and the page. A box of
 * their name is the same, unless every site has boxes of that name.
 */
final class Shortcodes implements DirectiveRenderer {
  private static final Set<String> LINKS =
      Set.of("link", "href", "url", "button_url", "cta_url", "cta_link");
  private static final Set<String> PICTURES = Set.of("src", "image", "poster", "thumbnail");

  private static final Set<String> DATA = Set.of("data", "testimonials", "cohort");
  private static final Set<String> HEADED = Set.of("cohort", "open_jobs");
  private static final String GALLERY = "gallery";

  private final PageContext context;
  private final Page page;
  private final ContentLinks links;

  Shortcodes(PageContext context, Page page, ContentLinks links) {
    this.context = context;
    this.page = page;
    this.links = links;
  }

  @Override
  public Optional<String> render(Directive call) {
    boolean known = context.scene().input().theme().shortcodes().contains(call.name());
    boolean gallery = call.name().equals(GALLERY);
    if (!known || (call.kind() == Directive.Kind.DIV && Markdown.isBox(call.name()))) {
      return Optional.empty();
    }
    Map<String, Object> model = new HashMap<>();
    model.put("shortcode", view(call));
    model.put("page", pageView());
    model.put("data", context.scene().site().holdings().data());
    if (DATA.contains(call.name())) {
      data(call, model);
    }
    if (gallery) {
      model.put("pictures", new Galleries(context, page, links).pictures(call));
    }
    try {
      return context.scene().input().theme().shortcode(call.name(), model, context.phrases());
    } catch (ThemeProblem problem) {
      context.scene().report(problem);
      return Optional.of("");
    }
  }

  @Override
  public Set<String> shortcodes() {
    return Set.copyOf(context.scene().input().theme().shortcodes());
  }

  // The data file that a call names: the language's own copy, es/quotes, before the common one.
  private void data(Directive call, Map<String, Object> model) {
    Map<String, Object> data = context.scene().site().holdings().data();
    String name =
        call.positional().isEmpty()
            ? call.named().getOrDefault("file", call.named().getOrDefault("src", call.name()))
            : call.positional().get(0);
    String own = context.language().tag() + "/" + name;
    boolean translated = data.containsKey(own);
    Object found = translated ? data.get(own) : data.get(name);
    model.put("collection", found == null ? unknown(call, name, data) : found);
    Language written = translated ? context.language() : context.scene().config().sourceLanguage();
    LinkResolver resolver =
        (target, image, start, end) -> links.resolve(target, image, call.start(), call.end());
    model.putAll(new ShownData(context, written, resolver).functions());
  }

  private List<Object> unknown(Directive call, String name, Map<String, Object> data) {
    context
        .scene()
        .diagnostics()
        .add(
            Diagnostic.error(
                    "data-unknown",
                    page.body().origin(call.start(), call.end()),
                    "There is no data file '" + name + "'.")
                .help(
                    Suggestion.didYouMean(name, data.keySet())
                        .orElse("Data files lie below site-content/data/.")));
    return List.of();
  }

  private ShortcodeView view(Directive call) {
    return new ShortcodeView(
        call.name(),
        call.positional(),
        call.named(),
        call.name().equals(GALLERY) ? Map.of() : urls(call),
        new Html(call.html()),
        call.source(),
        level(call));
  }

  // Below the heading that it stands under; only these make headings, and few pages have them.
  private int level(Directive call) {
    if (!HEADED.contains(call.name())) {
      return 2;
    }
    List<Block.Heading> headings =
        Markdown.blocks(page.body().markdown()).stream()
            .filter(Block.Heading.class::isInstance)
            .map(Block.Heading.class::cast)
            .toList();
    int shift = headings.stream().anyMatch(h -> h.level() == 1) ? 1 : 0;
    int above =
        headings.stream()
            .filter(h -> h.start() < call.start())
            .reduce((first, second) -> second)
            .map(h -> h.level() + shift)
            .orElse(1);
    return Math.min(6, above + 1);
  }

  private Map<String, String> urls(Directive call) {
    Map<String, String> urls = new LinkedHashMap<>();
    call.named()
        .forEach(
            (name, value) -> {
              boolean picture = PICTURES.contains(name);
              if ((picture || LINKS.contains(name)) && !value.isBlank()) {
                urls.put(name, links.resolve(value, picture, call.start(), call.end()));
              }
            });
    for (int i = 0; i < call.positional().size(); i++) {
      String value = call.positional().get(i);
      // Of unnamed arguments only those are links that look like one, and no names of data files.
      boolean file = i == 0 && DATA.contains(call.name());
      boolean picture = GalleryNames.isPicture(value);
      if (!file && (value.contains("/") || picture)) {
        urls.put(Integer.toString(i), links.resolve(value, picture, call.start(), call.end()));
      }
    }
    return urls;
  }

  private ShortcodePageView pageView() {
    Details details = new Details(context);
    List<CardView> openJobs =
        context.scene().site().newest(Job.class, context.language()).stream()
            .filter(context.scene()::isOpen)
            .map(job -> Cards.of(job, context))
            .toList();
    return new ShortcodePageView(
        page.id().value(),
        Details.kind(page),
        page.language().tag(),
        context.text(page.header().title()),
        page.header().params(),
        page instanceof Job job ? details.job(job) : null,
        page instanceof Event event ? details.event(event) : null,
        openJobs);
  }
}
