package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a git repository that tell which commit is checked out: <a
 * href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>. Reading them is
 * quicker than asking git.
 */
final class GitPlaces {
  private GitPlaces() {}

  /** Those of the repository in which a folder lies, by what they are; none if it lies in none. */
  static Map<String, Path> of(Path folder) throws IOException {
    for (Path at = folder; at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.isDirectory(git)) {
        return places(git, git);
      }
      if (Files.isRegularFile(git)) {
        return worktree(at, Files.readString(git).strip());
      }
    }
    return Map.of();
  }

  private static Map<String, Path> worktree(Path at, String pointer) throws IOException {
    Path git = at.resolve(pointer.replaceFirst("^gitdir: *", "")).normalize();
    Path common = git.resolve("commondir");
    Path shared =
        Files.isRegularFile(common)
            ? git.resolve(Files.readString(common).strip()).normalize()
            : git;
    return places(git, shared);
  }

  private static Map<String, Path> places(Path git, Path shared) throws IOException {
    Map<String, Path> places = new TreeMap<>();
    Path head = git.resolve("HEAD");
    places.put("git head", head);
    places.put("git packed", shared.resolve("packed-refs"));
    places.put("git shallow", shared.resolve("shallow"));
    if (Files.isRegularFile(head)) {
      String text = Files.readString(head).strip();
      if (text.startsWith("ref: ")) {
        places.put("git branch", shared.resolve(text.substring("ref: ".length())));
      }
    }
    return places;
  }
}
