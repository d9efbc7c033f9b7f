package org.chasqui.site;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A language of the site, as a canonical BCP 47 tag: {@code es}, {@code pt-BR}, {@code es-419}. Two
 * of one tag are equal, however the site wants them shown.
 *
 * @param tag the canonical tag
 * @param givenName its name in itself, where the site says another than Unicode's CLDR
 * @param givenDirection {@code ltr} or {@code rtl}, where the site says it
 */
public record Language(String tag, Optional<String> givenName, Optional<String> givenDirection)
    implements Comparable<Language> {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

  /** English, which most of the family's content is written in. */
  public static final Language ENGLISH = of("en");

  /** A language that is shown as usual. */
  public Language(String tag) {
    this(tag, Optional.empty(), Optional.empty());
  }

  /**
   * The language of a tag, however people spell it: {@code es_LA} and {@code ES-la} are {@code
   * es-LA}.
   *
   * @throws IllegalArgumentException if it is no language tag
   */
  public static Language of(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build();
      if (locale.getLanguage().isEmpty()) {
        throw new IllegalArgumentException("not a language tag: " + tag);
      }
      return new Language(locale.toLanguageTag());
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("not a language tag: " + tag, e);
    }
  }

  /**
   * The language of which this one is a regional form: {@code es} of {@code es-419}, {@code pt} of
   * {@code pt-BR}. Another script is no form of a language, but another way to write it.
   */
  public Optional<Language> base() {
    Locale locale = locale();
    if (locale.getCountry().isEmpty() && locale.getVariant().isEmpty()) {
      return Optional.empty();
    }
    String script = locale.getScript().isEmpty() ? "" : "-" + locale.getScript();
    return Optional.of(of(locale.getLanguage() + script));
  }

  /** The same, shown as a site wants it. */
  public Language shown(Optional<String> name, Optional<String> direction) {
    return new Language(tag, name, direction);
  }

  /**
   * Whether who reads one of the two reads the other: {@code es-419} and {@code es}, {@code pt-BR}
   * and {@code pt-PT}; not {@code sr-Latn} and {@code sr}.
   */
  public boolean isFormOf(Language other) {
    return locale().getLanguage().equals(other.locale().getLanguage())
        && locale().getScript().equals(other.locale().getScript());
  }

  /**
   * Whether nobody speaks it: one of the two ways to see what translations will do to a theme,
   * {@code -XA} with accents and longer words and {@code -XB} from right to left.
   */
  public boolean isPseudo() {
    return tag.endsWith("-XA") || tag.endsWith("-XB");
  }

  /** For dates, numbers and names. */
  public Locale locale() {
    Locale locale = Locale.forLanguageTag(tag);
    boolean ofNoCountry = tag.equals("ar") || tag.equals("ar-XB");
    // CLDR changed its mind about the digits of such Arabic between versions of Java: a site is to
    // be the same on all.
    return ofNoCountry
        ? new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "arab").build()
        : locale;
  }

  /** {@code ltr} or {@code rtl}, for HTML's {@code dir}. */
  public String direction() {
    boolean rightToLeft = RIGHT_TO_LEFT.contains(locale().getLanguage()) || tag.endsWith("-XB");
    return givenDirection.orElse(rightToLeft ? "rtl" : "ltr");
  }

  /** Its name in a language; how it writes digits is no part of that. */
  public String nameIn(Locale other) {
    return locale().stripExtensions().getDisplayName(other);
  }

  /** Its name in itself: {@code español}, with a capital where it stands alone. */
  public String ownName() {
    if (givenName.isPresent()) {
      return givenName.get();
    }
    // Makers of themes look for it, in a list of names they can read.
    String name = nameIn(isPseudo() ? Locale.ENGLISH : locale());
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(locale())
        + name.substring(name.offsetByCodePoints(0, 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Language language && tag.equals(language.tag);
  }

  @Override
  public int hashCode() {
    return tag.hashCode();
  }

  @Override
  public int compareTo(Language other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public String toString() {
    return tag;
  }
}
