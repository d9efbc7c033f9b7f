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
 * @param delivery how notebooks get to its learners, and what else its keepers wish
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
    Delivery delivery,
    SourceSpan span) {

  /** How learners come to the notebooks that we push. */
  public enum Kind {
    /** A link makes nbgitpuller bring them into the learner's home, and opens one. */
    NBGITPULLER,
    /** The hub pulls them into a folder that all learners see; a link opens one there. */
    FOLDER,
    /** Binder makes a temporary computer of the repository. */
    BINDER,
    /** A JupyterLite site, which runs in the browser, is made of the repository. */
    JUPYTERLITE,
    /** No hub opens them by a link: they are downloaded. */
    DOWNLOAD
  }

  /**
   * How notebooks get to learners, and what else the keepers of a hub wish.
   *
   * @param kind how learners come to them
   * @param binder the address of a BinderHub, {@code https://mybinder.org/}, that opens the
   *     repository once the hub is retired, or always if that is its kind
   * @param tags lessons with one of these tags are wanted, too
   * @param tagged the names of those lessons
   * @param requireSignature whether no unsigned commit may be made
   * @param fallbackBranch whether a protected branch is answered with a branch beside it
   * @param environment what its computers have, in a sentence
   */
  public record Delivery(
      Kind kind,
      Optional<String> binder,
      List<String> tags,
      List<String> tagged,
      boolean requireSignature,
      boolean fallbackBranch,
      Optional<Text> environment) {
    /** nbgitpuller, and no wishes. */
    public static final Delivery PLAIN =
        new Delivery(
            Kind.NBGITPULLER,
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            false,
            Optional.empty());

    /** Copies, so that nobody can change it. */
    public Delivery {
      tags = List.copyOf(tags);
      tagged = List.copyOf(tagged);
    }

    Delivery in(TextMapper mapper) {
      return new Delivery(
          kind,
          binder,
          tags,
          tagged,
          requireSignature,
          fallbackBranch,
          environment.map(text -> mapper.text("environment", text)));
    }

    Delivery tagged(List<String> names) {
      return new Delivery(kind, binder, tags, names, requireSignature, fallbackBranch, environment);
    }
  }

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

  /** One that learners pull from with nbgitpuller. */
  public Hub(
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
    this(
        id,
        name,
        address,
        community,
        repository,
        publicRepository,
        branch,
        folder,
        target,
        languages,
        lessons,
        status,
        opens,
        style,
        Delivery.PLAIN,
        span);
  }

  /** Whether it takes a lesson. */
  public boolean wants(String lesson) {
    boolean all = lessons.isEmpty() && delivery.tags().isEmpty();
    return all || lessons.contains(lesson) || delivery.tagged().contains(lesson);
  }

  /** The same with other ways of delivery. */
  public Hub with(Delivery other) {
    return new Hub(
        id,
        name,
        address,
        community,
        repository,
        publicRepository,
        branch,
        folder,
        target,
        languages,
        lessons,
        status,
        opens,
        style,
        other,
        span);
  }

  /** The same, with the names of the lessons that bear its tags. */
  public Hub tagged(List<String> names) {
    return with(delivery.tagged(names));
  }

  Hub in(TextMapper mapper) {
    return with(delivery.in(mapper));
  }
}
