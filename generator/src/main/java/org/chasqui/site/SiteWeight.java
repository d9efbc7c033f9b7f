package org.chasqui.site;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files of a finished site weigh on the way to a reader, and what each page brings along.
 *
 * @param files every file, by path
 * @param pages every page that readers see, by path
 */
public record SiteWeight(
    NavigableMap<OutputPath, FileWeight> files, SortedMap<OutputPath, PageWeight> pages) {
  /** Copies, so that nobody can change it. */
  public SiteWeight {
    files = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    pages = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(pages));
  }

  /** What a file is for. */
  public enum Kind {
    /** A page. */
    HTML,
    /** A style sheet. */
    CSS,
    /** A script. */
    JAVASCRIPT,
    /** A picture. */
    PICTURES,
    /** A piece of the index that the search page loads. */
    SEARCH,
    /** What readers take along: books, archives, notebooks, data. */
    DOWNLOADS,
    /** Feeds, lists for browsers and search engines, and the like. */
    OTHER;

    /** Its name in files for programs. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A file.
   *
   * @param kind what it is for
   * @param bytes how many are sent
   * @param hash short for its content
   */
  public record FileWeight(Kind kind, long bytes, String hash) {}

  /**
   * A page.
   *
   * @param loads the files that a browser fetches to show it, pictures in one size; sorted
   * @param requests how many requests the first visit takes before anybody scrolls, the page's own
   *     among them
   * @param content what it says, in parts
   */
  public record PageWeight(List<OutputPath> loads, int requests, Content content) {
    /** Copies, so that nobody can change it. */
    public PageWeight {
      loads = List.copyOf(loads);
    }
  }

  /**
   * The parts of a page, each short for what it says. Names of files count without the letters in
   * them that change with the content of the file.
   *
   * @param words the words of its text
   * @param text the same with their markup
   * @param around what stands around the text: header, footer, navigation
   * @param head what it tells browsers and search engines
   */
  public record Content(String words, String text, String around, String head) {}

  /**
   * Something that a page is made of.
   *
   * @param name a file, or a section by its heading
   * @param bytes how many are sent of it
   */
  public record Part(String name, long bytes) {}

  /** How many bytes are sent of a file; 0 if there is none. */
  public long bytes(OutputPath path) {
    FileWeight file = files.get(path);
    return file == null ? 0 : file.bytes();
  }

  /** The files that a browser fetches to show a page. */
  public List<OutputPath> loads(OutputPath page) {
    PageWeight weight = pages.get(page);
    return weight == null ? List.of() : weight.loads();
  }

  /** How many bytes of each kind a first visit to a page takes. */
  public Map<Kind, Long> visit(OutputPath page) {
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    kinds.put(Kind.HTML, bytes(page));
    for (OutputPath load : loads(page)) {
      FileWeight file = files.get(load);
      if (file != null) {
        kinds.merge(file.kind(), file.bytes(), Long::sum);
      }
    }
    return kinds;
  }

  /** How many bytes a first visit to a page takes. */
  public long total(OutputPath page) {
    return visit(page).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The pages, those first that take most. */
  public List<OutputPath> heaviest() {
    Map<OutputPath, Long> totals = new TreeMap<>();
    pages.keySet().forEach(page -> totals.put(page, total(page)));
    return totals.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
