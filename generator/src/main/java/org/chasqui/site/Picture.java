package org.chasqui.site;

import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;

/**
 * The picture that stands for a page, with its credit.
 *
 * @param source as written: a path of the site or beside the page, or a URL
 * @param alt what it shows, if it shows anything
 * @param credit whose it is
 * @param creditUrl where that is said
 * @param span where it was written
 */
public record Picture(
    String source,
    Optional<Text> alt,
    Optional<Text> credit,
    Optional<String> creditUrl,
    SourceSpan span) {

  Picture in(TextMapper mapper) {
    return new Picture(
        source,
        alt.map(text -> mapper.text("image.alt", text)),
        credit.map(text -> mapper.text("image.credit", text)),
        creditUrl,
        span);
  }
}
