package org.chasqui.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chasqui.diagnostic.Digests;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Earlier;
import org.chasqui.site.FileStamp;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;
import org.chasqui.site.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Task} made, as it is remembered: within a process as it is; from one run to the
 * next by the digests of the files, which lie in the output, and the links in them. If there was
 * something to say of it, it is made again, so that it is said again.
 */
final class Made {
  private static final String NOTHING = "-";

  private final List<String> row;
  private final List<Page> texts;
  private final Templates templates;
  private final boolean sound;
  private volatile @Nullable Done done;

  /**
   * @param texts the pages whose texts stand in it
   * @param templates the templates that were filled for it
   * @param sound whether nothing was wrong
   */
  Made(Done done, List<Page> texts, Templates templates, boolean sound) {
    this.row = List.of();
    this.texts = texts;
    this.templates = templates;
    this.sound = sound;
    this.done = done;
  }

  private Made(List<String> row) {
    this.row = row.subList(2, row.size());
    this.texts = List.of();
    this.templates = new Templates(row.get(0), row.get(1));
    this.sound = true;
  }

  /** The work that was done. */
  Done done() {
    return Objects.requireNonNull(done);
  }

  /**
   * Whether it can stand for the work.
   *
   * @param pages the pages whose texts stand in it
   * @param scene knows the templates, and where files of a former run are
   */
  boolean holds(List<Page> pages, Scene scene) {
    if (!templates.areThoseOf(scene)) {
      return false;
    }
    Earlier earlier = scene.input().earlier();
    if (done == null) {
      done = earlier.output().flatMap(folder -> read(pages, folder, earlier)).orElse(null);
    }
    return sound && done != null;
  }

  /** It as texts; none if it has to be made again, or tells of places that are not in its texts. */
  List<String> down() {
    Map<String, SourceFile> files = files(texts);
    Done made = done();
    boolean told =
        sound
            && made.files().stream().allMatch(OutputFile.Text.class::isInstance)
            && made.links().stream().allMatch(link -> isIn(link, files));
    if (!told) {
      return List.of();
    }
    List<String> down = new ArrayList<>();
    down.add(templates.names());
    down.add(templates.digest());
    down.add(String.valueOf(made.files().size()));
    for (OutputFile file : made.files()) {
      down.add(file.path().value());
      down.add(((OutputFile.Text) file).digest());
    }
    for (LinkUse link : made.links()) {
      down.add(String.valueOf(indexOf(link.from(), texts)));
      down.add(link.written());
      down.add(link.target().map(SitePath::value).orElse(NOTHING));
      down.add(link.fragment().map(fragment -> "#" + fragment).orElse(NOTHING));
      down.add(String.valueOf(link.image()));
      down.add(link.span().file().path());
      down.add(String.valueOf(link.span().start()));
      down.add(String.valueOf(link.span().end()));
    }
    return down;
  }

  private boolean isIn(LinkUse link, Map<String, SourceFile> files) {
    return indexOf(link.from(), texts) >= 0 && files.containsValue(link.span().file());
  }

  private static int indexOf(PageRef ref, List<Page> texts) {
    return texts.stream().map(Page::ref).toList().indexOf(ref);
  }

  // The files in which authors wrote what stands in these pages.
  private static Map<String, SourceFile> files(List<Page> texts) {
    Map<String, SourceFile> files = new HashMap<>();
    for (Page page : texts) {
      page.body().origins().values().forEach(span -> files.put(span.file().path(), span.file()));
    }
    return files;
  }

  /** What {@link #down} wrote. */
  static Made up(List<String> row) {
    return new Made(row);
  }

  private Optional<Done> read(List<Page> pages, Path output, Earlier earlier) {
    Iterator<String> next = row.iterator();
    List<OutputFile> made = new ArrayList<>();
    for (int left = Integer.parseInt(next.next()); left > 0; left--) {
      OutputPath path = OutputPath.of(next.next());
      String digest = next.next();
      Path file = output.resolve(path.value());
      Optional<String> known = earlier.left(path);
      String stamp = known.orElseGet(() -> stamp(file));
      if (known.isEmpty() && !digest.equals(digest(file))) {
        return Optional.empty(); // somebody changed it
      }
      made.add(OutputFile.Text.written(path, file, digest, stamp));
    }
    Map<String, SourceFile> files = files(pages);
    List<LinkUse> links = new ArrayList<>();
    while (next.hasNext()) {
      PageRef from = pages.get(Integer.parseInt(next.next())).ref();
      String written = next.next();
      Optional<SitePath> target = said(next.next()).map(SitePath::new);
      Optional<String> fragment = said(next.next()).map(text -> text.substring(1));
      boolean image = Boolean.parseBoolean(next.next());
      SourceFile file = files.get(next.next());
      int start = Integer.parseInt(next.next());
      int end = Integer.parseInt(next.next());
      if (file == null) {
        return Optional.empty();
      }
      links.add(new LinkUse(from, written, target, fragment, image, file.span(start, end)));
    }
    return Optional.of(new Done(made, links));
  }

  private static Optional<String> said(String text) {
    return text.equals(NOTHING) ? Optional.empty() : Optional.of(text);
  }

  private static String stamp(Path file) {
    try {
      return FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (IOException gone) {
      return "";
    }
  }

  private static String digest(Path file) {
    try {
      return Digests.of(Files.readAllBytes(file));
    } catch (IOException gone) {
      return "";
    }
  }
}
