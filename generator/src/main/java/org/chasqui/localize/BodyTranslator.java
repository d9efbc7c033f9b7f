package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Segment;
import org.chasqui.markdown.Segment.Translatable;
import org.chasqui.markdown.Spliced;
import org.chasqui.site.Body;
import org.chasqui.site.Language;

/**
 * Says a body in another language: translations take the place of segments in the author's text,
 * and every stretch of the result knows the file it came from.
 */
final class BodyTranslator {
  private final Body body;
  private final List<Translatable> segments;
  private final Language source;
  private final Function<Translatable, Translations> translations;

  /**
   * @param translations what is known of a segment: by the page's catalogue or, of what it
   *     includes, by that file's
   */
  BodyTranslator(
      Body body,
      List<Translatable> segments,
      Language source,
      Function<Translatable, Translations> translations) {
    this.body = body;
    this.segments = segments;
    this.source = source;
    this.translations = translations;
  }

  /** The body in the other language. */
  Body translate() {
    List<Translatable> wanted =
        segments.stream().filter(segment -> decision(segment).state().shown()).toList();
    Spliced spliced = splice(wanted);
    if (!wanted.isEmpty() && !keepsStructure(spliced)) {
      spliced = splice(sound(wanted));
    }
    return assemble(spliced);
  }

  private Translations.Decision decision(Translatable segment) {
    return translations.apply(segment).of(Messages.key(segment));
  }

  private void refuse(Translatable segment) {
    translations.apply(segment).refuse(Messages.key(segment));
  }

  private Spliced splice(List<Translatable> wanted) {
    Set<Integer> starts = new HashSet<>();
    wanted.forEach(segment -> starts.add(segment.start()));
    return Markdown.splice(
        body.markdown(),
        segment ->
            starts.contains(segment.start())
                ? Optional.of(decision(segment).entry().translation())
                : Optional.empty());
  }

  private boolean keepsStructure(Spliced spliced) {
    return Markdown.sameStructure(body.markdown(), spliced.text());
  }

  // The translations that leave the page as it is; the others are refused. Rare, so it may cost.
  private List<Translatable> sound(List<Translatable> wanted) {
    List<Translatable> alone = soundOf(wanted);
    if (keepsStructure(splice(alone))) {
      return alone;
    }
    List<Translatable> together = new ArrayList<>();
    for (Translatable segment : alone) {
      together.add(segment);
      if (!keepsStructure(splice(together))) {
        together.remove(together.size() - 1);
        refuse(segment);
      }
    }
    return together;
  }

  // By halves: with few culprits most of the page is cleared at once.
  private List<Translatable> soundOf(List<Translatable> wanted) {
    if (wanted.isEmpty() || keepsStructure(splice(wanted))) {
      return wanted;
    }
    if (wanted.size() == 1) {
      refuse(wanted.get(0));
      return List.of();
    }
    List<Translatable> sound = new ArrayList<>(soundOf(wanted.subList(0, wanted.size() / 2)));
    sound.addAll(soundOf(wanted.subList(wanted.size() / 2, wanted.size())));
    return sound;
  }

  private Body assemble(Spliced spliced) {
    NavigableMap<Integer, SourceSpan> origins = new TreeMap<>();
    List<Body.Fallback> fallbacks = new ArrayList<>();
    for (Spliced.Piece piece : spliced.pieces()) {
      boolean translatable =
          piece.segment() instanceof Translatable segment && !segment.message().isBlank();
      if (piece.translated() && piece.segment() instanceof Translatable segment) {
        String text = spliced.text().substring(piece.start(), piece.end());
        origins.putAll(written(decision(segment).entry(), text, piece));
      } else {
        origins.putAll(copied(piece));
      }
      if (translatable && !piece.translated() && piece.end() > piece.start()) {
        Body.Fallback.State why = decision((Translatable) piece.segment()).state().fallback();
        fallbacks.add(new Body.Fallback(piece.start(), piece.end(), source, why));
      } else if (translatable && decision((Translatable) piece.segment()).marked()) {
        Translations.Decision said = decision((Translatable) piece.segment());
        fallbacks.add(
            new Body.Fallback(
                piece.start(), piece.end(), said.language(), said.state().fallback()));
      }
    }
    if (origins.isEmpty()) {
      origins.putAll(body.origins());
    }
    return new Body(spliced.text(), origins, fallbacks);
  }

  // Where the translator wrote it: to the letter if splicing had nothing to escape.
  private NavigableMap<Integer, SourceSpan> written(
      PoEntry entry, String text, Spliced.Piece piece) {
    NavigableMap<Integer, SourceSpan> map = new TreeMap<>();
    Optional<SourceSpan> whole = entry.translationSpan(0);
    if (whole.isEmpty()) {
      return copied(piece);
    }
    map.put(piece.start(), whole.get());
    if (text.equals(entry.translation())) {
      for (Map.Entry<Integer, SourceSpan> run : entry.translationOrigins().entrySet()) {
        map.put(piece.start() + run.getKey(), run.getValue());
      }
    }
    return map;
  }

  private NavigableMap<Integer, SourceSpan> copied(Spliced.Piece piece) {
    Segment segment = piece.segment();
    NavigableMap<Integer, SourceSpan> map = new TreeMap<>();
    map.put(piece.start(), body.origin(segment.start(), segment.end()));
    body.origins()
        .subMap(segment.start(), false, segment.end(), false)
        .forEach((at, span) -> map.put(piece.start() + at - segment.start(), span));
    return map;
  }
}
