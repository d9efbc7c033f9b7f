package org.chasqui.render;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.site.FileHistory;
import org.chasqui.site.Language;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.Wording;
import org.chasqui.theme.Theme;

/**
 * What rendering needs besides the site.
 *
 * @param wording the interface's words in each language of the site
 * @param theme how pages look
 * @param notebooks the notebooks offered for download
 * @param now the moment at which events are over and jobs closed
 * @param history what version control knows of the source files, by path; empty if nothing
 */
public record RenderInput(
    Map<Language, Wording> wording,
    Theme theme,
    List<NotebookFile> notebooks,
    Instant now,
    Map<String, FileHistory> history) {
  /** Copies, so that nobody can change it. */
  public RenderInput {
    wording = Map.copyOf(wording);
    notebooks = List.copyOf(notebooks);
    history = Map.copyOf(history);
  }

  /** Of sources that are not in version control. */
  public RenderInput(
      Map<Language, Wording> wording, Theme theme, List<NotebookFile> notebooks, Instant now) {
    this(wording, theme, notebooks, now, Map.of());
  }
}
