package org.chasqui.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.site.Download;
import org.chasqui.site.FileHistory;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Parallel;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.chasqui.site.Wording;

/**
 * Makes the files in which lessons can be taken along. They are made of the finished pages, so they
 * say what the site says. What was made before of the same content is taken from a cache.
 */
public final class Packs {
  private Packs() {}

  /**
   * What packs are made of.
   *
   * @param site the site in all its languages
   * @param files every finished file of it
   * @param notebooks the notebooks of each lesson with the files that they use, by lesson home;
   *     paths begin with the lesson's folder
   * @param searches the search of each lesson, by lesson home; paths begin with {@link
   *     #searchFolder}
   * @param wording what the interface says in each language
   * @param history what version control knows of the source files
   */
  public record Material(
      Site site,
      List<OutputFile> files,
      Map<LessonHome, List<OutputFile>> notebooks,
      Map<LessonHome, List<OutputFile>> searches,
      Map<Language, Wording> wording,
      Map<String, FileHistory> history) {
    /** Copies, so that nobody can change it. */
    public Material {
      files = List.copyOf(files);
      notebooks = Map.copyOf(notebooks);
      searches = Map.copyOf(searches);
      wording = Map.copyOf(wording);
      history = Map.copyOf(history);
    }
  }

  /**
   * Where the page to search lies in the archive of a lesson. The lesson's home page lies at the
   * root, what is below it as on the site.
   */
  public static SitePath searchFolder(Site site, Language language) {
    return new SitePath("/files" + site.config().searchPage(language).value());
  }

  /**
   * A finished pack.
   *
   * @param lesson of which lesson, in which language
   * @param file the file, by its address
   * @param bytes how big it is
   */
  public record Pack(LessonHome lesson, OutputFile.Copy file, long bytes) {}

  /**
   * All packs of a site, by address.
   *
   * @param cache where packs are kept from one build to the next
   */
  public static List<Pack> of(Material material, Path cache) {
    FinishedFiles files = new FinishedFiles(material.site(), material.files());
    PackCache kept = new PackCache(cache);
    Map<SitePath, Pack> packs = new ConcurrentHashMap<>();
    List<LessonHome> homes = new ArrayList<>();
    for (Language language : material.site().config().languages()) {
      homes.addAll(material.site().pages(LessonHome.class, language));
    }
    Parallel.each(
        homes.stream()
            .filter(home -> !home.lesson().episodes().isEmpty())
            .filter(home -> Download.isFor(material.site(), home))
            .toList(),
        home -> make(home, material, files, kept, packs));
    kept.tidy();
    return new TreeMap<>(packs)
        .values().stream().sorted(Comparator.comparing(p -> p.file().path())).toList();
  }

  private static void make(
      LessonHome home,
      Material material,
      FinishedFiles files,
      PackCache kept,
      Map<SitePath, Pack> packs) {
    LessonFiles lesson = LessonFiles.of(home, material.site(), files);
    Words words =
        new Words(home.language(), Optional.ofNullable(material.wording().get(home.language())));
    Book book = new Book(lesson, files, words, material.history());
    add(home, Download.EPUB, kept.file(".epub", book.fingerprint(), book::write), packs);
    LessonPart part =
        new LessonPart(lesson, files, material.searches().getOrDefault(home, List.of()));
    OfflineSite site = new OfflineSite(part, files);
    add(home, Download.OFFLINE, kept.file(".zip", part.fingerprint(), site::write), packs);
    List<OutputFile> notebooks = material.notebooks().getOrDefault(home, List.of());
    if (!notebooks.isEmpty()) {
      Fingerprint print = new Fingerprint("notebooks");
      notebooks.forEach(print::add);
      add(
          home,
          Download.NOTEBOOKS,
          kept.file(
              ".zip",
              print.hex(),
              zip -> notebooks.forEach(file -> zip.add(file.path().value(), file))),
          packs);
    }
  }

  private static void add(
      LessonHome home, Download kind, PackCache.Kept kept, Map<SitePath, Pack> packs) {
    SitePath path = kind.of(home);
    packs.put(path, new Pack(home, new OutputFile.Copy(path.output(), kept.file()), kept.bytes()));
  }
}
