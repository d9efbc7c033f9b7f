package org.chasqui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.pipeline.TranslationComparison.Effect;

/**
 * What a change does to the translations, as a comment for a pull request: a sentence, and in
 * Markdown a table of the pages.
 */
final class ChangeComment {
  private final List<Effect> effects;

  ChangeComment(List<Effect> effects) {
    this.effects = effects;
  }

  /** The lines of the comment. */
  List<String> lines() {
    int lost = effects.stream().mapToInt(e -> e.lost().size()).sum();
    List<String> lines = new ArrayList<>();
    lines.add("This change makes " + counts(Effect::stale) + " stale, " + lost + " lost.");
    if (any(Effect::fresh)) {
      lines.add("New and not translated: " + counts(Effect::fresh) + ".");
    }
    if (any(Effect::done)) {
      lines.add("Newly translated: " + counts(Effect::done) + ".");
    }
    lines.addAll(table());
    for (Effect effect : effects) {
      effect.lost().forEach(text -> lines.add("Lost in " + name(effect) + ": " + text));
    }
    return lines;
  }

  private boolean any(Function<Effect, Map<String, List<String>>> what) {
    return effects.stream().anyMatch(effect -> !what.apply(effect).isEmpty());
  }

  // 3 Spanish and 3 French segments
  private String counts(Function<Effect, Map<String, List<String>>> what) {
    if (effects.size() == 2) {
      Effect one = effects.get(0);
      Effect two = effects.get(1);
      int first = Effect.count(what.apply(one));
      int second = Effect.count(what.apply(two));
      return phrase(first + " " + name(one) + " and " + second + " " + name(two) + " segments");
    }
    List<String> counts =
        effects.stream().map(e -> Effect.count(what.apply(e)) + " " + name(e)).toList();
    String list =
        counts.size() < 2
            ? String.join("", counts)
            : String.join(", ", counts.subList(0, counts.size() - 1))
                + " and "
                + counts.get(counts.size() - 1);
    return list + (list.startsWith("1 ") && counts.size() == 1 ? " segment" : " segments");
  }

  // Marks what the program says, for those who collect it to be translated.
  private static String phrase(String text) {
    return text;
  }

  private static String name(Effect effect) {
    return effect.language().nameIn(Locale.ENGLISH);
  }

  private List<String> table() {
    Set<String> pages = new TreeSet<>();
    effects.forEach(effect -> pages.addAll(effect.stale().keySet()));
    if (pages.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(row("Stale on", effects.stream().map(ChangeComment::name).toList()));
    lines.add(row("---", effects.stream().map(effect -> "---:").toList()));
    for (String page : pages) {
      lines.add(
          row(
              "`" + page + "`",
              effects.stream()
                  .map(e -> String.valueOf(e.stale().getOrDefault(page, List.of()).size()))
                  .toList()));
    }
    return lines;
  }

  private static String row(String first, List<String> others) {
    return "| " + first + " | " + others.stream().collect(Collectors.joining(" | ")) + " |";
  }

  /** The same for a program. */
  static Map<String, Object> json(Effect effect) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("language", effect.language().tag());
    map.put("stale", Effect.count(effect.stale()));
    map.put("new", Effect.count(effect.fresh()));
    map.put("translated", Effect.count(effect.done()));
    map.put("lost", effect.lost());
    map.put("staleTexts", effect.stale());
    map.put("newTexts", effect.fresh());
    return map;
  }
}
