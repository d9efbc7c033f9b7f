package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.site.SourceRevision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRevisionsTest {
  private static final Instant FALLBACK = Instant.parse("2001-01-01T00:00:00Z");
  @TempDir Path folder;

  @BeforeEach
  void git() {
    Git.needed();
  }

  private static SourceRevision none() {
    return new SourceRevision(Optional.empty(), FALLBACK);
  }

  private static SourceRevision head(Path repository) {
    return new SourceRevision(
        Optional.of(Git.run(repository, "rev-parse", "HEAD")),
        Instant.ofEpochSecond(Long.parseLong(Git.run(repository, "log", "-1", "--format=%ct"))));
  }

  @Test
  void aFolderOutsideGitHasOnlyATime() {
    assertEquals(none(), SourceRevisions.of(folder, FALLBACK));
    assertEquals(none(), SourceRevisions.of(folder.resolve("missing"), FALLBACK));
  }

  @Test
  void repositoriesWorkTreesAndFoldersInThemCount() {
    Path repository = folder.resolve("site");
    Git.mkdirs(repository);
    Git.run(repository, "init", "-q");
    assertEquals(none(), SourceRevisions.of(repository, FALLBACK));

    Git.write(repository.resolve("docs/site/site-content/site.yaml"), "title: x\n");
    Git.run(repository, "add", "-A");
    Git.run(repository, "commit", "-q", "-m", "First");
    assertEquals(head(repository), SourceRevisions.of(repository, FALLBACK));
    assertEquals(head(repository), SourceRevisions.of(repository.resolve("docs/site"), FALLBACK));

    Path linked = folder.resolve("linked");
    Git.run(repository, "worktree", "add", "-q", "-b", "other", linked.toString());
    Git.write(linked.resolve("new.txt"), "x");
    Git.run(linked, "add", "-A");
    Git.run(linked, "commit", "-q", "-m", "Second");
    assertEquals(head(linked), SourceRevisions.of(linked, FALLBACK));
    assertEquals(head(linked), SourceRevisions.of(linked.resolve("docs/site"), FALLBACK));
  }

  @Test
  void aRepositoryThatDoesNotHoldTheSiteDoesNotCount() {
    Git.run(folder, "init", "-q");
    Git.write(folder.resolve("other.txt"), "x");
    Git.run(folder, "add", "-A");
    Git.run(folder, "commit", "-q", "-m", "First");
    Git.mkdirs(folder.resolve("site"));
    assertEquals(none(), SourceRevisions.of(folder.resolve("site"), FALLBACK));
  }
}
