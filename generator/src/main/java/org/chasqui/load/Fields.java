package org.chasqui.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Kind;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Credit;
import org.chasqui.site.Language;
import org.chasqui.site.Text;

/**
 * The one way to ask front matter or a record for its values: by {@link Key}, in the type that is
 * wanted. Whatever does not fit is reported where it stands.
 *
 * <p>A translated page stands on its source page: what it does not say itself, the source page's
 * fields say, in the source language.
 */
final class Fields {
  private static final Set<String> YES = Set.of("true", "yes", "on", "y");
  private static final Set<String> NO = Set.of("false", "no", "off", "n");

  private final Mapping own;
  private final Language language;
  private final Optional<Fields> base;
  private final Diagnostics diagnostics;

  private record Found(Entry entry, Language language) {}

  private Fields(Mapping own, Language language, Optional<Fields> base, Diagnostics diagnostics) {
    this.own = own;
    this.language = language;
    this.base = base;
    this.diagnostics = diagnostics;
  }

  /** The fields of one mapping, its texts being in a language. */
  static Fields of(Mapping own, Language language, Diagnostics diagnostics) {
    return new Fields(own, language, Optional.empty(), diagnostics);
  }

  /** The fields of a mapping that stands in these. */
  Fields of(Mapping inner) {
    return of(inner, language, diagnostics);
  }

  /** These on top of others: what is not here is asked there. */
  Fields over(Fields lower) {
    return new Fields(own, language, Optional.of(lower), diagnostics);
  }

  /** Only what stands here, without what lies below. */
  Fields alone() {
    return base.isEmpty() ? this : new Fields(own, language, Optional.empty(), diagnostics);
  }

