package org.chasqui.load;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Page;
import org.chasqui.site.Text;

/**
 * Terms that are written in several ways: one with a capital, an accent, a plural s, a hyphen. Each
 * way would become a list of its own, and none of the lists would be whole.
 */
final class NearTerms {
  private static final String BETWEEN = "\u0000";

  private final Map<String, String> folded = new HashMap<>();
  private final Map<String, Map<SourceSpan, Text>> uses = new TreeMap<>();
  private final Diagnostics diagnostics;

  NearTerms(List<Page> pages, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (Page page : pages) {
      page.header().tags().forEach(term -> use("tags", term));
      page.header().terms().forEach((key, terms) -> terms.forEach(term -> use(key, term)));
    }
  }

  private void use(String taxonomy, Text term) {
    String key =
        taxonomy
            + BETWEEN
            + term.language()
            + BETWEEN
            + folded.computeIfAbsent(term.value(), NearTerms::fold);
    // A translation has the terms of its source page until it says its own.
    uses.computeIfAbsent(key, k -> new LinkedHashMap<>()).putIfAbsent(term.span(), term);
  }

  /** What near-duplicates have in common. */
  static String fold(String term) {
    String plain =
        Normalizer.normalize(term, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s_\\-./]+", "");
    // "css" and "gis" are no plurals.
    boolean plural = plain.length() > 3 && plain.endsWith("s") && !plain.endsWith("ss");
    return plural ? plain.substring(0, plain.length() - 1) : plain;
  }

  void check() {
    uses.values().forEach(same -> check(same.values()));
  }

  private void check(Collection<Text> terms) {
    Map<String, Long> counts =
        terms.stream()
            .collect(Collectors.groupingBy(Text::value, TreeMap::new, Collectors.counting()));
    if (counts.size() < 2) {
      return;
    }
    // Of two that are as frequent the first of the alphabet is as good as the other.
    Map.Entry<String, Long> most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow();
    terms.stream()
        .sorted(
            Comparator.comparing((Text t) -> t.span().file().path())
                .thenComparing(t -> t.span().start()))
        .collect(Collectors.toMap(Text::value, Function.identity(), (a, b) -> a, TreeMap::new))
        .values()
        .stream()
        .filter(term -> !term.value().equals(most.getKey()))
        .forEach(term -> report(term, most.getKey(), most.getValue()));
  }

  private void report(Text term, String usual, long count) {
    diagnostics.add(
        Diagnostic.warning(
                "term-near-duplicate",
                term.span(),
                "The term '"
                    + term.value()
                    + "' is almost '"
                    + usual
                    + "', which stands on "
                    + count
                    + (count == 1 ? " page." : " pages."))
            .help("Write '" + usual + "', so that both are one list."));
  }
}
