package org.chasqui.hub;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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
  private final HubRun.Setting setting;

  /**
   * @param siteFolder the site; embedded repositories lie in its {@code .chasqui/hubs}, copies of
   *     others in {@code .chasqui/cache/hubs}
   * @param options how to publish
   */
  public HubPublisher(Path siteFolder, HubOptions options) {
    GitSystem.prepare();
    this.setting = new HubRun.Setting(siteFolder, options);
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
    return reports(contents, revision, HubRun::push, progress);
  }

  /** What {@link #push} would do. Changes nothing in any repository and opens none for writing. */
  public List<HubReport> plan(
      List<HubContent> contents, SourceRevision revision, Consumer<HubReport> progress) {
    return reports(contents, revision, HubRun::plan, progress);
  }

  private List<HubReport> reports(
      List<HubContent> contents,
      SourceRevision revision,
      Fleet.Work<HubOutcome> work,
      Consumer<HubReport> progress) {
    return new Fleet<>(setting, work, (hub, outcome) -> outcome)
        .run(contents, revision, done -> progress.accept(report(done))).stream()
            .map(HubPublisher::report)
            .toList();
  }

  private static HubReport report(Fleet.Done<HubOutcome> done) {
    return new HubReport(done.hub(), done.result());
  }

  /** How the repositories stand, by hub id. Changes nothing in any of them. */
  public List<HubStatus> status(
      List<HubContent> contents, SourceRevision revision, Consumer<HubStatus> progress) {
    return new Fleet<>(setting, HubRun::status, HubStatus::problem)
        .run(contents, revision, done -> progress.accept(done.result())).stream()
            .map(Fleet.Done::result)
            .toList();
  }

  /**
   * What is wrong with the records of hubs when they are looked at together: two that publish to
   * the same place ({@code hub-target-shared}). Retired hubs are passed over.
   */
  public List<Diagnostic> check(Collection<Hub> hubs) {
    return new HubRecords(setting.siteFolder()).check(hubs);
  }
}
