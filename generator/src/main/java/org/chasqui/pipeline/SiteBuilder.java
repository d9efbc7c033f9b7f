package org.chasqui.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chasqui.check.SiteChecker;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.hub.PublishedRecord;
import org.chasqui.hub.SourceHistory;
import org.chasqui.images.SiteImages;
import org.chasqui.load.LoadOptions;
import org.chasqui.load.SiteLoader;
import org.chasqui.localize.Localized;
import org.chasqui.localize.Localizer;
import org.chasqui.localize.OneTranslation;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.offline.SitePack;
import org.chasqui.offline.Worker;
import org.chasqui.output.OutputWriter;
import org.chasqui.output.SingleFiles;
import org.chasqui.output.WriteResult;
import org.chasqui.render.RenderInput;
import org.chasqui.render.SiteRenderer;
import org.chasqui.site.Earlier;
import org.chasqui.site.Hub;
import org.chasqui.site.ImageFile;
import org.chasqui.site.Memory;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.Now;
import org.chasqui.site.OutputFile;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.chasqui.site.Stopwatch;
import org.chasqui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The program, told once: load, localize, make notebooks, render, check; then write. {@link HubRun}
 * tells what becomes of the notebooks.
 *
 * <p>Each step takes values and returns new ones; only {@link #write} has an effect. What is wrong
 * with the content is collected in the {@link Diagnostics} that the caller gave: the caller looks
 * there before it writes anything.
 */
public final class SiteBuilder {
  private static final Memory.Kept<Theme> THEME = new Memory.Kept<>("theme");
  private static final Memory.Kept<Map<SitePath, ImageFile>> IMAGES = new Memory.Kept<>("images");

  private final Memory memory;
  private final Earlier earlier;
  private final BuildRequest request;
  private final Diagnostics diagnostics;
  private final Consumer<String> progress;
  private final Now now;
  private final Stopwatch watch;
  private boolean copies = true;
  private @Nullable Supplier<Preview> preview;
  private Supplier<OneTranslation> translations =
      () -> {
        throw new IllegalStateException("nothing is translated yet");
      };

  /**
   * @param request what to build
   * @param diagnostics takes what there is to say about the content
   * @param progress is told the name of each step when it begins
   */
  public SiteBuilder(BuildRequest request, Diagnostics diagnostics, Consumer<String> progress) {
    this(request, diagnostics, progress, Stopwatch.NONE, Memory.NONE, Earlier.NOTHING);
  }

  /**
   * @param request what to build
   * @param diagnostics takes what there is to say about the content
   * @param progress is told the name of each step when it begins
   * @param watch measures pages and templates
   * @param memory what the build before made
   * @param earlier what is known of it, and of what this one is going to read
   */
  public SiteBuilder(
      BuildRequest request,
      Diagnostics diagnostics,
      Consumer<String> progress,
      Stopwatch watch,
      Memory memory,
      Earlier earlier) {
    this.memory = memory;
    this.earlier = earlier;
    this.request = request;
    this.diagnostics = diagnostics;
    this.progress = progress;
    this.watch = watch;
    this.now = new Now(request.now());
  }

  /** Until when what was built stays the same if no source changes. */
  public Instant until() {
    return now.until();
  }

  /** Builds the whole site. */
  public BuiltSite build() {
    Site source = load();
    Optional<Theme> theme = theme(source);
    Localized localized = localize(source, theme);
    List<NotebookFile> notebooks = notebooks(localized);
    List<OutputFile> files = theme.map(t -> pages(localized, t, notebooks)).orElse(List.of());
    memory.turn();
    return new BuiltSite(
        request.siteFolder(), localized.site(), notebooks, styles(localized), files);
  }

  /** What shows at once what authors save from now on, after a whole build. */
  public Optional<Supplier<Preview>> preview() {
    return Optional.ofNullable(preview);
  }

  /**
   * Builds the whole site to learn what is to be said about it: pictures are measured, but no
   * smaller copies are made, which is most of the work where nobody has built before.
   */
  public BuiltSite judge() {
    copies = false;
    return build();
  }

  /** Builds the notebooks alone. */
  public BuiltSite withoutPages() {
    Site source = load();
    Localized localized = localize(source, theme(source));
    return new BuiltSite(
        request.siteFolder(), localized.site(), notebooks(localized), styles(localized), List.of());
  }

  /** The site in all its languages. */
  Localized translated() {
    Site source = load();
    return localize(source, theme(source));
  }

  /** Makes a built site the content of a folder: all of it or nothing. */
  public static Written write(BuiltSite built, Path folder) {
    return write(built, folder, () -> {});
  }

  /**
   * Likewise.
   *
   * @param afterwards what is done once it is there, before another run can write it
   */
  public static Written write(BuiltSite built, Path folder, Runnable afterwards) {
    return write(built.siteFolder(), built.files(), folder, afterwards);
  }

  /** Makes files the content of a folder, which may not hold the site's sources. */
  public static Written write(Path siteFolder, List<OutputFile> files, Path folder) {
    return write(siteFolder, files, folder, () -> {});
  }

  private static Written write(
      Path siteFolder, List<OutputFile> files, Path folder, Runnable afterwards) {
    WriteResult result = OutputWriter.write(folder, files, List.of(siteFolder), afterwards);
    return new Written(result.written(), result.unchanged(), result.removed());
  }

  /**
   * Writes a built site into one archive that opens without a server.
   *
   * @return how many pages are in it
   */
  public static int pack(BuiltSite built, Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.zip$", "");
    SitePack pack = new SitePack(built.site(), built.files(), name);
    SingleFiles.fill(file, pack::writeTo);
    return pack.pages();
  }

  /** The script that makes browsers forget what they kept of a site, and itself. */
  public static String farewell() {
    return Worker.farewell();
  }

  /** Starts a source file. Stops the run if it is there already. */
  public static void create(Path file, String content) {
    SingleFiles.create(file, content);
  }

  Site load() {
    progress.accept("Reading the sources");
    LoadOptions options = new LoadOptions(request.drafts(), request.future(), now, memory, earlier);
    Site site = SiteLoader.load(request.siteFolder(), options, diagnostics);
    Path root = request.siteFolder().toAbsolutePath().normalize();
    return Inclusions.in(root, Selection.of(site, request), memory, diagnostics);
  }

  Optional<Theme> theme(Site source) {
    return Themes.open(source.config(), request, diagnostics)
        .map(theme -> memory.same(THEME, "", theme));
  }

  private Localized localize(Site source, Optional<Theme> theme) {
    progress.accept("Reading the translations");
    List<SourceFile> catalogues =
        Catalogues.withInstalledWords(source, request, theme, diagnostics);
    translations = () -> new OneTranslation(source, catalogues);
    return Localizer.localize(source, catalogues, memory, diagnostics);
  }

  private List<NotebookFile> notebooks(Localized localized) {
    progress.accept("Writing notebooks");
    return NotebookWriter.notebooks(localized.site(), localized.wording(), diagnostics);
  }

  private static Map<NotebookStyle, List<NotebookFile>> styles(Localized localized) {
    Map<NotebookStyle, List<NotebookFile>> styles = new HashMap<>();
    for (Hub hub : localized.site().hubs()) {
      if (!hub.style().equals(NotebookStyle.PLAIN) && hub.status() != Hub.Status.RETIRED) {
        styles.computeIfAbsent(
            hub.style(),
            style -> NotebookWriter.notebooks(localized.site(), localized.wording(), style));
      }
    }
    return styles;
  }

  private List<OutputFile> pages(Localized translated, Theme theme, List<NotebookFile> notebooks) {
    Localized localized =
        new Localized(
            RecordedOutputs.shown(request.siteFolder(), translated.site()),
            translated.wording(),
            translated.report());
    progress.accept("Measuring pictures");
    Path cache = request.siteFolder().resolve(".chasqui").resolve("cache").resolve("images");
    SiteImages images =
        copies
            ? SiteImages.of(localized.site(), cache, memory)
            : SiteImages.measured(localized.site());
    progress.accept("Rendering pages");
    RenderInput input =
        new RenderInput(
            localized.wording(),
            theme,
            notebooks,
            memory.same(IMAGES, "", images.files()),
            now,
            SourceHistory.of(request.siteFolder(), memory),
            Scripts.of(notebooks),
            PublishedRecord.read(request.siteFolder()),
            true,
            Optional.of(Worker.PATH),
            localized.report(),
            watch,
            memory,
            earlier == Earlier.NOTHING ? earlier : Retouched.without(earlier, memory));
    preview = () -> new Preview(request.siteFolder(), localized.site(), translations.get(), input);
    RenderedSite pages = SiteRenderer.render(localized.site(), input, diagnostics);
    progress.accept("Making pages findable");
    RenderedSite findable = Findable.with(localized.site(), pages, memory);
    progress.accept("Making books and archives");
    RenderedSite rendered = TakeAlong.with(request.siteFolder(), localized, findable, input);
    long limit = localized.site().config().arrangement().imageLimit();
    images.report(rendered.links(), limit, diagnostics);
    Retouched.keep(pages, rendered, memory);
    progress.accept("Checking");
    SiteChecker.check(localized.site(), rendered, memory, diagnostics);
    return rendered.files();
  }
}
