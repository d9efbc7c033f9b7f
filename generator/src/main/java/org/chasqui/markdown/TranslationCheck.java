package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.diagnostic.Severity;

/** Compares the markup of a message and of its translation. */
final class TranslationCheck {
  private final String message;
  private final Tokens source;

  TranslationCheck(String message) {
    this.message = message;
    this.source = Tokens.of(message);
  }

  List<TranslationProblem> check(String translation) {
    List<TranslationProblem> problems = new ArrayList<>();
    Tokens target = Tokens.of(translation);
    for (Map.Entry<String, String> kind : Tokens.KINDS.entrySet()) {
      Severity severity =
          kind.getKey().equals("link-external") || kind.getKey().equals("emphasis")
              ? Severity.INFO
              : Severity.ERROR;
      compare(source, target, kind.getKey(), kind.getValue(), severity, problems);
    }
    unsafe(target, source, problems);
    structure(message, translation, problems);
    return problems;
  }

  private static void compare(
      Tokens source,
      Tokens target,
      String code,
      String what,
      Severity severity,
      List<TranslationProblem> problems) {
    if (source.all(code).equals(target.all(code))) {
      return;
    }
    Map<String, Integer> balance = new TreeMap<>();
    source.all(code).forEach(token -> balance.merge(token, -1, Integer::sum));
    target.all(code).forEach(token -> balance.merge(token, 1, Integer::sum));
    List<String> missing = new ArrayList<>();
    List<String> added = new ArrayList<>();
    balance.forEach(
        (token, count) -> {
          if (count < 0) {
            missing.add(token);
          } else if (count > 0) {
            added.add(token);
          }
        });
    if (!missing.isEmpty() || !added.isEmpty()) {
      problems.add(new TranslationProblem(severity, code, sentence(what, missing, added)));
    }
  }

  private static String sentence(String what, List<String> missing, List<String> added) {
    String lacks = what.replace("{1}", String.join(", ", missing));
    String has = String.join(", ", added);
    if (missing.isEmpty()) {
      return "The translation has " + what.replace("{1}", has) + ", which the source has not.";
    }
    return added.isEmpty()
        ? "The translation lacks " + lacks + "."
        : "The translation lacks " + lacks + " and has " + has + " instead.";
  }

  private static void unsafe(Tokens target, Tokens source, List<TranslationProblem> problems) {
    for (String url : target.urls()) {
      if (Html.isUnsafe(url) && !source.urls().contains(url)) {
        problems.add(
            new TranslationProblem(
                Severity.ERROR, "html", "The translation has a link that would run a script."));
      }
    }
  }

  // A message is one block; a translation that is several would change the page around it.
  private static void structure(
      String message, String translation, List<TranslationProblem> problems) {
    if (translation.isBlank() == message.isBlank() && !translation.strip().contains("\n\n")) {
      return;
    }
    problems.add(
        new TranslationProblem(
            Severity.ERROR,
            "structure",
            "The translation must be one paragraph, without empty lines, and not be empty."));
  }
}
