package org.chasqui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.Language;

/**
 * The dictionaries of Hunspell, which is asked as a command: its pipe mode answers a line for each
 * word ({@code man hunspell}, option {@code -a}).
 */
final class Hunspell implements BiFunction<Language, SortedSet<String>, Map<String, List<String>>> {
  private final Path folder;
  private final Report report;

  /**
   * @param folder where it is run
   * @param report told of languages without a dictionary
   */
  Hunspell(Path folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  /** The words that the language's dictionary does not know, with what it takes them for. */
  @Override
  public Map<String, List<String>> apply(Language language, SortedSet<String> words) {
    Optional<String> dictionary = dictionary(language);
    if (dictionary.isEmpty()) {
      report.say("There is no dictionary of " + language.ownName() + ": its spelling is not read.");
      return Map.of();
    }
    String lines = words.stream().map(word -> "^" + word + "\n").collect(Collectors.joining());
    String answers =
        OutsideCommand.answer("hunspell -a -i UTF-8 -d " + dictionary.get(), folder, lines);
    return unknown(List.copyOf(words), answers);
  }

  // Of es-AR that of Argentina, else that of the country the language is named after, else any.
  private Optional<String> dictionary(Language language) {
    String said = OutsideCommand.answer("hunspell -D </dev/null 2>&1 || true", folder, "");
    if (!said.contains("DICTIONARIES")) {
      throw new RunStopped.Usage(
          "There is no 'hunspell' here. Install it, with the dictionaries of the languages.");
    }
    String code = language.locale().getLanguage();
    String own = language.tag().replace('-', '_');
    String home = code + "_" + code.toUpperCase(java.util.Locale.ROOT);
    return said.lines()
        .filter(line -> line.contains("/"))
        .map(line -> line.strip().substring(line.strip().lastIndexOf('/') + 1))
        .filter(name -> name.equals(code) || name.matches(code + "_[A-Za-z_]+"))
        .min(
            Comparator.comparing((String name) -> !name.equals(own))
                .thenComparing(name -> !name.equals(home))
                .thenComparing(name -> name));
  }

  private static Map<String, List<String>> unknown(List<String> words, String answers) {
    Map<String, List<String>> unknown = new HashMap<>();
    int at = 0;
    for (String line : answers.lines().skip(1).toList()) {
      if (line.isEmpty()) {
        at++;
      } else if (at < words.size() && (line.startsWith("& ") || line.startsWith("# "))) {
        int colon = line.indexOf(": ");
        List<String> meant =
            colon < 0 ? List.of() : List.of(line.substring(colon + 2).split(",\\s*"));
        unknown.computeIfAbsent(words.get(at), word -> new ArrayList<>()).addAll(meant);
      }
    }
    return unknown;
  }
}
