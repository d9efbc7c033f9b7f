package org.chasqui.pipeline;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.hub.HubChanges;
import org.chasqui.hub.HubDiff;
import org.chasqui.hub.HubOptions;
import org.chasqui.hub.HubPublisher;
import org.chasqui.hub.HubReport;
import org.chasqui.hub.HubStatus;
import org.chasqui.hub.HubVerification;
import org.chasqui.hub.PublishedRecord;
import org.chasqui.hub.SourceRevisions;
import org.chasqui.notebook.LiteContents;
import org.chasqui.notebook.NextEdition;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubEdition;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SourceRevision;

/** The other half of the program: notebooks to hubs. */
public final class HubRun {
  private final BuildRequest request;
  private final HubPublisher publisher;
  private final Consumer<String> progress;
  private boolean news;

  /**
   * @param request which site
   * @param options how to publish
   * @param progress is told when a hub is done
   */
  public HubRun(BuildRequest request, HubOptions options, Consumer<String> progress) {
    this.request = request;
    this.publisher = new HubPublisher(request.siteFolder(), options);
    this.progress = progress;
  }

  /**
   * What each hub's repository should hold: the notebooks it takes, and the files they need. Says
   * what is wrong with the records of hubs.
   */
  public List<HubContent> contents(BuiltSite built, Diagnostics diagnostics) {
    diagnostics.addAll(publisher.check(built.site().hubs()));
    return contents(built);
  }

  static List<HubContent> contents(BuiltSite built) {
    return built.site().hubs().stream()
        .map(hub -> new HubContent(hub, files(built, hub), HubRun::fitted))
        .toList();
  }

  private static String fitted(OutputPath path, String published, String wanted) {
    return path.value().endsWith(".ipynb") ? NextEdition.of(published, wanted) : wanted;
  }

  private static SortedMap<OutputPath, OutputFile> files(BuiltSite built, Hub hub) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    if (hub.status() == Hub.Status.RETIRED) {
      return files;
    }
    for (Language language : hub.languages()) {
      files.putAll(files(built, hub.style(), language, hub::wants));
    }
    return hub.delivery().kind() == Hub.Kind.JUPYTERLITE ? LiteContents.of(files) : files;
  }

  /** Every notebook in every language, and the files they need. */
  public static List<OutputFile> everything(BuiltSite built) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    for (Language language : built.site().config().languages()) {
      files.putAll(files(built, NotebookStyle.PLAIN, language, lesson -> true));
    }
    return List.copyOf(files.values());
  }

  private static SortedMap<OutputPath, OutputFile> files(
      BuiltSite built, NotebookStyle style, Language language, Predicate<String> lessons) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    Set<String> used = new HashSet<>();
    for (NotebookFile notebook : built.notebooks(style)) {
      if (notebook.episode().language().equals(language) && lessons.test(notebook.lesson())) {
        files.put(notebook.path(), new OutputFile.Text(notebook.path(), notebook.content()));
        used.add(notebook.lesson());
      }
    }
    for (LessonHome home : built.site().pages(LessonHome.class, language)) {
      Lesson lesson = home.lesson();
      if (used.contains(lesson.name())) {
        files.putAll(NotebookWriter.companions(built.site(), lesson, language, style));
      }
    }
    return files;
  }

  /** Tells what {@link #push} would do. */
  public List<HubReport> plan(List<HubContent> contents) {
    return publisher.plan(contents, revision(contents), report -> done(report.hub()));
  }

  /** Sends what is missing; one hub's trouble is its outcome and leaves the others alone. */
  public List<HubReport> push(List<HubContent> contents) {
    List<HubReport> reports =
        publisher.push(contents, revision(contents), report -> done(report.hub()));
    remember(
        reports.stream(), HubReport::hub, HubReport::edition, report -> report.outcome().fine());
    return reports;
  }

  /** Tells how the repositories stand. */
  public List<HubStatus> status(List<HubContent> contents) {
    List<HubStatus> all =
        publisher.status(contents, revision(contents), status -> done(status.hub()));
    // What was rewritten stays known as it was, until somebody pushes and says that it is meant so.
    remember(
        all.stream(),
        HubStatus::hub,
        HubStatus::edition,
        one -> one.problem().isEmpty() && !one.rewritten());
    return all;
  }

  // What a hub holds is known from those that answered; of the others the old word counts.
  private <T> void remember(
      Stream<T> all,
      Function<T, Hub> hub,
      Function<T, Optional<HubEdition>> edition,
      Predicate<T> answered) {
    Map<Hub, HubEdition> found = new HashMap<>();
    all.filter(answered)
        .filter(one -> hub.apply(one).status() != Hub.Status.RETIRED)
        .forEach(one -> edition.apply(one).ifPresent(known -> found.put(hub.apply(one), known)));
    try {
      news |= PublishedRecord.add(request.siteFolder(), found);
    } catch (IOException e) {
      progress.accept("What the hubs hold could not be written down: " + e.getMessage());
    }
  }

  /** Whether hubs were found to hold something else than the pages of the last build say. */
  public boolean hasNews() {
    return news;
  }

  /** Brings back the files of a publication of the past, with a commit on top. */
  public HubReport rollback(HubContent content, int publication) {
    HubReport report = publisher.rollback(content, revision(List.of(content)), publication);
    remember(Stream.of(report), HubReport::hub, HubReport::edition, one -> one.outcome().fine());
    return report;
  }

  /** Takes away what was published and is no longer wanted; without {@code really} only tells. */
  public List<HubReport> prune(List<HubContent> contents, boolean really) {
    return publisher.prune(contents, revision(contents), really);
  }

  /** Tells what {@link #push} would change, notebooks cell by cell. */
  public List<HubDiff> diff(List<HubContent> contents) {
    return publisher.diff(contents, revision(contents), diff -> done(diff.hub()));
  }

  /** The notebooks that somebody changed in a hub's repository. */
  HubChanges changes(HubContent content) {
    return publisher.changes(content, revision(List.of(content)));
  }

  /** Tells whether the branches hold what was published there. */
  public List<HubVerification> verify(List<HubContent> contents) {
    return publisher.verify(contents, revision(contents), one -> done(one.hub()));
  }

  private SourceRevision revision(List<HubContent> contents) {
    progress.accept("Asking " + contents.size() + " hubs");
    return SourceRevisions.of(request.siteFolder(), request.now());
  }

  private void done(Hub hub) {
    progress.accept("Hubs: " + hub.id() + " is done; waiting for the others");
  }
}
