package org.chasqui.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Keys of another tool's configuration; remembers which were asked for. */
final class Config {
  private final Mapping mapping;
  private final Draft draft;
  private final Set<String> asked = new HashSet<>();

  Config(Mapping mapping, Draft draft) {
    this.mapping = mapping;
    this.draft = draft;
  }

  /** These with the keys of another, whose word counts. */
  Config with(Config other) {
    Map<String, Entry> all = new LinkedHashMap<>(mapping.entries());
    all.putAll(other.mapping.entries());
    return new Config(new Mapping(all, mapping.span()), draft);
  }

  /** The keys below one key; none if there are none. */
  Config group(String... keys) {
    return entry(keys)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(value -> new Config((Mapping) value, draft))
        .orElseGet(() -> new Config(Mapping.empty(mapping.span()), draft));
  }

  /** The entry of the first of some keys that says anything. */
  Optional<Entry> entry(String... keys) {
    asked.addAll(Set.of(keys));
    for (String key : keys) {
      Entry entry = spelt(key);
      if (entry != null && !entry.blank()) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  // Hugo reads 'DefaultContentLanguage' as 'defaultContentLanguage'.
  private @Nullable Entry spelt(String key) {
    Entry exact = mapping.entries().get(key);
    if (exact != null) {
      return exact;
    }
    for (Entry entry : entries()) {
      if (entry.key().equalsIgnoreCase(key)) {
        asked.add(entry.key());
        return entry;
      }
    }
    return null;
  }

  Optional<String> text(String... keys) {
    return entry(keys)
        .map(Entry::value)
        .filter(Scalar.class::isInstance)
        .map(value -> ((Scalar) value).text().strip());
  }

  /** Words of a list, or the one word that stands there. */
  List<Scalar> words(String... keys) {
    Optional<Node> value = entry(keys).map(Entry::value);
    List<Scalar> words = new ArrayList<>();
    if (value.isPresent() && value.get() instanceof Scalar single) {
      words.add(single);
    } else if (value.isPresent() && value.get() instanceof Sequence list) {
      list.items().stream()
          .filter(Scalar.class::isInstance)
          .forEach(item -> words.add((Scalar) item));
    }
    return words;
  }

  /** The groups of a list. */
  List<Config> groups(String... keys) {
    return entry(keys).map(entry -> groups(entry.value(), draft)).orElse(List.of());
  }

  static List<Config> groups(Node value, Draft draft) {
    List<Config> groups = new ArrayList<>();
    if (value instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Mapping group) {
          groups.add(new Config(group, draft));
        }
      }
    }
    return groups;
  }

  List<Entry> entries() {
    return List.copyOf(mapping.entries().values());
  }

  Mapping mapping() {
    return mapping;
  }

  int number(String key, int otherwise) {
    Optional<String> text = text(key);
    try {
      return text.isEmpty() ? otherwise : (int) Double.parseDouble(text.get());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /**
   * Reports every key that nobody asked for.
   *
   * @param needless keys that need no counterpart: what they ask for is always so here
   * @param advice what to do about some of them
   */
  void reportRest(Set<String> needless, Map<String, String> advice) {
    for (Entry entry : entries()) {
      String key = entry.key();
      if (!asked.contains(key) && !needless.contains(key) && !entry.blank()) {
        String help = advice.getOrDefault(key, "Look whether you need it.");
        draft.missing(entry.keySpan(), "There is nothing like '" + key + "' here.", help);
      }
    }
  }
}
