package org.chasqui.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Language;
import org.chasqui.site.MenuItem;
import org.chasqui.site.Text;

/**
 * Reads the main menu: a list of entries for all languages, whose labels are translated like other
 * words, or a group of languages with a list each.
 *
 * @param fields what {@code site.yaml} says
 * @param languages those of the site, the source language first
 */
record MenuReader(Fields fields, List<Language> languages) {

  /** The menu of the source language, and of every language without its own. */
  List<MenuItem> menu() {
    Optional<Mapping> groups = byLanguage();
    return groups.isEmpty()
        ? items(fields)
        : groups.map(all -> own(all, languages.get(0))).orElse(List.of());
  }

  /** The menus of other languages that have their own. */
  Map<Language, List<MenuItem>> others() {
    Map<Language, List<MenuItem>> menus = new TreeMap<>();
    for (Entry entry : byLanguage().map(all -> all.entries().values()).orElse(List.of())) {
      Optional<Language> language = language(entry);
      if (language.isEmpty()) {
        unknown(entry);
      } else if (!language.get().equals(languages.get(0))) {
        menus.put(language.get(), items(alone(entry, language.get())));
      }
    }
    return menus;
  }

  // A single entry may stand without a list around it: that has a page.
  private Optional<Mapping> byLanguage() {
    return fields
        .entry(Key.MENU)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .filter(
            all -> Key.MENU_ITEM.keys().keySet().stream().noneMatch(all.entries()::containsKey));
  }

  private List<MenuItem> own(Mapping all, Language language) {
    return all.entries().values().stream()
        .filter(entry -> language(entry).filter(language::equals).isPresent())
        .findFirst()
        .map(entry -> items(alone(entry, language)))
        .orElse(List.of());
  }

  // The list as if it were the only menu.
  private Fields alone(Entry entry, Language language) {
    Entry menu = new Entry(Key.MENU.name(), entry.keySpan(), entry.value());
    Mapping only = new Mapping(Map.of(Key.MENU.name(), menu), entry.value().span());
    return Fields.of(only, language, fields.diagnostics());
  }

  private Optional<Language> language(Entry entry) {
    return new Languages(languages).match(entry.key()).filter(languages::contains);
  }

  private void unknown(Entry entry) {
    List<String> tags = languages.stream().map(Language::tag).toList();
    fields
        .diagnostics()
        .add(
            Diagnostic.error(
                    "language-unknown",
                    entry.keySpan(),
                    "The site has no language '" + entry.key() + "' that could have a menu.")
                .help(
                    Suggestion.didYouMean(entry.key(), tags)
                        .orElse("Its languages are " + String.join(", ", tags) + ".")));
  }

  private static List<MenuItem> items(Fields fields) {
    List<MenuItem> menu = new ArrayList<>();
    for (Fields item : fields.groups(Key.MENU)) {
      item.reportUnknown(Key.MENU_ITEM, "A menu item has a 'label' and a 'page'.");
      Optional<String> page = item.string(Key.PAGE);
      Optional<Text> label = item.text(Key.LABEL);
      if (page.isEmpty() || label.isEmpty()) {
        item.diagnostics()
            .add(
                Diagnostic.error(
                        "front-matter-missing",
                        item.span(),
                        "This menu item has no " + (page.isEmpty() ? "page." : "label."))
                    .help("Write '{label: Blog, page: blog}'."));
      } else {
        menu.add(new MenuItem(label.get(), page.get()));
      }
    }
    return menu;
  }
}
