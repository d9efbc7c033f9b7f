package org.chasqui.diagnostic;

/**
 * A stretch of a source file, {@code start} inclusive to {@code end} exclusive, in offsets of its
 * text.
 *
 * @param file the file
 * @param start where it begins
 * @param end where it ends; equal to {@code start} for a point
 */
public record SourceSpan(SourceFile file, int start, int end) {
  /** The line on which it begins, from 1. */
  public int line() {
    return file.line(start);
  }

  /** The column at which it begins, from 1, in code points. */
  public int column() {
    return file.column(start);
  }

  /** The text of the line on which it begins. */
  public String lineText() {
    return file.lineText(line());
  }

  /** The text it covers. */
  public String text() {
    return file.text(start, end);
  }

  /** The same stretch as people see it: in the file that a converted text was made of. */
  public SourceSpan shown() {
    return file.shown(this);
  }

  /** {@code path:line:column}, as editors and terminals understand it. */
  public String location() {
    return file.path() + ":" + line() + ":" + column();
  }
}
