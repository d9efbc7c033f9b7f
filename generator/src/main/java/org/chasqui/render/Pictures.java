package org.chasqui.render;

import java.util.Optional;
import org.chasqui.site.Page;
import org.chasqui.site.Picture;
import org.chasqui.site.SitePath;
import org.chasqui.theme.PictureView;

/** Pictures that front matter names. */
final class Pictures {
  private Pictures() {}

  /** A picture of a page, as seen from its own address; its link is recorded. */
  static PictureView own(ContentLinks links, Picture picture, PageContext context) {
    ContentLinks here = links.at(picture.span());
    String src = here.resolve(picture.source(), true, 0, 0);
    links.addAll(here.uses());
    return view(src, here, picture, context);
  }

  /** A picture of another page: on its card. */
  static PictureView of(Page owner, Picture picture, PageContext context) {
    ContentLinks links = new ContentLinks(context, owner);
    return view(links.resolve(picture.source(), true, 0, 0), links, picture, context);
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
