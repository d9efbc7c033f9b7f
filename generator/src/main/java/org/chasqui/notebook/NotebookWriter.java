package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Asset;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;
import org.chasqui.site.Wording;

/**
 * Makes a Jupyter notebook of every episode in every language, never run, in the bytes that Jupyter
 * itself writes. Learners' have no solutions and no notes for instructors.
 *
 * <p>The same site gives the same bytes on every machine and day: nothing in a notebook depends on
 * when, where or by which version it was made.
 */
public final class NotebookWriter {
  private NotebookWriter() {}

  /**
   * The notebooks of a site, by path.
   *
   * @param site the site in all its languages
   * @param wording what the interface says in each language; English stands in for a missing one
   * @param diagnostics takes what is wrong with code cells and file names
   */
  public static List<NotebookFile> notebooks(
      Site site, Map<Language, Wording> wording, Diagnostics diagnostics) {
    ReadOnce texts = new ReadOnce();
    List<NotebookFile> notebooks = notebooks(site, wording, NotebookStyle.PLAIN, texts);
    new NotebookRules(site, texts, diagnostics).check(notebooks);
    return notebooks;
  }

  /** The notebooks of a site as a hub wants them, by path. */
  public static List<NotebookFile> notebooks(
      Site site, Map<Language, Wording> wording, NotebookStyle style) {
    return notebooks(site, wording, style, new ReadOnce());
  }

  /** The notebook of one episode as a hub wants it. */
  public static NotebookFile notebook(
      Site site, Map<Language, Wording> wording, Episode episode, NotebookStyle style) {
    return notebook(
        site, Shared.of(site, wording), new Job(lessonOf(site, episode), episode, style));
  }

  /** The lesson that an episode is part of. */
  static Lesson lessonOf(Site site, Episode episode) {
    return lessons(site).stream()
        .filter(lesson -> lesson.episodes().contains(episode.id()))
        .findFirst()
        .orElseThrow();
  }

  private static List<NotebookFile> notebooks(
      Site site, Map<Language, Wording> wording, NotebookStyle style, ReadOnce texts) {
    LessonFiles files = new LessonFiles(site);
    List<Job> jobs = lessons(site).stream().flatMap(lesson -> jobs(site, lesson, style)).toList();
    return Parallel.map(jobs, job -> notebook(site, new Shared(files, wording, texts), job))
        .stream()
        .sorted(Comparator.comparing(NotebookFile::path))
        .toList();
  }

  /**
   * The files that lie beside the notebooks of a lesson, by path: its data, and the pictures that
   * the notebooks show. Where translators made a file of their own, it is theirs.
   *
   * <p>A picture that only a solution shows is not among them.
   */
  public static SortedMap<OutputPath, OutputFile> companions(
      Site site, Lesson lesson, Language language) {
    return companions(site, lesson, language, NotebookStyle.PLAIN);
  }

  /** The files that lie beside the notebooks of a lesson as a hub wants them, by path. */
  public static SortedMap<OutputPath, OutputFile> companions(
      Site site, Lesson lesson, Language language, NotebookStyle style) {
    LessonFiles files = new LessonFiles(site);
    Shared shared = new Shared(files, Map.of(), new ReadOnce());
    List<Asset> wanted = new ArrayList<>(data(site, lesson));
    List<String> others = others(site, lesson, wanted);
    List<Episode> episodes = site.episodes(lesson, language);
    for (Episode episode : episodes) {
      if (mayName(episode, others)) {
        wanted.addAll(cells(site, shared, new Job(lesson, episode, style)).used());
      }
    }
    SortedMap<OutputPath, OutputFile> companions = new TreeMap<>();
    for (Episode first : episodes.subList(0, Math.min(1, episodes.size()))) {
      String folder = NotebookFile.pathOf(first).value();
      folder = folder.substring(0, folder.lastIndexOf('/') + 1);
      for (Asset asset : wanted) {
        String below = LessonFiles.beside(lesson, asset).orElseThrow();
        OutputPath path = OutputPath.of(folder + below);
        companions.put(path, new OutputFile.Copy(path, files.in(language, asset).file()));
      }
    }
    return companions;
  }

  // To make the cells only to see what they show is dear, and most episodes show nothing.
  private static List<String> others(Site site, Lesson lesson, List<Asset> known) {
    return site.assets().values().stream()
        .filter(asset -> !known.contains(asset))
        .flatMap(asset -> LessonFiles.beside(lesson, asset).stream())
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }

