package org.chasqui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHeaderTest {
  @TempDir Path temp;

  private String size(String name, byte[] bytes) throws IOException {
    Path file = Files.write(temp.resolve(name), bytes);
    return ImageHeader.of(file)
        .map(h -> h.format() + " " + h.width() + "x" + h.height() + (h.turned() ? " turned" : ""))
        .orElse("none");
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(new BufferedImage(300, 17, BufferedImage.TYPE_INT_RGB), format, out));
    return out.toByteArray();
  }

  @Test
  void whatJavaWrites() throws IOException {
    assertEquals("png 300x17", size("a.png", image("png")));
    assertEquals("jpeg 300x17", size("a.jpg", image("jpeg")));
    assertEquals("gif 300x17", size("a.gif", image("gif")));
    assertEquals("png 300x17", size("wrong-ending.jpg", image("png")));
  }

  @ParameterizedTest
  @CsvSource({
    // VP8X: 24 bits each, less one; VP8L: 14 bits each, less one; VP8: 14 bits each.
    "52494646000000005745425056503858 0a00000010000000 8f0100 c70000, webp 400x200",
    "524946460000000057454250565038 4c 00000000 2f 8fc13100, webp 400x200",
    "524946460000000057454250565038 20 00000000 000000 9d012a 9001 c800, webp 400x200",
  })
  void webp(String hex, String expected) throws IOException {
    assertEquals(
        expected, size("a.webp", HexFormat.of().parseHex(hex.replace(" ", "") + "00000000")));
  }

  @Test
  void aTurnedPhotographIsAsHighAsItIsWide() throws IOException {
    byte[] plain = image("jpeg");
    byte[] exif =
        HexFormat.of()
            .parseHex(
                "ffe10022457869660000"
                    + "4d4d002a00000008"
                    + "0001"
                    + "011200030000000100060000"
                    + "00000000");
    byte[] turned = new byte[plain.length + exif.length];
    System.arraycopy(plain, 0, turned, 0, 2);
    System.arraycopy(exif, 0, turned, 2, exif.length);
    System.arraycopy(plain, 2, turned, 2 + exif.length, plain.length - 2);
    assertEquals("jpeg 17x300 turned", size("a.jpg", turned));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "<svg viewBox=\"0 0 40 30\"/>|svg 40x30",
        "<?xml version='1.0'?><svg width=\"1in\" height='48px'>|svg 96x48",
        "<svg width=\"80\" viewBox=\"0,0,40,30\">|svg 80x60",
        "<svg width=\"100%\" viewBox=\"0 0 4 3\">|svg 4x3",
        "<svg>|svg 0x0",
        "<html>|none",
      })
  void svg(String text, String expected) throws IOException {
    assertEquals(expected, size("a.svg", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void cutOffOrForeignFilesAreNoPictures() throws IOException {
    for (String format : new String[] {"png", "jpeg", "gif"}) {
      byte[] whole = image(format);
      for (int length = 0; length < 24; length++) {
        size("cut." + format, java.util.Arrays.copyOf(whole, length)); // must only not throw
      }
    }
    assertEquals("none", size("text.png", "hello".getBytes(StandardCharsets.UTF_8)));
  }
}
