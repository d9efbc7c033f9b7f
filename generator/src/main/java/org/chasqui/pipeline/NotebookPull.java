package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.hub.HubChanges;
import org.chasqui.hub.HubOptions;
import org.chasqui.hub.LineDiff;
import org.chasqui.ipynb.NotebookCells;
import org.chasqui.load.SourceTree;
import org.chasqui.localize.Localized;
import org.chasqui.notebook.BodyEdits;
import org.chasqui.notebook.NotebookChanges;
import org.chasqui.notebook.NotebookChanges.Given;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.site.Episode;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;

/**
 * Brings what somebody mended in a notebook back into the source of the episode: a notebook file,
 * or all notebooks that were changed in a hub's repository.
 */
public final class NotebookPull {
  /** Cells that many notebooks have alike. */
  private static final Set<String> FIXED = Set.of("end", "title", "keypoints", "solutions");

  private final BuildRequest request;
  private final Options options;
  private final Diagnostics diagnostics;
  private final Localized localized;
  private final SourceEdits edits = new SourceEdits();
  private final SortedMap<String, Integer> changed = new TreeMap<>();
  private int left;

  /**
   * What is asked.
   *
   * @param published the notebook as it was published, if the caller has it
   * @param episode which episode the notebook is of, if the caller says: {@code LESSON/EPISODE}
   * @param delete whether cells that are gone are taken out of the source
   */
  public record Options(Optional<Path> published, Optional<String> episode, boolean delete) {}

  /**
   * What came of it.
   *
   * @param files for every notebook how many of its cells change the source
   * @param left how many cells differ and stay as they are in the source
   * @param diff the change of the sources, as git shows it
   */
  public record Pulled(SortedMap<String, Integer> files, int left, List<String> diff) {
    /** Copies, so that nobody can change it. */
    public Pulled {
      diff = List.copyOf(diff);
    }

    /** How many cells change the source. */
    public int cells() {
      return files.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private record Edition(SourceFile file, Optional<SourceFile> published, Optional<String> path) {}

  private record Candidate(NotebookFile notebook, NotebookStyle style, int likeness) {}

  /**
   * Reads the site.
   *
   * @param diagnostics takes what is wrong with the site
   * @param progress is told how far it is
   */
  public NotebookPull(
      BuildRequest request, Options options, Diagnostics diagnostics, Consumer<String> progress) {
    this(
        request,
        options,
        diagnostics,
        new SiteBuilder(request, diagnostics, progress).translated());
  }

  private NotebookPull(
      BuildRequest request, Options options, Diagnostics diagnostics, Localized localized) {
    this.request = request;
    this.options = options;
    this.diagnostics = diagnostics;
    this.localized = localized;
  }

  /** The same site; what is wrong with notebooks and their changes is told elsewhere. */
  public NotebookPull telling(Diagnostics other) {
    return new NotebookPull(request, options, other, localized);
  }

  /**
   * Finds out what notebook files change. Writes nothing.
   *
   * @throws RunStopped.Usage if there is no such file, or nobody can tell which episode it is of
   */
  public Pulled files(List<Path> files) {
    Optional<SourceFile> published = options.published().map(this::read);
    for (Path file : files) {
      pull(new Edition(read(file), published, Optional.empty()));
    }
    return pulled();
  }

  /**
   * Finds out what was changed in a hub's repository. Writes nothing.
   *
   * @throws RunStopped.Usage if there is no such hub
   * @throws RunStopped.Environment if the hub cannot be read
   */
  public Pulled hub(String id, HubOptions reach, Consumer<String> progress) {
    List<Hub> hubs = localized.site().hubs();
    Hub hub =
        hubs.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> noHub(id));
    HubContent content = new HubContent(hub, new TreeMap<>());
    HubChanges changes = new HubRun(request, reach, progress).changes(content);
    changes
        .problem()
        .ifPresent(
            problem -> {
              throw new RunStopped.Environment(
                  "The hub " + id + " could not be read: " + problem, new java.io.IOException(id));
            });
    for (HubChanges.Changed file : changes.files()) {
      String name = id + ":" + file.path();
      pull(
          new Edition(
              new SourceFile(name, file.there()),
              file.published().map(text -> new SourceFile(name + " as published", text)),
              Optional.of(file.path().value())));
    }
    return pulled();
  }

  private RunStopped.Usage noHub(String id) {
    List<String> known = localized.site().hubs().stream().map(Hub::id).sorted().toList();
    return new RunStopped.Usage(
        "There is no hub '"
            + id
            + "'. "
            + Suggestion.didYouMean(id, known)
                .orElse("There are: " + String.join(", ", known) + "."));
  }

  /**
   * Writes what was found out.
   *
   * @throws RunStopped.Usage if somebody changed a file since it was read
   */
  public void write() {
    edits.write(request.siteFolder());
  }

  private Pulled pulled() {
    List<String> diff = new ArrayList<>();
    edits
        .files()
        .forEach((path, file) -> diff.addAll(LineDiff.of(path, file.text(), edits.changed(path))));
    return new Pulled(new TreeMap<>(changed), left, diff);
  }

