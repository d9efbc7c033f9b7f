package org.chasqui.proofread;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chasqui.data.Csv;
import org.chasqui.data.Node;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;

/**
 * What one language has agreed upon, beside what holds for every language.
 *
 * @param glossary its words
 * @param style its house rules
 * @param register how it speaks to readers
 * @param ignored codes of checks that it does not want
 * @param words words that are right though no dictionary has them, in small letters
 */
record Rulebook(
    Glossary glossary, Style style, RegisterRule register, Set<String> ignored, Set<String> words) {
  /**
   * Reads a language's folder.
   *
   * @param files {@code glossary.csv}, {@code style.csv}, {@code words.txt} and {@code locale.yaml}
   *     in {@code locales/LANG}, those that are there
   */
  static Rulebook read(List<SourceFile> files, Diagnostics diagnostics) {
    return new Rulebook(
        new Glossary(file(files, "glossary.csv").map(Csv::rows).orElse(List.of())),
        new Style(file(files, "style.csv").map(Csv::rows).orElse(List.of()), diagnostics),
        new RegisterRule(file(files, "locale.yaml").flatMap(file -> register(file, diagnostics))),
        file(files, "locale.yaml").map(file -> ignored(file, diagnostics)).orElse(Set.of()),
        file(files, "words.txt").map(Rulebook::words).orElse(Set.of()));
  }

  private static Set<String> words(SourceFile file) {
    return file.text()
        .lines()
        .map(line -> line.strip().toLowerCase(Locale.ROOT))
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<SourceFile> file(List<SourceFile> files, String name) {
    return files.stream().filter(file -> file.path().endsWith("/" + name)).findFirst();
  }

  // register: usted
  private static Optional<String> register(SourceFile file, Diagnostics diagnostics) {
    Node.Entry register = Nodes.record(file, diagnostics).entries().get("register");
    return Optional.ofNullable(register)
        .flatMap(entry -> entry.value().plain())
        .map(Object::toString)
        .map(way -> way.equals("tu") && file.path().startsWith("locales/es") ? "tú" : way);
  }

  // checks: { ignore: [length, style] }
  private static Set<String> ignored(SourceFile file, Diagnostics diagnostics) {
    Set<String> codes = new TreeSet<>();
    Node.Entry checks = Nodes.record(file, diagnostics).entries().get("checks");
    if (checks != null && checks.value() instanceof Node.Mapping mapping) {
      Node.Entry ignore = mapping.entries().get("ignore");
      if (ignore != null && ignore.value() instanceof Node.Sequence list) {
        list.items().forEach(item -> item.plain().ifPresent(code -> codes.add(code.toString())));
      } else if (ignore != null) {
        ignore.value().plain().ifPresent(code -> codes.add(code.toString()));
      }
    }
    return codes;
  }
}
