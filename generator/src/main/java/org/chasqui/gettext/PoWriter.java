package org.chasqui.gettext;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes entries: unchanged ones as they were read, others as {@code msgcat} writes them. */
final class PoWriter {
  // gettext fills "#:" lines up to here, whatever --no-wrap says; counted in bytes.
  private static final int REFERENCE_COLUMNS = 79;

  private PoWriter() {}

  static String write(List<PoEntry> entries, String tail, String lineEnd, Wrap wrap) {
    StringBuilder out = new StringBuilder();
    PoEntry before = null;
    for (PoEntry entry : entries) {
      endLine(out, lineEnd);
      out.append(gap(before, entry, lineEnd));
      out.append(comments(entry, lineEnd, wrap)).append(message(entry, lineEnd, wrap));
      before = entry;
    }
    if (!tail.isEmpty() && !tail.isBlank()) {
      endLine(out, lineEnd);
    }
    return out.append(tail).toString();
  }

  private static void endLine(StringBuilder out, String lineEnd) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append(lineEnd);
    }
  }

  // What stood between two entries that were neighbours stays; else one empty line.
  private static String gap(@Nullable PoEntry before, PoEntry entry, String lineEnd) {
    Optional<PoEntry.Origin> here = entry.origin();
    int expected = before == null ? 0 : before.origin().map(o -> o.all.end()).orElse(-1);
    if (here.isPresent() && expected >= 0) {
      String text = here.get().all.file().text();
      int start = here.get().all.start();
      if (expected <= start && text.substring(expected, start).isBlank()) {
        return text.substring(expected, start);
      }
    }
    return before == null ? "" : lineEnd;
  }

  private static String comments(PoEntry entry, String lineEnd, Wrap wrap) {
    if (entry.origin().isPresent()) {
      PoEntry.Origin origin = entry.origin().get();
      if (sameComments(entry, origin.parsed)) {
        return origin.all.file().text().substring(origin.all.start(), origin.message);
      }
    }
    StringBuilder out = new StringBuilder();
    for (String line : entry.comments()) {
      out.append(line.isEmpty() ? "#" : "# ").append(line).append(lineEnd);
    }
    for (String line : entry.extracted()) {
      out.append(line.isEmpty() ? "#." : "#. ").append(line).append(lineEnd);
    }
    references(entry, lineEnd, out);
    if (!entry.flags().isEmpty()) {
      out.append("#, ").append(String.join(", ", entry.flags())).append(lineEnd);
    }
    String prefix = entry.obsolete() ? "#~| " : "#| ";
    entry
        .previous()
        .ifPresent(
            previous ->
                source(previous.key(), previous.plural(), new Style(prefix, lineEnd, wrap), out));
    return out.toString();
  }

  private static boolean sameComments(PoEntry one, PoEntry other) {
    return one.comments().equals(other.comments())
        && one.extracted().equals(other.extracted())
        && one.references().equals(other.references())
        && one.flags().equals(other.flags())
        && one.previous().equals(other.previous())
        && (one.previous().isEmpty() || one.obsolete() == other.obsolete());
  }

  private static void references(PoEntry entry, String lineEnd, StringBuilder out) {
    int column = 0;
    for (String reference : entry.references()) {
      String shown = reference.indexOf(' ') < 0 ? reference : "\u2068" + reference + "\u2069";
      int width = shown.getBytes(StandardCharsets.UTF_8).length + 1;
      if (column > 0 && column + width > REFERENCE_COLUMNS) {
        out.append(lineEnd);
        column = 0;
      }
      if (column == 0) {
        out.append("#:");
        column = 2;
      }
      out.append(' ').append(shown);
      column += width;
    }
    if (column > 0) {
      out.append(lineEnd);
    }
  }

  private static String message(PoEntry entry, String lineEnd, Wrap wrap) {
    if (entry.origin().isPresent()) {
      PoEntry.Origin origin = entry.origin().get();
      if (sameMessage(entry, origin.parsed)) {
        String raw = origin.all.file().text().substring(origin.message, origin.all.end());
        return marked(raw, origin.parsed.obsolete(), entry.obsolete());
      }
    }
    String prefix = entry.obsolete() ? "#~ " : "";
    StringBuilder out = new StringBuilder();
    Style style = new Style(prefix, lineEnd, wrap);
    source(entry.key(), entry.plural(), style, out);
    for (int i = 0; i < entry.translations().size(); i++) {
      String keyword = entry.plural().isPresent() ? "msgstr[" + i + "]" : "msgstr";
      string(keyword, entry.translations().get(i), style, out);
    }
    return out.toString();
  }

  private static boolean sameMessage(PoEntry one, PoEntry other) {
    return one.key().equals(other.key())
        && one.plural().equals(other.plural())
        && one.translations().equals(other.translations());
  }

  // Out of use and back again, an entry's lines stay what they are but for the mark.
  private static String marked(String raw, boolean was, boolean is) {
    if (was == is) {
      return raw;
    }
    StringBuilder out = new StringBuilder();
    for (String line : raw.split("(?<=\n)", -1)) {
      if (line.isBlank()) {
        out.append(line);
      } else if (is) {
        out.append("#~ ").append(line);
      } else {
        out.append(line.replaceFirst("^\\s*#~ ?", ""));
      }
    }
    return out.toString();
  }

  private record Style(String prefix, String lineEnd, Wrap wrap) {}

  private static void source(
      PoEntry.Key key, Optional<String> plural, Style style, StringBuilder out) {
    key.context().ifPresent(text -> string("msgctxt", text, style, out));
    string("msgid", key.id(), style, out);
    plural.ifPresent(text -> string("msgid_plural", text, style, out));
  }

  private static void string(String keyword, String text, Style style, StringBuilder out) {
    out.append(style.prefix).append(keyword).append(' ');
    String lead = "";
    for (String line : style.wrap.lines(style.prefix, keyword + " ", escaped(text))) {
      out.append(lead).append('"').append(line).append('"').append(style.lineEnd);
      lead = style.prefix;
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c != '"' && c != '\\';
      int escape = plain ? -1 : PoLexer.ESCAPED.indexOf(c);
      if (escape >= 0) {
        out.append('\\').append(PoLexer.ESCAPES.charAt(escape));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
