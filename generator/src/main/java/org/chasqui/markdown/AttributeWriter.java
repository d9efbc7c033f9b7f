package org.chasqui.markdown;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the attributes that authors put in braces, as far as they are harmless. */
final class AttributeWriter {
  private static final Set<String> KNOWN =
      Set.of(
          "width", "height", "lang", "dir", "title", "target", "rel", "role", "align", "download");

  private AttributeWriter() {}

  /** Id, class, known keys, {@code data-} and {@code aria-} ones; {@code alt} is written apart. */
  static String write(Attributes attributes) {
    if (attributes.equals(Attributes.NONE)) {
      return "";
    }
    return Html.attribute("id", attributes.id())
        + Html.attribute("class", String.join(" ", attributes.classes()))
        + values(attributes);
  }

  /** The same without the classes, for elements that have classes of their own. */
  static String withoutClasses(Attributes attributes) {
    return Html.attribute("id", attributes.id()) + values(attributes);
  }

  private static String values(Attributes attributes) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Attributes.Value> entry : attributes.values().entrySet()) {
      String key = entry.getKey().toLowerCase(Locale.ROOT);
      if (KNOWN.contains(key) || key.startsWith("data-") || key.startsWith("aria-")) {
        out.append(size(key, entry.getValue().text()));
      }
    }
    return out.toString();
  }

  // Width and height in other units than pixels are a matter of style.
  private static String size(String key, String value) {
    boolean measure = key.equals("width") || key.equals("height");
    if (!measure) {
      return Html.attribute(key, value);
    }
    if (value.matches("[0-9]+(px)?")) {
      return Html.attribute(key, value.replace("px", ""));
    }
    return value.matches("[0-9.]+(%|em|rem|vw|vh|cm|mm|in|pt)")
        ? " style=\"" + key + ":" + value + "\""
        : "";
  }
}
