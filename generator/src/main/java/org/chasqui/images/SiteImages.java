package org.chasqui.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.Asset;
import org.chasqui.site.ImageFile;
import org.chasqui.site.ImageFile.Size;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * The pictures of a site: how big each is, and smaller copies of those that pages show.
 *
 * @param files what is known of each picture, by address
 * @param broken why a picture cannot be read, by address
 */
public record SiteImages(Map<SitePath, ImageFile> files, Map<SitePath, String> broken) {
  /** The widths of the smaller copies, in pixels: a telephone, and a page on a screen. */
  public static final List<Integer> WIDTHS = List.of(720, 1280);

  private static final Pattern KIND = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|svg|webp)");
  private static final Pattern NAME =
      Pattern.compile("(?i)[^/\\s\"'<>()\\[\\]{}=|]+\\.(?:png|jpe?g)");

  /** Copies, so that nobody can change it. */
  public SiteImages {
    files = Map.copyOf(files);
    broken = Map.copyOf(broken);
  }

  /**
   * Measures all pictures of a site and makes what smaller copies are missing.
   *
   * @param cache where copies are kept from one build to the next
   * @throws RunStopped.Environment if the disk says no
   */
  public static SiteImages of(Site site, Path cache) {
    Set<String> used = namesIn(site);
    Map<SitePath, ImageFile> files = new ConcurrentHashMap<>();
    Map<SitePath, String> broken = new ConcurrentHashMap<>();
    SizeCache copies = new SizeCache(cache);
    site.assets().values().parallelStream()
        .filter(asset -> KIND.matcher(asset.source()).matches())
        .forEach(
            asset -> {
              boolean shown = used.contains(name(asset.source()));
              try {
                files.put(
                    asset.path(),
                    measured(asset, shown ? Optional.of(copies) : Optional.empty(), site));
              } catch (Broken e) {
                broken.put(asset.path(), String.valueOf(e.getMessage()));
              }
            });
    return new SiteImages(files, broken);
  }

  /** Every name of a picture that stands in a page: a few too many do no harm. */
  private static Set<String> namesIn(Site site) {
    Set<String> names = new HashSet<>();
    for (Page page : site.pages()) {
      names(page.body().markdown(), names);
      page.header().picture().ifPresent(picture -> names(picture.source(), names));
    }
    return names;
  }

  private static void names(String text, Set<String> names) {
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group().replace("%20", " "));
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  private static ImageFile measured(Asset asset, Optional<SizeCache> copies, Site site)
      throws Broken {
    try {
      long bytes = Files.size(asset.file());
      ImageHeader header =
          ImageHeader.of(asset.file())
              .orElseThrow(() -> new Broken("its first bytes are not those of such a file"));
      List<Size> sizes = copies.isEmpty() ? List.of() : sizes(asset, header, copies.get(), site);
      return new ImageFile(asset, bytes, header.width(), header.height(), sizes);
    } catch (IOException e) {
      throw new RunStopped.Environment("Cannot read " + asset.file() + ": " + e, e);
    }
  }

  // A JPEG that asks to be turned would lose that wish; it stays as it is.
  private static List<Size> sizes(Asset asset, ImageHeader header, SizeCache copies, Site site)
      throws IOException, Broken {
    boolean scalable = header.format().equals("png") || header.format().equals("jpeg");
    if (!scalable || header.turned() || header.width() <= WIDTHS.get(0)) {
      return List.of();
    }
    SizeCache.Original original = new SizeCache.Original(header, Files.readAllBytes(asset.file()));
    List<Size> sizes = new ArrayList<>();
    for (int width : WIDTHS) {
      SitePath path = address(asset, width);
      if (width < header.width() && !site.assets().containsKey(path)) {
        copy(copies, original, width).ifPresent(file -> sizes.add(new Size(width, path, file)));
      }
    }
    return sizes;
  }

  private static Optional<Path> copy(SizeCache copies, SizeCache.Original original, int width)
      throws Broken, IOException {
    try {
      original.key();
      return copies.copy(original, width);
    } catch (java.nio.file.FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Broken(e.getMessage() == null ? "it cannot be decoded" : lower(e.getMessage()));
    }
  }

  private static String lower(String message) {
    String bare = message.strip().replaceAll("\\.+$", "");
    return bare.isEmpty()
        ? "it cannot be decoded"
        : bare.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + bare.substring(1);
  }

  private static SitePath address(Asset asset, int width) {
    String path = asset.path().value();
    int dot = path.lastIndexOf('.');
    return new SitePath(path.substring(0, dot) + "-" + width + "w" + path.substring(dot));
  }

  /** All files, by address: for a fixed order. */
  public List<ImageFile> sorted() {
    return List.copyOf(new TreeMap<>(files).values());
  }

  /**
   * Warns of pictures that are too heavy or broken, where pages use them.
   *
   * @param uses every link and picture of the pages
   * @param heavy from how many bytes on a picture is heavy
   */
  public void report(List<LinkUse> uses, long heavy, Diagnostics diagnostics) {
    for (LinkUse use : uses) {
      if (use.image() && use.target().isPresent()) {
        report(use, use.target().get(), heavy, diagnostics);
      }
    }
  }

  private void report(LinkUse use, SitePath target, long heavy, Diagnostics diagnostics) {
    ImageFile file = files.get(target);
    String reason = broken.get(target);
    if (reason != null) {
      diagnostics.add(
          Diagnostic.warning(
                  "image-broken",
                  use.span(),
                  "The picture " + use.written() + " cannot be read: " + reason + ".")
              .help("It is published as it is. Save it anew, or give it the right ending."));
    } else if (file != null && file.bytes() > heavy) {
      diagnostics.add(
          Diagnostic.warning(
                  "image-heavy",
                  use.span(),
                  "The picture " + use.written() + " has " + megabytes(file.bytes()) + ".")
              .help("Readers on slow links wait for it. Save it smaller or with less quality."));
    }
  }

  private static String megabytes(long bytes) {
    long tenths = Math.round(bytes / 100_000.0);
    return tenths / 10 + "." + tenths % 10 + " MB";
  }
}
