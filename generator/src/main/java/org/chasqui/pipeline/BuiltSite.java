package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Site;

/**
 * A site, built but not written.
 *
 * @param siteFolder where its sources lie
 * @param site every page in every language
 * @param notebooks every notebook in every language, for learners
 * @param styles the same for hubs that want them otherwise
 * @param files every file of the site; empty if only notebooks were asked for
 */
public record BuiltSite(
    Path siteFolder,
    Site site,
    List<NotebookFile> notebooks,
    Map<NotebookStyle, List<NotebookFile>> styles,
    List<OutputFile> files) {

  /** Copies, so that nobody can change it. */
  public BuiltSite {
    notebooks = List.copyOf(notebooks);
    styles = Map.copyOf(styles);
    files = List.copyOf(files);
  }

  /** The same with more files. */
  public BuiltSite with(List<? extends OutputFile> more) {
    List<OutputFile> all = new ArrayList<>(files);
    all.addAll(more);
    all.sort(Comparator.comparing(OutputFile::path));
    return new BuiltSite(siteFolder, site, notebooks, styles, all);
  }

  /** Every notebook in every language as a hub wants it. */
  List<NotebookFile> notebooks(NotebookStyle style) {
    return styles.getOrDefault(style, notebooks);
  }

  /** How many pages it has, over all languages. */
  public int pages() {
    return site.pages().size();
  }
}
