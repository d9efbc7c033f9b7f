package org.chasqui.notebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Body;
import org.chasqui.site.Episode;
import org.chasqui.site.PageRef;

/**
 * The blocks of the texts of one run. The source of an episode is looked at once for its own
 * notebook, once for each language that takes the names of its cells from it, and once for what is
 * wrong with its code; and where nothing is translated yet, every language is the source.
 */
final class ReadOnce {
  private final Map<String, List<Block>> kept = new ConcurrentHashMap<>();
  private final Map<PageRef, Episode> bare = new ConcurrentHashMap<>();

  /** An episode without what only instructors read, also in lists and quotes. */
  Episode withoutNotes(Episode episode) {
    return bare.computeIfAbsent(episode.ref(), ref -> without(episode));
  }

  private static Episode without(Episode episode) {
    Body body = episode.body();
    String text = Markdown.withoutBoxes(body.markdown(), Set.of("instructor", "instructors"));
    return text.equals(body.markdown())
        ? episode
        : new Episode(
            episode.header(), new Body(text, body.origins(), body.fallbacks()), episode.details());
  }

  /** The blocks of a text that will be asked for again. */
  List<Block> source(String text) {
    return kept.computeIfAbsent(text, Markdown::blocks);
  }

  /** The blocks of a text. */
  List<Block> of(String text) {
    List<Block> known = kept.get(text);
    return known == null ? Markdown.blocks(text) : known;
  }
}
