package org.chasqui.proofread;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chasqui.data.Csv;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.markdown.Markdown;

/**
 * The words that a language has agreed upon: {@code glossary.csv} with the columns {@code term},
 * {@code translation}, {@code variants} and {@code forbidden} (several separated by {@code |}).
 */
final class Glossary implements Rule {
  private final List<Term> terms;

  private record Term(
      String word, List<String> stems, List<String> accepted, List<String> forbidden) {}

  Glossary(List<Csv.Row> rows) {
    this.terms =
        rows.stream()
            .filter(row -> !row.cell("term").isEmpty())
            .map(
                row ->
                    new Term(
                        row.cell("term"),
                        stems(row.cell("term")),
                        Stream.concat(
                                Stream.of(row.cell("translation")),
                                several(row.cell("variants")).stream())
                            .filter(word -> !word.isEmpty())
                            .toList(),
                        several(row.cell("forbidden"))))
            .toList();
  }

  private static List<String> several(String cell) {
    return Stream.of(cell.split("\\|")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  @Override
  public String code() {
    return "glossary";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    if (terms.isEmpty()) {
      return;
    }
    List<String> source = stems(text.sourceProse());
    List<Term> used = terms.stream().filter(term -> has(source, term.stems)).toList();
    if (used.isEmpty()) {
      return;
    }
    List<String> translation = stems(text.prose());
    for (Term term : used) {
      List<String> forbidden =
          term.forbidden.stream().filter(word -> has(translation, stems(word))).toList();
      boolean accepted =
          term.accepted.isEmpty()
              || keptAsName(term, text)
              || term.accepted.stream().anyMatch(word -> has(translation, stems(word)));
      if (!forbidden.isEmpty() || !accepted) {
        String wrong = forbidden.isEmpty() ? "" : ", not '" + String.join("', '", forbidden) + "'";
        found.accept(
            Diagnostic.warning(
                    "glossary",
                    text.span(),
                    "For '"
                        + term.word
                        + "' the glossary has '"
                        + String.join("', '", term.accepted)
                        + "'"
                        + wrong
                        + ".")
                .help("If another word is right here, say '# check: ignore=glossary' above."));
      }
    }
  }

  // "Example Valley Community", "Run All Cells": names stay as they are.
  private static boolean keptAsName(Term term, Text text) {
    String name = term.word.substring(0, 1).toUpperCase(Locale.ROOT) + term.word.substring(1);
    return text.source().contains(name) && text.translation().contains(name);
  }

  /** The terms that a source text has, each with the words that are accepted for it. */
  Map<String, List<String>> terms(String source) {
    List<String> words = stems(Markdown.prose(source));
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Term term : terms) {
      if (has(words, term.stems)) {
        found.put(term.word, term.accepted);
      }
    }
    return found;
  }

  private static boolean has(List<String> text, List<String> words) {
    return !words.isEmpty() && Collections.indexOfSubList(text, words) >= 0;
  }

  /** The words of a text without accents and without the endings of number. */
  private static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    for (String word : Words.of(text, Locale.ROOT)) {
      stems.add(stem(Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "")));
    }
    return stems;
  }

  private static String stem(String word) {
    String stem = word;
    if (stem.length() > 3 && (stem.endsWith("s") || stem.endsWith("x"))) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
  }
}
