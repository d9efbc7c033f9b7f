package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    for (Language language : site.config().languages()) {
      files.addAll(read(siteFolder, language, diagnostics));
    }
    return files;
  }

  // A .po among localized assets is a file that learners download.
  private static List<SourceFile> read(
      Path siteFolder, Language language, Diagnostics diagnostics) {
    String folder = "locales/" + language.tag() + "/";
    return SourceTree.readAll(
            siteFolder, siteFolder.resolve(folder), name -> name.endsWith(".po"), diagnostics)
        .stream()
        .filter(file -> !file.path().startsWith(folder + "assets/"))
        .toList();
  }
}
