package org.chasqui.proofread;

import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;

/** Something that is looked at in each translation. */
interface Rule {
  /** Tells what is wrong with a translation. */
  void check(Text text, Consumer<Diagnostic> found);

  /**
   * The translation as it should be, as far as that is beyond doubt; without doubt the same text if
   * nothing is wrong.
   */
  default String mend(Text text) {
    return text.translation();
  }

  /** The code by which a translator silences it; empty if it has several. */
  default String code() {
    return "";
  }
}
