package org.chasqui.markdown;

import java.util.Optional;
import java.util.Set;

/**
 * Renders directives and shortcodes. Of several, the first that answers wins; built-ins are last.
 */
@FunctionalInterface
public interface DirectiveRenderer {
  /** The HTML of a directive, or nothing if this renderer does not know it. */
  Optional<String> render(Directive directive);

  /** The names of shortcodes that it knows, to suggest one where an author misspelt it. */
  default Set<String> shortcodes() {
    return Set.of();
  }
}
