package org.chasqui.pipeline;

import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.IncludedPart;

/**
 * How much one page may still include. Thirty files of which each includes the next twice would
 * otherwise be a billion texts.
 */
final class InclusionBudget {
  private static final int MOST = 1_000;
  private static final int LONGEST = 4_000_000;

  private final String page;
  private int texts;
  private long characters;
  private boolean told;

  /**
   * @param page the page's source file
   */
  InclusionBudget(String page) {
    this.page = page;
  }

  /** Whether nothing more is to be included. */
  boolean isSpent() {
    return told;
  }

  /**
   * Takes a text from it.
   *
   * @param levels how many files are open around the text: it is copied into each
   * @return what to say if that is too much; it is said once for a page
   */
  Optional<Diagnostic> take(IncludedPart part, int levels, SourceSpan place) {
    long length = part.lines().stream().mapToLong(line -> line.end() - line.start() + 1L).sum();
    characters += length * levels;
    texts++;
    if (texts > MOST) {
      told = true;
      return Optional.of(
          Diagnostic.error(
                  "include-too-many",
                  place,
                  "The page '" + page + "' includes more than " + MOST + " texts.")
              .help("See whether files include each other again and again."));
    }
    if (characters > LONGEST) {
      told = true;
      return Optional.of(
          Diagnostic.error(
                  "include-too-long",
                  place,
                  "The page '" + page + "' includes more than " + LONGEST + " characters.")
              .help("Include a part, with 'region' or 'lines', or link to the file."));
    }
    return Optional.empty();
  }
}
