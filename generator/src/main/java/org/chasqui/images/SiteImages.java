package org.chasqui.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.Asset;
import org.chasqui.site.ImageFile;
import org.chasqui.site.Memory;
import org.chasqui.site.Page;
import org.chasqui.site.Parallel;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * The pictures of a site: how big each is, and smaller copies of those that pages show.
 *
 * @param files what is known of each picture, by address
 * @param broken why a picture cannot be read, by address
 * @param withWebP false if copies in WebP are missing because this machine cannot write it
 */
public record SiteImages(
    Map<SitePath, ImageFile> files, Map<SitePath, String> broken, boolean withWebP) {

  private static final Pattern KIND = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|svg|webp)");
  private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:png|jpe?g)");

  // The names of pictures that stand in a text.
  private static final Memory.Kept<Set<String>> NAMES =
      new Memory.Kept<>("pictures", Memory.Written.texts());

  /** What stands around names, besides blanks. */
  private static final String AROUND = "/\"'<>()[]{}=|";

  /** Copies, so that nobody can change it. */
  public SiteImages {
    files = Map.copyOf(files);
    broken = Map.copyOf(broken);
  }

  /**
   * Measures all pictures of a site and makes what smaller copies are missing.
   *
   * @param cache where copies are kept from one build to the next
   * @param memory which texts show which pictures
   * @throws RunStopped.Environment if the disk says no
   */
  public static SiteImages of(Site site, Path cache, Memory memory) {
    WebP webP = new WebP();
    Copies copies = new Copies(new SizeCache(cache, webP), site);
    SiteImages images = of(site, Optional.of(copies), memory);
    return new SiteImages(images.files(), images.broken(), !webP.missed());
  }

  /** Measures all pictures of a site and makes no copies. */
  public static SiteImages measured(Site site) {
    return of(site, Optional.empty(), Memory.NONE);
  }

  private static SiteImages of(Site site, Optional<Copies> copies, Memory memory) {
    boolean any = site.assets().values().stream().anyMatch(SiteImages::isPicture);
    Set<String> used = any && copies.isPresent() ? namesIn(site, memory) : Set.of();
    Map<SitePath, ImageFile> files = new ConcurrentHashMap<>();
    Map<SitePath, String> broken = new ConcurrentHashMap<>();
    Parallel.each(
        site.assets().values().stream().filter(SiteImages::isPicture).toList(),
        asset -> {
          boolean shown = used.contains(name(asset.source()));
          try {
            files.put(asset.path(), measured(asset, shown ? copies : Optional.empty()));
          } catch (Broken e) {
            broken.put(asset.path(), String.valueOf(e.getMessage()));
          }
        });
    return new SiteImages(files, broken, true);
  }

  private static boolean isPicture(Asset asset) {
    return KIND.matcher(asset.source()).matches();
  }

  /** Every name of a picture that stands in a page: a few too many do no harm. */
  private static Set<String> namesIn(Site site, Memory memory) {
    Set<String> names = new HashSet<>();
    for (Page page : site.pages()) {
      names.addAll(
          memory.recall(
              NAMES,
              page.ref().toString(),
              List.of(page.body().digest()),
              () -> names(page.body().markdown())));
      page.header().picture().ifPresent(picture -> names.addAll(names(picture.source())));
    }
    return names;
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    // From the ending back: from the front each word of each page would be tried.
    Matcher ending = ENDING.matcher(text);
    while (ending.find()) {
      int from = ending.start();
      while (from > 0 && isOfAName(text.charAt(from - 1))) {
        from--;
      }
      names.add(text.substring(from, ending.end()).replace("%20", " "));
    }
    return names;
  }

  private static boolean isOfAName(char c) {
    return !Character.isWhitespace(c) && AROUND.indexOf(c) < 0;
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

  private static ImageFile measured(Asset asset, Optional<Copies> copies) throws Broken {
    try {
      long bytes = Files.size(asset.file());
      ImageHeader header =
          ImageHeader.of(asset.file())
              .orElseThrow(() -> new Broken("its first bytes are not those of such a file"));
      ImageFile bare =
          new ImageFile(asset, bytes, header.width(), header.height(), List.of(), List.of());
      return copies.isPresent() ? copies.get().of(bare, header) : bare;
    } catch (java.nio.file.FileSystemException e) {
      throw new RunStopped.Environment("Cannot read " + asset.file() + ": " + e, e);
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
    if (!withWebP) {
      uses.stream().filter(this::isRaster).findFirst().ifPresent(use -> poorer(use, diagnostics));
    }
    for (LinkUse use : uses) {
      if (use.image() && use.target().isPresent()) {
        report(use, use.target().get(), heavy, diagnostics);
      }
    }
  }

  private boolean isRaster(LinkUse use) {
    return use.image()
        && use.target().map(files::get).map(file -> Copies.isRaster(file.asset())).orElse(false);
  }

  private static void poorer(LinkUse use, Diagnostics diagnostics) {
    diagnostics.add(
        Diagnostic.info(
                "image-no-webp",
                use.span(),
                "This machine cannot write WebP: pictures are published as PNG and JPEG alone.")
            .help("Build where Java is the usual one for Linux, macOS or Windows."));
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
