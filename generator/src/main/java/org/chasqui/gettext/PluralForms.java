package org.chasqui.gettext;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which plural form a number asks for: the {@code Plural-Forms} field of a PO file, whose formula
 * is an expression of the language C in the one variable {@code n}.
 *
 * <p>The formats and the formulas of languages are in the GNU gettext manual, "Plural forms"; the
 * categories behind them are CLDR's.
 */
public final class PluralForms {
  private static final Pattern FIELD =
      Pattern.compile("\\s*nplurals\\s*=\\s*(\\d{1,2})\\s*;\\s*plural\\s*=\\s*([^;]+);?\\s*");
  private static final String ONE_OR_MORE = "nplurals=2; plural=(n != 1);";
  private static final String UP_TO_ONE = "nplurals=2; plural=(n > 1);";
  private static final Map<String, String> KNOWN =
      Map.of(
          "en", ONE_OR_MORE,
          "es", ONE_OR_MORE,
          "pt", ONE_OR_MORE,
          "sw", ONE_OR_MORE,
          "fr", UP_TO_ONE,
          "pt-br", UP_TO_ONE,
          "ar",
              "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 :"
                  + " n%100>=11 ? 4 : 5);");

  private final int count;
  private final PluralExpression formula;
  private final String field;

  private PluralForms(int count, PluralExpression formula, String field) {
    this.count = count;
    this.formula = formula;
    this.field = field;
  }

  /** The forms that a header's field describes; nothing if it cannot be understood. */
  public static Optional<PluralForms> parse(String field) {
    Matcher matcher = FIELD.matcher(field);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
      return Optional.empty();
    }
    int count = Integer.parseInt(matcher.group(1));
    return PluralExpression.parse(matcher.group(2))
        .map(formula -> new PluralForms(count, formula, field.strip()));
  }

  /**
   * The forms of a language, for a new catalogue.
   *
   * @param tag its BCP 47 tag; of a language that is not known, {@code n != 1}
   */
  public static PluralForms of(String tag) {
    String wanted = tag.toLowerCase(Locale.ROOT);
    while (!KNOWN.containsKey(wanted) && wanted.indexOf('-') > 0) {
      wanted = wanted.substring(0, wanted.lastIndexOf('-'));
    }
    return parse(KNOWN.getOrDefault(wanted, ONE_OR_MORE)).orElseThrow();
  }

  /** Whether both choose alike, as far as their text shows. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PluralForms that && field.equals(that.field);
  }

  @Override
  public int hashCode() {
    return field.hashCode();
  }

  /** How many forms there are. */
  public int count() {
    return count;
  }

  /** The field's value as it stands in a header. */
  public String field() {
    return field;
  }

  /**
   * The form for a number, from 0; the last form if the formula leads beyond it (or nowhere, as a
   * division by zero does).
   */
  public int index(long n) {
    long index = formula.value(Math.abs(n));
    return index < 0 || index >= count ? count - 1 : (int) index;
  }

  /**
   * The text for a number among the translations of a message, which may have fewer forms than the
   * formula knows: then the last stands in.
   */
  public String choose(java.util.List<String> forms, long n) {
    return forms.get(Math.min(index(n), forms.size() - 1));
  }

  @Override
  public String toString() {
    return field;
  }
}
