package org.chasqui.site;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;

/**
 * The finished site, not yet written, with what is worth checking about it.
 *
 * @param files every file, by path
 * @param links every internal link that an author wrote
 */
public record RenderedSite(List<OutputFile> files, List<LinkUse> links) {

  /**
   * An internal link.
   *
   * @param from the page that has it
   * @param written the target as the author wrote it
   * @param target where it leads, if anything of the site answers to it
   * @param fragment the part after {@code #}
   * @param image whether it is a picture
   * @param span where it was written
   */
  public record LinkUse(
      PageRef from,
      String written,
      Optional<SitePath> target,
      Optional<String> fragment,
      boolean image,
      SourceSpan span) {}
}
