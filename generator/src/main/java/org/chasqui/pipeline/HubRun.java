package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.hub.HubOptions;
import org.chasqui.hub.HubPublisher;
import org.chasqui.hub.HubReport;
import org.chasqui.hub.SourceRevisions;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SourceRevision;

/** The other half of the program: notebooks to hubs. */
public final class HubRun {
  /** What to do with the hubs. */
  public enum Action {
    /** Tell what a push would do. */
    PLAN,
    /** Send what is missing. */
    PUSH,
    /** Tell what they have. */
    STATUS
  }

  private final BuildRequest request;
  private final Consumer<String> progress;

  /**
   * @param request which site
   * @param progress is told each hub when it is done
   */
  public HubRun(BuildRequest request, Consumer<String> progress) {
    this.request = request;
    this.progress = progress;
  }

  /** What each hub's repository should hold: the notebooks it takes, and the files they need. */
  public static List<HubContent> contents(BuiltSite built, Diagnostics diagnostics) {
    List<HubContent> contents = new ArrayList<>();
    for (Hub hub : built.site().hubs()) {
      contents.add(new HubContent(hub, files(built, hub, diagnostics)));
    }
    return contents;
  }

  private static SortedMap<OutputPath, OutputFile> files(
      BuiltSite built, Hub hub, Diagnostics diagnostics) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    if (hub.status() == Hub.Status.RETIRED) {
      return files;
    }
    for (Language language : hub.languages()) {
      files.putAll(files(built, language, hub::wants, diagnostics));
    }
    return files;
  }

  /** Every notebook in every language, and the files they need. */
  public static List<OutputFile> everything(BuiltSite built, Diagnostics diagnostics) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    for (Language language : built.site().config().languages()) {
      files.putAll(files(built, language, lesson -> true, diagnostics));
    }
    return List.copyOf(files.values());
  }

  private static SortedMap<OutputPath, OutputFile> files(
      BuiltSite built,
      Language language,
      java.util.function.Predicate<String> lessons,
      Diagnostics diagnostics) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    Set<String> used = new HashSet<>();
    for (NotebookFile notebook : built.notebooks()) {
      if (notebook.episode().language().equals(language) && lessons.test(notebook.lesson())) {
        files.put(notebook.path(), new OutputFile.Text(notebook.path(), notebook.content()));
        used.add(notebook.lesson());
      }
    }
    for (LessonHome home : built.site().pages(LessonHome.class, language)) {
      Lesson lesson = home.lesson();
      if (used.contains(lesson.name())) {
        files.putAll(NotebookWriter.companions(built.site(), lesson, language));
      }
    }
    return files;
  }

  /** Carries an action out on hubs; one hub's trouble is its outcome and leaves the others alone. */
  public List<HubReport> run(Action action, List<HubContent> contents) {
    Path siteFolder = request.siteFolder();
    HubPublisher publisher = new HubPublisher(siteFolder, HubOptions.defaults());
    SourceRevision revision = SourceRevisions.of(siteFolder, request.now());
    progress.accept("Asking " + contents.size() + " hubs");
    Consumer<HubReport> done = report -> progress.accept("Hubs: " + report.hub().id() + " is done");
    return switch (action) {
      case PLAN -> publisher.plan(contents, revision, done);
      case PUSH -> publisher.push(contents, revision, done);
      case STATUS -> publisher.status(contents, revision, done);
    };
  }
}
