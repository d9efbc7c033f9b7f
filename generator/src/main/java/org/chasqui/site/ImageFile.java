package org.chasqui.site;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a picture of the site.
 *
 * @param asset the picture as its author made it
 * @param bytes how big it is
 * @param width its width in pixels as it is shown; 0 if it has none
 * @param height its height in pixels as it is shown; 0 if it has none
 * @param sizes smaller copies, narrowest first
 * @param webP copies in WebP, narrowest first, all lighter than what they stand for; a browser that
 *     reads WebP needs no other
 */
public record ImageFile(
    Asset asset, long bytes, int width, int height, List<Size> sizes, List<Size> webP) {
  /** Copies, so that nobody can change it. */
  public ImageFile {
    sizes = List.copyOf(sizes);
    webP = List.copyOf(webP);
  }

  /** All copies. */
  public List<Size> copies() {
    return Stream.concat(sizes.stream(), webP.stream()).toList();
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
