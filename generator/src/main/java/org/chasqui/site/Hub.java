package org.chasqui.site;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;

/**
 * A community's JupyterHub and the repository through which notebooks reach it: one record in
 * {@code site-content/hubs/}.
 *
 * @param id the id: the record's file name
 * @param name its name (also the page's title)
 * @param address the hub's own address, {@code https://hub.example.org/}, if it has one
 * @param community the id of an {@link Organisation}
 * @param repository where we push
 * @param publicRepository the address from which the hub pulls, where it differs from the one we
 *     push to (an embedded repository has none of its own)
 * @param branch the branch we push to
 * @param folder the folder of the repository that holds our notebooks; empty for its top
 * @param target the folder of a learner's home into which the repository is cloned
 * @param languages which languages it wants
 * @param lessons which lessons it wants, by name; all if empty
 * @param status whether it runs
 * @param opens what opens a notebook: {@code lab}, {@code notebook} or {@code retro}
 * @param style how it wants its notebooks
 * @param span where the record stands
 */
public record Hub(
    String id,
    String name,
    Optional<String> address,
    Optional<Credit> community,
    Repository repository,
    Optional<String> publicRepository,
    String branch,
    String folder,
    String target,
    List<Language> languages,
    List<String> lessons,
    Status status,
    String opens,
    NotebookStyle style,
    SourceSpan span) {

  /** Where we push. */
  public sealed interface Repository {
    /** A bare repository under {@code .chasqui/hubs/ID.git}: needs no server. */
    record Embedded() implements Repository {}

    /**
     * A repository elsewhere.
     *
     * @param url {@code https://}, {@code ssh://} or {@code file://}, without a password
     */
    record Remote(String url) implements Repository {}
  }

  /** Whether a hub runs. */
  public enum Status {
    /** It runs, and gets notebooks. */
    ACTIVE,
    /** It will run; it gets notebooks, but no buttons lead there yet. */
    PLANNED,
    /** It has closed: nothing is pushed, buttons become downloads. */
    RETIRED
  }

  /** Copies, so that nobody can change it. */
  public Hub {
    languages = List.copyOf(languages);
    lessons = List.copyOf(lessons);
  }

  /** Whether it takes a lesson. */
  public boolean wants(String lesson) {
    return lessons.isEmpty() || lessons.contains(lesson);
  }

  Hub in(TextMapper mapper) {
    return this;
  }
}
