package org.chasqui.proofread;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;

/** French quotes are « and ». Only pairs that stand around words are told of. */
final class FrenchQuotes implements Rule {
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\"“”])(?:\"(?<straight>[^\\s\"“”«»](?:[^\"“”«»\n]*[^\\s\"“”«»])?)\""
              + "|“(?<curly>[^\\s\"“”«»](?:[^\"“”«»\n]*[^\\s\"“”«»])?)”)(?![\\p{L}\\p{N}\"“”])");
  private static final char SPACE = '\u00A0';

  @Override
  public String code() {
    return "quotes-fr";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    if (mayHave(text)) {
      Matcher quoted = QUOTED.matcher(text.prose());
      while (quoted.find()) {
        found.accept(
            Diagnostic.info(
                    "quotes-fr",
                    text.span(quoted.start(), quoted.end()),
                    "French quotes with « and ».")
                .help("'chasqui translate check --fix' writes them."));
      }
    }
  }

  @Override
  public String mend(Text text) {
    if (!mayHave(text)) {
      return text.translation();
    }
    String written = text.translation();
    StringBuilder out = new StringBuilder();
    int at = 0;
    // In the prose all else is masked, place by place.
    Matcher quoted = QUOTED.matcher(text.prose());
    while (quoted.find()) {
      out.append(written, at, quoted.start()).append('«').append(SPACE);
      out.append(written, quoted.start() + 1, quoted.end() - 1).append(SPACE).append('»');
      at = quoted.end();
    }
    return out.append(written.substring(at)).toString();
  }

  private static boolean mayHave(Text text) {
    return text.locale().getLanguage().equals("fr") && text.signs().mayHave("\"“");
  }
}
