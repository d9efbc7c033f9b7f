package org.chasqui.markdown;

import java.util.Optional;

/**
 * A translatable stretch of a document, with what splicing must know beyond {@link Segment}.
 *
 * @param segment the segment
 * @param place where it stands, which says what must be escaped
 * @param headingId of a heading whose author gave no id, the id that its source text gives it
 */
record Cut(Segment.Translatable segment, Place place, Optional<String> headingId) {
  /** Where a segment stands. */
  enum Place {
    /** A paragraph's text: may go over several lines. */
    BLOCK,
    /** A line that cannot be broken: a heading, a title. */
    LINE,
    /** A cell of a table. */
    CELL,
    /** Between the brackets of a picture. */
    BRACKETS,
    /** In double quotes. */
    DOUBLE_QUOTES,
    /** In single quotes. */
    SINGLE_QUOTES,
    /** In backticks, where nothing can be escaped. */
    BACKTICKS,
    /** In parentheses. */
    PARENTHESES,
    /** A bare word, without quotes. */
    WORD,
    /** Text in HTML. */
    HTML,
    /** A comma-separated value in quotes, which are doubled within it. */
    CSV_QUOTED,
    /** A comma-separated value without quotes. */
    CSV_BARE,
    /** A comment to the end of the line. */
    LINE_COMMENT,
    /** A comment between marks. */
    BLOCK_COMMENT
  }
}
