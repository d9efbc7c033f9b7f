package org.chasqui.notebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.markdown.Block;
import org.chasqui.site.Asset;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.Language;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.PathClash;
import org.chasqui.site.Site;

/** What would go wrong with notebooks in a hub. */
final class NotebookRules {
  private static final int LONGEST_PATH = 180;
  private static final Pattern PORTABLE = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(^|.*/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.[^/]*)?(/.*|$)");
  private static final Pattern KERNEL = Pattern.compile("(?m)^kernel\\s*:[ \\t]*([^\\s#]+)");

  private final Site site;
  private final ReadOnce texts;
  private final Diagnostics diagnostics;

  NotebookRules(Site site, ReadOnce texts, Diagnostics diagnostics) {
    this.site = site;
    this.texts = texts;
    this.diagnostics = diagnostics;
  }

  /** Looks at all notebooks and at what they are made of. */
  void check(List<NotebookFile> notebooks) {
    paths(notebooks);
    Language source = site.config().sourceLanguage();
    for (LessonHome home : site.pages(LessonHome.class, source)) {
      kernel(home.lesson().kernel(), home);
      for (Episode episode : site.episodes(home.lesson(), source)) {
        episode.details().kernel().ifPresent(name -> kernel(name, episode));
      }
      NotebookWriter.data(site, home.lesson()).forEach(asset -> name(home, asset));
      for (Language language : site.config().languages()) {
        for (Episode episode : site.episodes(home.lesson(), language)) {
          if (written(episode)) {
            cells(home.lesson(), episode, texts.of(episode.body().markdown()));
          }
        }
      }
    }
  }

  // A catalogue translates no code: what is wrong with it is told once, for the source.
  private static boolean written(Episode episode) {
    Coverage.Mode mode = episode.header().coverage().mode();
    return mode == Coverage.Mode.SOURCE || mode == Coverage.Mode.WHOLE_PAGE;
  }

  private void kernel(String name, Page where) {
    if (Kernel.known(name).isPresent()) {
      return;
    }
    Matcher line = KERNEL.matcher(where.header().source().text());
    SourceSpan span =
        line.find()
            ? where.header().source().span(line.start(1), line.end(1))
            : where.header().source().top();
    diagnostics.add(
        Diagnostic.warning("kernel-unknown", span, "No kernel is known by the name '" + name + "'.")
            .help(
                Suggestion.didYouMean(name, Kernel.names())
                    .orElse(
                        "Kernels are "
                            + String.join(", ", Kernel.names())
                            + "; another one works if the hub has it under this very name.")));
  }

  private void cells(Lesson lesson, Episode episode, List<Block> blocks) {
    Kernel kernel = Kernel.of(episode.kernel(lesson));
    for (Block block : blocks) {
      if (block instanceof Block.Container box) {
        cells(lesson, episode, box.children());
      } else if (block instanceof Block.Code code && CodeRules.runs(kernel, code)) {
        elsewhere(episode, code);
        new CellRules(site, diagnostics).check(lesson, episode.body(), code);
      } else if (block instanceof Block.Code code
          && code.cell()
          && !code.language().isEmpty()
          && !kernel.fences().contains(code.language())) {
        diagnostics.add(
            Diagnostic.warning(
                    "code-cell-language",
                    episode.body().origin(code.start(), code.end()),
                    "A code cell in "
                        + code.language()
                        + " cannot run in the kernel "
                        + kernel.name()
                        + "; the notebook only shows it.")
                .help(
                    Suggestion.didYouMean(code.language(), kernel.fences())
                        .orElse(
                            "Write an ordinary code block to show it, or change the lesson's"
                                + " kernel.")));
      }
    }
  }

  private void elsewhere(Episode episode, Block.Code code) {
    List<SourceSpan> lines = CodeLines.of(episode.body(), code);
    List<String> text = code.code().lines().toList();
    for (int i = 0; i < text.size(); i++) {
      Optional<String> path = CodeRules.elsewhere(text.get(i));
      if (path.isPresent()) {
        diagnostics.add(
            Diagnostic.warning(
                    "notebook-path-elsewhere",
                    lines.get(Math.min(i, lines.size() - 1)),
                    "Other people's machines do not have " + path.get() + ".")
                .help("Put the file into the lesson's data folder and open data/NAME."));
      }
    }
  }

  private void name(LessonHome home, Asset asset) {
    String path = LessonFiles.beside(home.lesson(), asset).orElseThrow();
    if (!PORTABLE.matcher(path).matches() || DEVICE.matcher(path).matches()) {
      diagnostics.add(
          Diagnostic.error(
                  "companion-name",
                  home.header().source().top(),
                  "The data file " + asset.source() + " has a name that hubs cannot pull safely.")
              .help(
                  "Rename it to letters a-z, digits, dots, dashes and underscores: a learner whose"
                      + " hub meets another name can get stuck and receive nothing more."));
    }
  }

  private void paths(List<NotebookFile> notebooks) {
    Map<OutputPath, NotebookFile> byPath = new HashMap<>();
    notebooks.forEach(notebook -> byPath.putIfAbsent(notebook.path(), notebook));
    for (PathClash clash : PathClash.among(notebooks.stream().map(NotebookFile::path).toList())) {
      path(byPath, clash.other(), "Two notebooks want the same place: " + clash + ".");
    }
    for (OutputPath path : byPath.keySet()) {
      if (path.value().length() > LONGEST_PATH) {
        path(byPath, path, "The notebook's path is longer than " + LONGEST_PATH + " characters.");
      } else if (DEVICE.matcher(path.value()).matches()) {
        path(byPath, path, "The notebook's path has a name that Windows keeps for a device.");
      }
    }
  }

  private void path(Map<OutputPath, NotebookFile> byPath, OutputPath path, String message) {
    NotebookFile notebook = byPath.get(path);
    if (notebook == null || !notebook.episode().language().equals(site.config().sourceLanguage())) {
      return;
    }
    site.page(notebook.episode())
        .ifPresent(
            page ->
                diagnostics.add(
                    Diagnostic.error("notebook-path", page.header().source().top(), message)
                        .help("Rename the episode's file or the lesson's folder.")));
  }
}
