package org.chasqui.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Language;
import org.chasqui.site.PageId;

/**
 * Episodes of a lesson whose files differ in their numbers alone, such as {@code 05-coffee.md} and
 * {@code 15-coffee.md}. An episode is known by its name without the number; of twins the first is,
 * and the others keep theirs.
 */
final class NumberedTwins {
  private NumberedTwins() {}

  /**
   * The same documents, no two episodes of a lesson with one name if their files have two.
   *
   * @param source the language in which the twins are told apart; translations follow
   */
  static List<Doc> apart(List<Doc> docs, Language source, Diagnostics diagnostics) {
    Map<PageId, List<Doc>> byId = new TreeMap<>();
    docs.stream()
        .filter(doc -> doc.kind() == Kind.EPISODE && doc.language().equals(source))
        .forEach(doc -> byId.computeIfAbsent(doc.id(), id -> new ArrayList<>()).add(doc));
    Set<String> later = new HashSet<>();
    byId.values().stream()
        .filter(twins -> twins.size() > 1)
        .forEach(twins -> collect(twins, later, diagnostics));
    return later.isEmpty() ? docs : docs.stream().map(doc -> named(doc, later)).toList();
  }

  private static void collect(List<Doc> twins, Set<String> later, Diagnostics diagnostics) {
    List<Doc> sorted =
        twins.stream().sorted(Comparator.comparing((Doc doc) -> doc.file().path())).toList();
    Doc first = sorted.get(0);
    for (Doc doc : sorted.subList(1, sorted.size())) {
      String file = LessonReader.fileName(doc);
      if (!file.equals(LessonReader.fileName(first)) && later.add(key(doc))) {
        diagnostics.add(
            Diagnostic.warning(
                    "episode-name-twice",
                    doc.file().top(),
                    "An episode '"
                        + doc.id().name()
                        + "' is there already: this one is '"
                        + file
                        + "'.")
                .help("Give the file a name of its own, so that its address needs no number."));
      }
    }
  }

  private static String key(Doc episode) {
    return folder(episode) + LessonReader.fileName(episode);
  }

  private static String folder(Doc episode) {
    String id = episode.id().value();
    return id.substring(0, id.lastIndexOf('/') + 1);
  }

  private static Doc named(Doc doc, Set<String> later) {
    return doc.kind() == Kind.EPISODE && later.contains(key(doc))
        ? doc.named(new PageId(key(doc)))
        : doc;
  }
}
