package org.chasqui.site;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;

/** What the interface says in one language: buttons, labels, notices. */
public interface Wording {
  /** The language. */
  Language language();

  /**
   * The text of an id ({@code toc.title}), its {@code {name}} placeholders filled. An unknown id is
   * answered with the id itself, so that a page never breaks over a word.
   */
  String text(String id, Map<String, ?> arguments);

  /** Likewise, in the plural form that {@code n} asks for; {@code {n}} is the number. */
  String plural(String id, long n, Map<String, ?> arguments);

  /** A number as people of this language write it: {@code 1,200}, {@code 1.200}, {@code ١٬٢٠٠}. */
  default String number(long n) {
    return NumberFormat.getIntegerInstance(language().locale()).format(n);
  }

  /**
   * A list in a sentence: {@code Ana, Bo, and Cy}. The patterns are words of the catalogue, {@code
   * join.two}, {@code join.middle} and {@code join.end}, as CLDR has them; a theme that lacks them
   * gets commas.
   */
  default String list(List<String> items) {
    String said = items.isEmpty() ? "" : items.get(0);
    for (int i = 1; i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      String pattern = !last ? "join.middle" : items.size() == 2 ? "join.two" : "join.end";
      said = joined(pattern, said, items.get(i));
    }
    return said;
  }

  private String joined(String pattern, String first, String last) {
    Map<String, String> both = Map.of("first", first, "last", last);
    String said = text(pattern, both);
    if (said.equals(pattern)) {
      return first + ", " + last;
    }
    // Spanish says "e" for "y" before the sound of an i, as CLDR's lists do.
    boolean vowel = last.matches("(?isu)\\P{L}*(?:i(?![aeou])|hi(?![aeou])|í).*");
    return language().locale().getLanguage().equals("es") && vowel
        ? said.replace(first + " y " + last, first + " e " + last)
        : said;
  }
}
