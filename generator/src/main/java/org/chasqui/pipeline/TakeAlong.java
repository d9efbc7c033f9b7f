package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.localize.Localized;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.offline.Packs;
import org.chasqui.offline.SavedLessons;
import org.chasqui.offline.Worker;
import org.chasqui.render.FileSizes;
import org.chasqui.render.RenderInput;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;

/**
 * Adds to a rendered site what readers take along: books and archives of its lessons, and what
 * browsers need to keep them.
 */
final class TakeAlong {
  private TakeAlong() {}

  /** The same site with them; pages then say how big they are. */
  static RenderedSite with(
      Path siteFolder, Localized localized, RenderedSite rendered, RenderInput input) {
    if (!input.downloads()) {
      return rendered;
    }
    Site site = localized.site();
    Packs.Material material =
        new Packs.Material(
            site,
            rendered.files(),
            notebooks(site, input.notebooks()),
            Findable.lessons(site, rendered),
            input.wording(),
            input.history());
    Path cache = siteFolder.resolve(".chasqui").resolve("cache").resolve("downloads");
    List<Packs.Pack> packs = Packs.of(material, cache);
    List<SavedLessons.Saved> saved = SavedLessons.of(site, rendered.files(), input.images());
    Map<SitePath, Long> sizes = new HashMap<>();
    packs.forEach(pack -> sizes.put(address(pack.file()), pack.bytes()));
    saved.forEach(list -> sizes.put(address(list.file()), list.bytes()));
    List<OutputFile> files =
        new ArrayList<>(FileSizes.told(rendered.files(), sizes, site, input.wording()));
    packs.forEach(pack -> files.add(pack.file()));
    saved.forEach(list -> files.add(list.file()));
    if (files.stream().noneMatch(file -> file.path().equals(Worker.PATH.output()))) {
      files.add(Worker.of(site, files));
    }
    files.sort(Comparator.comparing(OutputFile::path));
    return new RenderedSite(files, rendered.links());
  }

  private static SitePath address(OutputFile file) {
    return new SitePath("/" + file.path().value());
  }

  // Below a folder with the lesson's name, as they lie in a hub.
  private static Map<LessonHome, List<OutputFile>> notebooks(
      Site site, List<NotebookFile> notebooks) {
    Map<LessonHome, List<OutputFile>> all = new HashMap<>();
    for (Language language : site.config().languages()) {
      for (LessonHome home : site.pages(LessonHome.class, language)) {
        List<OutputFile> files = new ArrayList<>();
        for (NotebookFile notebook : notebooks) {
          if (notebook.lesson().equals(home.lesson().name())
              && notebook.episode().language().equals(language)) {
            files.add(new OutputFile.Text(below(notebook.path()), notebook.content()));
          }
        }
        if (!files.isEmpty()) {
          NotebookWriter.companions(site, home.lesson(), language)
              .forEach(
                  (path, file) ->
                      files.add(new OutputFile.Copy(below(path), ((OutputFile.Copy) file).from())));
          all.put(home, files);
        }
      }
    }
    return all;
  }

  private static OutputPath below(OutputPath path) {
    return OutputPath.of(path.value().substring(path.value().indexOf('/') + 1));
  }
}
