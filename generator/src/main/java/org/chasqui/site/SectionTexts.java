package org.chasqui.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts in the {@code sections} of a landing page, each by its place in the front matter:
 * {@code sections[0].title}, {@code sections[1].items[0].text}.
 *
 * @param lines titles, labels, captions: one line with inline Markdown
 * @param texts what a block says: Markdown with paragraphs and lists
 */
public record SectionTexts(Map<String, Text> lines, Map<String, Body> texts) {
  /** Of a page without sections. */
  public static final SectionTexts NONE = new SectionTexts(Map.of(), Map.of());

  /** Copies, so that nobody can change it; the order of the front matter stays. */
  public SectionTexts {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  SectionTexts in(TextMapper mapper) {
    Map<String, Text> saidLines = new LinkedHashMap<>();
    lines.forEach((place, text) -> saidLines.put(place, mapper.text(place, text)));
    Map<String, Body> saidTexts = new LinkedHashMap<>();
    texts.forEach((place, text) -> saidTexts.put(place, mapper.text(place, text)));
    return new SectionTexts(saidLines, saidTexts);
  }
}
