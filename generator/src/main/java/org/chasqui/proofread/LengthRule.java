package org.chasqui.proofread;

import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;

/** A translation much longer or shorter than its source has often gained or lost a sentence. */
final class LengthRule implements Rule {
  private static final int SHORTEST = 40;
  private static final double MOST = 2.5;
  private static final double LEAST = 0.35;
  private static final int LABEL = 25;
  private static final int LONGEST_LABEL = 60;

  @Override
  public String code() {
    return "length";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    int source = text.source().length();
    int translation = text.translation().length();
    boolean label = text.entry().key().context().isPresent() && source <= LABEL;
    if (label && translation > LONGEST_LABEL) {
      found.accept(
          Diagnostic.info(
              "length",
              text.span(),
              "A label of " + translation + " letters does not fit on a phone."));
    } else if (source >= SHORTEST
        && (translation > MOST * source || translation < LEAST * source)) {
      found.accept(
          Diagnostic.info(
              "length",
              text.span(),
              "The source has "
                  + source
                  + " letters and the translation "
                  + translation
                  + ": is something missing, or too much?"));
    }
  }
}
