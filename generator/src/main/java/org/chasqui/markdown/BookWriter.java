package org.chasqui.markdown;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Severity;

/**
 * Writes what pages of books ask their builder for (Sphinx, Jupyter Book): lists of contents, other
 * pages in a frame, raw HTML. What a site cannot make stays readable, and is told.
 */
final class BookWriter {
  private static final Set<String> CONTENTS = Set.of("contents", "tableofcontents");
  private static final Set<String> NOT_MADE =
      Set.of("bibliography", "glue", "anywidget", "embed", "eval-rst");
  // "Title <page>", or the page alone.
  private static final Pattern TITLED = Pattern.compile("(.*\\S)\\s*<([^<>]+)>");

  private final Rendering rendering;
  private final StringBuilder out;

  BookWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  /** Writes a directive; says no if it is none of these, or must be shown as it is. */
  boolean write(CodeFence fence, Directive directive) {
    String name = fence.directive();
    if (name.equals("toctree")) {
      pages(fence, directive);
    } else if (CONTENTS.contains(name)) {
      contents(directive);
    } else if (name.equals("iframe")) {
      frame(fence, directive);
    } else if (name.equals("raw")) {
      raw(fence, directive);
    } else if (NOT_MADE.contains(name)) {
      report(directive);
      return fence.code().isBlank();
    } else {
      // The site's own search finds every word.
      return name.equals("index");
    }
    return true;
  }

  private void pages(CodeFence fence, Directive directive) {
    StringBuilder list = new StringBuilder();
    for (String line : fence.code().lines().map(String::strip).toList()) {
      boolean named = !line.isEmpty() && !line.startsWith(":") && !line.equals("self");
      if (named && !line.contains("*")) {
        list.append("* ").append(entry(line)).append('\n');
      }
    }
    if (!fence.attributes().containsKey("hidden") && !list.isEmpty()) {
      new Includes(rendering).markdown(list.toString(), directive.start(), directive.end());
    }
  }

  private static String entry(String line) {
    Matcher titled = TITLED.matcher(line);
    String target = titled.matches() ? titled.group(2) : line;
    if (target.matches("(?i)https?://.*")) {
      return titled.matches() ? "[" + titled.group(1) + "](<" + target + ">)" : "<" + target + ">";
    }
    return "{doc}`" + line.replace("`", "") + "`";
  }

  // As the shortcode: what is known only when all is written.
  private void contents(Directive directive) {
    Directive shortcode =
        new Directive(
            Directive.Kind.SHORTCODE,
            "toc",
            List.of(),
            directive.named(),
            "",
            "",
            directive.start(),
            directive.end());
    rendering.blocks.directives.ask(shortcode).ifPresent(out::append);
    rendering.line();
  }

  // A frame would load another site's page before anybody asked for it.
  private void frame(CodeFence fence, Directive directive) {
    String url = fence.argument().strip();
    String caption = fence.code().strip();
    String label = caption.isEmpty() ? url : caption.replaceAll("\\s+", " ");
    String link =
        url.isEmpty()
            ? label
            : "[" + label.replace("[", "\\[").replace("]", "\\]") + "](<" + url + ">)";
    new Includes(rendering).markdown(link, directive.start(), directive.end());
  }

  // Other formats are for other builders.
  private void raw(CodeFence fence, Directive directive) {
    if (List.of(fence.argument().strip().split("\\s+")).contains("html")) {
      new Includes(rendering).markdown(fence.code(), directive.start(), directive.end());
    }
  }

  private void report(Directive directive) {
    rendering.problem(
        Severity.WARNING,
        "directive-not-made",
        "Nothing is made of '" + directive.name() + "'.",
        directive.start(),
        directive.end(),
        Optional.of("Write its content as Markdown."));
  }
}
