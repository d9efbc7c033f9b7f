package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.hub.CommitFiles;
import org.chasqui.localize.TranslationEffect;
import org.chasqui.site.Language;
import org.chasqui.site.Site;
import org.chasqui.theme.Theme;

/** What a change in git does to the translations. */
public final class TranslationComparison {
  private final BuildRequest request;
  private final Consumer<String> progress;

  /**
   * @param request which site
   * @param progress is told the name of each step when it begins
   */
  public TranslationComparison(BuildRequest request, Consumer<String> progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * What a change does to a language: source texts by page.
   *
   * @param language which
   * @param stale texts that changed, so that their translations need a look
   * @param fresh texts that are new
   * @param done texts that are translated now and were not before
   * @param lost translations that are in no catalogue any more
   */
  public record Effect(
      Language language,
      Map<String, List<String>> stale,
      Map<String, List<String>> fresh,
      Map<String, List<String>> done,
      List<String> lost) {
    private static Effect of(TranslationEffect effect) {
      return new Effect(
          effect.language(), effect.stale(), effect.fresh(), effect.done(), effect.lost());
    }

    /** How many texts there are on all pages. */
    public static int count(Map<String, List<String>> byPage) {
      return byPage.values().stream().mapToInt(List::size).sum();
    }
  }

  /**
   * Compares two versions of the site.
   *
   * @param range {@code BASE..HEAD}, or {@code BASE} alone to compare with the files as they lie
   *     there
   * @throws RunStopped.Usage if there is no such commit
   */
  public List<Effect> of(String range) {
    int dots = range.indexOf("..");
    String base = dots < 0 ? range : range.substring(0, dots);
    String head = dots < 0 ? "" : range.substring(dots).replaceFirst("^\\.{2,3}", "");
    progress.accept("Comparing versions");
    TranslationEffect.Version before = version(base.isEmpty() ? "HEAD" : base);
    TranslationEffect.Version after =
        dots < 0 ? version(request) : version(head.isEmpty() ? "HEAD" : head);
    return TranslationEffect.between(before, after).stream().map(Effect::of).toList();
  }

  private TranslationEffect.Version version(String revision) {
    Path folder = temporary();
    try {
      CommitFiles.write(request.siteFolder(), revision, folder);
      BuildRequest there =
          new BuildRequest(
              folder,
              request.installation(),
              Optional.empty(),
              request.languages(),
              true,
              true,
              request.now());
      return version(there);
    } finally {
      delete(folder);
    }
  }

  // What is wrong with an old version, nobody can mend any more.
  private static TranslationEffect.Version version(BuildRequest request) {
    Diagnostics ignored = new Diagnostics();
    SiteBuilder builder = new SiteBuilder(request, ignored, step -> {});
    Site site = builder.load();
    Optional<Theme> theme = builder.theme(site);
    List<SourceFile> catalogues =
        Catalogues.read(site, request.siteFolder(), theme, new Diagnostics());
    return new TranslationEffect.Version(site, catalogues);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("chasqui-version").toRealPath();
    } catch (IOException e) {
      throw new RunStopped.Environment("No temporary folder could be made: " + e, e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not remove " + folder + ": " + e, e);
    }
  }
}