  /** The same, telling somebody else of what does not fit. */
  Fields reportingTo(Diagnostics other) {
    return new Fields(own, language, base.map(fields -> fields.reportingTo(other)), other);
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  SourceSpan span() {
    return own.span();
  }

  /** The entry of a key that holds something. */
  Optional<Entry> entry(Key key) {
    return find(key).map(Found::entry);
  }

  private Optional<Found> find(Key key) {
    for (String spelling : key.spellings()) {
      Entry entry = own.entries().get(spelling);
      if (entry != null && !entry.blank()) {
        return Optional.of(new Found(entry, language));
      }
    }
    return base.flatMap(fields -> fields.find(key));
  }

  private Optional<Found> scalar(Key key, String expected) {
    Optional<Found> found = find(key);
    if (found.isPresent() && !(found.get().entry().value() instanceof Scalar)) {
      wrongType(found.get().entry(), expected);
      return Optional.empty();
    }
    return found;
  }

  /** A word: an id, a URL, a name that is never translated. */
  Optional<Scalar> word(Key key) {
    return scalar(key, "a text").map(found -> (Scalar) found.entry().value());
  }

  /** The text of that word. */
  Optional<String> string(Key key) {
    return word(key).map(scalar -> scalar.text().strip());
  }

  /** A text that readers see. */
  Optional<Text> text(Key key) {
    Optional<Found> group = find(key);
    if (group.isPresent() && group.get().entry().value() instanceof Mapping mapping) {
      Entry name = mapping.entries().get("name"); // a place with its address
      if (name != null && name.value() instanceof Scalar) {
        return Optional.of(text(name.value(), group.get().language()));
      }
    }
    return scalar(key, "a text").map(found -> text(found.entry().value(), found.language()));
  }

  private static Text text(Node value, Language language) {
    return new Text(((Scalar) value).text().strip(), language, value.span());
  }

  /** A name that may be a record's id. */
  Optional<Credit> credit(Key key) {
    return word(key).map(scalar -> new Credit(scalar.text().strip(), scalar.span()));
  }

  /** A list of texts; a single text is a list of one. */
  List<Text> texts(Key key) {
    Optional<Found> found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    Language in = found.get().language();
    return items(found.get().entry(), "a list of texts").stream()
        .map(item -> text(item, in))
        .toList();
  }

  /** A list of words; a single word is a list of one. */
  List<Scalar> words(Key key) {
    return entry(key).map(entry -> items(entry, "a list")).orElse(List.of());
  }

  private List<Scalar> items(Entry entry, String expected) {
    if (entry.value() instanceof Scalar single) {
      return List.of(single);
    }
    List<Scalar> scalars = new ArrayList<>();
    if (!(entry.value() instanceof Sequence list)) {
      wrongType(entry, expected);
      return scalars;
    }
    for (Node item : list.items()) {
      if (item instanceof Scalar scalar) {
        if (!scalar.blank()) {
          scalars.add(scalar);
        }
      } else {
        wrongType(new Entry(entry.key(), entry.keySpan(), item), expected);
      }
    }
    return scalars;
  }

  /** The groups of a list of groups, or the one group that stands alone. */
  List<Fields> groups(Key key) {
    Optional<Found> found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    Entry entry = found.get().entry();
    List<Node> nodes =
        entry.value() instanceof Sequence list ? list.items() : List.of(entry.value());
    List<Fields> groups = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Mapping mapping) {
        groups.add(of(mapping, found.get().language(), diagnostics));
      } else {
        wrongType(new Entry(entry.key(), entry.keySpan(), node), "a group of keys");
      }
    }
    return groups;
  }

  /** One group of keys. */
  Optional<Fields> group(Key key) {
    return groups(key).stream().findFirst();
  }

  /** All entries of this mapping, in the order of the file. */
  List<Entry> entries() {
    return List.copyOf(own.entries().values());
  }

  /** Whether something is so. */
  boolean flag(Key key, boolean otherwise) {
    Optional<Found> found = scalar(key, "true or false");
    if (found.isEmpty()) {
      return otherwise;
    }
    Entry entry = found.get().entry();
    Scalar scalar = (Scalar) entry.value();
    String word = scalar.text().strip().toLowerCase(Locale.ROOT);
    boolean yes = YES.contains(word);
    if (!yes && !NO.contains(word)) {
      wrongType(entry, "true or false");
      return otherwise;
    }
    if (scalar.kind() == Kind.STRING) {
      diagnostics.add(
          Diagnostic.warning(
                  "boolean-string",
                  scalar.span(),
                  "'"
                      + entry.key()
                      + "' is the text '"
                      + word
                      + "'; it is understood as "
                      + yes
                      + ".")
              .help("Write " + yes + " without quotation marks."));
    }
    return yes;
  }

  /** A whole number, in quotation marks or not. */
  int number(Key key, int otherwise) {
    Optional<Found> found = scalar(key, "a whole number");
    if (found.isEmpty()) {
      return otherwise;
    }
    String written = ((Scalar) found.get().entry().value()).text().strip();
    try {
      double value = Double.parseDouble(written);
      if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
        return (int) value;
      }
    } catch (NumberFormatException e) {
      // reported below, like other numbers that do not fit
    }
    wrongType(found.get().entry(), "a whole number");
    return otherwise;
  }

  /** A date. */
  Optional<Dates.Moment> date(Key key) {
    Optional<Found> found = scalar(key, "a date like 2024-11-18");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Scalar scalar = (Scalar) found.get().entry().value();
    Optional<Dates.Moment> moment = Dates.parse(scalar.text());
    if (moment.isEmpty() && !Dates.isNone(scalar.text())) {
      diagnostics.add(
          Diagnostic.error(
                  "date-invalid", scalar.span(), "There is no date '" + scalar.text() + "'.")
              .help("Write dates like 2024-11-18 or 2024-11-18T09:30:00Z."));
    }
    return moment;
  }

  /** One word of a few. */
  String choice(Key key, List<String> choices) {
    Optional<Scalar> word = word(key);
    if (word.isEmpty()) {
      return choices.get(0);
    }
    String written = word.get().text().strip().toLowerCase(Locale.ROOT);
    if (choices.contains(written)) {
      return written;
    }
    String all = "It is one of: " + String.join(", ", choices) + ".";
    diagnostics.add(
        Diagnostic.error(
                "value-unknown",
                word.get().span(),
                "'" + key.name() + "' cannot be '" + word.get().text() + "'.")
            .help(Suggestion.didYouMean(written, choices).orElse(all)));
    return choices.get(0);
  }

  /** Reports a value of the wrong type. */
  void wrongType(Entry entry, String expected) {
    diagnostics.add(
        Diagnostic.error(
            "front-matter-type",
            entry.value().span(),
            "'"
                + entry.key()
                + "' should be "
                + expected
                + ", not "
                + entry.value().described()
                + "."));
  }

  /** Warns of keys that the schema does not know; the author may have mistyped. */
  void reportUnknown(Key.Schema schema, String help) {
    for (Entry entry : own.entries().values()) {
      String key = entry.key();
      if (schema.keys().containsKey(key) || schema.silent().contains(key) || key.startsWith("_")) {
        continue;
      }
      String message = "Chasqui does not know the key '" + key + "'.";
      Optional<String> meant = Suggestion.didYouMean(key, schema.taught());
      diagnostics.add(
          Diagnostic.warning("front-matter-key-unknown", entry.keySpan(), message)
              .help(meant.orElse(help)));
    }
  }

  /**
   * What shortcodes may use beside the page's own fields: keys that the schema does not know, those
   * below {@code params}, and a few that we use and pass on.
   */
  Map<String, Object> params(Key.Schema schema, Collection<Key> passedOn) {
    Map<String, Object> params = new LinkedHashMap<>();
    base.ifPresent(fields -> params.putAll(fields.params(schema, passedOn)));
    for (Entry entry : own.entries().values()) {
      Key key = schema.keys().get(entry.key());
      if (key == null) {
        entry.value().plain().ifPresent(value -> params.put(entry.key(), value));
      } else if (passedOn.contains(key)) {
        entry.value().plain().ifPresent(value -> params.put(key.name(), value));
      }
    }
    Entry below = own.entries().get(Key.PARAMS.name());
    if (below != null && below.value() instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((name, entry) -> entry.value().plain().ifPresent(v -> params.put(name, v)));
    }
    return params;
  }
}
