package org.chasqui.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Properties;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes WebP (RFC 9649), if this machine can: the encoder is native, and ImageIO knows it only if
 * it is on the class path. Photographs lose a little, drawings and screenshots nothing.
 */
final class WebP {
  private static final String PROPERTIES = "/webp-imageio.properties";

  // Below 0.8 nobody sees a difference to the JPEG it comes from, which lost already.
  private static final float PHOTOGRAPH = 0.75f;
  // Without loss this is effort: more costs seconds and gains a hundredth.
  private static final float DRAWING = 0.5f;

  private final String version = version();
  private boolean missed;

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = WebP.class.getResourceAsStream(PROPERTIES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("webp_imageio_version", "unknown");
  }

  /** Whether something was to be encoded and could not be, because the encoder does not run. */
  synchronized boolean missed() {
    return missed;
  }

  private synchronized void miss() {
    missed = true;
  }

  /** Says which encoder it is: another one may write other bytes. */
  String name() {
    return version;
  }

  /**
   * A picture as WebP; nothing if this machine cannot.
   *
   * @param lossless whether every pixel must stay as it is
   */
  Optional<byte[]> encoded(BufferedImage image, boolean lossless) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType("image/webp");
    if (missed() || !writers.hasNext()) {
      miss();
      return Optional.empty();
    }
    ImageWriter writer = writers.next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(lossless ? "Lossless" : "Lossy");
      how.setCompressionQuality(lossless ? DRAWING : PHOTOGRAPH);
      writer.write(null, new IIOImage(plain(image), null, null), how);
    } catch (LinkageError e) {
      miss(); // its library is for another system, or could not be unpacked
      return Optional.empty();
    } finally {
      writer.dispose();
    }
    return Optional.of(out.toByteArray());
  }

  // Eight bits of red, green, blue and perhaps opacity, whatever it was.
  private static BufferedImage plain(BufferedImage image) {
    boolean alpha = image.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    if (image.getType() == type) {
      return image;
    }
    BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      plain.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return plain;
  }
}
