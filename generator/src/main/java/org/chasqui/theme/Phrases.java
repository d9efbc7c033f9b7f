package org.chasqui.theme;

import java.util.List;
import java.util.Map;

/**
 * The words of the interface in one language, as templates ask for them with {@code t} and {@code
 * n}.
 */
public interface Phrases {
  /** The text of an id, its {@code {name}} placeholders filled. */
  String text(String id, Map<String, ?> arguments);

  /** Likewise, in the plural form for {@code count}, which is {@code {n}} in the text. */
  String plural(String id, long count, Map<String, ?> arguments);

  /** A number in the digits and groups of the language. */
  String number(long n);

  /** A list as a sentence has it: {@code Ana, Bo and Cy}. */
  String list(List<String> items);
}
