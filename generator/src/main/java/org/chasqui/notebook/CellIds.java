package org.chasqui.notebook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the cells of one notebook their ids: the same in every language and in every build, and the
 * same for a cell whatever happens to the others.
 *
 * <p>An id says where a cell belongs, never how many cells are before it: the anchor of its heading
 * (which every language shares) and, for code, the first words of the code. When somebody puts a
 * new cell before it, a counted id would move on to the next cell; learners who had run that cell
 * would then have two cells of one id after their hub has merged the new version.
 */
final class CellIds {
  /** Jupyter takes 64; the rest is for the version. */
  private static final int LONGEST = 56;

  private static final int ROOM_FOR_NUMBER = 5;
  private static final int WORDS = 2;
  private static final Pattern CODE_TOKEN =
      Pattern.compile("#.*|\"[^\"\n]*\"|'[^'\n]*'|[\\p{L}_][\\p{L}\\p{N}_]*");

  // Keys are lower case: no author can write one that looks like a version.
  private static final Pattern VERSION = Pattern.compile("-V(\\d{1,6})$");

  private final Set<String> taken = new HashSet<>();

  /** The id for a key, made unique among those given before. */
  String take(String key) {
    String wish = shorten(slug(key), LONGEST);
    String id = wish;
    for (int number = 2; !taken.add(id); number++) {
      id = shorten(wish, LONGEST - ROOM_FOR_NUMBER) + "-" + number;
    }
    return id;
  }

  /** What an id was before a cell that bore it moved: {@code load-data} of {@code load-data-V2}. */
  static String keyOf(String id) {
    return VERSION.matcher(id).replaceFirst("");
  }

  /** How many places a cell has had: 2 of {@code load-data-V2}, 1 of {@code load-data}. */
  static int versionOf(String id) {
    Matcher version = VERSION.matcher(id);
    return version.find() ? Integer.parseInt(version.group(1)) : 1;
  }

  /** The id of a cell in one of its places. */
  static String version(String key, int version) {
    return version < 2 ? key : key + "-V" + version;
  }

  /**
   * What a piece of code is called: its first two words on the first line that has any, without
   * comments (which are translated) and texts; {@code code} if it has no word.
   */
  static String nameOf(String code) {
    List<String> words = new ArrayList<>();
    for (String line : code.split("\n")) {
      Matcher token = CODE_TOKEN.matcher(line);
      while (token.find() && words.size() < WORDS) {
        if (Character.isLetter(token.group().codePointAt(0)) || token.group().startsWith("_")) {
          words.add(token.group());
        }
      }
      if (!words.isEmpty()) {
        break;
      }
    }
    return words.isEmpty() ? "code" : String.join("-", words);
  }

  private static boolean isSlug(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      boolean inner = c == '-' && i > 0 && i + 1 < key.length();
      if (!plain && !inner) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private static String slug(String key) {
    if (isSlug(key)) {
      return key;
    }
    String slug =
        Normalizer.normalize(key, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_-]+", "-")
            .replaceAll("^-+|-+$", "");
    // A heading in another script: its code points still tell it from the others.
    return slug.isEmpty() ? "x" + Integer.toHexString(key.hashCode()) : slug;
  }

  private static String shorten(String id, int length) {
    return id.length() <= length ? id : id.substring(0, length);
  }
}
