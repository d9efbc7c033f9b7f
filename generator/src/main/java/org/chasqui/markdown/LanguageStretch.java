package org.chasqui.markdown;

/**
 * A stretch of a text in another language than the rest: every block whose text begins inside it is
 * marked with {@code lang}, {@code dir} and a class.
 *
 * @param start where it begins
 * @param end where it ends
 * @param language its BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param cssClass the class that tells why: {@code untranslated}, {@code outdated}
 */
public record LanguageStretch(
    int start, int end, String language, String direction, String cssClass) {}
