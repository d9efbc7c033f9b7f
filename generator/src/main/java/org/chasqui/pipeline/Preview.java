package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.localize.OneTranslation;
import org.chasqui.markdown.Markdown;
import org.chasqui.render.OnePage;
import org.chasqui.render.RenderInput;
import org.chasqui.site.Body;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.Site;

/**
 * What the page of a text or catalogue that was just saved looks like, before all that follows from
 * it is known. Only of texts whose front matter is the one that was built last, and of catalogues
 * that call the page the same; of all others the build tells. Safe for one thread.
 */
public final class Preview {
  private final Path siteFolder;
  private final Site site;
  private final Map<String, Page> written = new HashMap<>();
  private final OneTranslation translations;
  private final OnePage pages;

  /**
   * @param site the site in all its languages, as it was built
   */
  Preview(Path siteFolder, Site site, OneTranslation translations, RenderInput input) {
    this.siteFolder = siteFolder.toAbsolutePath().normalize();
    this.site = site;
    this.translations = translations;
    this.pages = new OnePage(site, input);
    for (Page page : site.pages()) {
      start(page).ifPresent(span -> written.put(span.file().path(), page));
    }
  }

  // Where the text begins that is, to the last letter, the rest of a file.
  private static Optional<SourceSpan> start(Page page) {
    Body body = page.body();
    return body.ends(page.header().source()) && !body.isBlank()
        ? Optional.of(body.origins().firstEntry().getValue())
        : Optional.empty();
  }

  /** The page of a file as it is now; nothing if only a whole build can tell. */
  public Optional<OutputFile> of(Path file) {
    Path path = file.toAbsolutePath().normalize();
    String name =
        path.startsWith(siteFolder)
            ? siteFolder.relativize(path).toString().replace('\\', '/')
            : "";
    if (name.endsWith(".po")) {
      return text(path).flatMap(text -> translation(new SourceFile(name, text)));
    }
    Page page = written.get(name);
    return page == null ? Optional.empty() : text(path).flatMap(text -> page(page, text));
  }

  // What a page is called stands on others too.
  private Optional<OutputFile> translation(SourceFile catalogue) {
    return translations
        .with(catalogue)
        .filter(
            page ->
                site.page(page.ref())
                    .map(before -> before.header().title().value())
                    .filter(page.header().title().value()::equals)
                    .isPresent())
        .flatMap(pages::render);
  }

  // An editor that has emptied the file is about to fill it.
  private static Optional<String> text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.isBlank() || text.indexOf('\r') >= 0 ? Optional.empty() : Optional.of(text);
    } catch (IOException unreadable) {
      return Optional.empty(); // The build will say so.
    }
  }

  private Optional<OutputFile> page(Page page, String text) {
    SourceSpan before = start(page).orElseThrow();
    String matter = before.file().text().substring(0, before.start());
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!marked.startsWith(matter) || !Markdown.includes(marked).isEmpty()) {
      return Optional.empty();
    }
    SourceFile file = new SourceFile(before.file().path(), marked);
    return pages.render(page.withBody(Body.of(file, before.start())));
  }
}
