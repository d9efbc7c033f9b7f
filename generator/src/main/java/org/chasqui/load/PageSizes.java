package org.chasqui.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.site.Arrangement;
import org.chasqui.site.Language;
import org.chasqui.site.Taxonomy;

/**
 * Reads how many entries a sheet of a long list has: one number for all, or numbers by section and
 * taxonomy. Hugo says {@code pagination: {pagerSize: 12}}.
 */
final class PageSizes {
  private static final List<String> SECTIONS =
      List.of(
          "lessons",
          "paths",
          "blog",
          "posts",
          "events",
          "jobs",
          "hubs",
          "organisations",
          "people",
          "tags");
  // How Hugo calls the number for all, and what else it says beside it.
  private static final Key ALL = Key.of("all", "pagerSize", "pagersize", "pager_size");
  private static final Key HUGO = Key.of("path", "disableAliases", "disablealiases");

  private PageSizes() {}

  /** The numbers by the id of a section or the key of a taxonomy. */
  static Map<String, Integer> read(Fields site, List<Taxonomy> taxonomies) {
    Map<String, Integer> sizes = new TreeMap<>();
    Optional<Entry> entry = site.entry(Key.PAGE_SIZE);
    if (entry.isPresent() && entry.get().value() instanceof Mapping mapping) {
      Fields group = Fields.of(mapping, Language.ENGLISH, site.diagnostics());
      group.reportUnknown(schema(taxonomies), "Name a section or a taxonomy, or write one number.");
      for (Entry one : mapping.entries().values()) {
        boolean all = ALL.spellings().contains(one.key());
        String name = all ? Arrangement.ALL : one.key().equals("posts") ? "blog" : one.key();
        if (!HUGO.spellings().contains(one.key())) {
          size(group, Key.of(one.key())).ifPresent(size -> sizes.put(name, size));
        }
      }
    } else {
      size(site, Key.PAGE_SIZE).ifPresent(size -> sizes.put(Arrangement.ALL, size));
    }
    return sizes;
  }

  /** One of them: at least 1. */
  static Optional<Integer> size(Fields fields, Key key) {
    Optional<Entry> entry = fields.entry(key);
    if (entry.isEmpty() || entry.get().blank()) {
      return Optional.empty();
    }
    int size = fields.number(key, Integer.MIN_VALUE);
    if (size < 1 && size != Integer.MIN_VALUE) {
      fields.wrongType(entry.get(), "a whole number from 1 on");
    }
    return size < 1 ? Optional.empty() : Optional.of(size);
  }

  private static Key.Schema schema(List<Taxonomy> taxonomies) {
    List<Key> keys = new ArrayList<>(List.of(ALL, HUGO));
    SECTIONS.forEach(section -> keys.add(Key.of(section)));
    taxonomies.forEach(taxonomy -> keys.add(Key.of(taxonomy.key())));
    return Key.Schema.strict(keys.toArray(Key[]::new));
  }
}
