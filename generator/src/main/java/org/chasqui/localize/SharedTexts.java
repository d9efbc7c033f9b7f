package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.gettext.PoEntry;
import org.chasqui.site.Gallery;
import org.chasqui.site.Page;
import org.chasqui.site.Site;

/**
 * What is translated beside pages, once for all pages that show it: a file with a catalogue of its
 * own.
 *
 * @param name the name of its catalogue: the file's path without {@code site-content/} and ending
 * @param file the file
 * @param messages what there is to translate
 */
record SharedTexts(String name, String file, List<PoEntry> messages) {
  /** Copies, so that nobody can change it. */
  SharedTexts {
    messages = List.copyOf(messages);
  }

  /** All of a site, by the names of their catalogues. */
  static List<SharedTexts> of(Site site) {
    Map<String, SharedTexts> all = new TreeMap<>();
    for (Map.Entry<String, Gallery> each : site.holdings().galleries().entrySet()) {
      List<PageTexts.Field> fields = PageTexts.fields(each.getValue()::in);
      if (!fields.isEmpty() && !isTranslation(each.getKey(), site)) {
        String path = each.getValue().file().path();
        all.put(name(path), new SharedTexts(name(path), path, Messages.of(fields)));
      }
    }
    included(site).forEach(each -> all.putIfAbsent(each.name, each));
    return List.copyOf(all.values());
  }

  // Files that pages include; of a page that others include the texts are its own.
  private static List<SharedTexts> included(Site site) {
    Set<String> pages = new HashSet<>();
    Map<String, List<PageTexts>> including = new TreeMap<>();
    for (Page page : site.pages(site.config().sourceLanguage())) {
      String own = page.header().source().path();
      pages.add(own);
      Set<String> files = new TreeSet<>();
      page.body().origins().values().forEach(span -> files.add(span.file().path()));
      files.remove(own);
      if (!files.isEmpty()) {
        PageTexts texts = PageTexts.of(page);
        files.forEach(f -> including.computeIfAbsent(f, x -> new ArrayList<>()).add(texts));
      }
    }
    List<SharedTexts> all = new ArrayList<>();
    including.forEach(
        (file, texts) -> {
          List<PoEntry> messages = pages.contains(file) ? List.of() : Messages.of(file, texts);
          if (!messages.isEmpty()) {
            all.add(new SharedTexts(includedName(file), file, messages));
          }
        });
    return all;
  }

  /** The name of the catalogue of an included file: {@code examples/count.py}, {@code _thanks}. */
  static String includedName(String path) {
    boolean text = path.endsWith(".md") || path.endsWith(".txt");
    return text ? name(path) : path.replaceFirst("^site-content/", "");
  }

  /** The name of the catalogue of a file. */
  static String name(String path) {
    return path.replaceFirst("^site-content/", "").replaceFirst("\\.[^./]+$", "");
  }

  /** Whether a data file is the copy of another that somebody made for a language. */
  static boolean isTranslation(String name, Site site) {
    return site.config().languages().stream()
        .anyMatch(
            language ->
                name.startsWith(language.tag() + "/")
                    && site.holdings()
                        .galleries()
                        .containsKey(name.substring(language.tag().length() + 1)));
  }
}
