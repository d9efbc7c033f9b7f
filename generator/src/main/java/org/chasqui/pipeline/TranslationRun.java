package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.Wrap;
import org.chasqui.load.SourceTree;
import org.chasqui.localize.Desk;
import org.chasqui.localize.Drafts;
import org.chasqui.localize.Extractor;
import org.chasqui.localize.Fingerprints;
import org.chasqui.localize.Imported;
import org.chasqui.localize.Importer;
import org.chasqui.localize.TranslationStatus;
import org.chasqui.output.SingleFiles;
import org.chasqui.proofread.Proofreader;
import org.chasqui.site.Coverage;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;
import org.chasqui.site.TranslationReport;
import org.chasqui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What translators need: catalogues brought up to date, templates, how far each language is, and
 * the way in for pages that were translated elsewhere.
 */
public final class TranslationRun {
  private final BuildRequest request;
  private final Diagnostics diagnostics;
  private final Consumer<String> progress;
  private final Site site;
  private final SourceFile template;
  private final List<SourceFile> catalogues;
  private @Nullable Desk desk;

  /**
   * Reads the site.
   *
   * @param request which site; with drafts and future pages if those shall be translated too
   * @param diagnostics takes what there is to say about sources and catalogues
   * @param progress is told the name of each step when it begins
   */
  public TranslationRun(BuildRequest request, Diagnostics diagnostics, Consumer<String> progress) {
    this.request = request;
    this.diagnostics = diagnostics;
    this.progress = progress;
    SiteBuilder builder = new SiteBuilder(request, diagnostics, progress);
    this.site = builder.load();
    Optional<Theme> theme = builder.theme(site);
    this.template =
        theme.map(Theme::uiTemplate).orElseGet(() -> new SourceFile("themes/none/ui.pot", ""));
    progress.accept("Reading the translations");
    // Words of the interface that came with the program are not asked for again: a catalogue of
    // nothing would stand before them.
    this.catalogues = Catalogues.withInstalledWords(site, request, theme, diagnostics);
  }

  private TranslationRun(TranslationRun before, SourceFile catalogue) {
    this.request = before.request;
    this.diagnostics = before.diagnostics;
    this.progress = before.progress;
    this.site = before.site;
    this.template = before.template;
    this.catalogues =
        before.catalogues.stream()
            .map(file -> file.path().equals(catalogue.path()) ? catalogue : file)
            .toList();
    this.desk = before.desk().with(catalogue);
  }

  /**
   * The same, with one catalogue as it is on the disk now.
   *
   * @param path where it lies in the site's folder
   * @return nothing if more than that must be read again: there was none, or is none now
   */
  Optional<TranslationRun> reread(String path) {
    Path file = request.siteFolder().resolve(path);
    Optional<SourceFile> before =
        catalogues.stream().filter(c -> c.path().equals(path)).findFirst();
    boolean there = Files.isRegularFile(file);
    if (before.isEmpty() || !there) {
      return before.isEmpty() && !there ? Optional.of(this) : Optional.empty();
    }
    SourceFile now = SourceTree.read(request.siteFolder(), file, new Diagnostics());
    return Optional.of(now.equals(before.get()) ? this : new TranslationRun(this, now));
  }

  /** The templates, by path in the site's folder: only those that are to be written. */
  public SortedMap<String, String> extract() {
    progress.accept("Extracting texts");
    return Extractor.extract(site, template, diagnostics, request.now());
  }

  /** The catalogues that are to be written, by path in the site's folder. */
  public SortedMap<String, String> update() {
    return update(false, false);
  }

  /**
   * The same with special wishes.
   *
   * @param strict merge just as gettext's own tools do
   * @param purge forget the translations of texts that are there no more
   */
  public SortedMap<String, String> update(boolean strict, boolean purge) {
    progress.accept("Updating catalogues");
    return Extractor.update(
        site,
        catalogues,
        template,
        diagnostics,
        request.now(),
        new Extractor.Wishes(strict, purge));
  }

  /**
   * Tells what a careful reader would say about the translations.
   *
   * @param mended catalogues that were written since, by path
   */
  public void check(Map<String, String> mended) {
    progress.accept("Reading the wording of the translations");
    diagnostics.addAll(proofreader().check(proofs(mended)));
  }

  /**
   * The same, and reads the spelling.
   *
   * @param dictionary which of some words of a language it does not know, with what it takes each
   *     for
   */
  public void check(
      Map<String, String> mended,
      BiFunction<Language, SortedSet<String>, Map<String, List<String>>> dictionary) {
    progress.accept("Reading the wording of the translations");
    Proofreader proofreader = proofreader();
    List<Proofreader.Catalogue> proofs = proofs(mended);
    proofreader.spell(proofs, dictionary);
    diagnostics.addAll(proofreader.check(proofs));
  }

