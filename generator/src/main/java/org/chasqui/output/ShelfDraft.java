package org.chasqui.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.chasqui.site.FileStamp;

/**
 * What a run makes, while it is written: a file of a {@link BuildShelf} that does not count yet.
 */
final class ShelfDraft implements AutoCloseable {
  private static final String UNFINISHED = ".memory";

  private final Path path;
  private final byte[] head;
  private final FileChannel channel;
  private final BufferedOutputStream out;
  private long at;

  private ShelfDraft(Path path, byte[] head, FileChannel channel) {
    this.path = path;
    this.head = head;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  static ShelfDraft in(Path folder, byte[] head) throws IOException {
    Path path = Files.createTempFile(folder, UNFINISHED, ".new");
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    ShelfDraft draft = new ShelfDraft(path, head, channel);
    try {
      channel.lock(); // as long as this process lives
      draft.add(head);
      draft.add(ShelfFile.mark(0));
      return draft;
    } catch (IOException e) {
      draft.close();
      throw e;
    }
  }

  /** Adds a result, and says where it lies. */
  long add(byte[] bytes) throws IOException {
    out.write(bytes);
    at += bytes.length;
    return at - bytes.length;
  }

  /** Adds a stretch of another file, and says where it lies. */
  long add(ShelfFile from, long begin, long end) throws IOException {
    out.flush();
    from.copy(begin, end, channel);
    at += end - begin;
    return at - (end - begin);
  }

  /** How many bytes of results it has. */
  long results() {
    return at - ShelfFile.results(head);
  }

  /** Writes its results to another file, and says how many bytes they are. */
  long copy(FileChannel to, long place) throws IOException {
    out.flush();
    to.position(place);
    ShelfFile.copy(channel, ShelfFile.results(head), at, to);
    return results();
  }

  /**
   * Puts it, with a list, in the place of what is there.
   *
   * @return its stamp
   */
  String end(ShelfList list, Path file) throws IOException {
    byte[] bytes = list.bytes();
    long from = add(bytes);
    add(ShelfFile.tail(bytes, from, 0));
    out.flush();
    ShelfFile.write(channel, ShelfFile.mark(at), head.length);
    String stamp = FileStamp.of(Files.readAttributes(path, BasicFileAttributes.class));
    Files.move(path, file, StandardCopyOption.ATOMIC_MOVE); // while nobody else may tidy it up
    channel.close();
    return ShelfFile.stamp(stamp, at);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }

  /** Removes what a run that was killed left: nobody locks it. */
  static void tidy(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.filter(ShelfDraft::isOne).toList()) {
        if (isLeft(path)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return; // the next run
    }
  }

  private static boolean isOne(Path path) {
    return path.getFileName().toString().startsWith(UNFINISHED);
  }

  private static boolean isLeft(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }
}
