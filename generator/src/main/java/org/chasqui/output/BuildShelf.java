package org.chasqui.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.diagnostic.Digests;
import org.chasqui.output.ShelfList.Entry;
import org.chasqui.site.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * What builds of a site made of its texts, kept in one file from one run of the program to the
 * next.
 *
 * <p>A run reads the {@link ShelfFile} that it found when it began. What it made is a {@link
 * ShelfDraft} beside it, which counts only by {@link #keep}: added to the file if most of that is
 * still needed and nobody else has changed it, else, with what the run used of it, in its place. So
 * the file is little larger than one build needs; whoever is killed leaves what was there, and of
 * two runs at once the last to end is remembered. A run that was killed also leaves its draft,
 * which nobody holds locked: the next run removes it. A file that is damaged, that another version
 * of the program wrote, or that cannot be read or written is as none: all is made again. What was
 * used only within another result, which is used now, is used, too, though nobody took it.
 */
public final class BuildShelf implements Shelf, AutoCloseable {
  private static final String FORM = "chasqui memory 4";
  private static final String NAME = "memory";

  /** So much of a file may be what nobody needs any more before it is written without that. */
  private static final double WASTE = 0.2;

  /** So many runs may add to a file before it is written as one. */
  private static final int RUNS = 500;

  private final Path folder;
  private final byte[] head;
  private final @Nullable ShelfFile old;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Map<String, Entry> made = new HashMap<>();
  private @Nullable ShelfDraft next;
  private boolean broken;

  private BuildShelf(Path folder, byte[] head, @Nullable ShelfFile old) {
    this.folder = folder;
    this.head = head;
    this.old = old;
  }

  /**
   * Opens it.
   *
   * @param folder where its file lies, which is made if need be
   * @param program tells the running program from others: what another one made does not count
   */
  public static BuildShelf open(Path folder, String program) {
    byte[] head = (FORM + " " + program + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(folder);
      ShelfDraft.tidy(folder);
      return new BuildShelf(folder, head, ShelfFile.open(folder.resolve(NAME), head));
    } catch (IOException e) {
      return new BuildShelf(folder, head, null);
    }
  }

  /** What tells the file that it was opened with from every other; empty if that is not known. */
  public String stamp() {
    return old == null ? "" : old.stamp();
  }

  private Map<String, Entry> known() {
    return old == null ? Map.of() : old.found().entries();
  }

  @Override
  public Optional<List<String>> take(String slot, List<String> input) {
    Entry entry = known().get(slot);
    return entry != null && entry.input().equals(digest(input)) ? take(slot) : Optional.empty();
  }

  @Override
  public Optional<List<String>> take(String slot) {
    Entry entry = known().get(slot);
    if (old == null || entry == null) {
      return Optional.empty();
    }
    try {
      byte[] bytes = old.read(entry);
      if (ShelfList.checksum(bytes) != entry.checksum()) {
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
    Entry entry = known().get(slot);
    if (entry != null && used.add(slot)) {
      entry.within().forEach(this::use);
    }
  }

  @Override
  public void put(String slot, List<String> input, List<String> result, List<String> within) {
    byte[] bytes = bytes(result);
    Entry entry = ShelfList.entry(bytes, digest(input), within);
    synchronized (made) {
      if (broken || slot.length() > Short.MAX_VALUE / 2) {
        return;
      }
      try {
        if (next == null) {
          next = ShelfDraft.in(folder, head);
        }
        used.remove(slot);
        made.put(slot, entry.isSmall() ? entry : entry.at(next.add(bytes)));
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
      boolean asBefore = next == null && used.size() == known().size();
      if (broken || asBefore) {
        return broken ? "" : stamp();
      }
      try {
        ShelfDraft draft = next == null ? ShelfDraft.in(folder, head) : next;
        next = draft;
        Map<String, Entry> needed = new HashMap<>(known());
        needed.keySet().retainAll(used);
        needed.keySet().removeAll(made.keySet());
        Optional<String> added = old == null ? Optional.empty() : added(old, draft, needed);
        if (added.isPresent()) {
          return added.get();
        }
        if (old != null) {
          take(old, draft, needed);
          old.close(); // some systems replace no file that is open
        }
        return draft.end(new ShelfList(List.of(), made), folder.resolve(NAME));
      } catch (IOException e) {
        broken = true;
        return "";
      }
    }
  }

  // What was made behind what is there, if little of that is of no use any more.
  private Optional<String> added(ShelfFile file, ShelfDraft draft, Map<String, Entry> needed) {
    ShelfFile.Found found = file.found();
    long useful = room(needed) + room(made);
    long all = found.end() - found.list() + draft.results();
    if (found.end() == 0 || found.runs() >= RUNS || all - useful > WASTE * useful) {
      return Optional.empty();
    }
    Set<String> gone = new HashSet<>(found.entries().keySet());
    gone.removeAll(needed.keySet());
    gone.removeAll(made.keySet());
    try {
      return file.add(draft, new ShelfList(List.copyOf(gone), made));
    } catch (IOException e) {
      return Optional.empty(); // what was begun does not count: perhaps it can be replaced
    }
  }

  private static long room(Map<String, Entry> entries) {
    return entries.values().stream().mapToLong(Entry::room).sum();
  }

  // Everything as it lies there, in one piece, if most of it is needed: much faster than each by
  // itself.
  private void take(ShelfFile file, ShelfDraft whole, Map<String, Entry> needed)
      throws IOException {
    long begin = ShelfFile.results(head);
    long end =
        known().values().stream()
            .filter(entry -> !entry.isSmall())
            .mapToLong(entry -> entry.at() + entry.length())
            .max()
            .orElse(begin);
    long bytes = room(needed);
    boolean all = end - begin - bytes <= WASTE * bytes;
    long moved = all ? whole.add(file, begin, end) - begin : 0;
    for (Map.Entry<String, Entry> one : needed.entrySet()) {
      Entry entry = one.getValue();
      long at = all || entry.isSmall() ? entry.at() + moved : whole.add(file.read(entry));
      made.put(one.getKey(), entry.at(at));
    }
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
}
