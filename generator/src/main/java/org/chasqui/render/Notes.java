package org.chasqui.render;

import java.util.Set;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Body;
import org.chasqui.site.Episode;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.Page;
import org.chasqui.site.Site;

/**
 * What those who teach see and learners do not. Everything that is rendered for learners is made of
 * a site from which the notes were taken before: no page, list or feed can let one slip.
 */
final class Notes {
  private static final Set<String> BOXES = Set.of("instructor", "instructors");

  private Notes() {}

  /** A site as learners may see it. */
  static Site withoutNotes(Site site) {
    return site.mapping(Notes::withoutNotes);
  }

  /** A page as learners may see it. */
  static Page withoutNotes(Page page) {
    boolean lesson =
        page instanceof Episode || page instanceof LessonHome || page instanceof LessonPage;
    if (!lesson || isForInstructors(page)) {
      return page;
    }
    Body body = page.body();
    String text = Markdown.withoutBoxes(body.markdown(), BOXES);
    return text.equals(body.markdown())
        ? page
        : page.withBody(new Body(text, body.origins(), body.fallbacks()));
  }

  /** Whether a page as a whole is for those who teach. */
  static boolean isForInstructors(Page page) {
    return page instanceof LessonPage part && part.role() == LessonPage.Role.INSTRUCTORS;
  }
}
