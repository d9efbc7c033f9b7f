package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.kernels.Installing;
import org.chasqui.kernels.JupyterPython;
import org.chasqui.kernels.KernelRunner;
import org.chasqui.kernels.Program;
import org.chasqui.kernels.Recording;
import org.chasqui.kernels.Run;
import org.chasqui.kernels.RunFindings;
import org.chasqui.kernels.RunLimits;
import org.chasqui.load.SourceTree;
import org.chasqui.notebook.LessonCodeReader;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonCode;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;

/** Runs the code of all lessons in real kernels and says what does not do what pages say. */
public final class NotebookTests {
  private static final Pattern KERNEL = Pattern.compile("(?m)^kernel *:[ \\t]*([^\\s#]+)");

  private final BuiltSite built;
  private final Options options;
  private final Consumer<String> progress;
  private final RunFindings findings;
  private final Diagnostics recorded = new Diagnostics();
  private final Map<OutputPath, Tested> tested = new TreeMap<>();
  private final Map<PageRef, Recording> recordings = new LinkedHashMap<>();

  /**
   * How notebooks are tested.
   *
   * @param pythons programs that may be a Python with Jupyter's client, the best first
   * @param cell the longest that a cell may run
   * @param notebook the longest that a notebook may run
   * @param megabytes the memory that a kernel may take; 0 for as much as there is
   * @param network whether code may reach the network
   * @param parallel how many notebooks are run at a time
   * @param fresh whether those are run again that passed before
   */
  public record Options(
      List<Path> pythons,
      Duration cell,
      Duration notebook,
      int megabytes,
      boolean network,
      int parallel,
      boolean fresh) {
    /** Copies, so that nobody can change it. */
    public Options {
      pythons = List.copyOf(pythons);
    }

    /** The usual limits. */
    public static Options usual(List<Path> pythons, int parallel) {
      RunLimits usual = RunLimits.USUAL;
      return new Options(
          pythons,
          usual.cell(),
          usual.notebook(),
          usual.megabytes(),
          usual.network(),
          parallel,
          false);
    }
  }

  /** What became of a notebook. */
  public enum State {
    /** Its code does what the page says. */
    PASSED,
    /** It does not. */
    FAILED,
    /** This machine lacks its kernel. */
    NOT_RUN
  }

  /**
   * A notebook that was tested.
   *
   * @param episode the episode in its language
   * @param notebook its path in a hub
   * @param state what became of it
   * @param cached whether it was run at an earlier time
   */
  public record Tested(PageRef episode, OutputPath notebook, State state, boolean cached) {
    private Tested and(State other, boolean alsoCached) {
      State worse = other.compareTo(state) > 0 && state != State.FAILED ? other : state;
      return new Tested(episode, notebook, worse, cached && alsoCached);
    }
  }

  /**
   * A Python with Jupyter's client.
   *
   * @param program where it is
   * @param version which it is
   * @param kernels the kernels it can start
   */
  public record Jupyter(Path program, String version, List<String> kernels) {}

  /**
   * @param built the site
   * @param progress is told how far it is
   */
  public NotebookTests(BuiltSite built, Options options, Consumer<String> progress) {
    this.built = built;
    this.options = options;
    this.progress = progress;
    this.findings = new RunFindings(built.site().config().sourceLanguage());
  }

  /** The first of some programs that can run notebooks, if one can. */
  public static Optional<Jupyter> jupyter(List<Path> pythons) {
    return JupyterPython.find(pythons)
        .map(
            found ->
                new Jupyter(
                    found.program(),
                    "Python " + found.version() + " with nbclient " + found.client(),
                    List.copyOf(found.kernels())));
  }

  /** What to do where there is none. */
  public static String installing() {
    return Installing.client();
  }

