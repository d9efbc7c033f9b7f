package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;

/** Numbers must be those of the source, in whatever way the language writes them. */
final class NumberRule implements Rule {
  private static final String DIGITS = "0123456789";
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[ \u00A0\u202F.,']\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*");
  private static final Pattern CLOCK =
      Pattern.compile("(?i)\\b\\d{1,2}(?:(?:[:.h]\\d{2})?\\s*[ap]\\.?\\s?m\\b\\.?|\\s?h\\b)");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "es",
          List.of(
              "cero",
              "uno una un",
              "dos",
              "tres",
              "cuatro",
              "cinco",
              "seis",
              "siete",
              "ocho",
              "nueve",
              "diez",
              "once",
              "doce"),
          "fr",
          List.of(
              "zéro", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
              "dix", "onze", "douze"),
          "pt",
          List.of(
              "zero",
              "um uma",
              "dois duas",
              "três",
              "quatro",
              "cinco",
              "seis",
              "sete",
              "oito",
              "nove",
              "dez",
              "onze",
              "doze"),
          "en",
          List.of(
              "zero", "one a", "two", "three", "four", "five", "six", "seven", "eight", "nine",
              "ten", "eleven", "twelve"));

  @Override
  public String code() {
    return "number";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    if (!text.original().signs().mayHave(DIGITS) && !text.signs().mayHave(DIGITS)) {
      return;
    }
    // Half past three in the afternoon is 3:30 pm here and 15:30 there.
    Digits source = Digits.of(text.sourceProse());
    Digits translation = Digits.of(text.prose());
    if (hasTime(source) || hasTime(translation)) {
      return;
    }
    List<String> missing = numbers(source);
    List<String> strange = new ArrayList<>();
    for (String number : numbers(translation)) {
      if (!missing.remove(number)) {
        strange.add(number);
      }
    }
    missing.removeIf(number -> written(number, text.prose(), text.locale()));
    strange.removeIf(number -> written(number, text.sourceProse(), Locale.ENGLISH));
    if (!missing.isEmpty() || !strange.isEmpty()) {
      String what =
          missing.isEmpty()
              ? "has " + String.join(", ", strange) + ", which the source has not"
              : "lacks "
                  + String.join(", ", missing)
                  + (strange.isEmpty()
                      ? ""
                      : " and has " + String.join(", ", strange) + " instead");
      found.accept(
          Diagnostic.warning("number", text.span(), "The translation " + what + ".")
              .help("If that is right, say '# check: ignore=number' above the entry."));
    }
  }

  /**
   * A text with the places where digits begin. Most letters are no digit: looking at each of them
   * once is most of what this rule costs.
   */
  private record Digits(String prose, char[] letters, BitSet starts) {
    static Digits of(String prose) {
      char[] letters = prose.toCharArray();
      BitSet starts = new BitSet();
      boolean before = false;
      for (int i = 0; i < letters.length; i++) {
        boolean digit = isDigit(letters[i]);
        if (digit && !before) {
          starts.set(i);
        }
        before = digit;
      }
      return new Digits(prose, letters, starts);
    }

    // The next digit, which is one of a longer number where that ends at its thousands.
    int from(int at) {
      boolean within = at < letters.length && isDigit(letters[at]);
      return within ? at : starts.nextSetBit(at);
    }
  }

  // Without the signs that one language writes and another does not.
  private static List<String> numbers(Digits text) {
    List<String> numbers = new ArrayList<>();
    char[] letters = text.letters;
    for (int at = text.from(0); at >= 0; ) {
      int end = end(text.prose, letters, at);
      StringBuilder digits = new StringBuilder();
      for (int i = at; i < end; i++) {
        if (isDigit(letters[i])) {
          digits.append(letters[i]);
        }
      }
      numbers.add(digits.toString());
      at = text.from(end);
    }
    return numbers;
  }

  // Where the number ends that begins here. Behind most stands no digit, however separated.
  private static int end(String prose, char[] letters, int at) {
    int end = at;
    while (end < letters.length && isDigit(letters[end])) {
      end++;
    }
    if (end + 1 >= letters.length || !isDigit(letters[end + 1])) {
      return end;
    }
    Matcher number = NUMBER.matcher(prose).region(at, letters.length);
    return number.lookingAt() ? number.end() : end;
  }

  private static boolean hasTime(Digits text) {
    char[] letters = text.letters;
    for (int at = text.from(0); at >= 0; at = text.starts.nextSetBit(at + 1)) {
      if (maybeTime(letters, at)) {
        Matcher clock = CLOCK.matcher(text.prose).useTransparentBounds(true);
        if (clock.region(at, letters.length).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  // What stands behind at most two digits tells most numbers from times.
  private static boolean maybeTime(char[] prose, int at) {
    int end = at + 1 < prose.length && isDigit(prose[at + 1]) ? at + 2 : at + 1;
    return end < prose.length
        && (Character.isWhitespace(prose[end]) || ":.hHaApP".indexOf(prose[end]) >= 0);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean written(String number, String prose, Locale locale) {
    List<String> words = WORDS.getOrDefault(locale.getLanguage(), List.of());
    if (number.length() > 2 || Integer.parseInt(number) >= words.size()) {
      return false;
    }
    String low = prose.toLowerCase(locale);
    for (String word : words.get(Integer.parseInt(number)).split(" ")) {
      if (Words.contains(low, word)) {
        return true;
      }
    }
    return false;
  }
}
