package org.chasqui.site;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Says a page's texts in another language, or only looks at them: {@link Page#in} hands it every
 * translatable text of a page, in the order in which readers meet them.
 */
public interface TextMapper {
  /**
   * One text of the front matter.
   *
   * @param field where it stands: {@code title}, {@code questions[2]}
   */
  Text text(String field, Text text);

  /**
   * A text of the front matter that is Markdown with blocks of its own, as in the sections of a
   * landing page. Left as it is unless a mapper says otherwise.
   */
  default Body text(String field, Body text) {
    return text;
  }

  /** The body. */
  Body body(Body body);

  /** A list of texts; fields are {@code field[0]}, {@code field[1]} … */
  default List<Text> texts(String field, List<Text> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> text(field + "[" + i + "]", texts.get(i)))
        .toList();
  }
}
