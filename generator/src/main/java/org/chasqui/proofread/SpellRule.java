package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;

/** Words that no dictionary knows. Names and terms that the source has, too, are none of them. */
final class SpellRule implements Rule {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");
  // d'OLS is OLS behind an article.
  private static final Pattern ELIDED = Pattern.compile("^\\p{L}{1,2}['’]");
  private static final int SHORTEST = 3;
  private static final int SUGGESTED = 3;

  private final Map<String, List<String>> unknown;

  /**
   * @param unknown the words that the dictionary does not know, with what it takes them for
   */
  SpellRule(Map<String, List<String>> unknown) {
    this.unknown = Map.copyOf(unknown);
  }

  /** The words of a translation that a dictionary can be asked for. */
  static List<String> words(Text text, Set<String> own) {
    return places(text, own).stream().map(SpellRule::word).toList();
  }

  private static List<MatchResult> places(Text text, Set<String> own) {
    Set<String> source =
        WORD.matcher(text.source())
            .results()
            .map(found -> found.group().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    List<MatchResult> places = new ArrayList<>();
    for (MatchResult found : WORD.matcher(text.prose()).results().toList()) {
      String bare = ELIDED.matcher(found.group()).replaceFirst("");
      String low = bare.toLowerCase(Locale.ROOT);
      boolean acronym = bare.equals(bare.toUpperCase(Locale.ROOT));
      boolean known =
          source.contains(low)
              || own.contains(low)
              || own.contains(found.group().toLowerCase(Locale.ROOT));
      if (bare.length() >= SHORTEST && !acronym && !known) {
        places.add(found);
      }
    }
    return places;
  }

  // As dictionaries write it.
  private static String word(MatchResult found) {
    return found.group().replace('’', '\'');
  }

  @Override
  public String code() {
    return "spell";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    for (MatchResult place : places(text, Set.of())) {
      List<String> suggestions = unknown.get(word(place));
      if (suggestions != null) {
        found.accept(
            Diagnostic.info(
                    "spell",
                    text.span(place.start(), place.end()),
                    "The dictionary does not know '" + place.group() + "'.")
                .help(
                    suggestions.isEmpty()
                        ? "If it is right, write it into the language's words.txt."
                        : "Did you mean "
                            + suggestions.stream()
                                .limit(SUGGESTED)
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(", "))
                            + "? If it is right, write it into the language's words.txt."));
      }
    }
  }
}
