package org.chasqui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.pipeline.ProgramWords.Word;

/**
 * One thing that the program says, with placeholders {@code {1}}, and its translation.
 *
 * @param start what it begins with, to look at before all the rest
 * @param pattern the whole, with a group for each placeholder
 * @param letters how many letters of its own it has
 * @param quoted which placeholders stand between quotes: names, which nobody translates
 * @param word its translation
 */
record Phrase(String start, Pattern pattern, int letters, List<Boolean> quoted, Word word) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
  private static final String QUOTES = "'\"`";

  /** The forms in which it can be met: one, or singular and plural. */
  static List<Phrase> of(Word word) {
    List<Phrase> phrases = new ArrayList<>();
    phrases.add(of(word.english(), word));
    word.plural().ifPresent(plural -> phrases.add(of(plural, word)));
    return phrases;
  }

  private static Phrase of(String english, Word word) {
    StringBuilder pattern = new StringBuilder();
    List<Boolean> quoted = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(english);
    int at = 0;
    int letters = 0;
    String start = "";
    while (matcher.find()) {
      String own = english.substring(at, matcher.start());
      start = quoted.isEmpty() ? own : start;
      letters += own.length();
      char before = own.isEmpty() ? 0 : own.charAt(own.length() - 1);
      char after = matcher.end() < english.length() ? english.charAt(matcher.end()) : 0;
      quoted.add(before == after && QUOTES.indexOf(before) >= 0);
      pattern.append(Pattern.quote(own)).append(word.plural().isPresent() ? "(\\d+)" : "(.*?)");
      at = matcher.end();
    }
    String end = english.substring(at);
    pattern.append(Pattern.quote(end));
    return new Phrase(
        quoted.isEmpty() ? english : start,
        Pattern.compile(pattern.toString(), Pattern.DOTALL),
        letters + end.length(),
        List.copyOf(quoted),
        word);
  }

  /**
   * A text that is this phrase.
   *
   * @param phrase the phrase
   * @param arguments what stands in the places of its placeholders
   */
  record Match(Phrase phrase, List<String> arguments) {
    int letters() {
      return phrase.letters;
    }

    /** The text in the other language. */
    String said(UnaryOperator<String> translate) {
      String text = phrase.word.translation(arguments.isEmpty() ? "" : arguments.get(0));
      return PLACEHOLDER
          .matcher(text)
          .replaceAll(
              found -> {
                int n = Integer.parseInt(found.group(1)) - 1;
                if (n >= arguments.size()) {
                  return Matcher.quoteReplacement(found.group());
                }
                String argument = arguments.get(n);
                return Matcher.quoteReplacement(
                    phrase.quoted.get(n) ? argument : translate.apply(argument));
              });
    }
  }

  /** Whether a text is this phrase. */
  Optional<Match> match(String text) {
    if (!text.startsWith(start) || text.length() < letters) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      arguments.add(matcher.group(i));
    }
    return Optional.of(new Match(this, arguments));
  }
}
