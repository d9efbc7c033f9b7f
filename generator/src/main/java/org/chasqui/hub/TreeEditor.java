package org.chasqui.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * A git tree in which some files are put. Only the folders on the way to them are read and written;
 * every other entry is carried over bit for bit, whatever its mode and name.
 *
 * <p>Paths are relative to the root of the repository, with {@code /}.
 */
final class TreeEditor {
  private static final int TYPE_MASK = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int PLAIN_FILE = 0100644;

  private final @Nullable ObjectReader reader;
  private final Folder root;

  /**
   * @param reader reads the tree
   * @param tree the tree to begin with
   */
  TreeEditor(ObjectReader reader, ObjectId tree) throws IOException {
    this.reader = reader;
    this.root = load(tree);
  }

  /** Begins with nothing. */
  TreeEditor() {
    this.reader = null;
    this.root = new Folder();
  }

  /** An entry of a tree: its mode as it stands there, what it names, and its content if loaded. */
  private static final class Entry {
    final int mode;
    final ObjectId id;
    @Nullable Folder folder;

    Entry(int mode, ObjectId id) {
      this.mode = mode;
      this.id = id;
    }

    boolean is(int type) {
      return (mode & TYPE_MASK) == type;
    }
  }

  /** The entries of a folder. A name's chars are its bytes. */
  private static final class Folder {
    final Map<String, Entry> entries = new HashMap<>();
    final Map<String, String> folded = new HashMap<>();
    boolean changed;

    void set(String name, Entry entry) {
      entries.put(name, entry);
      folded.putIfAbsent(fold(name), name);
    }

    void unset(String name) {
      entries.remove(name);
      folded.remove(fold(name), name);
    }
  }

  /** The blob of the regular file at a path, if there is one. */
  Optional<ObjectId> file(String path) throws IOException {
    Folder folder = root;
    String[] names = names(path);
    for (int i = 0; i < names.length - 1; i++) {
      Entry entry = folder.entries.get(names[i]);
      if (entry == null || !entry.is(FOLDER)) {
        return Optional.empty();
      }
      folder = open(entry);
    }
    Entry entry = folder.entries.get(names[names.length - 1]);
    return entry != null && entry.is(FILE) ? Optional.of(entry.id) : Optional.empty();
  }

  /**
   * Whether something other than a regular file stands at a path or on the way to it: a folder, a
   * link, a submodule, or a name that differs in case or in Unicode form only, which many file
   * systems cannot hold beside ours.
   */
  boolean isBlocked(String path) throws IOException {
    Folder folder = root;
    String[] names = names(path);
    for (int i = 0; i < names.length; i++) {
      Entry entry = folder.entries.get(names[i]);
      if (entry == null) {
        return folder.folded.containsKey(fold(names[i]));
      }
      boolean last = i == names.length - 1;
      if (!entry.is(last ? FILE : FOLDER)) {
        return true;
      }
      if (!last) {
        folder = open(entry);
      }
    }
    return false;
  }

  /** Puts a file; one that is there keeps its mode. The path must not be blocked. */
  void put(String path, ObjectId blob) throws IOException {
    Folder folder = root;
    String[] names = names(path);
    root.changed = true;
    for (int i = 0; i < names.length - 1; i++) {
      Entry entry = folder.entries.get(names[i]);
      if (entry == null) {
        entry = new Entry(FOLDER, ObjectId.zeroId());
        entry.folder = new Folder();
        folder.set(names[i], entry);
      }
      folder = open(entry);
      folder.changed = true;
    }
    String name = names[names.length - 1];
    Entry old = folder.entries.get(name);
    folder.set(name, new Entry(old == null ? PLAIN_FILE : old.mode, blob));
  }

  /** Takes a regular file away, and the folders that it leaves empty. */
  void remove(String path) throws IOException {
    remove(root, names(path), 0);
  }

  private void remove(Folder folder, String[] names, int depth) throws IOException {
    Entry entry = folder.entries.get(names[depth]);
    boolean last = depth == names.length - 1;
    if (entry == null || !entry.is(last ? FILE : FOLDER)) {
      return;
    }
    folder.changed = true;
    if (!last) {
      Folder inside = open(entry);
      remove(inside, names, depth + 1);
      if (!inside.entries.isEmpty()) {
        return;
      }
    }
    folder.unset(names[depth]);
  }

  /** Writes what changed and names the whole. */
  ObjectId write(ObjectInserter inserter) throws IOException {
    return write(root, inserter);
  }

  private ObjectId write(Folder folder, ObjectInserter inserter) throws IOException {
    // git sorts by bytes, folders as if their names ended with a slash.
    TreeMap<String, String> sorted = new TreeMap<>(Comparator.naturalOrder());
    folder.entries.forEach((name, e) -> sorted.put(e.is(FOLDER) ? name + "/" : name, name));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String name : sorted.values()) {
      Entry entry = Objects.requireNonNull(folder.entries.get(name));
      Folder inside = entry.folder;
      ObjectId id = inside != null && inside.changed ? write(inside, inserter) : entry.id;
      String head = Integer.toOctalString(entry.mode) + " " + name + "\0";
      bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
      id.copyRawTo(bytes);
    }
    return inserter.insert(Constants.OBJ_TREE, bytes.toByteArray());
  }

  private Folder open(Entry entry) throws IOException {
    Folder folder = entry.folder;
    if (folder == null) {
      folder = load(entry.id);
      entry.folder = folder;
    }
    return folder;
  }

  private Folder load(ObjectId tree) throws IOException {
    if (reader == null) {
      throw new IllegalStateException("nothing to read from");
    }
    Folder folder = new Folder();
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(reader, tree);
    while (!parser.eof()) {
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      folder.set(
          new String(name, StandardCharsets.ISO_8859_1),
          new Entry(parser.getEntryRawMode(), parser.getEntryObjectId()));
      parser.next(1);
    }
    return folder;
  }

  private static String[] names(String path) {
    return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .split("/");
  }

  private static String fold(String name) {
    String text = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
