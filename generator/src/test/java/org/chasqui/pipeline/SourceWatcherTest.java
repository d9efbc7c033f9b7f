package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatcherTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(700);
  @TempDir Path folder;

  @Test
  void noticesNewChangedAndDeletedFiles() throws Exception {
    Files.createDirectories(folder.resolve("site-content"));
    Files.createDirectories(folder.resolve("public"));
    try (SourceWatcher watcher = SourceWatcher.of(folder, Optional.empty())) {
      noticesAll(watcher, folder.resolve("site-content"));
    }
  }

  @Test
  void noticesThemWithoutTheHelpOfTheSystem() throws Exception {
    Path root = Files.createDirectories(folder.resolve("lessons"));
    try (SourceWatcher watcher = SourceWatcher.polling(List.of(root, folder.resolve("missing")))) {
      noticesAll(watcher, root);
    }
  }

  private void noticesAll(SourceWatcher watcher, Path root) throws Exception {
    assertFalse(watcher.await(SHORT, noticed -> {}), "nothing has changed");
    Path file = write(root.resolve("deep/er/a.md"), "one");
    assertTrue(watcher.await(LONG, noticed -> {}), "a new file in a new folder");
    write(file, "two!");
    assertTrue(watcher.await(LONG, noticed -> {}), "a file in a folder that was new");
    write(folder.resolve("public/x.html"), "not a source");
    assertFalse(watcher.await(SHORT, noticed -> {}), "the output is no source");
    Files.delete(file);
    assertTrue(watcher.await(LONG, noticed -> {}), "a file that is gone");
    assertFalse(watcher.await(SHORT, noticed -> {}), "each change is told once");
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
