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
import org.chasqui.markdown.Markdown;
import org.chasqui.render.OnePage;
import org.chasqui.render.RenderInput;
import org.chasqui.site.Body;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.Site;

/**
 * What the page of a text that was just saved looks like, before all that follows from it is known.
 * Only of texts whose front matter is the one that was built last; of all others the build tells.
 * Safe for one thread.
 */
public final class Preview {
  private final Path siteFolder;
  private final Map<String, Page> written = new HashMap<>();
  private final OnePage pages;

  Preview(Path siteFolder, Site site, RenderInput input) {
    this.siteFolder = siteFolder.toAbsolutePath().normalize();
    this.pages = new OnePage(site, input);
    for (Page page : site.pages()) {
      start(page).ifPresent(span -> written.put(span.file().path(), page));
    }
  }

  // Where the text begins that is, to the last letter, the rest of a file.
  private static Optional<SourceSpan> start(Page page) {
    Body body = page.body();
    if (body.origins().size() != 1 || body.markdown().isBlank()) {
      return Optional.empty();
    }
    SourceSpan span = body.origins().firstEntry().getValue();
    SourceFile file = span.file();
    boolean rest =
        !file.isConverted()
            && file.path().equals(page.header().source().path())
            && file.text().startsWith(body.markdown(), span.start())
            && span.start() + body.markdown().length() == file.text().length();
    return rest ? Optional.of(span) : Optional.empty();
  }

  /** The page of a file as it is now; nothing if only a whole build can tell. */
  public Optional<OutputFile> of(Path file) {
    Path path = file.toAbsolutePath().normalize();
    String name =
        path.startsWith(siteFolder)
            ? siteFolder.relativize(path).toString().replace('\\', '/')
            : "";
    Page page = written.get(name);
    return page == null ? Optional.empty() : text(path).flatMap(text -> page(page, text));
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
