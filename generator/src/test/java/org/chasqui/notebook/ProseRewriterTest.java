package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown for the page becomes Markdown for a cell. */
class ProseRewriterTest {
  private static final ProseRewriter.Targets TARGETS =
      new ProseRewriter.Targets() {
        @Override
        public String link(String target, boolean image) {
          return (image ? "IMG:" : "TO:") + target;
        }

        @Override
        public String role(String name, String inside) {
          return name.equals("math") ? "$" + inside + "$" : "ROLE:" + name + ":" + inside;
        }

        @Override
        public String shortcode(String name, Map<String, String> arguments) {
          return "SHORT:" + name + arguments.getOrDefault("src", "");
        }
      };

  private static String rewrite(String markdown) {
    return new ProseRewriter(
            markdown + "\n\n[far]: far.md 'A title'\n[Two  Words]: <b c.md>\n", TARGETS)
        .rewrite(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[a](b.md) | [a](TO:b.md)",
        "[a](b.md \"t\") c | [a](TO:b.md \"t\") c",
        "[a]( <b c.md> ) | [a](<TO:b c.md>)",
        "[a](b_(c).md) | [a](<TO:b_(c).md>)",
        "![a](b.png) | ![a](IMG:b.png)",
        "[![a](b.png)](c.md) | [![a](IMG:b.png)](TO:c.md)",
        "![](b.png){alt='A map' width=3} | ![A map](IMG:b.png)",
        "[a](b.md){.button} | [a](TO:b.md)",
        "[word]{.mark} | word",
        "[a][far], [far], [far][] | [a](TO:far.md 'A title'), [far](TO:far.md 'A title'), [far](TO:far.md 'A title')",
        "[two words] | [two words](<TO:b c.md>)",
        "[x] and [ ] and a[1] | [x] and [ ] and a[1]",
        "- [ ] task | - [ ] task",
        "`[a](b.md)` and ``[a](b)` `` | `[a](b.md)` and ``[a](b)` ``",
        "\\[a](b.md) | \\[a](b.md)",
        "$[a](b)$ costs $5 [a](b) or $6 | $[a](b)$ costs $5 [a](TO:b) or $6",
        "$$x[a](b)$$ | $$x[a](b)$$",
        "<https://x.org/[a](b)> | <https://x.org/[a](TO:b)>",
        "a <img src='x.png' width=3> b | a <img src=\"IMG:x.png\" width=3> b",
        "<a href=\"x.md\">b</a> | <a href=\"TO:x.md\">b</a>",
        "a <!-- secret --> b | a  b",
        "a < b and c > d | a < b and c > d",
        "note[^1]. | note<sup>1</sup>.",
        "[^n]: The note | <sup>n</sup> The note",
        "{kbd}`Ctrl` {ref}`part <x>` {math}`x^2` | ROLE:kbd:Ctrl ROLE:ref:part <x> $x^2$",
        "{{< figure src=\"a.png\" >}} | SHORT:figurea.png",
        "{{% toc %}} end | SHORT:toc end",
        "{{</* toc */>}} | {{< toc >}}",
        "x {{< solution >}}secret{{< /solution >}} y | x  y",
        "x {{% instructor %}}secret | x",
        "f(x) {not} {{ liquid }} | f(x) {not} {{ liquid }}",
        "[open [a](b.md) | [open [a](TO:b.md)",
      })
  void rewrites(String from, String to) {
    assertEquals(to, rewrite(from).strip());
  }

  @Test
  void leavesCodeAlone() {
    String code =
        "~~~\n[a](b.md)\n{{< x >}}\n<!-- kept -->\n~~~\n\n- x\n  ```py\n  [a](b)\n  ```\n";
    assertEquals(code, rewrite(code));
    assertEquals("```\n[a](b)", rewrite("```\n[a](b)"));
    assertEquals("````\n```\n[a](b)\n````\n[a](TO:b)", rewrite("````\n```\n[a](b)\n````\n[a](b)"));
  }

  @Test
  void leavesOutLinesThatOnlyMarkUp() {
    assertEquals("a\nb\n", rewrite("a\n{: .callout}\n(target)=\n[x]: y.md\n+++\nb\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "![", "`", "$a ", "<", "{{<", "[a](", "{a}`", "<a ", "[^", "\\[", "{"})
  void longTextsTakeNoTime(String piece) {
    String text = piece.repeat(20_000);
    assertTimeout(Duration.ofSeconds(20), () -> rewrite(text));
  }
}
