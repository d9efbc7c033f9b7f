package org.chasqui.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.chasqui.site.Asset;
import org.chasqui.site.ImageFile;
import org.chasqui.site.ImageFile.Size;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * The copies of the pictures of a site: smaller ones, and lighter ones in WebP. For many threads,
 * which together hold no more pixels than a few hundred megabytes of memory hold.
 */
final class Copies {
  /** The widths of the smaller copies, in pixels: a telephone, and a page on a screen. */
  static final List<Integer> WIDTHS = List.of(720, 1280);

  /** A picture of fewer bytes arrives with its page, whatever its format. */
  private static final long LIGHT = 8_000;

  private static final int MEGAPIXELS_AT_ONCE = 64;

  private final SizeCache cache;
  private final Site site;
  private final Semaphore megapixels = new Semaphore(MEGAPIXELS_AT_ONCE, true);

  Copies(SizeCache cache, Site site) {
    this.cache = cache;
    this.site = site;
  }

  /** Whether a file is of a kind that has copies. */
  static boolean isRaster(Asset asset) {
    return asset.source().toLowerCase(Locale.ROOT).matches(".*\\.(?:png|jpe?g)");
  }

  /** A picture with its copies. Throws if it cannot be read. */
  ImageFile of(ImageFile file, ImageHeader header) throws IOException {
    boolean scalable = header.format().equals("png") || header.format().equals("jpeg");
    boolean small = header.width() <= WIDTHS.get(0) && file.bytes() < LIGHT;
    // A JPEG that asks to be turned would lose that wish; it stays as it is.
    if (!scalable || header.turned() || small) {
      return file;
    }
    long millions = (long) header.width() * header.height() / 1_000_000 + 1;
    int share = (int) Math.min(MEGAPIXELS_AT_ONCE, millions);
    megapixels.acquireUninterruptibly(share);
    try {
      return made(file, new SizeCache.Original(header, Files.readAllBytes(file.asset().file())));
    } finally {
      megapixels.release(share);
    }
  }

  private ImageFile made(ImageFile file, SizeCache.Original original) throws IOException {
    List<Size> sizes = new ArrayList<>();
    List<Size> lighter = new ArrayList<>();
    boolean complete = true;
    for (int width : WIDTHS) {
      if (width < file.width()) {
        SitePath path = address(file.asset(), width, "");
        Optional<Path> copy = isTaken(path) ? Optional.empty() : cache.copy(original, width);
        copy.ifPresent(made -> sizes.add(new Size(width, path, made)));
        long bytes = copy.isPresent() ? Files.size(copy.get()) : file.bytes();
        complete = complete && webP(file.asset(), original, width, bytes, lighter);
      }
    }
    if (file.width() <= WIDTHS.get(WIDTHS.size() - 1)) {
      complete = complete && webP(file.asset(), original, file.width(), file.bytes(), lighter);
    }
    return new ImageFile(
        file.asset(),
        file.bytes(),
        file.width(),
        file.height(),
        sizes,
        complete ? lighter : List.of());
  }

  // Browsers that read WebP look at nothing else: there must be one for every size, or none.
  private boolean webP(
      Asset asset, SizeCache.Original original, int width, long bytes, List<Size> to)
      throws IOException {
    int full = original.header().width();
    SitePath path = address(asset, width < full ? width : 0, ".webp");
    if (isTaken(path)) {
      return false;
    }
    Optional<Path> made = cache.webP(original, width, bytes);
    made.ifPresent(file -> to.add(new Size(width, path, file)));
    return made.isPresent();
  }

  private boolean isTaken(SitePath path) {
    return site.assets().containsKey(path);
  }

  // rain.png, rain-720w.png, rain-720w.png.webp, rain.png.webp
  private static SitePath address(Asset asset, int width, String more) {
    String path = asset.path().value();
    int dot = path.lastIndexOf('.');
    String size = width > 0 ? "-" + width + "w" : "";
    return new SitePath(path.substring(0, dot) + size + path.substring(dot) + more);
  }
}
