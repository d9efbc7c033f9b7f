package org.chasqui.site;

import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a picture of the site.
 *
 * @param asset the picture as its author made it
 * @param bytes how big it is
 * @param width its width in pixels as it is shown; 0 if it has none
 * @param height its height in pixels as it is shown; 0 if it has none
 * @param sizes smaller copies, narrowest first
 */
public record ImageFile(Asset asset, long bytes, int width, int height, List<Size> sizes) {
  /** Copies, so that nobody can change it. */
  public ImageFile {
    sizes = List.copyOf(sizes);
  }

  /** Whether it says how big it is. */
  public boolean measured() {
    return width > 0 && height > 0;
  }

  /**
   * A smaller copy.
   *
   * @param width its width in pixels
   * @param path its address
   * @param file where it lies
   */
  public record Size(int width, SitePath path, Path file) {}
}
