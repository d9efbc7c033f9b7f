package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.load.SourceTree;
import org.chasqui.site.Language;
import org.chasqui.site.Site;
import org.chasqui.theme.Theme;

/** Reads the translation catalogues of a site's languages, and the theme's template of them. */
final class Catalogues {
  private Catalogues() {}

  /** The theme's template, then the catalogues by language and path. */
  static List<SourceFile> read(
      Site site, Path siteFolder, Optional<Theme> theme, Diagnostics diagnostics) {
    List<SourceFile> files = new ArrayList<>();
    theme.map(Theme::uiTemplate).ifPresent(files::add);
    for (Language language : spoken(site)) {
      files.addAll(read(siteFolder, language, diagnostics));
    }
    return files;
  }

  // A language takes from those that stand in for it what it does not say itself.
  private static Set<Language> spoken(Site site) {
    Set<Language> all = new LinkedHashSet<>(site.config().languages());
    site.config()
        .languages()
        .forEach(language -> all.addAll(site.config().fallbacks(language).chain()));
    return all;
  }

  /**
   * The same, and for a language in which the site has no words of its own for the interface those
   * that came with the program: a site beside the program needs to translate only its pages.
   */
  static List<SourceFile> withInstalledWords(
      Site site, BuildRequest request, Optional<Theme> theme, Diagnostics diagnostics) {
    List<SourceFile> files = read(site, request.siteFolder(), theme, diagnostics);
    Set<String> paths = files.stream().map(SourceFile::path).collect(Collectors.toSet());
    for (Language language : spoken(site)) {
      String path = "locales/" + language.tag() + "/ui.po";
      Optional<Path> installed =
          request.installation().map(home -> home.resolve(path)).filter(Files::isRegularFile);
      if (!paths.contains(path) && installed.isPresent()) {
        Path home = request.installation().get();
        files.add(SourceTree.read(home, installed.get(), diagnostics));
      }
    }
    return files;
  }

  /** What a language has agreed upon for its translations: glossary, style, settings. */
  static List<SourceFile> rules(Path siteFolder, Language language, Diagnostics diagnostics) {
    Path folder = siteFolder.resolve("locales").resolve(language.tag());
    return Stream.of("glossary.csv", "style.csv", "words.txt", "locale.yaml")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .map(file -> SourceTree.read(siteFolder, file, diagnostics))
        .toList();
  }

  // A .po among localized assets is a file that learners download.
  private static List<SourceFile> read(
      Path siteFolder, Language language, Diagnostics diagnostics) {
    String folder = "locales/" + language.tag() + "/";
    return SourceTree.readAll(
            siteFolder, siteFolder.resolve(folder), Catalogues::isCatalogue, diagnostics)
        .stream()
        .filter(file -> !file.path().startsWith(folder + "assets/"))
        .toList();
  }

  private static boolean isCatalogue(String name) {
    return name.endsWith(".po") || name.endsWith(".tmx");
  }
}
