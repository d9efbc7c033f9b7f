package org.chasqui.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How big a picture is, read from its first bytes without decoding it. Sources: PNG (W3C, 11.2.1
 * IHDR), GIF89a (section 18), JPEG (ITU T.81, B.2.2) with Exif 2.3 orientation (4.6.4), WebP (RFC
 * 9649, section 2), SVG 2 (section 8.2).
 *
 * @param format {@code png}, {@code jpeg}, {@code gif}, {@code webp} or {@code svg}
 * @param width its width in pixels as it is shown; 0 if it does not say
 * @param height its height in pixels as it is shown; 0 if it does not say
 * @param turned whether a JPEG asks to be turned or mirrored
 */
record ImageHeader(String format, int width, int height, boolean turned) {
  private static final int SVG_LIMIT = 64 * 1024;
  private static final Pattern SVG_TAG = Pattern.compile("<svg\\b[^>]*>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s(width|height|viewBox)\\s*=\\s*[\"']([^\"']*)[\"']");

  /**
   * The header of a file; nothing if it is no picture that this knows, or a broken one.
   *
   * @throws IOException if it cannot be read
   */
  static Optional<ImageHeader> of(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(SVG_LIMIT);
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      return svg(new String(start, StandardCharsets.UTF_8));
    }
    Bytes bytes = new Bytes(start);
    if (bytes.has(0, "\u0089PNG\r\n\u001a\n") && bytes.has(12, "IHDR")) {
      return sized("png", bytes.big(16, 4), bytes.big(20, 4));
    }
    if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
      return sized("gif", bytes.little(6, 2), bytes.little(8, 2));
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
      return webp(bytes);
    }
    if (!bytes.has(0, "\u00ff\u00d8")) {
      return Optional.empty();
    }
    // A colour profile or a preview may stand before the frame: read on if need be.
    Optional<ImageHeader> found = jpeg(bytes);
    return found.isPresent() || start.length < SVG_LIMIT
        ? found
        : jpeg(new Bytes(Files.readAllBytes(file)));
  }

  private static Optional<ImageHeader> sized(String format, int width, int height) {
    return width > 0 && height > 0
        ? Optional.of(new ImageHeader(format, width, height, false))
        : Optional.empty();
  }

  private static Optional<ImageHeader> webp(Bytes bytes) {
    if (bytes.has(12, "VP8X")) {
      return sized("webp", bytes.little(24, 3) + 1, bytes.little(27, 3) + 1);
    }
    if (bytes.has(12, "VP8L")) {
      int packed = bytes.little(21, 4);
      return sized("webp", (packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
    }
    return bytes.has(12, "VP8 ")
        ? sized("webp", bytes.little(26, 2) & 0x3fff, bytes.little(28, 2) & 0x3fff)
        : Optional.empty();
  }

  private static Optional<ImageHeader> jpeg(Bytes bytes) {
    int orientation = 1;
    int at = 2;
    while (at + 9 < bytes.length()) {
      int marker = bytes.big(at + 1, 1);
      if (bytes.big(at, 1) != 0xff) {
        return Optional.empty();
      }
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        int height = bytes.big(at + 5, 2);
        int width = bytes.big(at + 7, 2);
        boolean onItsSide = orientation >= 5;
        boolean turned = orientation > 1;
        return sized("jpeg", onItsSide ? height : width, onItsSide ? width : height)
            .map(each -> each.withTurn(turned));
      }
      if (marker == 0xe1 && bytes.has(at + 4, "Exif")) {
        orientation = orientation(bytes, at + 10);
      }
      at += 2 + bytes.big(at + 2, 2);
    }
    return Optional.empty();
  }

  private ImageHeader withTurn(boolean turn) {
    return new ImageHeader(format, width, height, turn);
  }

  // The tag 0x0112 of the first directory.
  private static int orientation(Bytes bytes, int tiff) {
    boolean little = bytes.has(tiff, "II");
    int directory = tiff + bytes.number(tiff + 4, 4, little);
    int count = Math.min(bytes.number(directory, 2, little), 200);
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + 12 * i;
      if (bytes.number(entry, 2, little) == 0x0112) {
        return bytes.number(entry + 8, 2, little);
      }
    }
    return 1;
  }

  private static Optional<ImageHeader> svg(String text) {
    Matcher tag = SVG_TAG.matcher(text);
    if (!tag.find()) {
      return Optional.empty();
    }
    double width = 0;
    double height = 0;
    double[] box = {0, 0, 0, 0};
    Matcher attribute = ATTRIBUTE.matcher(tag.group());
    while (attribute.find()) {
      switch (attribute.group(1)) {
        case "width" -> width = pixels(attribute.group(2));
        case "height" -> height = pixels(attribute.group(2));
        default -> box = viewBox(attribute.group(2));
      }
    }
    if (width <= 0 && height <= 0) {
      width = box[2];
      height = box[3];
    } else if (box[2] > 0 && box[3] > 0) {
      width = width > 0 ? width : height * box[2] / box[3];
      height = height > 0 ? height : width * box[3] / box[2];
    }
    return Optional.of(
        new ImageHeader("svg", (int) Math.round(width), (int) Math.round(height), false));
  }

  private static double[] viewBox(String value) {
    String[] parts = value.strip().split("[\\s,]+");
    double[] box = {0, 0, 0, 0};
    for (int i = 0; i < 4 && parts.length == 4; i++) {
      box[i] = pixels(parts[i]);
    }
    return box;
  }

  private static double pixels(String value) {
    String number = value.strip().replaceFirst("px$", "");
    double factor = 1;
    for (Unit unit : Unit.values()) {
      if (number.endsWith(unit.name())) {
        number = number.substring(0, number.length() - 2);
        factor = unit.pixels;
        break;
      }
    }
    try {
      double size = Double.parseDouble(number) * factor;
      return size < 100_000 ? size : 0;
    } catch (NumberFormatException e) {
      return 0; // a percentage: it fills the room it is given
    }
  }

  // CSS Values 4, section 6.2; named as they are written.
  private enum Unit {
    pt(96.0 / 72),
    pc(16),
    mm(96 / 25.4),
    cm(96 / 2.54),
    in(96);

    final double pixels;

    Unit(double pixels) {
      this.pixels = pixels;
    }
  }

  /** Bytes that answer 0 past their end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bytes(byte[] all) {
    int length() {
      return all.length;
    }

    boolean has(int at, String latin) {
      for (int i = 0; i < latin.length(); i++) {
        if (at + i >= all.length || (all[at + i] & 0xff) != latin.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    int big(int at, int count) {
      return number(at, count, false);
    }

    int little(int at, int count) {
      return number(at, count, true);
    }

    int number(int at, int count, boolean little) {
      int value = 0;
      for (int i = 0; i < count; i++) {
        int place = at + (little ? count - 1 - i : i);
        value = value << 8 | (place >= 0 && place < all.length ? all[place] & 0xff : 0);
      }
      return value;
    }
  }
}
