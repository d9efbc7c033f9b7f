package org.chasqui.localize;

import java.util.List;
import org.chasqui.diagnostic.Diagnostic;

/**
 * A translated page as a catalogue.
 *
 * @param path where the catalogue belongs
 * @param text its text; if the existing catalogue could not be read, that text unchanged
 * @param messages how many messages the page has
 * @param translated how many of them are translated now
 * @param fuzzy how many have a translation that somebody must look at
 * @param problems where the two pages do not fit: {@code import-skeleton}, {@code import-field},
 *     {@code import-unpaired}, {@code import-check}, {@code import-kept}, {@code import-twice}
 */
public record Imported(
    String path, String text, int messages, int translated, int fuzzy, List<Diagnostic> problems) {
  /** Copies, so that nobody can change it. */
  public Imported {
    problems = problems.stream().sorted().toList();
  }
}
