package org.chasqui.theme;

import java.io.Writer;

/**
 * Takes the text of one template. Templates write in thousands of small pieces, for each of which a
 * {@link java.io.StringWriter} takes a lock; this one is used by one thread.
 */
final class Filled extends Writer {
  private final StringBuilder text = new StringBuilder(16_384);

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(char[] letters, int from, int length) {
    text.append(letters, from, length);
  }

  @Override
  public void write(String piece) {
    text.append(piece);
  }

  @Override
  public void write(String piece, int from, int length) {
    text.append(piece, from, from + length);
  }

  @Override
  public void flush() {
    // All is there already.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
