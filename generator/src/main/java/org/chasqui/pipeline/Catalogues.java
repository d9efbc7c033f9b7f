package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.load.SourceTree;
import org.chasqui.site.Language;
import org.chasqui.site.Site;
import org.chasqui.theme.Theme;

/** Reads the translation catalogues of a site's languages, and the theme's template of them. */
final class Catalogues {
  private Catalogues() {}

  /** All of them, sorted by path. */
  static List<SourceFile> read(
      Site site, Path siteFolder, Optional<Theme> theme, Diagnostics diagnostics) {
    List<SourceFile> files = new ArrayList<>();
    theme.map(Theme::uiTemplate).ifPresent(files::add);
    for (Language language : site.config().languages()) {
      Path folder = siteFolder.resolve("locales").resolve(language.tag());
      for (Path file : catalogues(folder)) {
        files.add(SourceTree.read(siteFolder, file, diagnostics));
      }
    }
    return files;
  }

  // Whole pages and localized assets lie in folders of their own, where a .po is somebody's file.
  private static List<Path> catalogues(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".po"))
          .filter(file -> !file.startsWith(folder.resolve("assets")))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new RunStopped.Environment("Could not read " + folder + ": " + e.getMessage(), e);
    }
  }
}
