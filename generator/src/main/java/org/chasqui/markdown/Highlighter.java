package org.chasqui.markdown;

/** Colours code. */
final class Highlighter {
  private Highlighter() {}

  static void write(String language, String code, StringBuilder out) {
    Html.escape(out, code);
  }
}
