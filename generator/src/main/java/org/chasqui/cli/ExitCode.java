package org.chasqui.cli;

/** What the program tells whoever started it. The numbers are a promise: scripts rely on them. */
final class ExitCode {
  /** All went well. */
  static final int FINE = 0;

  /** The content has errors; nothing was written. */
  static final int CONTENT = 1;

  /** The call or the configuration was wrong. */
  static final int USAGE = 2;

  /** The site is fine, but a hub did not get its notebooks. */
  static final int HUB = 3;

  /** The machine said no. */
  static final int ENVIRONMENT = 4;

  /** A mistake of ours (EX_SOFTWARE of sysexits). */
  static final int BUG = 70;

  private ExitCode() {}
}
