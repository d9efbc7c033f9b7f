package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a Markdown text. The {@link #raw()} texts of all segments of a document, joined, are
 * the document again, byte for byte.
 */
public sealed interface Segment {
  /** Where it begins in the document. */
  int start();

  /** What stands there. */
  String raw();

  /** Where it ends. */
  default int end() {
    return start() + raw().length();
  }

  /**
   * Nothing to translate: markup, code, blank lines.
   *
   * @param start where it begins
   * @param raw what stands there
   */
  record Verbatim(int start, String raw) implements Segment {}

  /**
   * A unit of translation: a paragraph, a heading, a cell.
   *
   * @param start where it begins
   * @param raw what stands there
   * @param message its normal form, which is the key of its translation: white space collapsed,
   *     emphasis spelt one way, reference links resolved
   * @param context tells apart equal messages that must be said differently; only if the author
   *     asks for it
   * @param kind what it is
   * @param breadcrumb the headings above it
   * @param anchor the id of the heading it is or stands below; empty above the first
   * @param notes what the author tells the translator
   * @param prefix what must stand before each further line if a translation has several: {@code ">
   *     "}
   */
  record Translatable(
      int start,
      String raw,
      String message,
      Optional<String> context,
      Kind kind,
      List<String> breadcrumb,
      String anchor,
      List<String> notes,
      String prefix)
      implements Segment {}

  /** Segments as texts. */
  static List<String> down(List<Translatable> segments) {
    List<String> row = new ArrayList<>();
    for (Translatable segment : segments) {
      row.add(String.valueOf(segment.start));
      row.add(segment.raw);
      // Most are written as their normal form.
      Texts.add(
          row,
          segment.message.equals(segment.raw) ? Optional.empty() : Optional.of(segment.message));
      Texts.add(row, segment.context);
      row.add(segment.kind.name());
      Texts.add(row, segment.breadcrumb);
      row.add(segment.anchor);
      Texts.add(row, segment.notes);
      row.add(segment.prefix);
    }
    return row;
  }

  /** What {@link #down} wrote. */
  static List<Translatable> up(List<String> texts) {
    List<Translatable> segments = new ArrayList<>();
    Iterator<String> row = texts.iterator();
    while (row.hasNext()) {
      int start = Texts.number(row);
      String raw = row.next();
      segments.add(
          new Translatable(
              start,
              raw,
              Texts.optional(row).orElse(raw),
              Texts.optional(row),
              Kind.valueOf(row.next()),
              Texts.list(row),
              row.next(),
              Texts.list(row),
              row.next()));
    }
    return List.copyOf(segments);
  }

  /** What a translatable segment is. */
  enum Kind {
    PARAGRAPH("paragraph"),
    HEADING("heading"),
    LIST_ITEM("list item"),
    DEFINITION("definition"),
    COLUMN_HEADING("column heading"),
    TABLE_CELL("table cell"),
    QUOTE("quote"),
    TITLE("title"),
    FOOTNOTE("footnote"),
    IMAGE_TEXT("image description"),
    HTML_TEXT("text in HTML"),
    CODE_COMMENT("comment in code"),
    ARGUMENT("argument");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** How a translator is told. */
    public String label() {
      return label;
    }
  }
}
