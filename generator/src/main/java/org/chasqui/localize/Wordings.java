package org.chasqui.localize;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PluralForms;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoMerge;
import org.chasqui.localize.Translations.Voice;
import org.chasqui.site.Language;
import org.chasqui.site.Wording;

/** What the interface says in each language: the theme's {@code ui.pot} and each {@code ui.po}. */
final class Wordings {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\}");

  private final Language language;
  private final PoFile catalogue;
  private final Diagnostics diagnostics;

  private Wordings(Language language, PoFile catalogue, Diagnostics diagnostics) {
    this.language = language;
    this.catalogue = catalogue;
    this.diagnostics = diagnostics;
  }

  /** The wording of each language. */
  static Map<Language, Wording> of(
      List<Language> languages, Catalogues catalogues, Diagnostics diagnostics) {
    PoFile template = catalogues.uiTemplate().orElse(PoFile.of(List.of()));
    Map<Language, Wording> all = new LinkedHashMap<>();
    for (Language language : languages) {
      List<Voice> chain =
          PseudoLocale.catalogue(language, template.messages(), Optional.empty())
              .map(pseudo -> List.of(new Voice(language, pseudo)))
              .orElseGet(() -> catalogues.words(language));
      all.put(language, wording(language, chain, template, diagnostics));
    }
    return all;
  }

  // What a language does not say, those say that stand in for it.
  private static Wording wording(
      Language language, List<Voice> chain, PoFile template, Diagnostics diagnostics) {
    Map<String, CatalogueWording.Phrase> phrases = english(template);
    for (int i = chain.size() - 1; i >= 0; i--) {
      new Wordings(chain.get(i).language(), chain.get(i).catalogue(), diagnostics)
          .say(template, phrases);
    }
    return new CatalogueWording(language, phrases);
  }

  private static Map<String, CatalogueWording.Phrase> english(PoFile template) {
    Map<String, CatalogueWording.Phrase> phrases = new HashMap<>();
    PluralForms english = PluralForms.of("en");
    for (PoEntry entry : template.messages()) {
      id(entry)
          .ifPresent(id -> phrases.put(id, new CatalogueWording.Phrase(texts(entry), english)));
    }
    return phrases;
  }

  private void say(PoFile template, Map<String, CatalogueWording.Phrase> phrases) {
    PluralForms forms =
        catalogue
            .header()
            .get("Plural-Forms")
            .flatMap(PluralForms::parse)
            .orElse(PluralForms.of(language.tag()));
    for (PoEntry entry :
        PoMerge.merge(catalogue, template.messages(), Translations.HELPFUL).messages()) {
      boolean shown = Translations.state(entry, Language.ENGLISH).shown();
      Optional<String> id = id(entry);
      if (shown && id.isPresent() && placeholdersFit(entry)) {
        phrases.put(id.get(), new CatalogueWording.Phrase(entry.translations(), forms));
      }
    }
  }

  private static Optional<String> id(PoEntry entry) {
    return entry.key().context();
  }

  private static List<String> texts(PoEntry entry) {
    return entry.plural().map(plural -> List.of(entry.id(), plural)).orElse(List.of(entry.id()));
  }

  private boolean placeholdersFit(PoEntry entry) {
    Set<String> wanted = placeholders(String.join(" ", texts(entry)));
    boolean fit = true;
    for (int form = 0; form < entry.translations().size(); form++) {
      Set<String> found = placeholders(entry.translations().get(form));
      Set<String> needed = new TreeSet<>(wanted);
      if (entry.plural().isPresent()) {
        // "Un archivo" needs no number.
        needed.remove("n");
      }
      if (!wanted.containsAll(found) || !found.containsAll(needed)) {
        report(entry, form, wanted, found);
        fit = false;
      }
    }
    return fit;
  }

  private void report(PoEntry entry, int form, Set<String> wanted, Set<String> found) {
    SourceSpan span = entry.translationSpan(form).orElse(null);
    if (span != null) {
      diagnostics.add(
          Diagnostic.warning(
                  "placeholder",
                  span,
                  "The English text has "
                      + shown(wanted)
                      + ", the translation "
                      + shown(found)
                      + ".")
              .help("Copy the words in braces as they are; until then readers see English."));
    }
  }

  private static String shown(Set<String> names) {
    return names.isEmpty()
        ? "no placeholder"
        : names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
