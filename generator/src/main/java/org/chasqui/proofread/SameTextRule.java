package org.chasqui.proofread;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.markdown.Markdown;

/** A sentence that was copied and not translated. Names, code and single words may be the same. */
final class SameTextRule implements Rule {
  private static final int SENTENCE = 4;

  @Override
  public String code() {
    return "same-as-source";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    if (!text.translation().strip().equals(text.source().strip())) {
      return;
    }
    String prose = text.sourceProse().replace(Markdown.NO_PROSE, ' ');
    List<String> words = Words.of(prose, Locale.ENGLISH);
    long small = words.stream().filter(word -> Words.contains(prose, word)).count();
    if (words.size() >= SENTENCE && small * 2 > words.size()) {
      found.accept(
          Diagnostic.warning(
                  "same-as-source", text.span(), "The translation is the source, word for word.")
              .help("Leave it empty as long as it is not translated."));
    }
  }
}
