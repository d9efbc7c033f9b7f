package org.chasqui.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.site.ContentHash;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code sw.js}, the script that a browser runs between the site and the network (a service
 * worker): pages that were read can be read again without a connection, and one that was not is
 * answered with a page that says so.
 */
public final class Worker {
  /** Where it lies: it serves what lies below. */
  public static final SitePath PATH = new SitePath("/sw.js");

  private static final String SITE = "var SITE = {};";

  private Worker() {}

  /**
   * The worker of a site; one that takes its leave if the site wants none, for browsers that still
   * have the former one.
   *
   * @param finished every finished file
   */
  public static OutputFile.Text of(Site site, List<OutputFile> finished) {
    FinishedFiles files = new FinishedFiles(site, finished);
    SortedMap<String, String> pages = new TreeMap<>();
    TreeSet<SitePath> core = new TreeSet<>();
    List<String> contents = new ArrayList<>();
    for (Language language : site.config().languages()) {
      SitePath path = site.config().offlinePage(language);
      files
          .page(path)
          .ifPresent(
              page -> {
                String root = site.config().root(language).value();
                pages.put(root.replace("/", ""), path.value().substring(1));
                files.loaded(path, page.content()).forEach((address, file) -> core.add(address));
                contents.add(page.content());
              });
    }
    boolean wanted = site.config().arrangement().offline() && !pages.isEmpty();
    return new OutputFile.Text(PATH.output(), wanted ? worker(pages, core, contents) : farewell());
  }

  // Names of the theme's files change with what is in them; of pages it must be said.
  private static String worker(
      Map<String, String> pages, TreeSet<SitePath> core, List<String> contents) {
    List<String> addresses = core.stream().map(path -> path.value().substring(1)).toList();
    SortedMap<String, Object> told = new TreeMap<>();
    told.put("core", addresses);
    told.put("offline", pages);
    told.put("version", ContentHash.of(String.join("\n", addresses) + String.join("", contents)));
    String json = JsonMapper.shared().writeValueAsString(told);
    return read("worker.js").replace(SITE, "var SITE = " + json + ";");
  }

  /** A worker that forgets everything and goes. */
  public static String farewell() {
    return read("farewell.js");
  }

  private static String read(String name) {
    try (InputStream in = Worker.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
