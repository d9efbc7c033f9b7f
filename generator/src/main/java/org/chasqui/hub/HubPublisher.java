package org.chasqui.hub;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.SourceRevision;

/**
 * Brings the repositories of hubs to the wanted state, through git.
 *
 * <p>What it promises: no branch is ever forced back or deleted; a commit that somebody else made
 * stays; a file that somebody else changed stays; a file that we no longer want becomes a stub; a
 * second run with nothing new sends nothing; one hub's trouble is that hub's alone. Safe for many
 * threads, and for several processes at once.
 *
 * <pre>{@code
 * HubPublisher publisher = new HubPublisher(site, HubOptions.of(name -> Optional.empty()));
 * List<HubReport> reports = publisher.push(contents, revision, report -> {});
 * }</pre>
 */
public final class HubPublisher {
  private final Path siteFolder;
  private final HubOptions options;
  private final Consumer<String> steps;

  /**
   * @param siteFolder the site; embedded repositories lie in its {@code .chasqui/hubs}, copies of
   *     others in {@code .chasqui/cache/hubs}, the log in {@code .chasqui/log}
   * @param options how to publish
   */
  public HubPublisher(Path siteFolder, HubOptions options) {
    this(siteFolder, options, step -> {});
  }

  /**
   * @param steps is told the name of each step of a push
   */
  HubPublisher(Path siteFolder, HubOptions options, Consumer<String> steps) {
    GitSystem.prepare();
    this.siteFolder = siteFolder;
    this.options = options;
    this.steps = steps;
  }

  private <T> List<T> each(
      List<HubContent> contents,
      SourceRevision revision,
      Fleet.Work<T> work,
      BiFunction<Hub, HubOutcome, T> failed,
      Consumer<T> progress) {
    try (SharedBlobs shared =
        new SharedBlobs(HubRun.Setting.copies(siteFolder).resolve(".shared"))) {
      return new Fleet<>(setting(contents, shared), work, failed)
          .run(contents, revision, done -> progress.accept(done.result())).stream()
              .map(Fleet.Done::result)
              .toList();
    }
  }

  private HubRun.Setting setting(List<HubContent> contents, SharedBlobs shared) {
    return new HubRun.Setting(
        siteFolder,
        options,
        new Contents(),
        shared,
        new MergeCheck(),
        new Pace(options.perHost(), options.pause()),
        new AuditLog(siteFolder, options.clock()),
        options.acceptsRewritten()
            ? Map.of()
            : PublishedRecord.publications(
                siteFolder, contents.stream().map(HubContent::hub).toList()),
        steps);
  }

  /**
   * Publishes, to several hubs at a time.
   *
   * @param contents what each hub should hold; hubs that have passed {@link #check}
   * @param revision the state of the sources
   * @param progress is told of each hub as it is done, one at a time, from any thread
   * @return what became of each, by hub id
   */
  public List<HubReport> push(
      List<HubContent> contents, SourceRevision revision, Consumer<HubReport> progress) {
    return each(contents, revision, HubRun::push, HubReport::of, progress);
  }

  /** What {@link #push} would do. Changes nothing in any repository and opens none for writing. */
  public List<HubReport> plan(
      List<HubContent> contents, SourceRevision revision, Consumer<HubReport> progress) {
    return each(contents, revision, HubRun::plan, HubReport::of, progress);
  }

  /**
   * Brings back the files of a publication of the past, with a commit on top: whoever pulls gets
   * them without a conflict. What the hub's keepers changed stays. Done again, it sends nothing.
   *
   * @param publication its number, from 1
   */
  public HubReport rollback(HubContent content, SourceRevision revision, int publication) {
    return each(
            List.of(content),
            revision,
            run -> run.rollback(publication),
            HubReport::of,
            report -> {})
        .get(0);
  }

  /**
   * Takes away the stubs and other files that we put there and no longer want. With nbgitpuller
   * before 1.2, learners who changed or deleted one of them can then pull nothing any more.
   *
   * @param really whether to do it; otherwise it is only planned
   */
  public List<HubReport> prune(List<HubContent> contents, SourceRevision revision, boolean really) {
    return each(contents, revision, run -> run.prune(really), HubReport::of, report -> {});
  }

  /** How the repositories stand, by hub id. Changes nothing in any of them. */
  public List<HubStatus> status(
      List<HubContent> contents, SourceRevision revision, Consumer<HubStatus> progress) {
    return each(contents, revision, HubRun::status, HubStatus::problem, progress);
  }

  /** What a push would change, notebooks cell by cell. Changes nothing in any repository. */
  public List<HubDiff> diff(
      List<HubContent> contents, SourceRevision revision, Consumer<HubDiff> progress) {
    return each(contents, revision, HubRun::diff, HubDiff::problem, progress);
  }

  /** The notebooks that somebody changed on a hub's side. Changes nothing in its repository. */
  public HubChanges changes(HubContent content, SourceRevision revision) {
    return each(List.of(content), revision, HubRun::changes, HubChanges::problem, done -> {})
        .get(0);
  }

  /** Whether the branches hold what their manifests say. Changes nothing in any repository. */
  public List<HubVerification> verify(
      List<HubContent> contents, SourceRevision revision, Consumer<HubVerification> progress) {
    return each(contents, revision, HubRun::verify, HubVerification::problem, progress);
  }

  /**
   * What is wrong with the records of hubs when they are looked at together: two that publish to
   * the same place ({@code hub-target-shared}). Retired hubs are passed over.
   */
  public List<Diagnostic> check(Collection<Hub> hubs) {
    return new HubRecords(siteFolder).check(hubs);
  }
}
