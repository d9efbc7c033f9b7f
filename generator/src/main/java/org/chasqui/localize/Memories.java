package org.chasqui.localize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.gettext.MergeOptions;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.TranslationMemory;
import org.chasqui.localize.Translations.Known;
import org.chasqui.site.Language;
import org.chasqui.site.Page;

/**
 * What there is to translate each text with: its catalogue, that of the language behind a regional
 * form, and what the language says on other pages.
 */
final class Memories {
  private final Catalogues all;
  private final boolean near;
  private final Map<Language, TranslationMemory> byLanguage = new ConcurrentHashMap<>();
  private final Map<Language, TranslationMemory> before;

  /**
   * @param near whether a text shall also get the translation of one that is like it, as a
   *     suggestion; readers see none of that
   */
  Memories(Catalogues all, boolean near) {
    this(all, near, Map.of());
  }

  private Memories(Catalogues all, boolean near, Map<Language, TranslationMemory> before) {
    this.all = all;
    this.near = near;
    this.before = before;
  }

  /** The same for catalogues of which few have changed. */
  Memories with(Catalogues changed) {
    Map<Language, TranslationMemory> known = new HashMap<>(before);
    known.putAll(byLanguage);
    return new Memories(changed, near, known);
  }

  /** What a language has said. */
  TranslationMemory of(Language language) {
    return byLanguage.computeIfAbsent(
        language,
        l -> {
          TranslationMemory memory = all.memory(l, near);
          TranslationMemory known = before.get(l);
          return known == null ? memory : memory.after(known);
        });
  }

  private MergeOptions options(Language language) {
    return Translations.HELPFUL.with(of(language));
  }

  /** For a page. */
  Known known(Page page, Language language) {
    return new Known(all.chain(page, language), options(language), all.showsStale(language));
  }

  /** For what has a catalogue of this name. */
  Known known(Language language, String name, List<PoEntry> messages) {
    return language.isPseudo()
        ? pseudo(language, messages)
        : new Known(all.chain(language, name), options(language), all.showsStale(language));
  }

  /** For a language that nobody speaks. */
  Known pseudo(Language language, List<PoEntry> messages) {
    return Known.of(
        language, PseudoLocale.catalogue(language, messages, Optional.empty()).orElseThrow());
  }
}
