package org.chasqui.math;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns TeX into MathML, which browsers show without any script. What it understands is what KaTeX
 * understands.
 *
 * <pre>{@code
 * Formula formula = new Formulas(Map.of("\\R", "\\mathbb{R}")).of("x \\in \\R", false);
 * }</pre>
 *
 * <p>A pure function, and safe to call from many threads. Nothing a formula defines outlives it.
 * The first formula of a process takes a second, because a script is read; the rest milliseconds.
 */
public final class Formulas {
  private final SortedMap<String, String> macros;

  /**
   * @param macros commands of the site's own, by name, with what they stand for; {@code #1} is
   *     their first argument. The backslash before the name may be left out.
   */
  public Formulas(Map<String, String> macros) {
    this.macros = new TreeMap<>();
    macros.forEach(
        (name, meaning) -> this.macros.put(name.startsWith("\\") ? name : "\\" + name, meaning));
  }

  /** Whether the same formulas give the same MathML. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Formulas that && macros.equals(that.macros);
  }

  @Override
  public int hashCode() {
    return macros.hashCode();
  }

  /** The commands of the site, with what they stand for: the same for equal ones alone. */
  @Override
  public String toString() {
    return macros.toString();
  }

  /**
   * A formula as MathML.
   *
   * @param tex its source, without dollars
   * @param display whether it stands on lines of its own
   */
  public Formula of(String tex, boolean display) {
    return Katex.shared().formula(new Katex.Request(tex, display, macros));
  }
}
