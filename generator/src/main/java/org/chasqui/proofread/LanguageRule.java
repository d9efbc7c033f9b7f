package org.chasqui.proofread;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.markdown.Markdown;

/**
 * A translation must be in its language. The little words of a language give it away; forty letters
 * of prose are enough, less are not.
 */
final class LanguageRule implements Rule {
  private static final int SHORTEST = 40;
  private static final int FEWEST = 3;
  private static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt");
  // For each little word, the languages that have it: a bit for each, by place in the list.
  private static final Map<String, Integer> LITTLE = new HashMap<>();

  static {
    little(
        "en",
        "the of and to in is that it for on with as are this be was by or from at have not you your"
            + " we can will which if their they an has but all when there what more use these how"
            + " our do into each about than other only it's don't let's i my one them its any a so no"
            + " who where then also may must such out up over like here now first every some read see"
            + " way make give given need needs want should would could been being were had he she his"
            + " her us same both between after before because many much most without within"
            + " through while very just even still already yet again under two three another those"
            + " that's there's isn't doesn't can't write written show says did does done go goes open"
            + " opens run runs");
    little(
        "es",
        "el la los las de del y a en que es un una por con para se su sus lo como más o al este esta"
            + " estos estas son no hay ser puede pueden cuando si ya entre sin sobre también muy cada"
            + " tu tus te nos qué cómo esto eso desde donde hasta le les ha han fue tiene tienen");
    little(
        "fr",
        "le la les de des du et à en que est un une pour par avec dans se sa ses ce cette ces qui ne"
            + " pas plus sur au aux sont ou nous vous votre vos il elle ils on son être peut peuvent"
            + " si mais comme tout tous l' d' n' qu' s' c' j' où chaque sans leur leurs cela a été");
    little(
        "pt",
        "o a os as de do da dos das e em que é um uma por com para se no na nos nas não mais como ou"
            + " ao à este esta são ser pode podem quando você seu sua seus suas já entre sem sobre"
            + " também muito cada isso está foi tem têm pelo pela até onde há nós lhe");
  }

  private static void little(String language, String words) {
    int bit = 1 << LANGUAGES.indexOf(language);
    for (String word : words.split(" ")) {
      LITTLE.merge(word, bit, (one, other) -> one | other);
    }
  }

  @Override
  public String code() {
    return "language";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    String expected = text.locale().getLanguage();
    if (text.prose().length() < SHORTEST
        || text.prose().replace(Markdown.NO_PROSE, ' ').strip().length() < SHORTEST
        || !LANGUAGES.contains(expected)) {
      return;
    }
    String other = other(text.words(), expected);
    if (!other.isEmpty()) {
      found.accept(
          Diagnostic.warning(
                  "language",
                  text.span(),
                  "This seems to be "
                      + Locale.forLanguageTag(other).getDisplayLanguage(Locale.ENGLISH)
                      + ", not "
                      + text.locale().getDisplayLanguage(Locale.ENGLISH)
                      + ".")
              .help(
                  "Translate it, or leave it empty: readers then see the source, marked as such."));
    }
  }

  // Another language whose little words are clearly more than those of the one expected; words that
  // both have tell nothing.
  private static String other(List<String> words, String expected) {
    int own = LANGUAGES.indexOf(expected);
    int[] theirs = new int[LANGUAGES.size()];
    int[] ours = new int[LANGUAGES.size()];
    for (String word : words) {
      int having = LITTLE.getOrDefault(word, 0);
      boolean mine = (having >> own & 1) == 1;
      for (int language = 0; having != 0 && language < theirs.length; language++) {
        boolean its = (having >> language & 1) == 1;
        theirs[language] += its && !mine ? 1 : 0;
        ours[language] += mine && !its ? 1 : 0;
      }
    }
    String best = "";
    int most = 0;
    for (int language = 0; language < theirs.length; language++) {
      int fewest = ours[language] == 0 ? FEWEST - 1 : FEWEST;
      int count = theirs[language];
      if (count > most && count >= fewest && count > 2 * ours[language]) {
        most = count;
        best = LANGUAGES.get(language);
      }
    }
    return best;
  }
}
