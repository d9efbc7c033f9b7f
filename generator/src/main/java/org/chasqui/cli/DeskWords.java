package org.chasqui.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.site.Language;

/**
 * What the translator's desk says: in the language that is translated to if the program speaks it,
 * else in English.
 */
final class DeskWords {
  static final String BROKEN =
      "The catalogue of this page cannot be read, so nothing is written. Mend it first: 'chasqui"
          + " translate check' tells where.";

  private final Words words;
  private final Map<String, String> said = new TreeMap<>();

  DeskWords(Language language) {
    this.words = Words.of(Map.of("LANG", language.tag()));
    tell("Save", "Saved", "Copy the source", "Use this", "Translation", "plural form", "to do");
    tell("In the glossary:", "Preview of the page", "From the author:", "Comment:");
    tell("not translated yet", "the source has changed", "the source has changed a little");
    tell("Saved, but readers see the source until it is mended.", "Languages", "Pages of the site");
    tell("save, then the next one to do", "one up, one down", "copy the source");
    tell("Somebody else has changed this meanwhile.");
    tell("Somebody else wrote this meanwhile; save again to replace it:");
    tell("The source has no such text any more.");
    tell(BROKEN);
    tell("It could not be saved.");
  }

  private void tell(String... texts) {
    for (String text : texts) {
      said.put(text, words.say(text));
    }
  }

  /** The tag of the language. */
  String language() {
    return words.language();
  }

  /** A text of the program. */
  String say(String english) {
    return words.say(english);
  }

  /** What the page itself says, by what it is in English. */
  Map<String, Object> page() {
    return new TreeMap<>(said);
  }

  /**
   * An answer of the desk, remarks on translations in the desk's language.
   *
   * @param value maps, lists, texts and numbers; a map with a severity is a remark
   */
  Object remarks(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::remarks).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, inner) -> {
          boolean message = key.equals("message") && map.containsKey("severity");
          copy.put(
              String.valueOf(key), message ? words.say(String.valueOf(inner)) : remarks(inner));
        });
    return copy;
  }
}