  /** The catalogues in which something can be mended beyond doubt, mended, by path. */
  public SortedMap<String, String> mended() {
    Proofreader proofreader = proofreader();
    SortedMap<String, String> files = new TreeMap<>();
    for (SourceFile file : catalogues) {
      language(file)
          .ifPresent(
              language -> {
                PoFile po = PoFile.parse(file, problem -> {}).wrapped(wrap());
                String text = proofreader.mend(new Proofreader.Catalogue(language, po)).text();
                if (!text.equals(file.text())) {
                  files.put(file.path(), text);
                }
              });
    }
    return files;
  }

  /**
   * What nobody has translated yet, for a machine to draft.
   *
   * @param most how many messages at most
   */
  public Pretranslation pretranslation(int most) {
    progress.accept("Looking for what is not translated");
    Drafts drafts = new Drafts(site, catalogues, template, targets(), request.now());
    return new Pretranslation(drafts, source().tag(), proofreader(), most, diagnostics);
  }

  private Wrap wrap() {
    return site.config().arrangement().catalogues().wrapped() ? Wrap.GETTEXT : Wrap.NONE;
  }

  /**
   * The catalogues that gettext's own tools would write otherwise, as those would write them.
   *
   * @param broken whether long texts are broken into lines; nothing for what the site has settled
   *     on
   */
  public SortedMap<String, String> formatted(Optional<Boolean> broken) {
    SortedMap<String, String> files = new TreeMap<>();
    for (SourceFile file : catalogues) {
      List<Diagnostic> problems = new ArrayList<>();
      PoFile po = PoFile.parse(file, problems::add);
      diagnostics.addAll(problems);
      Wrap wrap = broken.map(b -> b ? Wrap.GETTEXT : Wrap.NONE).orElseGet(this::wrap);
      String text = po.formatted(wrap).text();
      if (language(file).isPresent()
          && file.path().endsWith(".po")
          && problems.isEmpty()
          && !text.equals(file.text())) {
        files.put(file.path(), text);
      }
    }
    return files;
  }

  /** The desk of this site. */
  synchronized Desk desk() {
    Desk made = desk;
    if (made == null) {
      made = new Desk(site, catalogues, template, request.now());
      desk = made;
    }
    return made;
  }

  /** The languages that can be translated to. */
  List<Language> targets() {
    return languages().stream()
        .filter(language -> !language.equals(site.config().sourceLanguage()))
        .toList();
  }

  /** The language that authors write in. */
  Language source() {
    return site.config().sourceLanguage();
  }

  Proofreader proofreader() {
    Map<Language, List<SourceFile>> rules = new TreeMap<>();
    for (Language language : languages()) {
      rules.put(language, Catalogues.rules(request.siteFolder(), language, diagnostics));
    }
    return new Proofreader(rules, diagnostics);
  }

