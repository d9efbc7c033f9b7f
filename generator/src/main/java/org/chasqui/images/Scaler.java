package org.chasqui.images;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes pictures smaller by averaging areas, in whole numbers: the same on every machine. */
final class Scaler {
  private Scaler() {}

  /** A picture at a smaller width, its proportions kept. */
  static BufferedImage scaled(BufferedImage from, int width) {
    int height = Math.max(1, Math.round((float) from.getHeight() * width / from.getWidth()));
    boolean alpha = from.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage to = new BufferedImage(width, height, type);
    long[] sums = new long[4 * width];
    int[] row = new int[from.getWidth()];
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * from.getHeight() / height);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * from.getHeight() / height));
      java.util.Arrays.fill(sums, 0);
      for (int line = top; line < bottom; line++) {
        from.getRGB(0, line, row.length, 1, row, 0, row.length);
        add(row, sums, width);
      }
      to.setRGB(0, y, width, 1, averages(sums, row.length, bottom - top), 0, width);
    }
    return alpha ? to : withPalette(to);
  }

  private static int left(int x, int from, int width) {
    return (int) ((long) x * from / width);
  }

  // Colours count as much as they are opaque.
  private static void add(int[] row, long[] sums, int width) {
    for (int x = 0; x < width; x++) {
      int end = Math.max(left(x, row.length, width) + 1, left(x + 1, row.length, width));
      for (int i = left(x, row.length, width); i < end; i++) {
        int pixel = row[i];
        int opacity = pixel >>> 24;
        sums[4 * x] += opacity;
        sums[4 * x + 1] += (long) opacity * (pixel >> 16 & 0xff);
        sums[4 * x + 2] += (long) opacity * (pixel >> 8 & 0xff);
        sums[4 * x + 3] += (long) opacity * (pixel & 0xff);
      }
    }
  }

  private static int[] averages(long[] sums, int from, int lines) {
    int width = sums.length / 4;
    int[] pixels = new int[width];
    for (int x = 0; x < width; x++) {
      long opacity = sums[4 * x];
      int columns = Math.max(left(x, from, width) + 1, left(x + 1, from, width));
      long count = (long) (columns - left(x, from, width)) * lines;
      if (opacity > 0) {
        pixels[x] =
            (int) ((opacity + count / 2) / count) << 24
                | (int) ((sums[4 * x + 1] + opacity / 2) / opacity) << 16
                | (int) ((sums[4 * x + 2] + opacity / 2) / opacity) << 8
                | (int) ((sums[4 * x + 3] + opacity / 2) / opacity);
      }
    }
    return pixels;
  }

  /** The same picture with a palette if it has few enough colours, else itself. */
  private static BufferedImage withPalette(BufferedImage image) {
    Map<Integer, Integer> colours = new LinkedHashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.putIfAbsent(image.getRGB(x, y), colours.size());
        if (colours.size() > 256) {
          return image;
        }
      }
    }
    int[] table = colours.keySet().stream().mapToInt(Integer::intValue).toArray();
    int bits = table.length <= 2 ? 1 : table.length <= 4 ? 2 : table.length <= 16 ? 4 : 8;
    IndexColorModel model = new IndexColorModel(bits, table.length, table, 0, false, -1, 0);
    BufferedImage small =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY,
            model);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Integer index = colours.get(image.getRGB(x, y));
        small.getRaster().setSample(x, y, 0, index == null ? 0 : index);
      }
    }
    return small;
  }
}
