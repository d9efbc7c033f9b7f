package org.chasqui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.NewLanguage;
import org.chasqui.pipeline.TranslationRun;
import org.chasqui.pipeline.TranslationRun.ImportedPage;
import org.chasqui.site.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chasqui translate}. */
@Command(
    name = "translate",
    header = "Keep the translations in step with the pages.",
    customSynopsis =
        "chasqui translate update|status|check|format|add|extract|import|touch|pretranslate ...")
final class TranslateCommand {
  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help = new HelpOption();

  /** Its commands, by name. */
  static Map<String, Object> actions(Console console) {
    Map<String, Object> actions = new LinkedHashMap<>();
    actions.put("update", new Update(console));
    actions.put("status", new TranslateStatusCommand(console));
    actions.put("check", new Check(console));
    actions.put("format", new Format(console));
    actions.put("add", new Add(console));
    actions.put("extract", new Extract(console));
    actions.put("import", new Import(console));
    actions.put("touch", new Touch(console));
    actions.put("pretranslate", new PretranslateCommand(console));
    return actions;
  }

  /** What its commands have in common. */
  abstract static class Action extends SiteAction {
    Action(Console console, String name) {
      super(console, "translate " + name);
    }

    /** The languages to look at; all if empty. */
    List<Language> languages() {
      return List.of();
    }

    /** Does it; what it says may be shown only if nothing was wrong. */
    abstract Runnable act(TranslationRun run, Path siteFolder, Report report);

    /** What of the site is looked at. */
    BuildRequest request(Path siteFolder) {
      // Drafts are translated too, and their catalogues are nobody's orphans.
      return new BuildRequest(
          siteFolder,
          console.installation(),
          Optional.empty(),
          languages(),
          true,
          true,
          console.now());
    }

    @Override
    Ending work(Path siteFolder, Diagnostics diagnostics, Progress progress, Report report) {
      BuildRequest request = request(siteFolder);
      Runnable rest = act(new TranslationRun(request, diagnostics, progress), siteFolder, report);
      return () -> {
        if (!report.accepts(diagnostics)) {
          return report.refuse(refusal());
        }
        rest.run();
        return report.end(ExitCode.FINE);
      };
    }

    /** What is said in the end if something was wrong. */
    String refusal() {
      return "Nothing was written.";
    }

    /** Files as the user names them, by their paths in the site's folder. */
    List<String> paths(Path siteFolder, List<Path> files) {
      return files.stream()
          .map(file -> siteFolder.relativize(console.folder().resolve(file).normalize()))
          .map(path -> path.toString().replace('\\', '/'))
          .toList();
    }

    static void write(TranslationRun run, Map<String, String> files, Report report) {
      run.write(files);
      files.keySet().forEach(file -> report.say("Wrote " + file));
      if (files.isEmpty()) {
        report.say("Everything is up to date.");
      }
      report.put("written", List.copyOf(files.keySet()));
    }
  }

  static List<Language> languages(List<String> tags) {
    List<Language> languages = new ArrayList<>();
    for (String tag : tags) {
      try {
        languages.add(Language.of(tag));
      } catch (IllegalArgumentException e) {
        throw noTag(tag);
      }
    }
    // The grammar of tags takes any word for one; no registered language has more than three
    // letters.
    for (Language language : languages) {
      if (language.locale().getLanguage().length() > 3) {
        throw noTag(language.tag());
      }
    }
    return languages;
  }

  private static RunStopped.Usage noTag(String tag) {
    return new RunStopped.Usage("'" + tag + "' is not a language tag such as es.");
  }

  /** What those have in common that look at the languages they are told. */
  abstract static class OfLanguages extends Action {
    @Parameters(paramLabel = "LANG", arity = "0..*", description = "Only these languages.")
    private List<String> languages = List.of();

    OfLanguages(Console console, String name) {
      super(console, name);
    }

    @Override
    List<Language> languages() {
      return TranslateCommand.languages(languages);
    }
  }

  /** {@code chasqui translate update}. */
  @Command(
      name = "update",
      header = "Bring the catalogues up to date with the pages.",
      description = {
        "Makes catalogues that are missing. Translations are kept; those whose source has changed are"
            + " marked fuzzy."
      })
  static final class Update extends OfLanguages {
    @Option(
        names = "--strict-gettext",
        description = "Merge just as msgmerge does, without finding moved or split texts again.")
    private boolean strict;

    @Option(
        names = "--purge-obsolete",
        description = "Forget the translations of texts that are there no more (#~).")
    private boolean purge;

    Update(Console console) {
      super(console, "update");
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      SortedMap<String, String> files = run.update(strict, purge);
      return () -> write(run, files, report);
    }
  }

  /** {@code chasqui translate add}. */
  @Command(
      name = "add",
      header = "Begin with a new language.",
      description = {
        "Adds it to the languages in site.yaml and makes its catalogues, with the right rule for"
            + " plurals. Nothing has to be translated before the site can be built.",
        "For example: chasqui translate add pt-BR"
      })
  static final class Add extends Action {
    @Parameters(paramLabel = "LANG", description = "Its tag, such as pt-BR, sw or ar.")
    private String language = "";

    Add(Console console) {
      super(console, "add");
    }

    @Override
    List<Language> languages() {
      return TranslateCommand.languages(List.of(language));
    }

