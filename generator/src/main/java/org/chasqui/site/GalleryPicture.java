package org.chasqui.site;

import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;

/**
 * One picture of a gallery, as a data file tells it.
 *
 * @param source as written: a path, or a URL
 * @param alt what it shows, for people who cannot see it
 * @param caption what is said below it; inline Markdown
 * @param credit whose it is; inline Markdown
 * @param link where it leads; without it readers get the picture itself
 * @param span where it was written
 */
public record GalleryPicture(
    String source,
    Optional<Text> alt,
    Optional<Text> caption,
    Optional<Text> credit,
    Optional<String> link,
    SourceSpan span) {

  GalleryPicture in(String place, TextMapper mapper) {
    return new GalleryPicture(
        source,
        alt.map(text -> mapper.text(place + ".alt", text)),
        caption.map(text -> mapper.text(place + ".caption", text)),
        credit.map(text -> mapper.text(place + ".credit", text)),
        link,
        span);
  }
}
