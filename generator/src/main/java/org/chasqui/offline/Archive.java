package org.chasqui.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chasqui.site.OutputFile;

/** A ZIP archive whose bytes depend on nothing but what is in it: sorted, all of one moment. */
final class Archive {
  // Without a time zone, and late enough for the format to need no field of its own for it.
  private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Map<String, Content> entries = new TreeMap<>();
  private byte[] first = {};

  // Read when it is written: of all that a site has, no more than one file is in memory.
  private interface Content {
    byte[] bytes() throws IOException;
  }

  /** The type of a book, which must come first and stand there as it is. */
  void mimetype(String type) {
    first = type.getBytes(StandardCharsets.US_ASCII);
  }

  void add(String name, String text) {
    entries.put(name, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String name, OutputFile file) {
    if (file instanceof OutputFile.Text text) {
      add(name, text.content());
    } else if (file instanceof OutputFile.Copy copy) {
      entries.put(name, () -> Files.readAllBytes(copy.from()));
    }
  }

  void writeTo(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      if (first.length > 0) {
        put(zip, "mimetype", first, true);
      }
      for (Map.Entry<String, Content> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue().bytes(), isPacked(entry.getKey()));
      }
    }
  }

  private static boolean isPacked(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|webp|zip|woff2?|mp[34])");
  }

  private static void put(ZipOutputStream zip, String name, byte[] content, boolean stored)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(MOMENT);
    if (stored) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
