package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices when any source of a site changes.
 *
 * <p>What counts is a comparison of all files' times and sizes. The system's notices only say when
 * to compare; where there are none (network folders, containers, too many folders) it compares
 * every second or so, which is why nothing is missed.
 */
public final class SourceWatcher implements AutoCloseable {
  private static final List<String> FOLDERS =
      List.of("site-content", "lessons", "locales", "themes");
  private static final Duration QUIET = Duration.ofMillis(60);
  private static final Duration SLOWEST = Duration.ofSeconds(2);
  private static final Duration WITHOUT_NOTICES = Duration.ofMillis(500);
  // Comparing may take a twentieth of the machine's time.
  private static final int SHARE = 20;
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final List<Path> roots;
  private final @Nullable WatchService notices;
  private final Set<Path> watched = new HashSet<>();
  private boolean complete = true;
  private Duration cost = Duration.ZERO;
  private Map<Path, Stamp> seen;
  private Set<Path> changed = Set.of();

  private SourceWatcher(List<Path> roots, @Nullable WatchService notices) {
    this.roots = roots;
    this.notices = notices;
    this.seen = look();
  }

  /** Watches the sources of a site, and the built-in themes. */
  public static SourceWatcher of(Path siteFolder, Optional<Path> installation) {
    List<Path> roots = new ArrayList<>(FOLDERS.stream().map(siteFolder::resolve).toList());
    installation
        .map(home -> home.resolve("themes"))
        .filter(p -> !roots.contains(p))
        .ifPresent(roots::add);
    return new SourceWatcher(roots, service());
  }

  /** Watches by comparing alone. */
  static SourceWatcher polling(List<Path> roots) {
    return new SourceWatcher(roots, null);
  }

  private static @Nullable WatchService service() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  /**
   * Waits for a change, and then until the files have been left alone for a moment (editors write
   * in several steps).
   *
   * @param noticed told at once, and perhaps more than once, of files that may have changed, where
   *     the system tells of them
   * @return whether there was one within {@code patience}
   */
  public boolean await(Duration patience, Consumer<Set<Path>> noticed) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      pause(min(interval(), left), noticed);
      Map<Path, Stamp> now = look();
      if (!now.equals(seen)) {
        Map<Path, Stamp> before = seen;
        seen = settled(now, noticed);
        changed = changes(before, seen);
        return true;
      }
    }
    return false;
  }

  /** The files that the last change was about: written, new or gone. */
  public Set<Path> changed() {
    return changed;
  }

  private static Set<Path> changes(Map<Path, Stamp> before, Map<Path, Stamp> now) {
    Set<Path> files = new TreeSet<>(before.keySet());
    files.addAll(now.keySet());
    files.removeIf(file -> Objects.equals(before.get(file), now.get(file)));
    return files;
  }

  private Map<Path, Stamp> settled(Map<Path, Stamp> first, Consumer<Set<Path>> noticed)
      throws InterruptedException {
    Map<Path, Stamp> before = first;
    for (int i = 0; i < 20; i++) {
      long end = System.nanoTime() + QUIET.toNanos();
      for (long left = QUIET.toNanos(); left > 0; left = end - System.nanoTime()) {
        pause(Duration.ofNanos(left), noticed);
      }
      Map<Path, Stamp> now = look();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
    return before;
  }

  private Duration interval() {
    Duration least = notices != null && complete ? SLOWEST : WITHOUT_NOTICES;
    Duration fair = cost.multipliedBy(SHARE);
    return fair.compareTo(least) > 0 ? fair : least;
  }

  private void pause(Duration longest, Consumer<Set<Path>> noticed) throws InterruptedException {
    if (notices == null) {
      Thread.sleep(longest.toMillis());
      return;
    }
    try {
      Set<Path> files = new TreeSet<>();
      WatchKey key = notices.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
      while (key != null) {
        Path folder = (Path) key.watchable();
        key.pollEvents().stream()
            .map(WatchEvent::context)
            .filter(Path.class::isInstance)
            .forEach(name -> files.add(folder.resolve((Path) name)));
        if (!key.reset()) {
          watched.remove(folder);
        }
        key = notices.poll();
      }
      if (!files.isEmpty()) {
        noticed.accept(files);
      }
    } catch (ClosedWatchServiceException e) {
      throw new InterruptedException("closed");
    }
  }

  private Map<Path, Stamp> look() {
    long start = System.nanoTime();
    Map<Path, Stamp> found = new HashMap<>();
    for (Path root : roots) {
      if (Files.isDirectory(root)) {
        walk(root, found);
      }
    }
    cost = Duration.ofNanos(System.nanoTime() - start);
    return found;
  }

  private void walk(Path root, Map<Path, Stamp> found) {
    try {
      Files.walkFileTree(root, new Visitor(found));
    } catch (IOException e) {
      // Something vanished while we looked: that is a change, and we shall look again.
      found.put(root, new Stamp(System.nanoTime(), 0));
    }
  }

  private void watch(Path folder) {
    if (notices == null || !watched.add(folder)) {
      return;
    }
    try {
      var unused = folder.register(notices, KINDS);
    } catch (IOException e) {
      watched.remove(folder);
      complete = false;
    }
  }

  @Override
  public void close() {
    if (notices != null) {
      try {
        notices.close();
      } catch (IOException e) {
        return; // nothing is lost
      }
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** What tells one state of a file from another. */
  private record Stamp(long modified, long size) {}

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> found;

    Visitor(Map<Path, Stamp> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      watch(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      found.put(file, new Stamp(modified, attributes.size()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }
}
