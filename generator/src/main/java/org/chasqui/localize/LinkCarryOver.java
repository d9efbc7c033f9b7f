package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.gettext.CarryOver;

/**
 * Carries a translation over when only targets of links and pictures, emphasis marks or attributes
 * changed: the same replacements are made in the translation.
 */
final class LinkCarryOver implements CarryOver {
  // Code spans first, so that nothing inside them is taken for a mark.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<code>(?<!`)(`+)(?!`).+?(?<!`)\\2(?!`))"
              + "|(?<escape>\\\\[*_\\\\])"
              + "|\\]\\((?<target>[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)"
              + "|<(?<auto>https?://[^<>\\s]+)>"
              + "|(?<attributes>\\{[#.][^{}]*\\})"
              + "|(?<mark>\\*+)",
          Pattern.DOTALL);

  private record Token(String kind, String text, int start, int end) {}

  private static List<Token> tokens(String message) {
    if (!mayHave(message)) {
      return List.of();
    }
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(message);
    while (matcher.find()) {
      for (String kind : List.of("target", "auto", "attributes", "mark")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind), matcher.start(kind), matcher.end(kind)));
        }
      }
    }
    return tokens;
  }

  // Most messages have none of the signs that a token begins with.
  private static boolean mayHave(String message) {
    return message.indexOf('*') >= 0
        || message.contains("](")
        || message.contains("<http")
        || message.indexOf('{') >= 0;
  }

  @Override
  public String skeleton(String message) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Token token : tokens(message)) {
      out.append(message, at, token.start());
      if (token.kind().equals("target") || token.kind().equals("auto")) {
        out.append('\u0001');
      }
      at = token.end();
    }
    return out.append(message.substring(at)).toString();
  }

  @Override
  public Optional<String> carry(String before, String now, String translation) {
    Map<String, String> replacements = new HashMap<>();
    for (List<String> kinds : List.of(List.of("target", "auto"), List.of("attributes"))) {
      if (!pair(of(before, kinds), of(now, kinds), replacements)) {
        return Optional.empty();
      }
    }
    List<String> oldMarks = of(before, List.of("mark"));
    List<String> newMarks = of(now, List.of("mark"));
    boolean marksChanged = !oldMarks.equals(newMarks);
    if (marksChanged
        && (oldMarks.size() != newMarks.size()
            || !of(translation, List.of("mark")).equals(oldMarks))) {
      return Optional.empty();
    }
    List<Token> tokens = tokens(translation);
    for (String old : replacements.keySet()) {
      if (tokens.stream().noneMatch(token -> token.text().equals(old))) {
        return Optional.empty();
      }
    }
    return Optional.of(replaced(translation, tokens, replacements, newMarks));
  }

  private static List<String> of(String message, List<String> kinds) {
    return tokens(message).stream()
        .filter(token -> kinds.contains(token.kind()))
        .map(Token::text)
        .toList();
  }

  // What each old token became; false if that is not one thing.
  private static boolean pair(
      List<String> before, List<String> now, Map<String, String> replacements) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      String known = replacements.putIfAbsent(before.get(i), now.get(i));
      if (known != null && !known.equals(now.get(i))) {
        return false;
      }
    }
    replacements.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    return true;
  }

  private static String replaced(
      String text, List<Token> tokens, Map<String, String> replacements, List<String> marks) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int mark = 0;
    for (Token token : tokens) {
      out.append(text, at, token.start());
      if (token.kind().equals("mark")) {
        out.append(mark < marks.size() ? marks.get(mark) : token.text());
        mark++;
      } else {
        out.append(replacements.getOrDefault(token.text(), token.text()));
      }
      at = token.end();
    }
    return out.append(text.substring(at)).toString();
  }
}
