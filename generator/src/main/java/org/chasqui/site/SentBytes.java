package org.chasqui.site;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/**
 * How many bytes of a file come over the network: of texts compressed as gzip does it at its best,
 * of all else as many as it has. What the program says of weights is measured here.
 */
public final class SentBytes {
  // What gzip writes around the compressed bytes.
  private static final int ENVELOPE = 18;
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(html?|css|js|mjs|svg|json|xml|txt|csv|tsv|md|ics|ipynb|py|r|sh|webmanifest)");

  private SentBytes() {}

  /**
   * How many bytes are sent of a file.
   *
   * @param name its name, whose ending tells whether it is text
   */
  public static int of(String name, byte[] content) {
    return TEXT.matcher(name.toLowerCase(Locale.ROOT)).matches()
        ? compressed(content)
        : content.length;
  }

  /** How many bytes are sent of a text. */
  public static int compressed(byte[] text) {
    return compressed(text, Deflater.BEST_COMPRESSION);
  }

  /** Whether no more than so many bytes are sent of a text; for most quicker to tell. */
  public static boolean fits(byte[] text, long bytes) {
    return text.length + ENVELOPE <= bytes
        || compressed(text, Deflater.BEST_SPEED) <= bytes
        || compressed(text) <= bytes;
  }

  private static int compressed(byte[] text, int level) {
    Deflater deflater = new Deflater(level, true);
    try {
      return ENVELOPE + next(deflater, text, true);
    } finally {
      deflater.end();
    }
  }

  /**
   * How many bytes a further part adds to what was compressed before it.
   *
   * @param last whether nothing comes after it
   */
  public static int next(Deflater deflater, byte[] part, boolean last) {
    deflater.setInput(part);
    if (last) {
      deflater.finish();
    }
    byte[] buffer = new byte[8192];
    int sum = 0;
    int n;
    do {
      n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      sum += n;
    } while (n == buffer.length || (last && !deflater.finished()));
    return sum;
  }
}
