package org.chasqui.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Kind;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.site.Body;
import org.chasqui.site.Language;
import org.chasqui.site.SectionTexts;
import org.chasqui.site.Text;

/** Finds what readers see in the {@code sections} of a landing page. */
final class SectionReader {
  /** The blocks that a landing page is made of. */
  static final Key SECTIONS = Key.of("sections");

  private static final Key RESOURCES = Key.of("resources");
  private static final Set<String> LINES =
      Set.of(
          "title",
          "name",
          "question",
          "statistic",
          "label",
          "alt",
          "image_alt",
          "caption",
          "credit");
  private static final Set<String> TEXTS =
      Set.of("text", "subtitle", "body", "description", "answer");
  private static final Set<String> BUTTONS = Set.of("button", "buttons", "cta", "link");
  private static final Set<String> GROUPS =
      Set.of("content", "items", "testimonials", "logos", "params");

  private final Language language;
  private final Map<String, Text> lines = new LinkedHashMap<>();
  private final Map<String, Body> texts = new LinkedHashMap<>();

  private SectionReader(Language language) {
    this.language = language;
  }

  /**
   * The texts of a page's sections.
   *
   * @param source the language of the site: a translation without sections shows those of its
   *     source
   */
  static SectionTexts read(Doc doc, Language source) {
    boolean own = doc.fields().alone().entry(SECTIONS).isPresent();
    SectionReader reader = new SectionReader(own ? doc.language() : source);
    doc.fields().entry(SECTIONS).ifPresent(entry -> reader.value("sections", entry.value(), false));
    // What is said of files beside the page shows where the page has a gallery of them.
    doc.fields()
        .entry(RESOURCES)
        .filter(entry -> doc.body().markdown().contains("gallery"))
        .ifPresent(entry -> reader.value("resources", entry.value(), false));
    return new SectionTexts(reader.lines, reader.texts);
  }

  private void value(String place, Node value, boolean button) {
    if (value instanceof Sequence list) {
      // Counted as shortcodes and templates see the list: without what is empty.
      List<Node> items = list.items().stream().filter(item -> item.plain().isPresent()).toList();
      for (int i = 0; i < items.size(); i++) {
        value(place + "[" + i + "]", items.get(i), button);
      }
    } else if (value instanceof Mapping mapping) {
      mapping.entries().values().forEach(entry -> entry(place + "." + entry.key(), entry, button));
    }
  }

  private void entry(String place, Entry entry, boolean button) {
    String key = entry.key();
    if (entry.value() instanceof Scalar scalar) {
      if (scalar.kind() != Kind.STRING || scalar.blank()) {
        return;
      }
      if (key.equals("name") && place.startsWith("resources")) {
        return; // the name of a file
      }
      if (LINES.contains(key) || button && TEXTS.contains(key)) {
        lines.put(place, new Text(scalar.text().strip(), language, scalar.span()));
      } else if (TEXTS.contains(key)) {
        Map<Integer, org.chasqui.diagnostic.SourceSpan> origin = Map.of(0, scalar.span());
        texts.put(place, new Body(scalar.text(), new TreeMap<>(origin), List.of()));
      }
    } else if (BUTTONS.contains(key) || GROUPS.contains(key)) {
      value(place, entry.value(), button || BUTTONS.contains(key));
    }
  }
}
