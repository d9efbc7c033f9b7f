package org.chasqui.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Which results a run added to the file of a {@link BuildShelf}, and which it found there that are
 * not needed any more. Numbers are those of {@link DataOutputStream}.
 *
 * @param gone slots
 * @param entries what was added, by slot
 */
record ShelfList(List<String> gone, Map<String, Entry> entries) {
  /** Results of so few bytes stand in the list itself, where they need not be looked up. */
  private static final int SMALL = 96;

  private static final byte[] NONE = {};

  /**
   * Where a result lies, or itself, and of what it was made.
   *
   * @param small the result, if it is small
   * @param input a digest
   * @param within the slots of results that it was made of
   */
  record Entry(long at, int length, int checksum, byte[] small, String input, List<String> within) {
    boolean isSmall() {
      return ShelfList.isSmall(length);
    }

    /** How much room it takes among the results. */
    long room() {
      return isSmall() ? 0 : length;
    }

    Entry at(long place) {
      return new Entry(isSmall() ? 0 : place, length, checksum, small, input, within);
    }
  }

  /** Whether a result of so many bytes stands in the list itself. */
  static boolean isSmall(int length) {
    return length <= SMALL;
  }

  /** An entry that has no place yet. */
  static Entry entry(byte[] result, String input, List<String> within) {
    byte[] small = isSmall(result.length) ? result : NONE;
    return new Entry(0, result.length, checksum(result), small, input, List.copyOf(within));
  }

  static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(list)) {
      texts(out, gone);
      out.writeInt(entries.size());
      for (Map.Entry<String, Entry> one : entries.entrySet()) {
        Entry entry = one.getValue();
        out.writeUTF(one.getKey());
        out.writeLong(entry.at);
        out.writeInt(entry.length);
        out.writeInt(entry.checksum);
        out.write(entry.small);
        out.writeUTF(entry.input);
        texts(out, entry.within);
      }
    }
    return list.toByteArray();
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static ShelfList of(byte[] list) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(list))) {
      List<String> gone = texts(in);
      for (int left = in.readInt(); left > 0; left--) {
        String slot = in.readUTF();
        long at = in.readLong();
        int length = in.readInt();
        int checksum = in.readInt();
        byte[] small = isSmall(length) ? in.readNBytes(length) : NONE;
        entries.put(slot, new Entry(at, length, checksum, small, in.readUTF(), texts(in)));
      }
      return new ShelfList(gone, entries);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
