package org.chasqui.render;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.site.TranslationReport.Change;
import org.chasqui.site.TranslationReport.Counts;
import org.chasqui.site.TranslationReport.OfLanguage;
import org.chasqui.site.TranslationReport.OfPage;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.TranslationView;

/**
 * The page {@code l10n/} in each language: how far the translations are, and for a translator what
 * to do next, in the language that they translate to.
 */
final class TranslationPages {
  /** Where it lies below a language's root. */
  static final String FOLDER = "l10n/";

  private static final String TEMPLATE = "translations";

  private final Scene scene;
  private final Language language;
  private final PageContext context;

  private TranslationPages(Scene scene, Language language) {
    this.scene = scene;
    this.language = language;
    this.context = new PageContext(scene, language, path(scene, language));
  }

  /** Whether there is something to tell, and a theme that can tell it. */
  static boolean any(Scene scene) {
    return !scene.input().translations().languages().isEmpty()
        && scene.input().theme().has(TEMPLATE);
  }

  static SitePath path(Scene scene, Language language) {
    return scene.config().root(language).resolve(FOLDER);
  }

  static List<Supplier<Done>> tasks(Scene scene, Language language) {
    return any(scene)
        ? List.of(() -> new Done(List.of(new TranslationPages(scene, language).page()), List.of()))
        : List.of();
  }

  private OutputFile page() {
    Map<String, Object> model = new HashMap<>();
    String title = context.word("l10n.title");
    ListPages.made(
        model,
        new Frame(
            context,
            "l10n",
            "",
            Frame.variants(scene, FOLDER),
            Html.escape(title),
            title,
            context.word("l10n.description"),
            List.of(new Chrome(context).home(false))));
    model.put(
        "translations",
        scene.input().translations().languages().stream().map(this::translation).toList());
    model.put("statusFile", context.href(TranslationFiles.STATUS));
    return new OutputFile.Text(context.path().output(), scene.fill(TEMPLATE, model, context));
  }

  private TranslationView translation(OfLanguage of) {
    Language other = of.language();
    Counts total = of.total();
    // What there is to do is for those who speak the language.
    boolean current = other.equals(language);
    return new TranslationView(
        other.tag(),
        other.ownName(),
        other.direction(),
        context.href(path(scene, other)),
        context.href(TranslationFiles.badge(other)),
        current,
        total.percent(),
        total.cosmetic() + total.outdated(),
        total.missing(),
        total.wordsToDo(),
        of.oldestStale().map(context::day).orElse(null),
        translators(of),
        current
            ? of.pages().stream().filter(TranslationPages::open).map(this::row).toList()
            : List.of(),
        current ? of.pages().stream().filter(p -> !open(p)).map(this::link).toList() : List.of());
  }

  private static boolean open(OfPage page) {
    return page.counts().wordsToDo() > 0;
  }

  static List<String> translators(OfLanguage of) {
    Set<String> names = new LinkedHashSet<>();
    of.pages().forEach(page -> names.addAll(page.translators()));
    return names.stream().sorted().toList();
  }

  private TranslationView.Row row(OfPage page) {
    Counts counts = page.counts();
    return new TranslationView.Row(
        link(page),
        page.file(),
        Edits.url(scene, page.file()),
        counts.percent(),
        counts.cosmetic() + counts.outdated(),
        counts.missing(),
        counts.wordsToDo(),
        page.changes().stream().map(change -> change(page, change)).toList());
  }

  private TranslationView.Change change(OfPage page, Change change) {
    Language source = scene.config().sourceLanguage();
    String anchor = change.anchor().isEmpty() ? "" : "#" + Urls.encode(change.anchor());
    return new TranslationView.Change(
        said(page).map(p -> context.href(p) + anchor).orElse(""),
        WordDiff.of(change.before(), change.now()),
        source.tag(),
        source.direction(),
        change.cosmetic());
  }

  private Optional<Page> said(OfPage page) {
    return page.page().flatMap(id -> scene.site().page(new PageRef(id, language)));
  }

  private LinkView link(OfPage page) {
    return said(page)
        .map(p -> new LinkView(context.href(p), context.text(p.header().title()), false, ""))
        .orElseGet(() -> new LinkView("", Html.escape(name(page.name())), false, ""));
  }

  // What has a catalogue and is no page: the interface, the site itself, captions that pages share.
  private String name(String catalogue) {
    return Set.of("site", "ui").contains(catalogue) ? context.word("l10n." + catalogue) : catalogue;
  }
}