  private SourceFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new RunStopped.Usage("There is no file " + file + ".");
    }
    Path whole = file.toAbsolutePath().normalize();
    return SourceTree.read(whole.resolveSibling(""), whole, diagnostics);
  }

  private void pull(Edition edition) {
    Optional<List<Given>> edited = cells(edition.file());
    Optional<List<Given>> published = edition.published().flatMap(this::cells);
    if (edited.isEmpty() || diagnostics.hasErrors()) {
      return;
    }
    Candidate of = candidate(edition, edited.get());
    Episode episode = (Episode) localized.site().page(of.notebook().episode()).orElseThrow();
    PullTarget target = new PullTarget(localized.site(), episode, request.siteFolder());
    NotebookChanges.Result result =
        new NotebookChanges(
                localized.site(),
                localized.wording(),
                episode,
                of.style(),
                new NotebookChanges.Request(edited.get(), published, options.delete()),
                target,
                diagnostics)
            .find();
    String markdown = BodyEdits.applied(episode.body().markdown(), result.edits());
    target.write(result, markdown, edits);
    changed.put(edition.file().path(), result.cells());
    left += result.left();
    if (published.isEmpty() && result.cells() + result.left() > 0) {
      baseUnknown(edition, episode);
    }
  }

  private void baseUnknown(Edition edition, Episode episode) {
    diagnostics.add(
        Diagnostic.warning(
                "pull-base-unknown",
                edition.file().top(),
                "Nothing tells which edition of the notebook this one was made from.")
            .help(
                "If "
                    + episode.header().source().path()
                    + " has changed since then, this would change it back: read the diff, or name the"
                    + " notebook as it was published with --published."));
  }

  private Optional<List<Given>> cells(SourceFile file) {
    return NotebookCells.read(file, diagnostics)
        .map(
            notebook ->
                notebook.cells().stream()
                    .map(cell -> new Given(cell.id(), cell.type(), cell.source(), cell.place()))
                    .toList());
  }

  // The notebook of the site that is most like it, in whatever variant.
  private Candidate candidate(Edition edition, List<Given> cells) {
    Set<String> looks = new HashSet<>();
    cells.forEach(cell -> looks.add(look(cell)));
    List<Episode> all = episodes(edition);
    List<Episode> named =
        all.stream()
            .filter(
                episode -> edition.file().path().endsWith(NotebookFile.pathOf(episode).fileName()))
            .toList();
    return best(named, looks)
        .or(() -> best(all, looks))
        .or(
            () ->
                options.episode().isPresent() && !all.isEmpty()
                    ? Optional.of(candidate(all.get(0), NotebookStyle.PLAIN, looks))
                    : Optional.empty())
        .orElseThrow(() -> new RunStopped.Usage(unknown(edition)));
  }

  private List<Episode> episodes(Edition edition) {
    List<Language> languages = localized.site().config().languages();
    Optional<String> tag =
        NotebookCells.read(edition.file(), new Diagnostics()).flatMap(NotebookCells::language);
    Language language =
        languages.stream()
            .filter(known -> tag.equals(Optional.of(known.tag())))
            .findFirst()
            .orElse(localized.site().config().sourceLanguage());
    return localized.site().pages(LessonHome.class, language).stream()
        .flatMap(home -> localized.site().episodes(home.lesson(), language).stream())
        .filter(
            episode ->
                options.episode().isEmpty()
                    || episode.id().value().equals("lessons/" + options.episode().get()))
        .filter(
            episode ->
                edition.path().isEmpty()
                    || NotebookFile.pathOf(episode).value().equals(edition.path().get()))
        .toList();
  }

  private Optional<Candidate> best(List<Episode> episodes, Set<String> looks) {
    return episodes.stream()
        .flatMap(
            episode ->
                Arrays.stream(NotebookStyle.Variant.values())
                    .map(variant -> new NotebookStyle(variant, Map.of()))
                    .map(style -> candidate(episode, style, looks)))
        .filter(candidate -> candidate.likeness() > 0)
        .max(Comparator.comparingInt(Candidate::likeness));
  }

  private Candidate candidate(Episode episode, NotebookStyle style, Set<String> looks) {
    NotebookFile notebook =
        NotebookWriter.notebook(localized.site(), localized.wording(), episode, style);
    return new Candidate(notebook, style, likeness(notebook, looks));
  }

  private static String unknown(Edition edition) {
    return edition.file().path()
        + " is like no notebook of this site. Name its episode: --episode LESSON/EPISODE.";
  }

  private static int likeness(NotebookFile notebook, Set<String> looks) {
    SourceFile file = new SourceFile(notebook.path().value(), notebook.content());
    return (int)
        NotebookCells.read(file, new Diagnostics()).stream()
            .flatMap(found -> found.cells().stream())
            .filter(cell -> !FIXED.contains(cell.id()))
            .filter(cell -> looks.contains(cell.id() + "\n" + cell.source().strip()))
            .count();
  }

  private static String look(Given cell) {
    return cell.id() + "\n" + cell.source().strip();
  }
}
