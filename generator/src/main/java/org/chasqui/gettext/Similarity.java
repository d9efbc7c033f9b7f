package org.chasqui.gettext;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How alike texts are to one text: {@code 2·L / (a + b)}, where L is the length of their longest
 * common subsequence and a and b their lengths, all in UTF-8 bytes. 1 for equal texts, 0 for texts
 * that share nothing. The measure by which gettext's tools find a message that has been edited.
 *
 * <p>The length of the subsequence comes from Hyyrö's bit-parallel algorithm ("Bit-parallel
 * LCS-length computation revisited", 2004): 64 cells of the table at once.
 */
public final class Similarity {
  private final byte[] text;
  private final long[][] positions = new long[256][];
  private final int words;

  /** Prepares to compare with a text. */
  public Similarity(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.words = (this.text.length + 63) / 64;
    for (int i = 0; i < this.text.length; i++) {
      int b = this.text[i] & 0xff;
      if (positions[b] == null) {
        positions[b] = new long[words];
      }
      positions[b][i / 64] |= 1L << (i % 64);
    }
  }

  /** The likeness of two texts. */
  public static double of(String one, String other) {
    return new Similarity(one).to(other.getBytes(StandardCharsets.UTF_8));
  }

  /** The likeness to another text, given in UTF-8. */
  public double to(byte[] other) {
    int sum = text.length + other.length;
    return sum == 0 ? 1 : 2.0 * commonLength(other) / sum;
  }

  /** The highest value that {@link #to} could have for a text of this length. */
  public double bound(int length) {
    int sum = text.length + length;
    return sum == 0 ? 1 : 2.0 * Math.min(text.length, length) / sum;
  }

  private int commonLength(byte[] other) {
    long[] row = new long[words];
    Arrays.fill(row, -1L);
    for (byte b : other) {
      long[] matches = positions[b & 0xff];
      if (matches == null) {
        continue;
      }
      long carry = 0;
      for (int w = 0; w < words; w++) {
        long v = row[w];
        long u = v & matches[w];
        long sum = v + u + carry;
        // The carry out of v + u + carry: v and u both have the top bit, or one has and the sum
        // lost it.
        carry = ((v & u) | ((v | u) & ~sum)) >>> 63;
        row[w] = sum | (v & ~matches[w]);
      }
    }
    int length = 0;
    for (int i = 0; i < text.length; i++) {
      length += (int) (~row[i / 64] >>> (i % 64)) & 1;
    }
    return length;
  }
}
