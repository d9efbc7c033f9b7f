package org.chasqui.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts code into tokens by one table: a pattern whose named groups are kinds of tokens, tried from
 * left to right at each place, and the words that are keywords.
 *
 * @param pattern groups {@code c} comment, {@code s} string, {@code n} number, {@code w} word,
 *     {@code o} operator, {@code k} keyword, {@code t} tag or type, {@code a} attribute or key,
 *     {@code m} directive, {@code i} and {@code d} inserted and deleted line
 * @param groups which of these groups the pattern has
 * @param keywords words of the language
 * @param constants words that stand for values
 */
record Lexer(Pattern pattern, String groups, Set<String> keywords, Set<String> constants) {

  /** Takes tokens. */
  @FunctionalInterface
  interface Sink {
    /** A token: its kind is one letter. */
    void token(char kind, int start, int end);
  }

  static Lexer of(List<String> rules, String keywords, String constants) {
    StringBuilder groups = new StringBuilder();
    for (String rule : rules) {
      groups.append(rule.charAt(3));
    }
    Pattern pattern = Pattern.compile(String.join("|", rules), Pattern.MULTILINE);
    return new Lexer(pattern, groups.toString(), words(keywords), words(constants));
  }

  private static Set<String> words(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split(" "));
  }

  void tokens(String code, Sink sink) {
    Matcher matcher = pattern.matcher(code);
    int from = 0;
    while (from < code.length() && matcher.find(from)) {
      int start = matcher.start();
      int end = matcher.end();
      if (end == start) {
        from = end + 1;
        continue;
      }
      char kind = kind(matcher);
      char shown = kind == 'w' ? word(code, start, end) : kind;
      if (shown != ' ') {
        sink.token(shown, start, end);
      }
      from = end;
    }
  }

  private char kind(Matcher matcher) {
    for (int i = 0; i < groups.length(); i++) {
      String name = groups.substring(i, i + 1);
      if (matcher.start(name) >= 0) {
        return groups.charAt(i);
      }
    }
    return ' ';
  }

  private char word(String code, int start, int end) {
    String word = code.substring(start, end);
    if (keywords.contains(word)
        || keywords.contains(word.toLowerCase(java.util.Locale.ROOT))
            && keywords.contains("select")) {
      return 'k';
    }
    if (constants.contains(word)) {
      return 'n';
    }
    return end < code.length() && code.charAt(end) == '(' ? 'f' : ' ';
  }
}
