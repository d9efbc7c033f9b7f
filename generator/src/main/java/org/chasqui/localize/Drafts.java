package org.chasqui.localize;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PluralForms;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Language;
import org.chasqui.site.Site;

/**
 * What nobody has translated yet, to be drafted by a machine. Drafts are fuzzy and say that they
 * are drafts; what a person wrote is never touched.
 */
public final class Drafts {
  private final Site site;
  private final Instant now;
  private final SourceFile template;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();

  private record Sheet(String path, PoFile file, Map<PoEntry.Key, Integer> ids) {}

  /**
   * A message without a translation.
   *
   * @param id its number, from 1
   * @param language the language it is wanted in
   * @param file the catalogue it stands in
   * @param entry the message
   * @param forms how many forms its translation has; 1 unless it counts something
   */
  public record Wanted(int id, Language language, String file, PoEntry entry, int forms) {}

  /**
   * @param site the site as people wrote it
   * @param catalogues the PO files below {@code locales/}
   * @param template the theme's {@code ui.pot}
   * @param languages those to draft
   * @param now when a catalogue that has to be made is made
   */
  public Drafts(
      Site site,
      List<SourceFile> catalogues,
      SourceFile template,
      List<Language> languages,
      Instant now) {
    this.site = site;
    this.now = now;
    this.template = template;
    Catalogues all = Catalogues.read(catalogues, site, new Diagnostics());
    for (Language language : languages) {
      // Of a regional form everything is said already, by the language behind it.
      if (!language.isPseudo() && !all.overlays(language)) {
        add(language, all);
      }
    }
  }

  private void add(Language language, Catalogues all) {
    Memories memories = new Memories(all, true);
    Extractor extractor =
        new Extractor(site, now, Translations.HELPFUL.with(memories.of(language)));
    for (Extractor.Source source : extractor.sources(language, template, new Diagnostics())) {
      String path = Catalogues.path(language, source.name());
      Optional<Catalogues.Catalogue> old = all.of(source, language);
      if (!all.broken(source, language) && !source.messages().isEmpty()) {
        PoFile before = old.map(Catalogues.Catalogue::file).orElse(PoFile.of(List.of()));
        add(
            old.map(c -> c.source().path()).orElse(path),
            language,
            extractor.merged(before, source, language));
      }
    }
  }

  private void add(String path, Language language, PoFile file) {
    int forms =
        file.header()
            .get("Plural-Forms")
            .flatMap(PluralForms::parse)
            .orElse(PluralForms.of(language.tag()))
            .count();
    Map<PoEntry.Key, Integer> ids = new HashMap<>();
    for (PoEntry entry : file.messages()) {
      if (entry.translations().stream().allMatch(String::isEmpty)) {
        int id = wanted.size() + 1;
        wanted.add(new Wanted(id, language, path, entry, entry.plural().isPresent() ? forms : 1));
        ids.put(entry.key(), id);
      }
    }
    sheets.add(new Sheet(path, file, ids));
  }

  /** What is wanted, in the order of the site. */
  public List<Wanted> wanted() {
    return List.copyOf(wanted);
  }

  /**
   * The catalogues that change.
   *
   * @param drafts translations by the number of the message, one for each form
   * @param from who or what drafted them and when: {@code engine 2026-05-01}
   * @return their new texts, by path
   */
  public SortedMap<String, String> with(Map<Integer, List<String>> drafts, String from) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Sheet sheet : sheets) {
      if (sheet.ids.values().stream().anyMatch(drafts::containsKey)) {
        List<PoEntry> entries = new ArrayList<>();
        for (PoEntry entry : sheet.file.entries()) {
          Integer id = entry.obsolete() ? null : sheet.ids.get(entry.key());
          List<String> draft = id == null ? null : drafts.get(id);
          entries.add(draft == null ? entry : drafted(entry, draft, from));
        }
        files.put(sheet.path, sheet.file.withEntries(entries).text());
      }
    }
    return files;
  }

  private static PoEntry drafted(PoEntry entry, List<String> draft, String from) {
    List<String> comments = new ArrayList<>(entry.comments());
    comments.add(PoEntry.FROM_MACHINE + " " + from);
    return entry.withTranslations(draft).withComments(comments).withState(true, Optional.empty());
  }
}
