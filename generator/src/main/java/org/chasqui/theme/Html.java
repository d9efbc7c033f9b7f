package org.chasqui.theme;

/**
 * A piece of finished HTML. Templates escape strings and write this as it is, so a template cannot
 * forget to escape, nor escape twice: {@code ${page.title}} is right for both.
 *
 * @param markup the HTML; empty for nothing
 */
public record Html(String markup) {
  /** Nothing; {@code ?has_content} says no. */
  public static final Html EMPTY = new Html("");

  /** Text as HTML, its special characters escaped. */
  public static Html escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return new Html(out.toString());
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return markup.isEmpty();
  }

  @Override
  public String toString() {
    return markup;
  }
}
