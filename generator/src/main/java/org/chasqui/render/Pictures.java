package org.chasqui.render;

import java.util.Optional;
import org.chasqui.site.Page;
import org.chasqui.site.Picture;
import org.chasqui.site.SitePath;
import org.chasqui.theme.PictureView;

/**
 * Pictures that front matter names. One that is not there is left out, as loading has warned; its
 * credit stays, because a text may owe it.
 */
final class Pictures {
  private Pictures() {}

  /** A picture of a page, as seen from its own address; its link is recorded. */
  static Optional<PictureView> own(ContentLinks links, Picture picture, PageContext context) {
    if (isMissing(links, picture)) {
      String href = picture.creditUrl().orElse("");
      return picture
          .credit()
          .map(c -> new PictureView("", "", "", context.text(picture.credit()), href));
    }
    ContentLinks here = links.at(picture.span());
    String src = here.resolve(picture.source(), true, 0, 0);
    links.addAll(here.uses());
    return Optional.of(view(src, here, picture, context));
  }

  /** A picture of another page: on its card. */
  static Optional<PictureView> of(Page owner, Picture picture, PageContext context) {
    ContentLinks links = new ContentLinks(context, owner);
    return isMissing(links, picture)
        ? Optional.empty()
        : Optional.of(view(links.resolve(picture.source(), true, 0, 0), links, picture, context));
  }

  private static boolean isMissing(ContentLinks links, Picture picture) {
    return !Urls.isAbsolute(picture.source().strip()) && links.find(picture.source()).isEmpty();
  }

  private static PictureView view(
      String src, ContentLinks links, Picture picture, PageContext context) {
    Optional<SitePath> file = links.find(picture.source());
    return new PictureView(
        src,
        file.map(context::absolute).orElse(Urls.isAbsolute(src) ? src : ""),
        PageContext.plain(picture.alt()),
        context.text(picture.credit()),
        picture.creditUrl().orElse(""));
  }
}
