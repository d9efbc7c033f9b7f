package org.chasqui.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;
import org.chasqui.output.ShelfList.Entry;
import org.chasqui.site.FileStamp;
import org.jspecify.annotations.Nullable;

/**
 * The file of a {@link BuildShelf} as a run finds it.
 *
 * <p>A line that names its form and the program; in 12 bytes, how far it counts, with a checksum;
 * then for each run that added to it the results that it made, one after another, its {@link
 * ShelfList}, and in 20 bytes where that list begins, where the run before ended, and a checksum of
 * all three. A run that is killed while it adds leaves what counts as it was; whoever reads
 * meanwhile has asked first how far it counts.
 */
final class ShelfFile implements AutoCloseable {
  private static final int MARK = Long.BYTES + Integer.BYTES;
  private static final int TAIL = 2 * Long.BYTES + Integer.BYTES;
  private static final Found NOTHING = new Found(0, 0, 0, Map.of());

  private final Path path;
  private final byte[] head;
  private final FileChannel channel;
  private final String stamp;
  private final CompletableFuture<Found> found;

  /**
   * What counts in it.
   *
   * @param end how far it counts; 0 if nothing does
   * @param runs how many have added to it
   * @param list how long the list of the first is
   */
  record Found(long end, int runs, long list, Map<String, Entry> entries) {}

  private ShelfFile(Path path, byte[] head, FileChannel channel, String stamp, long end) {
    this.path = path;
    this.head = head;
    this.channel = channel;
    this.stamp = stamp;
    // Of a large site the lists are long; nobody asks before all texts have been listed, too.
    this.found = CompletableFuture.supplyAsync(() -> look(end));
  }

  /** Opens it, if it is there. */
  static @Nullable ShelfFile open(Path path, byte[] head) throws IOException {
    if (!Files.isRegularFile(path)) {
      return null;
    }
    String before = FileStamp.of(attributes(path));
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      long end = end(channel, head);
      // Another run may have put its own there just now, or may be adding to it.
      boolean same = before.equals(FileStamp.of(attributes(path)));
      return new ShelfFile(path, head, channel, same ? stamp(before, end) : "", end);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** What tells a state of a file from every other. */
  static String stamp(String file, long end) {
    return file + " " + end;
  }

  // How far it counts.
  private static long end(FileChannel channel, byte[] head) throws IOException {
    if (channel.size() < results(head) || !Arrays.equals(read(channel, 0, head.length), head)) {
      return 0;
    }
    byte[] mark = read(channel, head.length, MARK);
    long end = ByteBuffer.wrap(mark).getLong();
    return Arrays.equals(mark, mark(end)) ? end : 0;
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  /** What tells the state in which it was opened from every other; empty if that is not known. */
  String stamp() {
    return stamp;
  }

  Found found() {
    return found.join();
  }

  private Found look(long end) {
    try {
      return lists(end);
    } catch (IOException | RuntimeException damaged) {
      return NOTHING;
    }
  }

  private Found lists(long end) throws IOException {
    Deque<ShelfList> lists = new ArrayDeque<>();
    long first = 0;
    for (long at = end; at > 0; ) {
      ByteBuffer tail = ByteBuffer.wrap(read(channel, at - TAIL, TAIL));
      long from = tail.getLong();
      long before = tail.getLong();
      if (from < results(head) || from > at - TAIL || before < 0 || before > from) {
        return NOTHING;
      }
      byte[] list = read(channel, from, Math.toIntExact(at - TAIL - from));
      if (!Arrays.equals(tail.array(), tail(list, from, before))) {
        return NOTHING;
      }
      lists.addFirst(ShelfList.of(list));
      first = list.length;
      at = before;
    }
    Map<String, Entry> entries = new HashMap<>();
    for (ShelfList list : lists) {
      list.gone().forEach(entries::remove);
      entries.putAll(list.entries());
    }
    return new Found(end, lists.size(), first, entries);
  }

  byte[] read(Entry entry) throws IOException {
    return entry.isSmall() ? entry.small() : read(channel, entry.at(), entry.length());
  }

  private static byte[] read(FileChannel from, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    int last = 0;
    while (bytes.hasRemaining() && last >= 0) {
      last = from.read(bytes, at + bytes.position());
    }
    if (bytes.hasRemaining()) {
      throw new IOException("cut short");
    }
    return bytes.array();
  }

  /**
   * Adds what a run made.
   *
   * @param made its results
   * @param list where they lie there
   * @return the new stamp, or nothing if another run has changed the file, or is changing it
   */
  Optional<String> add(ShelfDraft made, ShelfList list) throws IOException {
    try (FileChannel to =
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = lock(to)) {
      BasicFileAttributes before = attributes(path);
      if (lock == null || !stamp.equals(stamp(FileStamp.of(before), end(to, head)))) {
        return Optional.empty();
      }
      long end = found().end();
      long moved = end - results(head);
      Map<String, Entry> entries = new HashMap<>();
      list.entries().forEach((slot, entry) -> entries.put(slot, entry.at(entry.at() + moved)));
      long from = end + made.copy(to, end);
      byte[] bytes = new ShelfList(list.gone(), entries).bytes();
      write(to, bytes, from);
      write(to, tail(bytes, from, end), from + bytes.length);
      long added = from + bytes.length + TAIL;
      write(to, mark(added), head.length);
      BasicFileAttributes after = attributes(path);
      // Whoever has put another file there has written all of its own.
      return Objects.equals(before.fileKey(), after.fileKey())
          ? Optional.of(stamp(FileStamp.of(after), added))
          : Optional.empty();
    }
  }

  // Behind all that is ever read, for some systems let nobody read what is locked.
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Writes a stretch of it to where a new file is being written. */
  void copy(long begin, long end, FileChannel to) throws IOException {
    copy(channel, begin, end, to);
  }

  /** Writes a stretch of one file to where another is being written. */
  static void copy(FileChannel from, long begin, long end, FileChannel to) throws IOException {
    for (long done = begin; done < end; ) {
      long piece = from.transferTo(done, end - done, to);
      if (piece <= 0) {
        throw new IOException("cut short");
      }
      done += piece;
    }
  }

  /** Where the results of the first run begin. */
  static long results(byte[] head) {
    return (long) head.length + MARK;
  }

  /** What stands behind the results of a run. */
  static byte[] tail(byte[] list, long from, long before) {
    byte[] places = ByteBuffer.allocate(2 * Long.BYTES).putLong(from).putLong(before).array();
    CRC32C sum = new CRC32C();
    sum.update(list);
    sum.update(places);
    return ByteBuffer.allocate(TAIL).put(places).putInt((int) sum.getValue()).array();
  }

  /** What says how far a file counts. */
  static byte[] mark(long end) {
    byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(end).array();
    return ByteBuffer.allocate(MARK).put(place).putInt(ShelfList.checksum(place)).array();
  }

  static void write(FileChannel to, byte[] bytes, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      to.write(buffer, at + buffer.position());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