  /**
   * Runs the code of lessons.
   *
   * @param lessons the short names of lessons; all if empty
   * @param languages the languages; all if empty
   * @return what became of every notebook that has code, by path
   * @throws RunStopped.Usage if code must be run and there is no Jupyter
   */
  public List<Tested> run(List<String> lessons, List<Language> languages, Diagnostics diagnostics) {
    List<Program> programs = programs(lessons, languages);
    List<Run> runs = runner().run(programs, progress);
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      Run run = runs.get(i);
      boolean good = findings.look(program, run);
      State state =
          run.end() == Run.End.NO_KERNEL ? State.NOT_RUN : good ? State.PASSED : State.FAILED;
      LessonCode code = program.code();
      if (run.end() == Run.End.DONE) {
        recordings
            .computeIfAbsent(code.episode(), ref -> new Recording())
            .add(program, run, recorded);
      }
      Tested now = new Tested(code.episode(), code.notebook(), state, run.cached());
      tested.merge(code.notebook(), now, (old, other) -> old.and(other.state(), other.cached()));
    }
    findings.tell(diagnostics);
    return List.copyOf(tested.values());
  }

  private KernelRunner runner() {
    RunLimits limits =
        new RunLimits(options.cell(), options.notebook(), options.megabytes(), options.network());
    Path cache = built.siteFolder().resolve(".chasqui").resolve("cache").resolve("kernels");
    return new KernelRunner(
        this::found, new KernelRunner.Options(limits, options.parallel(), options.fresh(), cache));
  }

  private JupyterPython found() {
    progress.accept("Looking for Jupyter");
    return JupyterPython.find(options.pythons())
        .orElseThrow(
            () ->
                new RunStopped.Environment(
                    "Lessons are tested with Jupyter's client nbclient, and no Python here has it. "
                        + Installing.client(),
                    new java.io.FileNotFoundException("nbclient")));
  }

  private List<Program> programs(List<String> lessons, List<Language> languages) {
    Site site = built.site();
    Map<String, SortedMap<OutputPath, OutputFile>> files = new HashMap<>();
    Map<PageId, LessonHome> homes = new LinkedHashMap<>();
    site.pages(LessonHome.class, site.config().sourceLanguage())
        .forEach(home -> home.lesson().episodes().forEach(id -> homes.put(id, home)));
    List<Program> programs = new ArrayList<>();
    for (LessonCode code : LessonCodeReader.read(site)) {
      LessonHome home = homes.get(code.episode().id());
      Language language = code.episode().language();
      if (home == null
          || !(lessons.isEmpty() || lessons.contains(home.lesson().name()))
          || !(languages.isEmpty() || languages.contains(language))) {
        continue;
      }
      Lesson lesson = home.lesson();
      SortedMap<OutputPath, OutputFile> beside =
          files.computeIfAbsent(
              lesson.name() + " " + language,
              key -> NotebookWriter.companions(site, lesson, language));
      SourceSpan kernel = kernelPlace(home, code);
      if (!code.withoutSolutions().cells().isEmpty()) {
        programs.add(new Program(code.withoutSolutions(), false, beside, kernel));
      }
      if (code.hasSolutions()) {
        programs.add(new Program(code, true, beside, kernel));
      }
    }
    return programs;
  }

  // An episode may name one of its own; the home page may be written in an index.md beside the
  // record that names the lesson's.
  private SourceSpan kernelPlace(LessonHome home, LessonCode code) {
    Optional<Episode> own =
        built
            .site()
            .page(code.episode())
            .filter(Episode.class::isInstance)
            .map(Episode.class::cast)
            .filter(episode -> episode.details().kernel().isPresent());
    if (own.isPresent()) {
      SourceFile page = own.get().header().source();
      Matcher named = KERNEL.matcher(page.text());
      return named.find() ? page.span(named.start(1), named.end(1)) : page.top();
    }
    Path record = built.siteFolder().resolve(home.id().value()).resolve("lesson.yaml");
    SourceFile file =
        Files.isRegularFile(record)
            ? SourceTree.read(built.siteFolder(), record, new Diagnostics())
            : home.header().source();
    Matcher line = KERNEL.matcher(file.text());
    return line.find() ? file.span(line.start(1), line.end(1)) : file.top();
  }

  /**
   * Writes real outputs into the pages, in place of those that differ.
   *
   * @return the files that were changed, with how many blocks in each
   */
  public SortedMap<String, Integer> update() {
    SourceEdits edits = new SourceEdits();
    SortedMap<String, Integer> changed = new TreeMap<>();
    for (RunFindings.Correction correction : findings.corrections()) {
      if (OutputBlocks.correct(correction, edits)) {
        changed.merge(correction.expected().block().file().path(), 1, Integer::sum);
      }
    }
    edits.write(built.siteFolder());
    return changed;
  }

  /**
   * Writes what code gave beside the lessons, where their pages find it.
   *
   * @param diagnostics is told of pictures without a text
   * @return how many files are new or changed
   */
  public int record(Diagnostics diagnostics) {
    diagnostics.addAll(recorded.sorted());
    return RecordedOutputs.write(built.siteFolder(), built.site(), recordings);
  }
}
