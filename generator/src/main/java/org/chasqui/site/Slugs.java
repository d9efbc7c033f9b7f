package org.chasqui.site;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they may stand in addresses. */
public final class Slugs {
  private Slugs() {}

  /**
   * A word as it may stand in an address: lower case, accents dropped, anything but letters and
   * digits a hyphen. Letters of other scripts stay. {@code "Ciencia Ábierta!"} is {@code
   * ciencia-abierta}; a text without letters and digits is {@code x}.
   */
  public static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String slug =
        Normalizer.normalize(plain, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "x" : slug;
  }
}
