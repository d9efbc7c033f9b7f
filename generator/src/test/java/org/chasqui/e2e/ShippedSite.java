package org.chasqui.e2e;

import java.nio.file.Path;
import java.util.List;

/** The site that comes with the project, copied so that a test may do with it what it likes. */
final class ShippedSite {
  static final String BASE_URL = "https://catalyst.example.org/";
  static final List<String> FOLDERS = List.of("site-content", "lessons", "locales", "themes");

  private ShippedSite() {}

  /** Copies its sources into a folder. */
  static Path copy(Path folder) {
    for (String name : FOLDERS) {
      Tree.copy(Chasqui.ROOT.resolve(name), folder.resolve(name));
    }
    return folder;
  }

  /** The same, under version control, as people have it. */
  static Path inGit(Path folder) {
    copy(folder);
    Tools.git(folder, "init", "-q", "-b", "main", ".");
    Tools.git(folder, "add", "-A");
    Tools.git(folder, "commit", "-q", "-m", "The site");
    return folder;
  }

  /** The repository of a hub that needs no server. */
  static Path hub(Path site, String id) {
    return site.resolve(".chasqui/hubs").resolve(id + ".git");
  }
}
