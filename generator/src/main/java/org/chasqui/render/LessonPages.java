package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chasqui.render.LessonBook.Collection;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.SitePath;
import org.chasqui.theme.CollectionPartView;
import org.chasqui.theme.FigureView;
import org.chasqui.theme.HeadView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;

/**
 * Makes the pages of one lesson that nobody wrote: what is gathered from its episodes, and the view
 * for those who teach. Search engines are asked to leave them out, for they say again what stands
 * elsewhere.
 */
final class LessonPages {
  private final Scene scene;
  private final LessonHome home;

  LessonPages(Scene scene, LessonHome home) {
    this.scene = scene;
    this.home = home;
  }

  List<Supplier<Done>> tasks() {
    List<Supplier<Done>> tasks = new ArrayList<>();
    tasks.add(this::collections);
    if (!home.lesson().episodes().isEmpty()) {
      tasks.add(this::instructorHome);
      for (Episode episode : scene.site().episodes(home.lesson(), home.language())) {
        tasks.add(() -> taught(episode));
      }
    }
    return tasks;
  }

  // ---- what is gathered --------------------------------------------------------------------

  private Done collections() {
    LessonBook book = scene.bodies().book(home);
    List<OutputFile> files = new ArrayList<>();
    for (Collection each : book.collections()) {
      files.add(collection(book, each));
    }
    return new Done(files, List.of());
  }

  private OutputFile collection(LessonBook book, Collection kind) {
    PageContext context = new PageContext(scene, home.language(), kind.of(home));
    Map<String, Object> model = new HashMap<>();
    String title = context.word("collection." + kind.id());
    made(context, model, "collection", title, other -> place(kind, other), BodyRenderer.NOTHING);
    List<CollectionPartView> parts = new ArrayList<>();
    for (Episode episode : book.episodes()) {
      CollectionPartView part = part(context, book, kind, episode);
      if (!(part.points().isEmpty() && part.figures().isEmpty() && part.texts().isEmpty())) {
        parts.add(part);
      }
    }
    model.put("collection", kind.id());
    model.put("parts", parts);
    model.put("menu", new Lessons(context).menu(home));
    return new OutputFile.Text(context.path().output(), scene.fill("collection", model, context));
  }

  // A translation may have nothing to gather, a page without pictures for example.
  private SitePath place(Collection kind, LessonHome other) {
    boolean there = scene.bodies().book(other).collections().contains(kind);
    return there ? kind.of(other) : other.path();
  }

  private CollectionPartView part(
      PageContext context, LessonBook book, Collection kind, Episode episode) {
    List<Html> points = new ArrayList<>();
    List<FigureView> figures = new ArrayList<>();
    List<Html> texts = new ArrayList<>();
    switch (kind) {
      case KEY_POINTS -> points.addAll(context.texts(episode.details().keypoints()));
      case FIGURES ->
          book.figures().stream()
              .filter(figure -> figure.episode().ref().equals(episode.ref()))
              .map(figure -> figure(context, figure))
              .forEach(figures::add);
      case EXERCISES ->
          book.exercises().stream()
              .filter(exercise -> exercise.episode().ref().equals(episode.ref()))
              .map(exercise -> moved(context, book, episode, exercise.html()))
              .forEach(texts::add);
      case ALL ->
          texts.add(
              moved(
                  context,
                  book,
                  episode,
                  MovedHtml.sunk(scene.bodies().of(episode).body().html().toString())));
    }
    Language really = context.languageOf(episode);
    return new CollectionPartView(
        anchor(episode),
        context.link(episode),
        really.tag(),
        really.direction(),
        points,
        figures,
        texts,
        new Lessons(context).episode(episode));
  }

  private static FigureView figure(PageContext context, LessonBook.Figure figure) {
    String src = MovedHtml.rebased(figure.src(), figure.episode().path(), context.path());
    return new FigureView(src, new Html(figure.alt()));
  }

  private static String anchor(Episode episode) {
    return "episode-" + Urls.slug(episode.id().name());
  }

  // On one page the ids of several episodes must not meet, and links between them stay on it.
  private Html moved(PageContext context, LessonBook book, Episode episode, String html) {
    Map<SitePath, Episode> here = new HashMap<>();
    if (context.path().equals(Collection.ALL.of(home))) {
      book.episodes().forEach(other -> here.put(other.path(), other));
    }
    String own = anchor(episode) + "-";
    Set<String> ids = MovedHtml.ids(html);
    return new Html(
        MovedHtml.of(
            html,
            url -> {
              if (url.equals("#") || (url.startsWith("#") && ids.contains(url.substring(1)))) {
                return url.length() == 1 ? url : "#" + own + url.substring(1);
              }
              if (url.startsWith("#")) {
                return context.href(episode) + url;
              }
              boolean elsewhere = url.isEmpty() || url.startsWith("/") || Urls.isAbsolute(url);
              Episode target = elsewhere ? null : here.get(MovedHtml.target(url, episode.path()));
              int hash = url.indexOf('#');
              return target == null
                  ? MovedHtml.rebased(url, episode.path(), context.path())
                  : "#" + anchor(target) + (hash < 0 ? "" : "-" + url.substring(hash + 1));
            },
            id -> own + id));
  }

