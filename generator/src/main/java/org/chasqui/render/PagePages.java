package org.chasqui.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.PathPage;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Picture;
import org.chasqui.site.Post;
import org.chasqui.theme.DateView;
import org.chasqui.theme.HeadView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LanguageLinkView;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.NoticeView;
import org.chasqui.theme.PageView;
import org.chasqui.theme.PictureView;
import org.jspecify.annotations.Nullable;

/** Makes the page of one {@link Page}. */
final class PagePages {
  private final Scene scene;
  private final Page page;
  private final PageContext context;
  private final ContentLinks links;

  PagePages(Scene scene, Page page) {
    this.scene = scene;
    this.page = page;
    this.context = new PageContext(scene, page.language(), page.path());
    this.links = new ContentLinks(context, page);
  }

  Done render() {
    Map<String, Object> model = new HashMap<>();
    PageView view = fill(model, context.text(page.header().title()));
    addDetails(model, view);
    String html = scene.fill(view.kind(), model, context);
    return new Done(List.of(new OutputFile.Text(page.path().output(), html)), links.uses());
  }

  /** Puts what every page has into a model: also for lists that a page introduces. */
  PageView fill(Map<String, Object> model, Html title) {
    Frame frame = frame(title);
    Chrome chrome = new Chrome(context);
    BodyRenderer.Rendered body = body();
    List<LanguageLinkView> languages = chrome.languages(frame);
    @Nullable PictureView picture =
        picture().flatMap(p -> Pictures.own(links, p, context)).orElse(null);
    PageView view = view(frame, languages, body, picture);
    String image = picture == null ? "" : picture.absolute();
    Html data = new StructuredData(context).of(page, image, body.html());
    model.put("site", chrome.site(frame));
    HeadView head = Heads.of(frame, languages, image, data);
    model.put("head", page.header().canonical().map(head::published).orElse(head));
    page.header().canonical().ifPresent(url -> model.put("original", away(url)));
    page.header().elsewhere().ifPresent(url -> model.put("elsewhere", away(url)));
    model.put("page", view);
    return view;
  }

  private BodyRenderer.Rendered body() {
    if (scene.bodies().has(page)) {
      SharedBodies.Shown shown = scene.bodies().of(page);
      links.addAll(shown.links());
      return page instanceof LessonPage part && part.role() == LessonPage.Role.GLOSSARY
          ? new BodyRenderer.Rendered(new Glossaries(scene).text(part), shown.body().contents())
          : shown.body();
    }
    return new BodyRenderer(context, page, links).render();
  }

  private static LinkView away(String url) {
    return new LinkView(url, Urls.host(url), false, "");
  }

  List<org.chasqui.site.RenderedSite.LinkUse> links() {
    return links.uses();
  }

  private Optional<Picture> picture() {
    if (page instanceof PersonPage person && person.person().picture().isPresent()) {
      return person.person().picture();
    }
    if (page instanceof OrganisationPage organisation
        && organisation.organisation().logo().isPresent()) {
      return organisation.organisation().logo();
    }
    return page.header().picture();
  }

  private Frame frame(Html title) {
    Chrome chrome = new Chrome(context);
    return new Frame(
        context,
        Details.kind(page),
        chrome.sectionOf(page).map(Section::id).orElse(page.id().section()),
        Frame.variants(scene, page),
        title,
        PageContext.plain(page.header().title()),
        scene.description(page),
        chrome.trail(page));
  }

  private PageView view(
      Frame frame,
      List<LanguageLinkView> languages,
      BodyRenderer.Rendered body,
      @Nullable PictureView picture) {
    var header = page.header();
    List<LinkView> tags =
        scene.terms().of(page).stream().map(term -> TermPages.link(context, term)).toList();
    return new PageView(
        frame.kind(),
        page.id().value(),
        page.language().tag(),
        page.language().direction(),
        frame.title(),
        frame.plainTitle(),
        context.text(header.summary()),
        frame.trail(),
        languages,
        notice(),
        body.html(),
        body.contents(),
        day(header.date()),
        day(scene.updated(page)),
        header.authors().stream().map(context::person).toList(),
        header.coverage().translators(),
        tags,
        picture,
        Edits.of(scene, page),
        header.params());
  }

  private @Nullable DateView day(Optional<java.time.OffsetDateTime> date) {
    return date.map(d -> context.day(d.toLocalDate())).orElse(null);
  }

  private @Nullable NoticeView notice() {
    Coverage coverage = page.header().coverage();
    if (coverage.complete() && coverage.real()) {
      return null;
    }
    Page original =
        scene.site().page(new PageRef(page.id(), scene.config().sourceLanguage())).orElse(page);
    int missing = Math.max(0, coverage.segments() - coverage.translated() - coverage.outdated());
    String kind = !coverage.real() ? "fallback" : missing > 0 ? "partial" : "outdated";
    return new NoticeView(
        kind,
        coverage.real() ? coverage.percent() : 0,
        missing,
        coverage.outdated(),
        coverage.changed().stream().map(section -> changed(original, section)).toList(),
        new LinkView(
            context.href(original), Html.escape(context.nameOf(original.language())), false, ""),
        original.language().tag(),
        Edits.ofTranslation(scene, page));
  }

  private LinkView changed(Page original, Coverage.Section section) {
    String anchor = section.anchor().isEmpty() ? "" : "#" + Urls.encode(section.anchor());
    String title = section.title().isEmpty() ? original.header().title().value() : section.title();
    return new LinkView(context.href(original) + anchor, Html.escape(title), false, "");
  }

  private void addDetails(Map<String, Object> model, PageView view) {
    Details details = new Details(context);
    Lessons lessons = new Lessons(context);
    Map<String, Object> own = new LinkedHashMap<>();
    if (page instanceof Post) {
      own.put("related", Cards.of(Related.to(page, scene), context));
    } else if (page instanceof Job job) {
      own.put("job", details.job(job));
    } else if (page instanceof Event event) {
      own.put("event", details.event(event));
    } else if (page instanceof LessonHome home) {
      own.put("lesson", lessons.lesson(home));
    } else if (page instanceof Episode episode) {
      own.put("episode", lessons.episode(episode));
    } else if (page instanceof LessonPage part) {
      lessons.home(part.lesson()).ifPresent(home -> own.put("menu", lessons.menu(home)));
    } else if (page instanceof PathPage path) {
      own.put("steps", lessons.steps(path));
      own.put("time", lessons.time(path));
    } else if (page instanceof HubPage hub) {
      own.put("hub", new HubViews(context).hub(hub));
      own.put("all", context.href(HubStatus.path(scene, page.language())));
    } else if (page instanceof PersonPage person) {
      own.put("person", details.person(person, view.picture()));
    } else if (page instanceof OrganisationPage organisation) {
      own.put("organisation", details.organisation(organisation, view.picture()));
    } else if (view.kind().equals("home")) {
      own.put("home", new ListPages(scene, page.language()).home(context));
    }
    model.putAll(own);
    if (page instanceof LessonHome || page instanceof Episode || page instanceof CommunityPage) {
      scene.history(page).ifPresent(file -> model.put("contributors", file.contributors()));
    }
    if (page instanceof CommunityPage) {
      Blocks blocks = new Blocks(context, page, links);
      model.put("blocks", blocks.all());
      links.addAll(blocks.uses());
    }
    scene.before(page).ifPresent(other -> model.put("previous", context.link(other)));
    scene.after(page).ifPresent(other -> model.put("next", context.link(other)));
    Citations.of(scene, page).ifPresent(citation -> model.put("citation", citation));
  }
}
