package org.chasqui.markdown;

import java.util.List;
import java.util.Map;

/**
 * A call of something by name in a Markdown text: a shortcode {@code {{< figure src="x" >}}}, a
 * fenced div {@code ::: challenge}, a MyST directive.
 *
 * @param kind how it was written
 * @param name which
 * @param positional arguments without a name, in order; of a div or directive its title, if any
 * @param named arguments with a name
 * @param source the text inside, as written; empty if it has no inside
 * @param html the text inside, as HTML
 * @param start where it begins in the document
 * @param end where it ends
 */
public record Directive(
    Kind kind,
    String name,
    List<String> positional,
    Map<String, String> named,
    String source,
    String html,
    int start,
    int end) {
  /** How it was written. */
  public enum Kind {
    /** <code>{{&lt; name &gt;}}</code> or <code>{{% name %}}</code>. */
    SHORTCODE,
    /** {@code ::: name}, or MyST's {@code :::{name}} and <code>```{name}</code>. */
    DIV
  }
}
