package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.load.SourceTree;
import org.chasqui.markdown.Include;
import org.chasqui.markdown.IncludedPart;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Body;
import org.chasqui.site.Episode;
import org.chasqui.site.Memory;
import org.chasqui.site.Page;
import org.chasqui.site.Site;
import org.chasqui.site.Text;
import org.chasqui.site.TextMapper;

/**
 * Puts the texts of other files where pages include them, before anything else is done with the
 * pages: so they are translated, checked and part of notebooks like the rest, and every stretch
 * knows the file it came from.
 */
final class Inclusions {
  private static final Memory.Kept<Boolean> INCLUDES =
      new Memory.Kept<>("includes", Memory.Written.flag());

  private final Path root;
  private final Site site;
  private final Memory memory;
  private final Diagnostics diagnostics;
  private final Map<String, SourceFile> read = new HashMap<>();

  private Inclusions(Path root, Site site, Memory memory, Diagnostics diagnostics) {
    this.root = root;
    this.site = site;
    this.memory = memory;
    this.diagnostics = diagnostics;
  }

  /**
   * The site with all that its pages include.
   *
   * @param memory which texts include anything
   */
  static Site in(Path siteFolder, Site site, Memory memory, Diagnostics diagnostics) {
    return site.mapping(new Inclusions(siteFolder, site, memory, diagnostics)::with);
  }

  private Page with(Page page) {
    String source = page.header().source().path();
    Body body = page.body();
    InclusionBudget budget = new InclusionBudget(source);
    boolean any =
        memory.recall(
            INCLUDES,
            page.ref().toString(),
            List.of(body.digest()),
            () -> !Markdown.includes(body.markdown()).isEmpty());
    Body whole = any ? new Work(page, body, List.of(source), budget).whole() : body;
    Page done = whole.equals(body) ? page : page.withBody(whole);
    boolean inSections =
        page.header().sections().texts().values().stream()
            .anyMatch(text -> !Markdown.includes(text.markdown()).isEmpty());
    return inSections ? withSections(done, source, budget) : done;
  }

  // What a block of a landing page includes is translated with the page, like the block.
  private Page withSections(Page page, String source, InclusionBudget budget) {
    return page.in(
        page.language(),
        page.path(),
        new TextMapper() {
          @Override
          public Text text(String field, Text text) {
            return text;
          }

          @Override
          public Body text(String field, Body text) {
            return new Work(page, text, List.of(source), budget).whole();
          }

          @Override
          public Body body(Body body) {
            return body;
          }
        });
  }

  /** One text in the making; files that it includes are made the same way. */
  private final class Work {
    private final Page page;
    private final Body body;
    private final List<String> open;
    private final InclusionBudget budget;

    /**
     * @param open the file that the text came from, after those that include it
     */
    Work(Page page, Body body, List<String> open, InclusionBudget budget) {
      this.page = page;
      this.body = body;
      this.open = open;
      this.budget = budget;
    }

    Body whole() {
      List<Include> includes = Markdown.includes(body.markdown());
      if (includes.isEmpty()) {
        return body;
      }
      BodyParts parts = new BodyParts();
      int at = 0;
      for (Include include : includes) {
        parts.copy(body, at, include.start());
        SourceSpan place = body.origin(include.start(), include.end());
        included(include, place).ifPresent(inner -> parts.indented(inner, include.indent()));
        at = include.end();
      }
      parts.copy(body, at, body.markdown().length());
      return parts.body();
    }

    private Optional<Body> included(Include include, SourceSpan place) {
      if (budget.isSpent()) {
        return Optional.empty();
      }
      Optional<SourceFile> file = file(include.path());
      if (file.isEmpty()) {
        diagnostics.add(
            Diagnostic.error(
                    "include-missing",
                    place,
                    "There is no file '" + include.path() + "' to include.")
                .help(
                    "Paths begin at the folder of this file, or with '/' at the folder of the"
                        + " site."));
        return Optional.empty();
      }
      if (!include.code() && open.contains(file.get().path())) {
        cycle(file.get(), place);
        return Optional.empty();
      }
      IncludedPart part = Markdown.part(file.get().text(), include);
      if (part.missing().isPresent()) {
        diagnostics.add(
            Diagnostic.error(
                    "include-region",
                    place,
                    "'" + include.path() + "' has no line with '" + part.missing().get() + "'.")
                .help("Correct the mark, or write it into the file."));
        return Optional.empty();
      }
      Optional<Diagnostic> tooMuch = budget.take(part, open.size(), place);
      tooMuch.ifPresent(diagnostics::add);
      return tooMuch.isPresent()
          ? Optional.empty()
          : Optional.of(
              include.code()
                  ? BodyParts.code(include, place, file.get(), part)
                  : text(file.get(), part));
    }

    private Body text(SourceFile file, IncludedPart part) {
      return new Work(page, BodyParts.lines(file, part), opened(file), budget).whole();
    }

    private List<String> opened(SourceFile file) {
      List<String> opened = new ArrayList<>(open);
      opened.add(file.path());
      return opened;
    }

    private void cycle(SourceFile file, SourceSpan place) {
      List<String> round = new ArrayList<>(open.subList(open.indexOf(file.path()), open.size()));
      round.add(file.path());
      diagnostics.add(
          Diagnostic.error(
                  "include-cycle",
                  place,
                  "This file would become part of itself: " + String.join(" > ", round) + ".")
              .help("Take one of these includes out, or name a region."));
    }

    private Optional<SourceFile> file(String path) {
      Stream<String> candidates =
          path.startsWith("/")
              ? Stream.of(path.substring(1), "site-content" + path)
              : folders().map(folder -> folder + "/" + path);
      return candidates.flatMap(candidate -> read(candidate).stream()).findFirst();
    }

    // Beside the file itself, the page that shows it, the page it translates; in the lesson.
    private Stream<String> folders() {
      Stream<String> files =
          Stream.of(open.get(open.size() - 1), open.get(0), original().header().source().path());
      Stream<String> folders = files.map(file -> file.replaceFirst("/?[^/]*$", ""));
      return page instanceof Episode episode
          ? Stream.concat(folders, Stream.of(episode.details().lesson().value()))
          : folders;
    }

    private Page original() {
      return site.page(page.ref().in(site.config().sourceLanguage())).orElse(page);
    }
  }

  // Only what people wrote for the site: never what lies outside its folder.
  private Optional<SourceFile> read(String path) {
    Path file = root.resolve(path).normalize();
    String name = root.relativize(file).toString().replace('\\', '/');
    boolean ours = name.matches("(site-content|lessons|locales)/.*") && !name.contains("/.");
    if (!ours || !Files.isRegularFile(file) || leadsOut(file)) {
      return Optional.empty();
    }
    return Optional.of(read.computeIfAbsent(name, n -> SourceTree.lines(root, file, diagnostics)));
  }

  private boolean leadsOut(Path file) {
    try {
      return !file.toRealPath().startsWith(root.toRealPath());
    } catch (java.io.IOException e) {
      return true;
    }
  }
}
