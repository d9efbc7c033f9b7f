package org.chasqui.notebook;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, as a notebook is made of: a pure tree, written by {@link JsonWriter}. */
sealed interface Json {
  /** An object without members. */
  Members NONE = new Members(Map.of());

  /**
   * An object. The order of its members does not matter: they are written sorted.
   *
   * @param members the values by name
   */
  record Members(Map<String, Json> members) implements Json {
    /** Copies, so that nobody can change it. */
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * An array.
   *
   * @param items its items
   */
  record Items(List<Json> items) implements Json {
    /** Copies, so that nobody can change it. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A string.
   *
   * @param value the text; well-formed UTF-16
   */
  record Text(String value) implements Json {}

  /**
   * A number without a fraction, of any size.
   *
   * @param value the number
   */
  record Whole(BigInteger value) implements Json {}

  /**
   * A number with a fraction or an exponent. Better avoided: browsers rewrite {@code 1.0} as {@code
   * 1}.
   *
   * @param value the number; finite
   */
  record Fraction(double value) implements Json {}

  /**
   * True or false.
   *
   * @param value which
   */
  record Truth(boolean value) implements Json {}

  /** {@code null}. */
  record Nothing() implements Json {}

  /** A string. */
  static Json of(String value) {
    return new Text(value);
  }

  /** A whole number. */
  static Json of(long value) {
    return new Whole(BigInteger.valueOf(value));
  }

  /** An object without members. */
  static Members empty() {
    return NONE;
  }
}
