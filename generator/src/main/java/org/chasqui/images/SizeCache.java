package org.chasqui.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Smaller copies by the content of their original. The JPEG codec and the compression of PNG belong
 * to the Java runtime, so its version is part of the key: another runtime may write other bytes.
 */
final class SizeCache {
  private static final String RECIPE = "1";
  private static final float QUALITY = 0.82f;
  private static final long MOST_PIXELS = 60_000_000;

  private final Path folder;
  private final WebP webP;

  SizeCache(Path folder, WebP webP) {
    this.folder = folder;
    this.webP = webP;
  }

  /** A copy of one width; nothing if it would be no smaller than the original. */
  Optional<Path> copy(Original original, int width) throws IOException {
    String name = original.key() + "-" + width;
    Path none = folder.resolve(name + ".none");
    Path file = folder.resolve(name + "." + original.header().format());
    if (Files.exists(file)) {
      return Optional.of(file);
    }
    if (Files.exists(none)) {
      return Optional.empty();
    }
    byte[] made = encoded(Scaler.scaled(original.decoded(), width), original.header().format());
    boolean useful = made.length < original.bytes().length * 0.9;
    put(useful ? file : none, useful ? made : new byte[0]);
    return useful ? Optional.of(file) : Optional.empty();
  }

  /**
   * A copy in WebP; nothing if it would hardly be smaller than what it stands for.
   *
   * @param width its width; the picture's own for one of the same size
   * @param bytes how big the picture is that it stands for
   */
  Optional<Path> webP(Original original, int width, long bytes) throws IOException {
    String name = original.key() + "-" + width + "-" + webP.name();
    Path none = folder.resolve(name + ".none");
    Path file = folder.resolve(name + ".webp");
    if (Files.exists(file)) {
      return Optional.of(file);
    }
    if (Files.exists(none) || webP.missed()) {
      return Optional.empty();
    }
    BufferedImage all = original.decoded();
    BufferedImage image = width < all.getWidth() ? Scaler.scaled(all, width) : all;
    boolean drawing = original.header().format().equals("png");
    Optional<byte[]> made = webP.encoded(image, drawing);
    if (made.isEmpty()) {
      return Optional.empty(); // another build may find an encoder
    }
    boolean useful = made.get().length < bytes * 0.9;
    put(useful ? file : none, useful ? made.get() : new byte[0]);
    return useful ? Optional.of(file) : Optional.empty();
  }

  private void put(Path file, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path work = Files.createTempFile(folder, "new", ".tmp");
    try {
      Files.write(work, content);
      Files.move(work, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(work);
    }
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A picture that is decoded only if some copy of it is not there yet. */
  static final class Original {
    private final ImageHeader header;
    private final byte[] bytes;
    private final String key;
    private Optional<BufferedImage> image = Optional.empty();

    Original(ImageHeader header, byte[] bytes) {
      this.header = header;
      this.bytes = bytes;
      this.key = key(bytes);
    }

    private static String key(byte[] bytes) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String runtime =
            System.getProperty("java.vendor", "") + System.getProperty("java.vm.version", "");
        digest.update((RECIPE + runtime).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(bytes), 0, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has SHA-256
      }
    }

    ImageHeader header() {
      return header;
    }

    byte[] bytes() {
      return bytes;
    }

    String key() {
      return key;
    }

    /** Its pixels. Throws if they cannot be read. */
    BufferedImage decoded() throws IOException {
      if ((long) header.width() * header.height() > MOST_PIXELS) {
        throw new IOException("it has more than " + MOST_PIXELS / 1_000_000 + " million pixels");
      }
      if (image.isEmpty()) {
        image =
            Optional.ofNullable(
                ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))));
      }
      return image.orElseThrow(() -> new IOException("it is of no known kind"));
    }
  }
}
