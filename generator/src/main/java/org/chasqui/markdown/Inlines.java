package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;
import java.util.function.Consumer;

/** Inline Markdown that stands by itself. */
final class Inlines {
  private Inlines() {}

  /** A single line as HTML without a paragraph around it. */
  static String render(String text, RenderOptions options) {
    return render(text, options, problem -> {});
  }

  /** The same, which tells what is wrong with it. */
  static String render(String text, RenderOptions options, Consumer<Problem> problems) {
    String line = LineStart.escape(PlainText.collapse(text));
    Document document = Dialect.parse(line);
    Rendering rendering = new Rendering(line, document, options);
    if (document.getFirstChild() instanceof Paragraph paragraph && paragraph.getNext() == null) {
      rendering.inPhrase = true;
      rendering.inlines.children(paragraph);
      rendering.problems.forEach(problems);
      return rendering.out.toString();
    }
    return Html.escaped(text.strip());
  }

  /** Likewise within a rendering, whose links, ids and problems it shares. */
  static String render(String text, int start, Rendering outer) {
    if (text.isEmpty() || Unmarked.is(text)) {
      return text;
    }
    RenderOptions o = outer.options;
    RenderOptions moved =
        new RenderOptions(
            (target, image, from, to) -> o.links().resolve(target, image, start + from, start + to),
            o.directives(),
            java.util.List.of(),
            o.wording(),
            0,
            SiteFiles.NONE,
            o.formulas());
    return render(text, moved);
  }
}
