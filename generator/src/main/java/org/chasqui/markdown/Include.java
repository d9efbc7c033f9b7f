package org.chasqui.markdown;

import java.util.Map;

/**
 * A place of a text at which the text of another file is to stand.
 *
 * @param start where the directive begins
 * @param end where it ends, without the line end
 * @param indent what stands before it on its line, and so before each line of the other file:
 *     blanks in a list item, {@code >} in a quote
 * @param path the file, as written
 * @param code whether the file is shown as code, rather than being part of the text
 * @param language the language of that code; empty if it has none
 * @param options the options of the directive: {@code region}, {@code lines} …
 */
public record Include(
    int start,
    int end,
    String indent,
    String path,
    boolean code,
    String language,
    Map<String, String> options) {
  /** Copies, so that nobody can change it. */
  public Include {
    options = Map.copyOf(options);
  }
}
