package org.chasqui.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Scalar;
import org.chasqui.site.Taxonomy;
import org.chasqui.site.Text;

/** Reads the terms of a page: its tags, and those of the taxonomies of the site. */
final class Terms {
  private Terms() {}

  /** The tags; on a site that does not say otherwise categories are tags too. */
  static List<Text> tags(Fields fields, List<Taxonomy> taxonomies) {
    List<Text> tags = new ArrayList<>();
    boolean named = taxonomies.stream().anyMatch(t -> key(t) == Key.TAGS);
    if (taxonomies.isEmpty() || named) {
      add(tags, fields, Key.TAGS);
    }
    if (taxonomies.isEmpty()) {
      add(tags, fields, Key.CATEGORIES);
    }
    return tags;
  }

  /** The terms of all taxonomies but the tags. */
  static Map<String, List<Text>> of(Fields fields, List<Taxonomy> taxonomies) {
    Map<String, List<Text>> all = new LinkedHashMap<>();
    for (Taxonomy taxonomy : taxonomies) {
      Key key = key(taxonomy);
      if (key != Key.TAGS && key != Key.AUTHORS) { // authors have a place of their own
        List<Text> terms = new ArrayList<>();
        add(terms, fields, key);
        if (!terms.isEmpty()) {
          all.put(taxonomy.key(), List.copyOf(terms));
        }
      }
    }
    return all;
  }

  private static Key key(Taxonomy taxonomy) {
    for (Key known : List.of(Key.TAGS, Key.CATEGORIES, Key.AUTHORS)) {
      if (known.spellings().contains(taxonomy.key())) {
        return known;
      }
    }
    return Key.of(taxonomy.key());
  }

  private static void add(List<Text> terms, Fields fields, Key key) {
    boolean single = fields.entry(key).map(e -> e.value() instanceof Scalar).orElse(false);
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    terms.forEach(term -> known.add(term.value()));
    for (Text text : fields.texts(key)) {
      Scalar whole = new Scalar(text.value(), Node.Kind.STRING, text.span());
      for (Scalar piece : single ? HeaderReader.pieces(whole) : List.of(whole)) {
        if (known.add(piece.text())) {
          terms.add(new Text(piece.text(), text.language(), piece.span()));
        }
      }
    }
  }
}
