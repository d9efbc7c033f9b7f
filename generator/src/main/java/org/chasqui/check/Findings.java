package org.chasqui.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Language;

/** Collects findings and tells the same one once. */
final class Findings {
  private final Language source;
  private final Map<List<String>, List<Finding>> groups = new LinkedHashMap<>();

  /**
   * @param source the language whose finding stands for those of its translations
   */
  Findings(Language source) {
    this.source = source;
  }

  /** Takes one; of equal ones the first is the one that is told. */
  void add(Finding finding) {
    String page = finding.page().map(Object::toString).orElse("");
    groups
        .computeIfAbsent(
            List.of(page, finding.diagnostic().code(), finding.key()), key -> new ArrayList<>())
        .add(finding);
  }

  /** What is to be told. */
  List<Diagnostic> all() {
    return groups.values().stream().flatMap(this::told).toList();
  }

  private Stream<Diagnostic> told(List<Finding> group) {
    Finding first = group.get(0);
    if (first.page().isEmpty()) {
      return Stream.of(first.diagnostic())
          .map(said -> group.size() == 1 ? said : more(said, group));
    }
    List<Finding> inSource =
        group.stream().filter(f -> f.language().filter(source::equals).isPresent()).toList();
    // Without one in the source language the translators made it, each in a place of their own.
    return (inSource.isEmpty() ? group : inSource).stream().map(Finding::diagnostic).distinct();
  }

  private static Diagnostic more(Diagnostic said, List<Finding> group) {
    int others = group.size() - 1;
    String places = others == 1 ? " more place.)" : " more places.)";
    return new Diagnostic(
        said.severity(),
        said.code(),
        said.message() + " (So it is in " + others + places,
        said.span(),
        said.help());
  }
}
