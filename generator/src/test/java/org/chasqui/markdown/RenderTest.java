package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RenderTest {
  private static final LinkResolver AS_WRITTEN = (target, image, start, end) -> target;

  @Test
  void everyTargetGoesThroughTheResolverWithItsPlace() {
    String text =
        "[a](x.md) ![b](y.png) [c][r] <https://z.org>\n\n{{< figure src=\"f.png\" >}}\n\n"
            + "::: note\n## T\n[in](box.md)\n:::\n\n[r]: ref.md\n";
    List<String> places = new ArrayList<>();
    LinkResolver links =
        (target, image, start, end) -> {
          places.add(target + (image ? " image " : " ") + text.substring(start, end));
          return "/" + target;
        };
    DirectiveRenderer nobody = directive -> Optional.empty();
    String html =
        Markdown.render(
                text,
                new RenderOptions(links, List.of(nobody), List.of(), UnaryOperator.identity(), 1))
            .html();
    assertEquals(
        List.of(
            "x.md x.md",
            "y.png image y.png",
            "ref.md ref.md",
            "https://z.org https://z.org",
            "f.png image f.png",
            "box.md box.md"),
        places);
    assertTrue(html.contains("href=\"/x.md\""), html);
    assertTrue(html.contains("<h3 class=\"callout-title\""), html);
  }

  @Test
  void aRendererIsAskedBeforeTheBuiltIns() {
    DirectiveRenderer own =
        d ->
            d.name().equals("note")
                ? Optional.of(
                    "<x>" + d.positional() + d.html().strip() + d.source().strip() + "</x>")
                : Optional.empty();
    RenderOptions options =
        new RenderOptions(AS_WRITTEN, List.of(own), List.of(), UnaryOperator.identity(), 0);
    String html = Markdown.render(":::{note} Title\nA *b*\n:::\n", options).html();
    assertEquals("<x>[Title]<p>A <em>b</em></p>A *b*</x>\n", html);
    String inline = Markdown.render("A {{< note \"x\" >}}*b*{{< /note >}}.\n", options).html();
    assertEquals("<p>A <x>[x]<em>b</em>*b*</x>.</p>\n", inline);
  }

  @Test
  void stretchesInAnotherLanguageAreMarked() {
    String text = "# Uno\n\nText left\n\n- a\n- b\n\n| c |\n|---|\n";
    int start = text.indexOf("Text");
    LanguageStretch stretch =
        new LanguageStretch(start, text.indexOf("- b"), "en", "ltr", "untranslated");
    RenderOptions options =
        new RenderOptions(AS_WRITTEN, List.of(), List.of(stretch), UnaryOperator.identity(), 0);
    String html = Markdown.render(text, options).html();
    assertTrue(
        html.contains("<p class=\"untranslated\" lang=\"en\" dir=\"ltr\">Text left</p>"), html);
    assertTrue(
        html.contains("<li><span class=\"untranslated\" lang=\"en\" dir=\"ltr\">a</span></li>"),
        html);
    assertTrue(html.contains("<li>b</li>"), html);
  }

  @Test
  void linesAndDescriptions() {
    assertEquals("1. An <em>intro</em>", Markdown.inline("1. An *intro*"));
    assertEquals("# x", Markdown.inline("# x"));
    assertEquals("A b c 🎉", Markdown.plain("# A\n\n*b* [c](d.md) :tada:\n"));
  }
}