  // ---- for those who teach -----------------------------------------------------------------

  /** The address of the view for those who teach. */
  static SitePath instructor(Scene scene, LessonHome home) {
    return scene
        .site()
        .lessonPage(home.id(), LessonPage.Role.INSTRUCTORS, home.language())
        .map(Page::path)
        .orElse(home.path().resolve("instructor/"));
  }

  /** The address of an episode in it. */
  static SitePath instructor(Scene scene, LessonHome home, Episode episode) {
    return instructor(scene, home).resolve(Urls.slug(episode.id().name()) + "/");
  }

  private Done instructorHome() {
    Optional<LessonPage> notes =
        scene.site().lessonPage(home.id(), LessonPage.Role.INSTRUCTORS, home.language());
    PageContext context = new PageContext(scene, home.language(), instructor(scene, home));
    Map<String, Object> model = new HashMap<>();
    BodyRenderer.Rendered body = BodyRenderer.NOTHING;
    List<LinkUse> links = new ArrayList<>();
    if (notes.isPresent()) {
      SharedBodies.Shown shown = scene.bodies().of(notes.get());
      body = shown.body();
      links.addAll(shown.links());
    }
    SharedBodies.Shown front = scene.bodies().taught(home);
    String title = title(home);
    made(context, model, "instructor", title, other -> instructor(scene, other), body);
    if (!front.equals(scene.bodies().of(home))) {
      links.addAll(front.links());
      model.put("front", open(front, home, context));
    }
    model.put("lesson", Lessons.forTeachers(context).lesson(home));
    notes.ifPresent(page -> model.put("edit", Edits.of(scene, page)));
    return new Done(
        List.of(
            new OutputFile.Text(context.path().output(), scene.fill("instructor", model, context))),
        links);
  }

  private Done taught(Episode episode) {
    PageContext context = new PageContext(scene, home.language(), instructor(scene, home, episode));
    SharedBodies.Shown shown = scene.bodies().taught(episode);
    BodyRenderer.Rendered body =
        new BodyRenderer.Rendered(open(shown, episode, context), shown.body().contents());
    Map<String, Object> model = new HashMap<>();
    made(
        context,
        model,
        "instructor-episode",
        title(episode),
        other ->
            scene
                .site()
                .page(new PageRef(episode.id(), other.language()))
                .map(page -> instructor(scene, other, (Episode) page))
                .orElse(instructor(scene, other)),
        body);
    model.put("episode", Lessons.forTeachers(context).episode(episode));
    model.put("learners", context.href(episode));
    boolean own = !shown.equals(scene.bodies().of(episode));
    return new Done(
        List.of(
            new OutputFile.Text(
                context.path().output(), scene.fill("instructor-episode", model, context))),
        own ? shown.links() : List.of());
  }

  private static String title(Page page) {
    return PageContext.plain(page.header().title());
  }

  // Who teaches wants to see solutions and notes at once.
  private static Html open(SharedBodies.Shown shown, Page page, PageContext context) {
    String moved = MovedHtml.of(shown.body().html().toString(), page.path(), context.path());
    return new Html(moved.replace("<details class=\"callout", "<details open class=\"callout"));
  }

  // ---- both --------------------------------------------------------------------------------

  private interface Place {
    SitePath in(LessonHome home);
  }

  private void made(
      PageContext context,
      Map<String, Object> model,
      String kind,
      String title,
      Place place,
      BodyRenderer.Rendered body) {
    Map<Language, Frame.Variant> variants = new LinkedHashMap<>();
    for (Page other : scene.site().translationsOf(home.id())) {
      boolean real = other.header().coverage().real();
      variants.put(other.language(), new Frame.Variant(place.in((LessonHome) other), real));
    }
    String lesson = PageContext.plain(home.header().title());
    List<LinkView> trail = new ArrayList<>(new Chrome(context).trail(home));
    trail.add(context.link(home));
    Frame frame =
        new Frame(
            context,
            kind,
            "lessons",
            variants,
            Html.escape(title),
            title + " · " + (kind.equals("collection") ? lesson : context.word("instructor.enter")),
            lesson + ": " + title,
            trail);
    ListPages.made(model, frame, body);
    model.put(
        "head",
        ((HeadView) Objects.requireNonNull(model.get("head")))
            .hidden(context.absolute(home.path())));
  }
}
