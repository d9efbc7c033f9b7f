package org.chasqui.render;

import java.util.Locale;
import java.util.regex.Pattern;

/** File names of pictures. */
final class GalleryNames {
  private GalleryNames() {}

  /** Whether a path has the ending of a picture, and is no pattern of several. */
  static boolean isPicture(String path) {
    return path.indexOf('*') < 0
        && path.toLowerCase(Locale.ROOT).matches(".+\\.(png|jpe?g|svg|webp|gif|avif)");
  }

  /** The name of a file without its folder. */
  static String bare(String path) {
    return Urls.decode(path.substring(path.lastIndexOf('/') + 1));
  }

  /** What a pattern with {@code *} and {@code ?} matches; {@code *} stands for slashes too. */
  static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
    }
    return Pattern.compile(regex.toString().replace(".*.*", ".*"), Pattern.CASE_INSENSITIVE);
  }
}
