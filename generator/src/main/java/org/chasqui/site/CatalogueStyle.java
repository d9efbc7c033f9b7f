package org.chasqui.site;

/**
 * What the files are like that translators work on.
 *
 * @param grain how much one file holds
 * @param wrapped whether long texts are broken into lines as gettext's own tools do it
 */
public record CatalogueStyle(Grain grain, boolean wrapped) {
  /** A file for each page, whose lines are as long as its texts. */
  public static final CatalogueStyle USUAL = new CatalogueStyle(Grain.PAGE, false);

  /** How much one file holds. */
  public enum Grain {
    /** One page. */
    PAGE,
    /** A lesson, or a section of the site such as {@code blog}. */
    SECTION,
    /** Everything but the words of the interface. */
    SITE
  }

  /**
   * The catalogue that holds what would have one of its own if each page had.
   *
   * @param name the name of that: {@code lessons/git/intro}, {@code about}
   * @return {@code lessons/git} and {@code pages} for sections, {@code site} for the site
   */
  public String catalogue(String name) {
    boolean fixed = name.equals("ui") || name.equals("site");
    return switch (grain) {
      case PAGE -> name;
      case SITE -> name.equals("ui") ? name : "site";
      case SECTION -> fixed ? name : section(name);
    };
  }

  private static String section(String name) {
    String[] parts = name.split("/", 3);
    if (parts[0].equals("lessons") && parts.length > 1) {
      return parts[0] + "/" + parts[1];
    }
    return parts.length > 1 ? parts[0] : "pages";
  }
}
