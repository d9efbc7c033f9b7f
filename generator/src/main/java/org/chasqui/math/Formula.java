package org.chasqui.math;

import java.util.Optional;

/** What became of a formula written in TeX. */
public sealed interface Formula {
  /**
   * A formula that could be read.
   *
   * @param html a {@code math} element, fit to stand in HTML; its source is kept in it as an
   *     annotation
   */
  record MathMl(String html) implements Formula {}

  /**
   * A formula that could not.
   *
   * @param message what is wrong with it, in a sentence
   * @param start where in the TeX it is wrong
   * @param end where that ends; not before {@code start}
   * @param help what to do, if anything can be said
   */
  record Fault(String message, int start, int end, Optional<String> help) implements Formula {}
}
