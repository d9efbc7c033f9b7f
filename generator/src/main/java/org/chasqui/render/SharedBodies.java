package org.chasqui.render;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.site.Episode;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;

/**
 * Texts as HTML that more than one file shows, each rendered once: those of lessons, and what is in
 * a feed.
 */
final class SharedBodies {
  private final Scene scene;
  private final Site full;
  private final Map<PageRef, Kept> learners = new ConcurrentHashMap<>();
  private final Map<PageRef, Kept> teachers = new ConcurrentHashMap<>();
  private final Map<PageRef, LessonBook> books = new ConcurrentHashMap<>();

  /**
   * @param full the site with the notes for instructors
   */
  SharedBodies(Scene scene, Site full) {
    this.scene = scene;
    this.full = full;
  }

  /**
   * A text as it stands on its own page.
   *
   * @param body the text
   * @param links the internal links in it
   */
  record Shown(BodyRenderer.Rendered body, List<LinkUse> links) {}

  /** Whether a page's text is shown by more than its own page. */
  boolean has(Page page) {
    return page instanceof Episode
        || page instanceof LessonHome
        || page instanceof LessonPage
        || scene.isInFeeds(page);
  }

  /** What learners see of a page. */
  Shown of(Page page) {
    return shown(learners, page);
  }

  /** What those who teach see of it. */
  Shown taught(Page page) {
    Page whole = full.page(page.ref()).orElse(page);
    return whole.body().equals(page.body()) ? of(page) : shown(teachers, whole);
  }

  // One that is just being written is there with one text after another.
  private Shown shown(Map<PageRef, Kept> all, Page page) {
    Kept kept = all.computeIfAbsent(page.ref(), ref -> new Kept(page, render(page)));
    return kept.page == page ? kept.shown : render(page);
  }

  private record Kept(Page page, Shown shown) {}

  /** The collections of a lesson in its language. */
  LessonBook book(LessonHome home) {
    return books.computeIfAbsent(home.ref(), ref -> LessonBook.of(scene, home));
  }

  private Shown render(Page page) {
    PageContext context = new PageContext(scene, page.language(), page.path());
    ContentLinks links = new ContentLinks(context, page);
    return new Shown(new BodyRenderer(context, page, links).render(), links.uses());
  }
}
