package org.chasqui.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPTest {
  private static BufferedImage ramp(int type) {
    BufferedImage image = new BufferedImage(60, 40, type);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 60; x++) {
        image.setRGB(x, y, (x < 30 ? 0xff : 0x80) << 24 | x * 4 << 16 | y * 6 << 8 | 40);
      }
    }
    return image;
  }

  private static byte[] encoded(BufferedImage image, boolean lossless) throws IOException {
    WebP encoder = new WebP();
    byte[] bytes = encoder.encoded(image, lossless).orElse(new byte[0]);
    assertFalse(encoder.missed(), "NEEDS: WebP on this machine");
    return bytes;
  }

  @Test
  void drawingsLoseNothing() throws IOException {
    for (int type :
        List.of(
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED)) {
      BufferedImage image = ramp(type);
      BufferedImage again = ImageIO.read(new ByteArrayInputStream(encoded(image, true)));
      for (int x = 0; x < 60; x++) {
        assertEquals(image.getRGB(x, 20), again.getRGB(x, 20), "type " + type + " at " + x);
      }
    }
  }

  @Test
  void oneMachineWritesTheSameBytesInEveryThread() throws IOException {
    BufferedImage image = ramp(BufferedImage.TYPE_INT_RGB);
    byte[] first = encoded(image, false);
    List<byte[]> all =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return encoded(image, false);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    all.forEach(bytes -> assertArrayEquals(first, bytes));
    assertTrue(first.length < 2000, first.length + " bytes");
  }

  @Test
  void whatIsNoLighterIsRememberedAsSuch(@TempDir Path folder) throws IOException {
    java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
    ImageIO.write(ramp(BufferedImage.TYPE_INT_RGB), "png", png);
    ImageHeader header = new ImageHeader("png", 60, 40, false);
    SizeCache.Original original = new SizeCache.Original(header, png.toByteArray());
    SizeCache cache = new SizeCache(folder, new WebP());
    assertTrue(cache.webP(original, 60, 10).isEmpty());
    try (var files = java.nio.file.Files.list(folder)) {
      assertTrue(files.allMatch(file -> file.toString().endsWith(".none")));
    }
  }
}
