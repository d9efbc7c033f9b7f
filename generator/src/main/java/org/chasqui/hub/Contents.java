package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import org.chasqui.site.HubContent;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.jspecify.annotations.Nullable;

/** What the wanted files hold, worked out once for all hubs of a run. Safe for many threads. */
final class Contents {
  private static final int CERTAINLY_SMALL = 1 << 20;
  private final Map<Object, Known> known = new ConcurrentHashMap<>();
  private final Map<ObjectId, Long> packed = new ConcurrentHashMap<>();

  /**
   * The names of a file's bytes.
   *
   * @param blob git's
   * @param sha256 everybody else's, in hexadecimal
   * @param cells of a notebook, the ids of its cells
   */
  record Content(ObjectId blob, String sha256, List<String> cells) {
    static Content of(byte[] bytes) {
      return of(bytes, List.of());
    }

    static Content ofNotebook(byte[] bytes) {
      return of(
          bytes,
          Notebook.read(bytes)
              .map(notebook -> notebook.cells().stream().map(Notebook.Cell::id).toList())
              .orElse(List.of()));
    }

    private static Content of(byte[] bytes, List<String> cells) {
      try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
        return new Content(
            formatter.idFor(Constants.OBJ_BLOB, bytes),
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
            cells);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Content of(OutputFile file) throws Trouble {
    Object key = file instanceof OutputFile.Copy copy ? copy.from() : text(file);
    Known one = known.computeIfAbsent(key, k -> new Known());
    Content content = one.content;
    return content == null ? one.of(file) : content;
  }

  /** A file's content once it is known; several hubs want the same one at the same time. */
  private static final class Known {
    private volatile @Nullable Content content;

    synchronized Content of(OutputFile file) throws Trouble {
      Content now = content;
      if (now == null) {
        byte[] bytes = bytes(file);
        now = StubNotebook.replaces(file.path()) ? Content.ofNotebook(bytes) : Content.of(bytes);
        content = now;
      }
      return now;
    }
  }

  /** About how many bytes files take in a pack. */
  long packed(HubContent content) throws Trouble {
    long size = 0;
    Set<ObjectId> counted = new HashSet<>();
    for (OutputFile file : content.files().values()) {
      ObjectId blob = of(file).blob();
      size += counted.add(blob) ? packed(blob, file) : 0;
    }
    return size;
  }

  private long packed(ObjectId blob, OutputFile file) throws Trouble {
    Long size = packed.get(blob);
    if (size == null) {
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      try {
        deflater.setInput(bytes(file));
        deflater.finish();
        byte[] out = new byte[1 << 16];
        while (!deflater.finished()) {
          deflater.deflate(out);
        }
        size = deflater.getBytesWritten();
      } finally {
        deflater.end();
      }
      packed.put(blob, size);
    }
    return size;
  }

  /** How many bytes each file has. */
  static SortedMap<OutputPath, Long> sizes(HubContent content) throws Trouble {
    SortedMap<OutputPath, Long> sizes = new TreeMap<>();
    for (OutputFile file : content.files().values()) {
      sizes.put(file.path(), size(file));
    }
    return sizes;
  }

  private static long size(OutputFile file) throws Trouble {
    try {
      // A char of text is at most three bytes, and hardly any text is near the limit.
      return file instanceof OutputFile.Copy copy
          ? Files.size(copy.from())
          : text(file).length() < CERTAINLY_SMALL ? text(file).length() : bytes(file).length;
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static Trouble unreadable(OutputFile file) {
    return new Trouble(
        Trouble.Code.LOCAL_DISK, "The file for " + file.path() + " could not be read.");
  }

  private static String text(OutputFile file) {
    return ((OutputFile.Text) file).content();
  }

  /** The bytes of a file. */
  static byte[] bytes(OutputFile file) throws Trouble {
    if (!(file instanceof OutputFile.Copy copy)) {
      return text(file).getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Files.readAllBytes(copy.from());
    } catch (IOException e) {
      throw unreadable(file);
    }
  }
}
