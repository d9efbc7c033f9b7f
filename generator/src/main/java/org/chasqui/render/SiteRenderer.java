package org.chasqui.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Asset;
import org.chasqui.site.Event;
import org.chasqui.site.ImageFile;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.Parallel;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.chasqui.site.Stopwatch;

/**
 * Makes every file of the finished site. A pure function: the same site, words, theme and moment
 * give the same bytes, in whatever order the pages are rendered.
 */
public final class SiteRenderer {
  private SiteRenderer() {}

  /**
   * Renders a site.
   *
   * @param site every page in every language
   * @param input words, theme, notebooks and the moment
   * @param diagnostics takes what is wrong with pages and templates
   * @return the files, by path, and the internal links that authors wrote, by page and place
   */
  public static RenderedSite render(Site site, RenderInput input, Diagnostics diagnostics) {
    SolutionRules.check(site, diagnostics);
    Scene scene = new Scene(site, input, diagnostics);
    SizedImages sized = new SizedImages(input.images(), site.config().baseUrl());
    Setting setting = Setting.of(scene);
    List<Done> done =
        Parallel.map(tasks(scene), task -> task.finished(sized::in).done(scene, setting));
    setting.keep(scene);
    TreeMap<OutputPath, OutputFile> files = new TreeMap<>();
    done.stream().flatMap(d -> d.files().stream()).forEach(f -> add(files, f, scene));
    rest(scene).forEach(f -> add(files, sized.in(f), scene));
    List<LinkUse> links =
        done.stream()
            .flatMap(d -> d.links().stream())
            .sorted(
                Comparator.comparing(LinkUse::from)
                    .thenComparing(l -> l.span().file().path())
                    .thenComparingInt(l -> l.span().start())
                    .thenComparing(LinkUse::written))
            .toList();
    return new RenderedSite(List.copyOf(files.values()), links);
  }

  private static List<Task> tasks(Scene scene) {
    List<Task> tasks = new ArrayList<>();
    for (Page page : scene.site().pages()) {
      if (isAlone(scene, page)) {
        String name = page.header().source().path();
        tasks.add(
            new Task(
                page.ref().toString(),
                List.of(page),
                () ->
                    scene
                        .input()
                        .watch()
                        .time(
                            Stopwatch.Kind.PAGE, name, () -> new PagePages(scene, page).render())));
      }
    }
    OfflinePages.tasks(scene).forEach(work -> tasks.add(Task.always(work)));
    for (Language language : scene.languages()) {
      tasks.addAll(new ListPages(scene, language).tasks());
      tasks.addAll(FolderPages.tasks(scene, language));
      tasks.addAll(TermPages.tasks(scene, language));
      tasks.addAll(new SearchPages(scene, language).tasks());
      TranslationPages.tasks(scene, language).forEach(work -> tasks.add(Task.always(work)));
      for (LessonHome home : scene.site().pages(LessonHome.class, language)) {
        new LessonPages(scene, home).tasks().forEach(work -> tasks.add(Task.always(work)));
      }
      if (new Glossaries(scene).any()) {
        tasks.add(Task.always(() -> new GlossaryPage(scene, language).render()));
      }
      if (HubStatus.isWanted(scene)) {
        tasks.add(Task.always(() -> new HubStatus(scene, language).render()));
      }
      tasks.addAll(Feeds.tasks(scene, language));
    }
    tasks.add(made("sitemap", () -> List.of(Sitemap.of(scene))));
    tasks.add(made("not found", () -> NotFound.of(scene)));
    tasks.add(made("redirects", () -> Redirects.of(scene)));
    return tasks;
  }

  private static Task made(String name, Supplier<List<OutputFile>> work) {
    return new Task(name, List.of(), () -> new Done(work.get(), List.of()));
  }

  /** Whether a page is shown by itself, not on top of a list or only to those who teach. */
  static boolean isAlone(Scene scene, Page page) {
    return !ListPages.introduces(scene, page)
        && !FolderPages.introduces(scene, page)
        && !GlossaryPage.introduces(scene, page)
        && !Notes.isForInstructors(page);
  }

  // What is not a page: quick, and so not worth a thread.
  private static List<OutputFile> rest(Scene scene) {
    List<OutputFile> files = new ArrayList<>();
    files.add(robots(scene));
    if (HubStatus.isWanted(scene)) {
      files.add(HubsFile.of(scene));
    }
    files.addAll(TranslationFiles.of(scene));
    // GitHub Pages would otherwise leave out files whose names begin with an underscore.
    files.add(new OutputFile.Text(OutputPath.of(".nojekyll"), ""));
    files.addAll(scene.themeFiles().files());
    for (Page page : scene.site().pages()) {
      scene
          .notebook(page)
          .map(n -> new OutputFile.Text(Scene.download(page).output(), n.content()))
          .ifPresent(files::add);
      scene.script(page).ifPresent(files::add);
      if (page instanceof Event event) {
        files.add(CalendarFile.of(scene, event));
      }
    }
    for (Asset asset : scene.site().assets().values()) {
      files.add(new OutputFile.Copy(asset.path().output(), asset.file()));
    }
    for (ImageFile image : scene.input().images().values()) {
      for (ImageFile.Size copy : image.copies()) {
        files.add(new OutputFile.Copy(copy.path().output(), copy.file()));
      }
    }
    return files;
  }

  private static OutputFile robots(Scene scene) {
    String sitemap = scene.config().absolute(new SitePath("/sitemap.xml"));
    return new OutputFile.Text(
        OutputPath.of("robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: " + sitemap + "\n");
  }

  // An author's own robots.txt or 404.html counts more than ours; two pages at one address clash.
  private static void add(TreeMap<OutputPath, OutputFile> files, OutputFile file, Scene scene) {
    OutputFile before = files.put(file.path(), file);
    boolean pages = before instanceof OutputFile.Text && file instanceof OutputFile.Text;
    if (before == null || (pages && before.equals(file))) {
      return;
    }
    if (file.path().value().endsWith("index.html")) {
      files.put(before.path(), before);
      reportClash(scene, file.path());
    }
  }

  private static void reportClash(Scene scene, OutputPath path) {
    List<Page> pages =
        scene.site().pages().stream().filter(p -> p.path().output().equals(path)).toList();
    String names =
        String.join(" and ", pages.stream().map(p -> p.header().source().path()).toList());
    if (pages.isEmpty()) {
      return;
    }
    Page last = pages.get(pages.size() - 1);
    scene
        .diagnostics()
        .add(
            Diagnostic.error(
                    "path-clash",
                    last.header().title().span(),
                    "More than one page wants the address " + last.path() + ": " + names + ".")
                .help("Give one of them another slug."));
  }
}
