package org.chasqui.output;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.chasqui.diagnostic.Digests;
import org.chasqui.site.FileStamp;
import org.chasqui.site.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * What builds of a site made of its texts, kept in one file from one run of the program to the
 * next.
 *
 * <p>A run reads the file that it found when it began, and writes a new one beside it, which takes
 * its place only by {@link #keep}: with what the run used of the old one and with what it made. So
 * the file is no larger than one build needs; whoever is killed leaves the old one, and of two runs
 * at once the last to end is remembered. A run that was killed also leaves its half of a new file,
 * which nobody holds locked: the next run removes it. A file that is damaged, that another version
 * of the program wrote, or that cannot be read or written is as none: all is made again. What was
 * used only within another result, which is used now, is used, too, though nobody took it.
 *
 * <p>The file: a line that names its form and the program; the results, one after another; where
 * each of them lies or, if it is small, what it is, under which slot, made of what, with a
 * checksum; and last, in 12 bytes, where that list begins and its checksum. Numbers are those of
 * {@link DataOutputStream}.
 */
public final class BuildShelf implements Shelf, AutoCloseable {
  private static final String FORM = "chasqui memory 3";

  private static final String NAME = "memory";
  private static final String UNFINISHED = ".memory";
  private static final int END = Long.BYTES + Integer.BYTES;

  /** Results of so few bytes stand in the list itself, where they need not be looked up. */
  private static final int SMALL = 96;

  /** So much of a file may be what nobody needs any more before it is written without that. */
  private static final double WASTE = 0.2;

  private static final byte[] NONE = {};

  private final Path folder;
  private final byte[] head;
  private final @Nullable FileChannel old;
  private final String stamp;
  private final Map<String, Entry> known;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Map<String, Entry> made = new HashMap<>();
  private @Nullable Unfinished next;
  private boolean broken;

  // Where a result lies, or itself, and of what it was made.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Entry(
      long at, int length, int checksum, byte[] small, String input, List<String> within) {
    boolean isSmall() {
      return length <= SMALL;
    }
  }

  private BuildShelf(
      Path folder, byte[] head, @Nullable FileChannel old, String stamp, Map<String, Entry> known) {
    this.folder = folder;
    this.head = head;
    this.old = old;
    this.stamp = stamp;
    this.known = known;
  }

  /**
   * Opens it.
   *
   * @param folder where its file lies, which is made if need be
   * @param program tells the running program from others: what another one made does not count
   */
  public static BuildShelf open(Path folder, String program) {
    Path file = folder.resolve(NAME);
    byte[] head = (FORM + " " + program + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(folder);
      Unfinished.tidy(folder);
      if (Files.isRegularFile(file)) {
        String before = stamp(file);
        FileChannel old = FileChannel.open(file, StandardOpenOption.READ);
        // Another run may have put its own there just now.
        return read(folder, head, old, before.equals(stamp(file)) ? before : "");
      }
    } catch (IOException e) {
      return new BuildShelf(folder, head, null, "", Map.of());
    }
    return new BuildShelf(folder, head, null, "", Map.of());
  }

  private static BuildShelf read(Path folder, byte[] head, FileChannel old, String stamp)
      throws IOException {
    try {
      return new BuildShelf(folder, head, old, stamp, list(old, head));
    } catch (IOException e) {
      old.close();
      throw e;
    }
  }

  private static String stamp(Path file) throws IOException {
    return FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
  }

  /** What tells the file that it was opened with from every other; empty if that is not known. */
  public String stamp() {
    return stamp;
  }

  private static Map<String, Entry> list(FileChannel old, byte[] head) throws IOException {
    if (old.size() < head.length + END || !Arrays.equals(read(old, 0, head.length), head)) {
      return Map.of();
    }
    ByteBuffer end = ByteBuffer.wrap(read(old, old.size() - END, END));
    long from = end.getLong();
    long length = old.size() - END - from;
    if (from < head.length || length < 0 || length > Integer.MAX_VALUE) {
      return Map.of();
    }
    byte[] list = read(old, from, (int) length);
    return checksum(list) == end.getInt() ? list(list) : Map.of();
  }

  private static Map<String, Entry> list(byte[] list) throws IOException {
    Map<String, Entry> known = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(list))) {
      for (int left = in.readInt(); left > 0; left--) {
        String slot = in.readUTF();
        long at = in.readLong();
        int length = in.readInt();
        int checksum = in.readInt();
        byte[] small = in.readNBytes(length <= SMALL ? length : 0);
        String input = in.readUTF();
        List<String> within = new ArrayList<>();
        for (int more = in.readInt(); more > 0; more--) {
          within.add(in.readUTF());
        }
        known.put(slot, new Entry(at, length, checksum, small, input, within));
      }
    }
    return known;
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

  private static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  @Override
  public Optional<List<String>> take(String slot, List<String> input) {
    Entry entry = known.get(slot);
    return entry != null && entry.input.equals(digest(input)) ? take(slot) : Optional.empty();
  }

  @Override
  public Optional<List<String>> take(String slot) {
    Entry entry = known.get(slot);
    if (old == null || entry == null) {
      return Optional.empty();
    }
    try {
      byte[] bytes = entry.isSmall() ? entry.small : read(old, entry.at, entry.length);
      if (checksum(bytes) != entry.checksum) {
        return Optional.empty();
      }
      use(slot);
      return Optional.of(texts(bytes));
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  @Override
  public void use(String slot) {
    if (used.add(slot)) {
      Optional.ofNullable(known.get(slot)).ifPresent(entry -> entry.within.forEach(this::use));
    }
  }

  @Override
  public void put(String slot, List<String> input, List<String> result, List<String> within) {
    byte[] bytes = bytes(result);
    String digest = digest(input);
    int checksum = checksum(bytes);
    synchronized (made) {
      if (broken || slot.length() > Short.MAX_VALUE / 2) {
        return;
      }
      try {
        if (next == null) {
          next = Unfinished.in(folder, head);
        }
        used.remove(slot);
        boolean small = bytes.length <= SMALL;
        made.put(
            slot,
            new Entry(
                small ? 0 : next.add(bytes),
                bytes.length,
                checksum,
                small ? bytes : NONE,
                digest,
                List.copyOf(within)));
      } catch (IOException e) {
        broken = true; // a full disk: the next run makes it again
      }
    }
  }

  /**
   * Makes what this run used and made the memory of the site, for those to come.
   *
   * @return what tells the file that has it from every other; empty if it could not be kept
   */
  public String keep() {
    synchronized (made) {
      boolean asBefore = next == null && used.size() == known.size();
      if (broken || asBefore) {
        return broken ? "" : stamp;
      }
      try {
        Unfinished whole = next == null ? Unfinished.in(folder, head) : next;
        next = whole;
        if (old != null) {
          take(old, whole);
        }
        return whole.end(list(made), folder.resolve(NAME));
      } catch (IOException e) {
        broken = true;
        return "";
      }
    }
  }

  // Everything as it lies there, in one piece, if most of it is needed: much faster than each by
  // itself.
  private void take(FileChannel from, Unfinished whole) throws IOException {
    Map<String, Entry> needed = new HashMap<>(known);
    needed.keySet().retainAll(used);
    needed.keySet().removeAll(made.keySet());
    if (needed.isEmpty()) {
      return;
    }
    made.putAll(needed);
    needed.values().removeIf(Entry::isSmall);
    long end =
        known.values().stream()
            .filter(entry -> !entry.isSmall())
            .mapToLong(entry -> entry.at + entry.length)
            .max()
            .orElse(head.length);
    long bytes = needed.values().stream().mapToLong(Entry::length).sum();
    boolean all = end - head.length - bytes <= WASTE * bytes;
    long moved = all ? whole.add(from, head.length, end) - head.length : 0;
    for (Map.Entry<String, Entry> one : needed.entrySet()) {
      Entry entry = one.getValue();
      long at = all ? entry.at + moved : whole.add(read(from, entry.at, entry.length));
      made.put(
          one.getKey(),
          new Entry(at, entry.length, entry.checksum, NONE, entry.input, entry.within));
    }
  }

  private static byte[] list(Map<String, Entry> entries) throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(list)) {
      out.writeInt(entries.size());
      for (Map.Entry<String, Entry> one : entries.entrySet()) {
        Entry entry = one.getValue();
        out.writeUTF(one.getKey());
        out.writeLong(entry.at);
        out.writeInt(entry.length);
        out.writeInt(entry.checksum);
        out.write(entry.small);
        out.writeUTF(entry.input);
        out.writeInt(entry.within.size());
        for (String slot : entry.within) {
          out.writeUTF(slot);
        }
      }
    }
    return list.toByteArray();
  }

  @Override
  public void close() {
    synchronized (made) {
      try {
        if (next != null) {
          next.close();
        }
        if (old != null) {
          old.close();
        }
      } catch (IOException e) {
        return; // the next run tidies
      }
    }
  }

  private static String digest(List<String> input) {
    return Digests.of(bytes(input));
  }

  // Each with its length before it, so that what was two cannot be taken for what was one.
  private static byte[] bytes(List<String> texts) {
    List<byte[]> all = new ArrayList<>(texts.size());
    int length = 0;
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      all.add(bytes);
      length += Integer.BYTES + bytes.length;
    }
    ByteBuffer row = ByteBuffer.allocate(length);
    all.forEach(bytes -> row.putInt(bytes.length).put(bytes));
    return row.array();
  }

  private static List<String> texts(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    ByteBuffer row = ByteBuffer.wrap(bytes);
    while (row.hasRemaining()) {
      int length = row.getInt();
      texts.add(new String(bytes, row.position(), length, StandardCharsets.UTF_8));
      row.position(row.position() + length);
    }
    return texts;
  }

  /** A file that is being written. */
  private static final class Unfinished {
    private final Path path;
    private final FileChannel channel;
    private final BufferedOutputStream out;
    private long at;

    private Unfinished(Path path, FileChannel channel) {
      this.path = path;
      this.channel = channel;
      this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    static Unfinished in(Path folder, byte[] head) throws IOException {
      Path path = Files.createTempFile(folder, UNFINISHED, ".new");
      FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
      channel.lock(); // as long as this process lives
      Unfinished file = new Unfinished(path, channel);
      file.add(head);
      return file;
    }

    // A stretch of another file.
    long add(FileChannel from, long begin, long end) throws IOException {
      out.flush();
      long start = at;
      for (long done = begin; done < end; ) {
        long piece = from.transferTo(done, end - done, channel);
        if (piece <= 0) {
          throw new IOException("cut short");
        }
        done += piece;
      }
      at += end - begin;
      return start;
    }

    long add(byte[] bytes) throws IOException {
      out.write(bytes);
      at += bytes.length;
      return at - bytes.length;
    }

    String end(byte[] list, Path file) throws IOException {
      ByteBuffer end = ByteBuffer.allocate(END).putLong(at).putInt(checksum(list));
      add(list);
      add(end.array());
      out.flush();
      String stamp = stamp(path);
      Files.move(path, file, StandardCopyOption.ATOMIC_MOVE); // while nobody else may tidy it up
      channel.close();
      return stamp;
    }

    void close() throws IOException {
      channel.close();
      Files.deleteIfExists(path);
    }

    // What a run that was killed left: nobody locks it.
    static void tidy(Path folder) throws IOException {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path path : all.filter(Unfinished::isOne).toList()) {
          if (isLeft(path)) {
            Files.deleteIfExists(path);
          }
        }
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
}
