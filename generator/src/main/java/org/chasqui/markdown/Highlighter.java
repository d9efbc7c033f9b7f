package org.chasqui.markdown;

import java.util.Optional;

/** Colours code while the site is built, so that readers need no program for it. */
final class Highlighter {
  private Highlighter() {}

  /** Writes code as HTML; tokens stand in {@code <span class="h-…">}. */
  static void write(String language, String code, CommentLanguages comments, StringBuilder out) {
    Optional<Lexer> lexer = Lexers.of(language);
    if (lexer.isEmpty()) {
      Html.escape(out, code);
      return;
    }
    int[] done = {0};
    lexer
        .get()
        .tokens(
            code,
            (kind, start, end) -> {
              Html.escape(out, code.substring(done[0], start));
              out.append("<span class=\"h-").append(kind).append('"');
              out.append(kind == 'c' ? comments.attributes(start, end) : "").append('>');
              Html.escape(out, code.substring(start, end));
              out.append("</span>");
              done[0] = end;
            });
    Html.escape(out, code.substring(done[0]));
  }
}
