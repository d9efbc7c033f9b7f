package org.chasqui.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chasqui.site.Download;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * The whole site in one archive that opens without a server, from a memory stick for example: every
 * link names a file, and the search works, since its index is made of scripts. Left out is what has
 * no use there: feeds, packed lessons, pages that only lead to others.
 */
public final class SitePack {
  private final OfflineSite pages;
  private final FinishedFiles files;
  private final Whole whole;

  /**
   * Of a finished site.
   *
   * @param name of the folder into which it unpacks
   */
  public SitePack(Site site, List<OutputFile> finished, String name) {
    this.files = new FinishedFiles(site, finished);
    this.whole = new Whole(site, finished, name + "/");
    this.pages = new OfflineSite(whole, files);
  }

  /** How many pages are in it. */
  public int pages() {
    return whole.pages().size();
  }

  /** Writes it. */
  public void writeTo(OutputStream out) throws IOException {
    Archive archive = new Archive();
    pages.write(archive);
    for (Language language : files.config().languages()) {
      SitePath search = files.config().searchPage(language);
      for (OutputFile file : files.below(search)) {
        SitePath path = new SitePath("/" + file.path().value());
        if (path.value().endsWith(".js")) {
          archive.add(whole.name(path), file);
        }
      }
    }
    archive.writeTo(out);
  }

  private static final class Whole implements OfflineSite.Part {
    private final String top;
    private final Map<SitePath, OutputFile.Text> pages = new TreeMap<>();
    private final Set<SitePath> packs;
    private final Set<SitePath> raw = new HashSet<>();

    Whole(Site site, List<OutputFile> finished, String top) {
      this.top = top;
      this.packs =
          site.pages().stream()
              .filter(LessonHome.class::isInstance)
              .map(LessonHome.class::cast)
              .flatMap(home -> Arrays.stream(Download.values()).map(d -> d.of(home)))
              .collect(Collectors.toSet());
      Set<SitePath> useless =
          site.config().languages().stream()
              .map(site.config()::offlinePage)
              .collect(Collectors.toSet());
      for (OutputFile file : finished) {
        String name = "/" + file.path().value();
        if (file instanceof OutputFile.Copy) {
          raw.add(new SitePath(name));
        }
        if (file instanceof OutputFile.Text page && name.endsWith("/index.html")) {
          SitePath path = new SitePath(name.substring(0, name.length() - "index.html".length()));
          if (!useless.contains(path) && !leadsAway(page)) {
            pages.put(path, page);
          }
        }
      }
    }

    private static boolean leadsAway(OutputFile.Text page) {
      int head = page.content().indexOf("</head>");
      return page.content()
          .substring(0, Math.max(0, head))
          .contains("<meta http-equiv=\"refresh\"");
    }

    @Override
    public Map<SitePath, OutputFile.Text> pages() {
      return pages;
    }

    @Override
    public String name(SitePath path) {
      return top + path.output().value();
    }

    @Override
    public boolean takes(SitePath file, boolean loads) {
      boolean page = FinishedFiles.isPage(file) && !raw.contains(file);
      return !page
          && !packs.contains(file)
          && !file.value().matches(".*/(feed\\.(xml|json)|rss\\.xml)");
    }
  }
}
