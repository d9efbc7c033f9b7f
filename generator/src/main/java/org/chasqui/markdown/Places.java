package org.chasqui.markdown;

import java.util.Optional;

/** What references of a text may name in the text itself. */
public final class Places {
  private final Labels labels;

  private Places(Labels labels) {
    this.labels = labels;
  }

  /**
   * A place.
   *
   * @param kind {@code section}, {@code figure}, {@code table}, {@code code}, {@code equation}, or
   *     {@code place} for any other
   * @param number which of its kind, from 1; 0 for what is not counted
   * @param title its heading or caption, as plain text; empty if it has none
   * @param top whether it stands before all else, so that it means the whole text
   */
  public record Place(String kind, int number, String title, boolean top) {}

  /** The places of a text. */
  public static Places of(String text) {
    return new Places(Labels.of(Dialect.parse(text)));
  }

  /** The place of a label, whatever its case and blanks. */
  public Optional<Place> find(String label) {
    return labels
        .find(label)
        .map(
            found ->
                new Place(
                    found.kind().name().toLowerCase(java.util.Locale.ROOT),
                    found.number(),
                    found.title(),
                    labels.isTop(found.id())));
  }

  /** Whether a glossary of the text has a term. */
  public boolean hasTerm(String name) {
    return labels.term(name).isPresent();
  }
}
