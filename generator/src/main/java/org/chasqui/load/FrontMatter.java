package org.chasqui.load;

import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;

/**
 * The front matter of a page, split from its body: YAML between lines {@code ---}, TOML between
 * lines {@code +++}, one JSON object, or none.
 *
 * <p>Blank lines before it, blanks behind the marks and a closing line that merely begins with the
 * mark are fine: real pages have them all.
 *
 * @param mapping its keys
 * @param bodyStart where the body begins
 * @param broken whether a syntax error was reported, so that missing keys are no news
 */
record FrontMatter(Mapping mapping, int bodyStart, boolean broken) {

  /** Splits and reads. */
  static FrontMatter of(SourceFile file, Diagnostics diagnostics) {
    String text = file.beginning();
    int start = firstText(text);
    if (marks(text, start, "---")) {
      return fenced(file, start, "---", diagnostics);
    }
    if (marks(text, start, "+++")) {
      return fenced(file, start, "+++", diagnostics);
    }
    if (opensJson(text, start)) {
      Nodes.Result json = Nodes.json(file, start, diagnostics);
      return new FrontMatter(json.mapping(), nextLine(text, json.end()), json.broken());
    }
    return none(file);
  }

  private static FrontMatter none(SourceFile file) {
    return new FrontMatter(Mapping.empty(file.top()), 0, false);
  }

  private static FrontMatter fenced(
      SourceFile file, int start, String mark, Diagnostics diagnostics) {
    String text = file.beginning();
    int from = nextLine(text, start);
    int close = closing(text, from, mark);
    if (close < 0) {
      return unclosed(file, start, from, mark, diagnostics);
    }
    Nodes.Result result =
        mark.equals("---")
            ? Nodes.yaml(file, from, close, diagnostics)
            : Nodes.toml(file, from, close, diagnostics);
    return new FrontMatter(result.mapping(), nextLine(text, close), result.broken());
  }

  // A page may well begin with a thematic break: only what looks like a key makes it a fault.
  private static FrontMatter unclosed(
      SourceFile file, int start, int from, String mark, Diagnostics diagnostics) {
    char sign = mark.equals("---") ? ':' : '=';
    String next = file.lineText(file.line(from));
    int at = next.indexOf(sign);
    if (at <= 0 || next.substring(0, at).strip().indexOf(' ') >= 0) {
      return none(file);
    }
    diagnostics.add(
        Diagnostic.error(
                "front-matter-syntax",
                file.span(start, start + mark.length()),
                "The front matter that begins here does not end.")
            .help("Put a line '" + mark + "' between front matter and text."));
    int end = file.length();
    return new FrontMatter(Mapping.empty(file.span(start, start)), end, true);
  }

  private static int firstText(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    return lineStart == at ? at : lineStart; // an indented mark is no mark
  }

  private static boolean marks(String text, int start, String mark) {
    if (!text.startsWith(mark, start)) {
      return false;
    }
    int end = lineEnd(text, start);
    return text.substring(start + mark.length(), end).isBlank();
  }

  private static int closing(String text, int from, String mark) {
    for (int at = from; at < text.length(); at = nextLine(text, at)) {
      boolean dots = mark.equals("---") && marks(text, at, "...");
      if (text.startsWith(mark, at) || dots) {
        return at;
      }
    }
    return -1;
  }

  // Not '{{< figure >}}', '{% include %}' or '{.class}'.
  private static boolean opensJson(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '{') {
      return false;
    }
    int at = start + 1;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '}');
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int nextLine(String text, int from) {
    return Math.min(lineEnd(text, from) + 1, text.length());
  }
}
