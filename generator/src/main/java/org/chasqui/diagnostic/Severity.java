package org.chasqui.diagnostic;

/** How bad a problem is. An {@link #ERROR} keeps the whole run from writing anything. */
public enum Severity {
  /** The site would be wrong: nothing is written. */
  ERROR,
  /** The site is built, but somebody should look; with {@code --strict} it counts as an error. */
  WARNING,
  /** Good to know. */
  INFO
}
