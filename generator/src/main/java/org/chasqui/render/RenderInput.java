package org.chasqui.render;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.Earlier;
import org.chasqui.site.FileHistory;
import org.chasqui.site.HubEdition;
import org.chasqui.site.ImageFile;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.Now;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.site.Stopwatch;
import org.chasqui.site.TranslationReport;
import org.chasqui.site.Wording;
import org.chasqui.theme.Theme;

/**
 * What rendering needs besides the site.
 *
 * @param wording the interface's words in each language of the site
 * @param theme how pages look
 * @param notebooks the notebooks offered for download
 * @param images what is known of the site's pictures, by address
 * @param now the moment at which events are over and jobs closed
 * @param history what version control knows of the source files, by path; empty if nothing
 * @param scripts the code of each episode, to be downloaded
 * @param published what hubs were last known to hold, by hub id
 * @param downloads whether books and archives of lessons will stand beside them
 * @param worker where the script will be that keeps pages for when there is no connection
 * @param translations how far each translation is
 * @param watch measures pages and templates
 * @param memory what was made in the build before
 * @param earlier what is known of that build, and of what this one reads
 */
public record RenderInput(
    Map<Language, Wording> wording,
    Theme theme,
    List<NotebookFile> notebooks,
    Map<SitePath, ImageFile> images,
    Now now,
    Map<String, FileHistory> history,
    Map<PageRef, String> scripts,
    Map<String, HubEdition> published,
    boolean downloads,
    Optional<SitePath> worker,
    TranslationReport translations,
    Stopwatch watch,
    Memory memory,
    Earlier earlier) {
  /** Copies, so that nobody can change it. */
  public RenderInput {
    wording = Map.copyOf(wording);
    notebooks = List.copyOf(notebooks);
    images = Map.copyOf(images);
    history = Map.copyOf(history);
    scripts = Map.copyOf(scripts);
    published = Map.copyOf(published);
  }

  /** Of a site whose pictures nobody measured and whose sources are not in version control. */
  public RenderInput(
      Map<Language, Wording> wording, Theme theme, List<NotebookFile> notebooks, Instant now) {
    this(
        wording,
        theme,
        notebooks,
        Map.of(),
        new Now(now),
        Map.of(),
        Map.of(),
        Map.of(),
        false,
        Optional.empty(),
        TranslationReport.NONE,
        Stopwatch.NONE,
        Memory.NONE,
        Earlier.NOTHING);
  }
}
