package org.chasqui.site;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown of a page. Text, not a tree, passes between the stages; every stretch of it knows
 * the file and place it came from, and which language it is in if that is not the page's.
 */
public final class Body {
  private static final WeakReference<String> NONE = new WeakReference<>(null);

  // The text from there on. Most bodies are the rest of a file, whose text is there anyway, or need
  // not be read: of a site of ten thousand pages a copy of each would be a tenth of all memory.
  private final SourceFile within;
  private final int from;
  // Whoever asks again and again, for each box of a text, is given the same copy.
  private volatile WeakReference<String> copy = NONE;
  private final NavigableMap<Integer, SourceSpan> origins;
  private final List<Fallback> fallbacks;

  /**
   * A stretch in another language than the page, because its translation is missing or no longer
   * says what the source says.
   *
   * @param start where it begins in {@link Body#markdown()}
   * @param end where it ends
   * @param language the language of the stretch
   * @param state why it was not translated
   */
  public record Fallback(int start, int end, Language language, State state) {
    /** Why a stretch stands in the source language. */
    public enum State {
      /** Nobody has translated it yet. */
      UNTRANSLATED,
      /** It was translated, but the source has changed since. */
      OUTDATED,
      /** Its translation would break the page and was refused. */
      REFUSED
    }
  }

  /**
   * A body.
   *
   * @param markdown the text
   * @param origins for the offset at which a stretch begins, where that stretch was written; the
   *     stretch reaches to the next key. Within a stretch offsets run in step with the source.
   * @param fallbacks stretches that are not in the page's language, in order, not overlapping
   */
  public Body(
      String markdown, NavigableMap<Integer, SourceSpan> origins, List<Fallback> fallbacks) {
    this(new SourceFile("", markdown), 0, origins, fallbacks);
  }

  private Body(
      SourceFile within,
      int from,
      SortedMap<Integer, SourceSpan> origins,
      List<Fallback> fallbacks) {
    this.within = within;
    this.from = from;
    this.origins = Collections.unmodifiableNavigableMap(new TreeMap<>(origins));
    this.fallbacks = List.copyOf(fallbacks);
  }

  /** A body that stands as it is in a file, from an offset to its end. */
  public static Body of(SourceFile file, int start) {
    TreeMap<Integer, SourceSpan> all = new TreeMap<>(Map.of(0, file.span(start, file.length())));
    return new Body(file, start, all, List.of());
  }

  /** Whether it is, to the last letter, the end of a file as its author wrote it. */
  public boolean ends(SourceFile file) {
    SourceSpan span = origins.isEmpty() ? file.top() : origins.firstEntry().getValue();
    return origins.size() == 1
        && fallbacks.isEmpty()
        && !span.file().isConverted()
        && span.file().path().equals(file.path())
        && isAt(file, span.start());
  }

  /** The text. */
  public String markdown() {
    if (from == 0) {
      return within.text();
    }
    String text = copy.get();
    if (text == null) {
      text = within.text().substring(from);
      copy = new WeakReference<>(text);
    }
    return text;
  }

  /** What tells the text from every other: {@link SourceFile#digest}. */
  public String digest() {
    return within.digest(from);
  }

  /** Whether nothing can be seen of it. */
  public boolean isBlank() {
    return within.isBlank(from);
  }

  /** Where the stretches were written, by the offsets at which they begin. */
  public NavigableMap<Integer, SourceSpan> origins() {
    return origins;
  }

  /** Stretches that are not in the page's language, in order, not overlapping. */
  public List<Fallback> fallbacks() {
    return fallbacks;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body body
        && isAt(body.within, body.from)
        && origins.equals(body.origins)
        && fallbacks.equals(body.fallbacks);
  }

  // Whether the text is what a longer one ends with.
  @SuppressWarnings("ReferenceEquality") // mostly it is the same one, which need not be compared
  private boolean isAt(SourceFile whole, int start) {
    return (whole == within && start == from)
        || (whole.length() - start == within.length() - from
            && whole.text().regionMatches(start, within.text(), from, within.length() - from));
  }

  @Override
  public int hashCode() {
    return Objects.hash(origins, fallbacks);
  }

  @Override
  public String toString() {
    return "Body[" + markdown() + ", " + origins + ", " + fallbacks + "]";
  }

  /** Where a stretch of the Markdown was written. */
  public SourceSpan origin(int start, int end) {
    Map.Entry<Integer, SourceSpan> entry = origins.floorEntry(start);
    if (entry == null) {
      entry = origins.firstEntry();
    }
    SourceSpan from = entry.getValue();
    int sourceStart = Math.min(from.start() + Math.max(0, start - entry.getKey()), from.end());
    int sourceEnd = Math.min(sourceStart + Math.max(0, end - start), from.end());
    return new SourceSpan(from.file(), sourceStart, sourceEnd);
  }
}
