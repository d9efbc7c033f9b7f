package org.chasqui.localize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Language;

/**
 * Languages that nobody speaks, by which makers of themes see what translations will do to them: a
 * tag that ends in {@code -XA} has accents everywhere and longer words ({@code Ñééẍt}), one that
 * ends in {@code -XB} runs from right to left. The regions are those that CLDR keeps for this.
 */
final class PseudoLocale {
  private static final Map<Character, String> ACCENTS = accents();
  private static final char TURNED = '\u202E';
  private static final char END = '\u202C';

  private PseudoLocale() {}

  /** The catalogue of a pseudo-locale; of another language the one that is given. */
  static Optional<PoFile> catalogue(
      Language language, List<PoEntry> messages, Optional<PoFile> other) {
    if (!language.isPseudo()) {
      return other;
    }
    boolean turned = language.tag().endsWith("-XB");
    return Optional.of(
        PoFile.of(messages.stream().map(message -> translated(message, turned)).toList()));
  }

  private static PoEntry translated(PoEntry message, boolean turned) {
    List<String> texts =
        message.plural().map(many -> List.of(message.id(), many)).orElse(List.of(message.id()));
    return message.translatedAs(
        texts.stream().map(text -> turned ? turned(text) : accented(text)).toList());
  }

  private static String accented(String text) {
    String prose = Markdown.prose(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = prose.charAt(i);
      boolean markup = c == Markdown.NO_PROSE;
      out.append(markup ? String.valueOf(text.charAt(i)) : ACCENTS.getOrDefault(c, "" + c));
    }
    return out.toString();
  }

  private static String turned(String text) {
    String prose = Markdown.prose(text);
    StringBuilder out = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetter(prose.charAt(i));
      if (letter != inside) {
        out.append(letter ? TURNED : END);
        inside = letter;
      }
      out.append(text.charAt(i));
    }
    return inside ? out.append(END).toString() : out.toString();
  }

  // Vowels twice: translations are a third longer than English.
  private static Map<Character, String> accents() {
    String plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    String accented = "áƀçđéƒğĥíĵķļɱñóþɋřšţúṽŵẍýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŘŠŢÚṼŴẌÝŽ";
    return plain
        .chars()
        .boxed()
        .collect(
            Collectors.toMap(
                c -> (char) c.intValue(),
                c -> {
                  String one = accented.substring(plain.indexOf(c), plain.indexOf(c) + 1);
                  boolean vowel = "aeiou".indexOf(c) >= 0;
                  return vowel ? one + one : one;
                }));
  }
}
