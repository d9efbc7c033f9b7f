package org.chasqui.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.diagnostic.Digests;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Earlier;
import org.chasqui.site.Episode;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.Memory;
import org.chasqui.site.Now;
import org.chasqui.site.Page;
import org.chasqui.site.Parallel;
import org.chasqui.site.Picture;
import org.chasqui.site.Site;
import org.chasqui.site.Text;
import org.chasqui.theme.Theme;

/**
 * All that pages are made of besides their own texts, as a name: where two builds have the same
 * one, a page whose text is the same is the same. So nobody has to know what a page shows of
 * others, of menus, words and settings; and of ten thousand pages one alone is made after its text
 * was changed.
 *
 * <p>Templates do not belong to it: what was made knows {@link Templates which were filled for it}.
 * Those that texts are made with (shortcodes, tables of contents) and that style sheets are made
 * with do.
 *
 * <p>Of a text other pages may show its description and headings with an id, which they may refer
 * to. A text that others may take more of (one of a lesson, one that is included, one with other
 * labels) is part of the setting as a whole: if it changes, all is made again. So is every other
 * file.
 */
final class Setting {
  private static final Memory.Kept<Time> TIME =
      new Memory.Kept<>("time", new Memory.Written<>(Time::down, Time::up));
  private static final String SAID = "+"; // before what may be empty
  private static final Memory.Kept<Optional<String>> SIGNS =
      new Memory.Kept<>(
          "labels",
          new Memory.Written<>(
              signs -> List.of(signs.map(said -> SAID + said).orElse("")),
              row ->
                  row.get(0).isEmpty() ? Optional.empty() : Optional.of(row.get(0).substring(1))));

  /** That of a build of which nobody knows what it reads. */
  private static final Setting UNKNOWN = new Setting("", Time.NEVER);

  private final String base;
  private final Time time;

  private Setting(String base, Time time) {
    this.base = base;
    this.time = time;
  }

  // While the answers to all questions about the time are the same.
  private record Time(Instant from, Instant until) {
    static final Time NEVER = new Time(Instant.MIN, Instant.MIN);

    List<String> down() {
      return List.of(from.toString(), until.toString());
    }

    static Time up(List<String> row) {
      return new Time(Instant.parse(row.get(0)), Instant.parse(row.get(1)));
    }
  }

  /** The setting of a site's pages. */
  static Setting of(Scene scene) {
    if (scene.input().memory() == Memory.NONE || scene.input().earlier() == Earlier.NOTHING) {
      return UNKNOWN;
    }
    Theme theme = scene.input().theme();
    Set<String> files = theme.templatePaths();
    Map<String, List<Looked>> apart = apart(scene.site(), scene.input().memory(), files);
    files.addAll(apart.keySet());
    Optional<String> inputs = scene.input().earlier().inputs(files);
    if (inputs.isEmpty()) {
      return UNKNOWN;
    }
    List<String> all = new ArrayList<>();
    all.add(inputs.get());
    all.add(theme.digest() + " " + theme.digest(Templates.OF_TEXTS));
    all.add(new TreeMap<>(scene.input().images()).toString());
    List<Looked> pages = apart.values().stream().flatMap(List::stream).toList();
    Parallel.map(pages, page -> page.seen(scene)).forEach(all::addAll);
    String base = Digests.of(String.join("\0", all).getBytes(StandardCharsets.UTF_8));
    Now now = scene.input().now();
    Time time =
        scene
            .input()
            .memory()
            .before(TIME, "", List.of(base))
            .filter(known -> now.isWithin(known.from(), known.until()))
            .orElseGet(() -> new Time(now.moment(), Instant.MAX));
    return new Setting(base, time);
  }

  /** Whether anything can be remembered. */
  boolean isKnown() {
    return this != UNKNOWN;
  }

  /** What tells it from every other. */
  String name() {
    return base + " " + time.from();
  }

  /** Remembers until when all that was made is right, also what was not made again. */
  void keep(Scene scene) {
    if (isKnown()) {
      Now now = scene.input().now();
      now.lastsUntil(time.until());
      scene.input().memory().keep(TIME, "", List.of(base), new Time(time.from(), now.until()));
    }
  }

  /**
   * A page as it is found.
   *
   * @param page the page
   * @param file the file in which its text was written, or that of the page that it translates
   * @param own whether the text is, to the last letter, the end of that file
   * @param signs what references from other pages may be about; nothing if that is not known
   */
  private record Looked(Page page, String file, boolean own, Optional<String> signs) {
    static Looked at(Page page, Site site, Memory memory) {
      boolean own = page.body().ends(page.header().source());
      Page original =
          own ? page : site.page(page.ref().in(site.config().sourceLanguage())).orElse(page);
      return new Looked(
          page,
          original.header().source().path(),
          own,
          memory.recall(
              SIGNS,
              page.ref().toString(),
              List.of(page.body().digest()),
              () -> Markdown.signsOfLabels(page.body().markdown())));
    }

    // Whether other pages may take of the text what nobody knows beforehand.
    boolean tells() {
      return page instanceof Episode
          || page instanceof LessonHome
          || page instanceof LessonPage
          || signs.isEmpty();
    }

    // What others may see of it, and what its front matter says.
    List<String> seen(Scene scene) {
      int text = own ? page.body().origins().firstEntry().getValue().start() : 0;
      return List.of(
          page.ref().toString(),
          page.path().value(),
          page.header().source().text(0, text),
          // A title may be the first heading of the text.
          page.header().title().value(),
          page.header().summary().map(Text::value).orElse(""),
          page.header().picture().map(Picture::source).orElse(""),
          page.header().coverage().mode() + " " + page.header().coverage().real(),
          scene.description(page),
          signs.orElse(""),
          scene.updated(page).map(Object::toString).orElse(""),
          scene.history(page).map(Object::toString).orElse(""));
    }
  }

  // The files whose texts nobody shows but their own pages, with these in all languages; of
  // templates those remain that are no text.
  private static Map<String, List<Looked>> apart(Site site, Memory memory, Set<String> templates) {
    Map<String, List<Looked>> byFile = new TreeMap<>();
    Set<String> written = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (Looked at : Parallel.map(site.pages(), page -> Looked.at(page, site, memory))) {
      byFile.computeIfAbsent(at.file(), f -> new ArrayList<>()).add(at);
      if (at.own()) {
        written.add(at.file());
      }
      if (at.tells()) {
        shared.add(at.file());
      }
      for (SourceSpan span : at.page().body().origins().values()) {
        if (!span.file().path().equals(at.file())) {
          shared.add(span.file().path());
        }
      }
    }
    byFile.keySet().retainAll(written);
    byFile.keySet().removeAll(shared);
    templates.removeAll(shared);
    return byFile;
  }
}