  // A name may be written with %20 and the like.
  private static boolean mayName(Episode episode, List<String> files) {
    List<String> texts = new ArrayList<>(List.of(episode.body().markdown()));
    texts.add(episode.header().title().value());
    episode.details().questions().forEach(text -> texts.add(text.value()));
    episode.details().objectives().forEach(text -> texts.add(text.value()));
    episode.details().keypoints().forEach(text -> texts.add(text.value()));
    return texts.stream()
        .anyMatch(text -> files.stream().anyMatch(f -> text.contains(f) || text.contains("%")));
  }

  /** The data files of a lesson: those it names (or that lie in a folder it names), else data/. */
  static List<Asset> data(Site site, Lesson lesson) {
    List<String> named = lesson.data().isEmpty() ? List.of("data") : lesson.data();
    return site.assets().values().stream()
        .filter(
            asset ->
                LessonFiles.beside(lesson, asset)
                    .filter(path -> named.stream().anyMatch(name -> isIn(path, name)))
                    .isPresent())
        .toList();
  }

  private static boolean isIn(String path, String named) {
    String name = named.replaceAll("^(\\./)+|/+$", "");
    return path.equals(name) || path.startsWith(name + "/");
  }

  /** The lessons of a site, by address of their home page. */
  static List<Lesson> lessons(Site site) {
    return site.pages(LessonHome.class, site.config().sourceLanguage()).stream()
        .map(LessonHome::lesson)
        .toList();
  }

  private record Job(Lesson lesson, Episode episode, NotebookStyle style) {
    Kernel kernel() {
      return Kernel.of(episode.kernel(lesson));
    }
  }

  private static Stream<Job> jobs(Site site, Lesson lesson, NotebookStyle style) {
    return site.config().languages().stream()
        .flatMap(language -> site.episodes(lesson, language).stream())
        .map(episode -> new Job(lesson, episode, style));
  }

  /** What all notebooks of a run share. */
  private record Shared(LessonFiles files, Map<Language, Wording> wording, ReadOnce texts) {
    static Shared of(Site site, Map<Language, Wording> wording) {
      return new Shared(new LessonFiles(site), wording, new ReadOnce());
    }

    Words words(Job job) {
      return new Words(job.episode.language(), wording.get(job.episode.language()));
    }
  }

  private static NotebookFile notebook(Site site, Shared shared, Job job) {
    return new NotebookFile(
        job.episode.ref(),
        job.lesson.name(),
        NotebookFile.pathOf(job.episode),
        NotebookFormat.write(cells(site, shared, job).cells(), metadata(job)));
  }

  private record Made(List<Cell> cells, List<Asset> used) {}

  /** The cells of an episode's notebook with the places they come from. */
  static List<TracedCell> traced(
      Site site,
      Map<Language, Wording> wording,
      Lesson lesson,
      Episode episode,
      NotebookStyle style) {
    Job job = new Job(lesson, episode, style);
    Shared shared = Shared.of(site, wording);
    EpisodeCells cells = maker(site, shared, job, targets(site, shared, job));
    cells.tracing().make();
    return cells.traced();
  }

  private static Made cells(Site site, Shared shared, Job job) {
    EpisodeTargets targets = targets(site, shared, job);
    List<Cell> cells = maker(site, shared, job, targets).make();
    return new Made(cells, List.copyOf(targets.used()));
  }

  private static EpisodeTargets targets(Site site, Shared shared, Job job) {
    return new EpisodeTargets(site, shared.files(), job.lesson, job.episode, shared.words(job));
  }

  private static EpisodeCells maker(Site site, Shared shared, Job job, EpisodeTargets targets) {
    ShownBlocks.Style style = new ShownBlocks.Style(job.kernel(), job.style.variant());
    Episode source =
        site.page(job.episode.ref().in(site.config().sourceLanguage()))
            .filter(Episode.class::isInstance)
            .map(Episode.class::cast)
            .orElse(job.episode);
    boolean all = style.forInstructors();
    return new EpisodeCells(
        all ? job.episode : shared.texts().withoutNotes(job.episode),
        all ? source : shared.texts().withoutNotes(source),
        style,
        shared.words(job),
        targets,
        shared.texts());
  }

  private static Json.Members metadata(Job job) {
    Language language = job.episode.language();
    Kernel kernel = job.kernel().at(job.style);
    return new Json.Members(
        Map.of(
            "chasqui",
            new Json.Members(
                Map.of(
                    "direction", Json.of(language.direction()),
                    "language", Json.of(language.tag()))),
            "kernelspec",
            kernel.spec(),
            "language_info",
            new Json.Members(Map.of("name", Json.of(kernel.languageInfo())))));
  }
}
