package org.chasqui.render;

import java.util.Optional;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.Site;

/**
 * Renders single pages of a site of which the rest stays as it was: what an author sees at once
 * after saving, before the whole site is made again. It says nothing of what is wrong with a page,
 * since the whole build will.
 */
public final class OnePage {
  private final Scene scene;
  private final SizedImages sized;

  /**
   * @param site every page in every language
   * @param input what {@link SiteRenderer#render} was given
   */
  public OnePage(Site site, RenderInput input) {
    this.scene = new Scene(site, input, new Diagnostics());
    this.sized = new SizedImages(input.images(), site.config().baseUrl());
  }

  /** The file of a page; nothing if it is not made from that page alone. */
  public Optional<OutputFile> render(Page page) {
    // A lesson's front page tells how big its downloads are, which are made of all its pages.
    if (page instanceof LessonHome || !SiteRenderer.isAlone(scene, page)) {
      return Optional.empty();
    }
    return new PagePages(scene, Notes.withoutNotes(page))
        .render().files().stream().findFirst().map(sized::in);
  }
}
