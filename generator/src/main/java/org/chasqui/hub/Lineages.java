package org.chasqui.hub;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.site.HubEdition;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** Since when the lessons in a hub are as they are: carried on from publication to publication. */
final class Lineages {
  private Lineages() {}

  /**
   * What the next manifest says of it.
   *
   * @param base what it is put upon
   * @param comparison what changes
   * @param number the number of the publication
   * @param time the time of its commit
   */
  static Manifest.Lineage next(Base base, Comparison comparison, int number, Instant time) {
    Set<String> changed = new HashSet<>();
    comparison.published().forEach(path -> Manifest.lessonOf(path).ifPresent(changed::add));
    SortedMap<String, Manifest.Since> known =
        base.manifest().map(m -> m.lineage().lessons()).orElse(new TreeMap<>());
    SortedMap<String, Manifest.Since> lessons = new TreeMap<>();
    SortedSet<String> languages = new TreeSet<>();
    for (Map.Entry<OutputPath, Manifest.Entry> file : comparison.files().entrySet()) {
      Optional<String> lesson =
          file.getValue().stub() ? Optional.empty() : Manifest.lessonOf(file.getKey());
      lesson.ifPresent(
          name -> {
            languages.add(name.substring(0, name.indexOf('/')));
            Manifest.Since before = known.getOrDefault(name, atTheLatest(base, number, time));
            lessons.put(name, changed.contains(name) ? new Manifest.Since(number, time) : before);
          });
    }
    return new Manifest.Lineage(base.commit().map(ObjectId::name), languages, lessons);
  }

  // A manifest of old does not say; by the base it was there.
  private static Manifest.Since atTheLatest(Base base, int number, Instant time) {
    return base.commit()
        .filter(commit -> base.publication() > 0)
        .map(commit -> new Manifest.Since(base.publication(), timeOf(commit)))
        .orElse(new Manifest.Since(number, time));
  }

  private static Instant timeOf(RevCommit commit) {
    return Instant.ofEpochSecond(commit.getCommitTime());
  }

  /** What a base holds of ours, if anything. */
  static Optional<HubEdition> editionOf(Base base) {
    return base.manifest()
        .flatMap(
            manifest ->
                base.commit().map(commit -> edition(manifest, commit.name(), timeOf(commit))));
  }

  /**
   * What a manifest says, for people.
   *
   * @param commit the commit that has it
   * @param time what time counts where the manifest does not say
   */
  static HubEdition edition(Manifest manifest, String commit, Instant time) {
    SortedMap<String, HubEdition.Lesson> lessons = new TreeMap<>();
    for (Map.Entry<OutputPath, Manifest.Entry> file : manifest.files().entrySet()) {
      Optional<String> name = Manifest.lessonOf(file.getKey());
      if (name.isEmpty() || file.getValue().stub()) {
        continue;
      }
      int notebook = StubNotebook.replaces(file.getKey()) ? 1 : 0;
      HubEdition.Lesson one = lesson(manifest, name.get(), notebook, time);
      lessons.merge(
          name.get(),
          one,
          (a, b) ->
              new HubEdition.Lesson(a.publication(), a.since(), a.notebooks() + b.notebooks()));
    }
    Instant newest =
        lessons.values().stream()
            .map(HubEdition.Lesson::since)
            .max(Comparator.naturalOrder())
            .orElse(time);
    return new HubEdition(manifest.publication(), commit, manifest.source(), newest, lessons);
  }

  private static HubEdition.Lesson lesson(
      Manifest manifest, String name, int notebooks, Instant time) {
    Manifest.Since since =
        manifest
            .lineage()
            .lessons()
            .getOrDefault(name, new Manifest.Since(manifest.publication(), time));
    return new HubEdition.Lesson(since.publication(), since.time(), notebooks);
  }
}