    @Override
    public Integer call() {
      NewLanguage config = new NewLanguage(siteFolder());
      config.add(languages().get(0));
      int code = ExitCode.BUG;
      try {
        code = super.call();
      } finally {
        if (code != ExitCode.FINE) {
          config.undo();
        }
      }
      return code;
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      Language added = languages().get(0);
      SortedMap<String, String> files = run.update();
      // The language behind a regional form is not what was asked for.
      files.keySet().removeIf(file -> !file.startsWith("locales/" + added + "/"));
      return () -> {
        if (added.isPseudo()) {
          report.say("Added " + added.ownName() + ", for makers of themes: nobody translates it.");
          report.say("Next: chasqui serve, and look below /" + added + "/");
        } else if (files.isEmpty()) {
          report.say("Added " + added.ownName() + ", which says only what differs.");
          report.say(
              "Next: write that into locales/" + added + "/, or say it at the desk of 'serve'");
        } else {
          write(run, files, report);
          report.say("Added " + added.ownName() + ". Next: chasqui translate status");
        }
      };
    }
  }

  /** {@code chasqui translate check}. */
  @Command(
      name = "check",
      header = "Read the translations as a careful person would.",
      description = {
        "Markup, numbers, spaces, marks, the glossary, the language itself. Ends with 1 if something"
            + " would break a page, with --strict also for a warning.",
        "A translator who knows better writes '# check: ignore=CODE' above the entry."
      })
  static final class Check extends OfLanguages {
    @Option(
        names = "--fix",
        description = "Mend what can be mended beyond doubt, and tell of the rest.")
    private boolean fix;

    @Option(
        names = "--spell",
        description = "Read the spelling, too, with the dictionaries of hunspell.")
    private boolean spell;

    Check(Console console) {
      super(console, "check");
    }

    @Override
    String refusal() {
      return "See docs/translators.md for how to mend these, or how to silence one.";
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      Map<String, String> mended = fix ? run.mended() : Map.of();
      if (!mended.isEmpty()) {
        write(run, mended, report);
      }
      if (spell) {
        run.check(mended, new Hunspell(siteFolder, report));
      } else {
        run.check(mended);
      }
      return () -> report.say("The translations read well.");
    }
  }

  /** {@code chasqui translate extract}. */
  @Command(
      name = "extract",
      header = "Write templates (POT files) to locales/templates.",
      description = "For translation platforms that want them; 'update' does not need them.")
  static final class Extract extends Action {
    Extract(Console console) {
      super(console, "extract");
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      SortedMap<String, String> files = run.extract();
      return () -> write(run, files, report);
    }
  }

  /** {@code chasqui translate import}. */
  @Command(
      name = "import",
      header = "Turn pages that were translated as a whole into catalogues.",
      description = {
        "Such pages lie in locales/LANG/pages, or beside their source as about.es.md, es/about.md or"
            + " however site.yaml says. What does not fit is marked fuzzy; what fits nowhere is told.",
        "For example: chasqui translate import locales/es/pages"
      })
  static final class Import extends Action {
    @Parameters(
        paramLabel = "FILE",
        arity = "1..*",
        description = "The translated pages, or folders of them.")
    private List<Path> files = List.of();

    Import(Console console) {
      super(console, "import");
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      Map<String, String> contents = new TreeMap<>();
      List<ImportedPage> pages = run.importPages(paths(siteFolder, files), contents);
      return () -> {
        write(run, contents, report);
        for (ImportedPage page : pages) {
          report.say(
              page.file()
                  + ": "
                  + page.translated()
                  + " of "
                  + Report.count(page.messages(), "message")
                  + " translated, "
                  + page.fuzzy()
                  + " to look at. Remove the page when you trust the catalogue.");
        }
      };
    }
  }

  /** {@code chasqui translate touch}. */
  @Command(
      name = "touch",
      header = "Say that pages translated as a whole are up to date.",
      description = {
        "Writes into each page what its source says now, as numbers. When the source changes, the page"
            + " tells its readers which sections have changed.",
        "For example: chasqui translate touch locales/es/pages/about.md"
      })
  static final class Touch extends Action {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The translated pages.")
    private List<Path> files = List.of();

    Touch(Console console) {
      super(console, "touch");
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      SortedMap<String, String> changed = run.touch(paths(siteFolder, files));
      return () -> write(run, changed, report);
    }
  }

  /** {@code chasqui translate format}. */
  @Command(
      name = "format",
      header = "Write the catalogues as gettext's own tools would write them.",
      description = {
        "Nothing else needs this: 'update' and the desk leave alone what does not change. It helps after"
            + " an editor has broken lines in a way of its own."
      })
  static final class Format extends OfLanguages {
    @Option(
        names = "--wrap",
        paramLabel = "HOW",
        description = "none or gettext, whatever site.yaml says.")
    private Optional<String> wrap = Optional.empty();

    Format(Console console) {
      super(console, "format");
    }

    @Override
    Runnable act(TranslationRun run, Path siteFolder, Report report) {
      if (wrap.filter(how -> !List.of("none", "gettext").contains(how)).isPresent()) {
        throw new RunStopped.Usage("--wrap is none or gettext.");
      }
      SortedMap<String, String> files = run.formatted(wrap.map("gettext"::equals));
      return () -> write(run, files, report);
    }
  }
}