  private List<Proofreader.Catalogue> proofs(Map<String, String> mended) {
    // Each file by itself, on all cores; what is wrong is told in the order of the files.
    return Parallel.map(
            catalogues, file -> language(file).map(language -> proof(file, language, mended)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Proofreader.Catalogue proof(
      SourceFile file, Language language, Map<String, String> mended) {
    String text = mended.getOrDefault(file.path(), file.text());
    SourceFile now = text.equals(file.text()) ? file : new SourceFile(file.path(), text);
    return new Proofreader.Catalogue(language, PoFile.parse(now, diagnostics::add));
  }

  private List<Language> languages() {
    return site.config().languages().stream()
        .filter(language -> request.languages().isEmpty() || request.languages().contains(language))
        .toList();
  }

  // The theme's template is nobody's translation, and what came with the program is not theirs.
  private Optional<Language> language(SourceFile catalogue) {
    if (!Files.isRegularFile(request.siteFolder().resolve(catalogue.path()))) {
      return Optional.empty();
    }
    return languages().stream()
        .filter(language -> catalogue.path().startsWith("locales/" + language.tag() + "/"))
        .findFirst();
  }

  /** Writes files into the site's folder. */
  public void write(Map<String, String> files) {
    SingleFiles.replace(request.siteFolder(), files);
  }

  /**
   * How far a language is.
   *
   * @param language which
   * @param total all its catalogues together
   * @param catalogues each of them, what to do next first
   */
  public record Status(Language language, Count total, List<Count> catalogues) {
    /** Copies, so that nobody can change it. */
    public Status {
      catalogues = List.copyOf(catalogues);
    }
  }

  /**
   * Counts of messages.
   *
   * @param name the page's id, {@code site} or {@code ui}; empty for a total
   * @param file the catalogue; empty for a total
   * @param messages how many there are
   * @param translated how many are up to date
   * @param outdated how many were translated before their source changed
   * @param untranslated how many are not translated
   * @param words how many words all of them have
   * @param wordsToDo how many of those wait for a translator
   * @param percent the part that is up to date, rounded down
   */
  public record Count(
      String name,
      String file,
      int messages,
      int translated,
      int outdated,
      int untranslated,
      int words,
      int wordsToDo,
      int percent) {
    private static Count of(String name, String file, TranslationReport.Counts counts) {
      return new Count(
          name,
          file,
          counts.messages(),
          counts.upToDate(),
          counts.cosmetic() + counts.outdated(),
          counts.missing(),
          counts.words(),
          counts.wordsToDo(),
          counts.percent());
    }
  }

  /** How far each language is, in the order of the configuration. */
  public List<Status> status() {
    return TranslationStatus.of(site, catalogues, diagnostics).languages().stream()
        .map(
            language ->
                new Status(
                    language.language(),
                    Count.of("", "", language.total()),
                    language.pages().stream()
                        .map(page -> Count.of(page.name(), page.file(), page.counts()))
                        .toList()))
        .toList();
  }

  /**
   * What became of a page that was translated as a whole.
   *
   * @param file the page
   * @param catalogue the catalogue it is now
   * @param messages how many messages the page has
   * @param translated how many are translated
   * @param fuzzy how many have a translation that somebody must look at
   */
  public record ImportedPage(
      String file, String catalogue, int messages, int translated, int fuzzy) {}

  /**
   * Turns pages that were translated as a whole into catalogues.
   *
   * @param files the pages, or folders with such pages, by path in the site's folder
   * @param contents takes the text of each catalogue, by path
   * @throws RunStopped.Usage if one of them is no such page
   */
  public List<ImportedPage> importPages(List<String> files, Map<String, String> contents) {
    SortedMap<String, Page> whole = wholePages();
    List<Page> pages = new ArrayList<>();
    for (String file : files) {
      SortedMap<String, Page> below = whole.subMap(file + "/", file + "0");
      pages.addAll(below.isEmpty() ? List.of(wholePage(file)) : below.values());
    }
    Set<PageId> together = pages.stream().map(Page::id).collect(Collectors.toSet());
    List<ImportedPage> done = new ArrayList<>();
    for (Page page : pages) {
      Importer.Copy copy = new Importer.Copy(original(page), page, together);
      Imported imported = imported(copy, contents);
      contents.put(imported.path(), imported.text());
      done.add(
          new ImportedPage(
              page.header().source().path(),
              imported.path(),
              imported.messages(),
              imported.translated(),
              imported.fuzzy()));
    }
    return done;
  }

  private SortedMap<String, Page> wholePages() {
    SortedMap<String, Page> whole = new TreeMap<>();
    for (Page page : site.pages()) {
      if (page.header().coverage().mode() == Coverage.Mode.WHOLE_PAGE) {
        whole.put(page.header().source().path(), page);
      }
    }
    return whole;
  }

  private Page wholePage(String file) {
    SortedMap<String, Page> whole = wholePages();
    Page page = whole.get(file);
    if (page == null) {
      throw new RunStopped.Usage(
          file
              + " is no page that was translated as a whole. "
              + Suggestion.didYouMean(file, whole.keySet())
                  .orElse("Such a page lies at locales/LANG/pages/PATH.md."));
    }
    return page;
  }

  private Page original(Page page) {
    PageRef source = page.ref().in(site.config().sourceLanguage());
    return site.page(source)
        .orElseThrow(
            () ->
                new RunStopped.Usage(
                    page.header().source().path() + " has no page in " + source.language()));
  }

  /**
   * Says of pages that were translated as a whole that they are up to date with their sources as
   * these are now.
   *
   * @param files the pages, by path in the site's folder
   * @return those that must change, with their new text
   * @throws RunStopped.Usage if one of them is no such page
   */
  public SortedMap<String, String> touch(List<String> files) {
    SortedMap<String, String> changed = new TreeMap<>();
    for (String file : files) {
      Page page = wholePage(file);
      String before = page.header().source().text();
      String now = TouchedPage.text(before, Fingerprints.of(original(page)));
      if (!now.equals(before)) {
        changed.put(file, now);
      }
    }
    return changed;
  }

  // With catalogues for whole sections several pages go into one.
  private Imported imported(Importer.Copy copy, Map<String, String> contents) {
    Page page = copy.translated();
    String name = site.config().arrangement().catalogues().catalogue(page.id().value());
    String path = "locales/" + page.language() + "/" + name + ".po";
    Optional<SourceFile> existing =
        Optional.ofNullable(contents.get(path))
            .map(text -> new SourceFile(path, text))
            .or(() -> catalogues.stream().filter(file -> file.path().equals(path)).findFirst());
    Imported imported = Importer.importPage(site, copy, existing, request.now());
    diagnostics.addAll(imported.problems());
    return imported;
  }
}
