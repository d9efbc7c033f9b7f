package org.chasqui.site;

/** A file in which a lesson can be taken along, in one language. */
public enum Download {
  /** A book for reading devices: EPUB 3. */
  EPUB("epub", ".epub"),
  /** The lesson's pages, to be opened from disk. */
  OFFLINE("offline", "-offline.zip"),
  /** Its notebooks, and the data and pictures that they use. */
  NOTEBOOKS("notebooks", "-notebooks.zip");

  private final String id;
  private final String ending;

  Download(String id, String ending) {
    this.id = id;
    this.ending = ending;
  }

  /** Its name in words and style sheets. */
  public String id() {
    return id;
  }

  /** Where it is: beside the lesson's home page. */
  public SitePath of(LessonHome home) {
    return home.path().resolve(home.lesson().name() + ending);
  }

  /**
   * Whether a lesson has files of its own in a language: something of it must be said in that
   * language, else the files of the source language serve.
   */
  public static boolean isFor(Site site, LessonHome home) {
    return home.header().coverage().real()
        || site.episodes(home.lesson(), home.language()).stream()
            .anyMatch(episode -> episode.header().coverage().real());
  }

  /** What stands in a page for the size of such a file until the file is made. */
  public static String sizeMark(SitePath file) {
    return "<!--size " + file.value() + "-->";
  }
}
