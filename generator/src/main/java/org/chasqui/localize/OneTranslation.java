package org.chasqui.localize;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;

/**
 * Says single pages in another language while the rest of the site stays as it was: what a
 * translator sees at once after saving a catalogue. It says nothing of what is wrong with it, since
 * the whole build will.
 */
public final class OneTranslation {
  private static final Pattern PATH = Pattern.compile("locales/([^/]+)/(.+)\\.po");

  private final Site source;
  private final Catalogues catalogues;
  private final Memories memories;

  /**
   * @param source the site as people wrote it
   * @param files all catalogues, as {@link Localizer#localize} was given them
   */
  public OneTranslation(Site source, List<SourceFile> files) {
    this.source = source;
    this.catalogues = Catalogues.read(files, source, new Diagnostics());
    this.memories = new Memories(catalogues, false);
  }

  /**
   * The page that a catalogue translates, with what it says now.
   *
   * @param file the catalogue; nothing if it cannot be read, or is not that of one page
   */
  public Optional<Page> with(SourceFile file) {
    Matcher path = PATH.matcher(file.path());
    if (!path.matches()) {
      return Optional.empty();
    }
    Catalogues now = catalogues.with(file, source);
    return source.config().languages().stream()
        .filter(language -> language.tag().equals(path.group(1)))
        .filter(language -> now.exactly(language, path.group(2)).isPresent())
        .findFirst()
        .flatMap(language -> page(language, path.group(2)).map(page -> said(page, language, now)));
  }

  private Optional<Page> page(Language language, String name) {
    return source.pages(source.config().sourceLanguage()).stream()
        .filter(page -> Catalogues.name(page).equals(name))
        .filter(page -> source.page(new PageRef(page.id(), language)).isEmpty())
        .findFirst();
  }

  private Page said(Page page, Language language, Catalogues now) {
    Memories all = memories.with(now);
    return new PageTranslator(language, all.known(page, language), problem -> {})
        .translate(
            PageTexts.of(page),
            Localizer.path(source.config(), page, language),
            (included, messages) -> Localizer.included(source, all, language, included, messages))
        .page();
  }
}
