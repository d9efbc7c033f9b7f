package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.localize.Translations.Decision;
import org.chasqui.localize.Translations.Known;
import org.chasqui.localize.Translations.State;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;

/**
 * What a change does to the translations of a language: for a comment on a pull request.
 *
 * @param language the language
 * @param stale the source texts that changed, so that their translations need a look, by page
 * @param fresh the source texts that are new and have no translation, by page
 * @param done the texts that are translated now and were not before, by page
 * @param lost translations that were there before and are in no catalogue any more, not even as
 *     obsolete ones
 */
public record TranslationEffect(
    Language language,
    Map<String, List<String>> stale,
    Map<String, List<String>> fresh,
    Map<String, List<String>> done,
    List<String> lost) {

  /** Copies, so that nobody can change it. */
  public TranslationEffect {
    stale = sorted(stale);
    fresh = sorted(fresh);
    done = sorted(done);
    lost = List.copyOf(lost);
  }

  private static Map<String, List<String>> sorted(Map<String, List<String>> map) {
    return java.util.Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /**
   * A state of a site.
   *
   * @param site the site as people wrote it
   * @param catalogues its PO files, and the theme's {@code ui.pot}
   */
  public record Version(Site site, List<SourceFile> catalogues) {
    /** Copies, so that nobody can change it. */
    public Version {
      catalogues = List.copyOf(catalogues);
    }
  }

  /** What a change does to each language that the site has afterwards. */
  public static List<TranslationEffect> between(Version before, Version after) {
    List<TranslationEffect> effects = new ArrayList<>();
    Language source = after.site.config().sourceLanguage();
    Reading old = new Reading(before);
    Reading young = new Reading(after);
    for (Language language : after.site.config().languages()) {
      if (!language.equals(source) && !language.isPseudo()) {
        effects.add(of(language, old, young));
      }
    }
    return effects;
  }

  private static TranslationEffect of(Language language, Reading before, Reading after) {
    Map<String, Map<PoEntry.Key, State>> old = before.states(language);
    Map<String, List<String>> stale = new HashMap<>();
    Map<String, List<String>> fresh = new HashMap<>();
    Map<String, List<String>> done = new HashMap<>();
    after
        .states(language)
        .forEach(
            (page, states) ->
                states.forEach(
                    (key, now) -> {
                      State was = old.getOrDefault(page, Map.of()).get(key);
                      Map<String, List<String>> into =
                          now == State.TRANSLATED || now == State.INHERITED
                              ? done
                              : stale(now) ? stale : fresh;
                      boolean same =
                          was != null && (was == now || (stale(was) && stale(now)))
                              || was == null && (now == State.TRANSLATED || now == State.INHERITED);
                      if (!same) {
                        into.computeIfAbsent(page, p -> new ArrayList<>()).add(key.id());
                      }
                    }));
    Set<String> lost = new LinkedHashSet<>(before.translations(language, true));
    lost.removeAll(after.translations(language, false));
    return new TranslationEffect(language, stale, fresh, done, List.copyOf(lost));
  }

  private static boolean stale(State state) {
    return state == State.COSMETIC || state == State.OUTDATED || state == State.SUGGESTED;
  }

  /** A version with its catalogues read. */
  private static final class Reading {
    private final Site site;
    private final Catalogues all;
    private final Memories memories;
    private final Map<Page, List<PoEntry>> messages = new HashMap<>();

    Reading(Version version) {
      this.site = version.site;
      this.all = Catalogues.read(version.catalogues, site, new Diagnostics());
      this.memories = new Memories(all, true);
    }

    Map<String, Map<PoEntry.Key, State>> states(Language language) {
      Map<String, Map<PoEntry.Key, State>> states = new TreeMap<>();
      Language source = site.config().sourceLanguage();
      states.put(
          Catalogues.SITE, named(language, Catalogues.SITE, Messages.of(site.config()), source));
      List<PoEntry> ui = all.uiTemplate().map(PoFile::messages).orElse(List.of());
      states.put(Catalogues.UI, named(language, Catalogues.UI, ui, Language.ENGLISH));
      for (SharedTexts shared : SharedTexts.of(site)) {
        states.put(shared.name(), named(language, shared.name(), shared.messages(), source));
      }
      for (Page page : site.pages(source)) {
        if (site.page(new PageRef(page.id(), language)).isEmpty()) {
          states.put(
              page.id().value(),
              states(
                  memories.known(page, language),
                  messages.computeIfAbsent(page, p -> Messages.bare(PageTexts.of(p))),
                  source));
        }
      }
      return states;
    }

    private Map<PoEntry.Key, State> named(
        Language language, String name, List<PoEntry> messages, Language source) {
      return states(memories.known(language, name, messages), messages, source);
    }

    private static Map<PoEntry.Key, State> states(
        Known known, List<PoEntry> messages, Language source) {
      Map<PoEntry.Key, State> states = new java.util.LinkedHashMap<>();
      for (Decision decision : Translations.unchecked(known, messages, source).decisions()) {
        states.put(decision.entry().key(), decision.state());
      }
      return states;
    }

    // Of the catalogues as they lie there: what a translator wrote.
    Set<String> translations(Language language, boolean finished) {
      Set<String> texts = new HashSet<>();
      for (Catalogues.Catalogue catalogue : all.in(language)) {
        for (PoEntry entry : catalogue.file().entries()) {
          boolean wanted = !finished || (entry.translated() && !entry.obsolete());
          if (!entry.isHeader() && wanted) {
            entry.translations().stream().filter(t -> !t.isBlank()).forEach(texts::add);
          }
        }
      }
      return texts;
    }
  }
}
