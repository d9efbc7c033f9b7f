package org.chasqui.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class FormulasTest {
  private static final Formulas FORMULAS = new Formulas(Map.of());

  private static String html(String tex, boolean display) {
    Formula formula = FORMULAS.of(tex, display);
    return assertInstanceOf(Formula.MathMl.class, formula, tex).html();
  }

  private static String presentation(String tex) {
    return html(tex, true)
        .replaceFirst("^<math display=\"block\"><semantics>", "")
        .replaceFirst("(?s)<annotation.*", "");
  }

  private static Formula.Fault fault(String tex) {
    return assertInstanceOf(Formula.Fault.class, FORMULAS.of(tex, true), tex);
  }

  @Test
  void keepsTheSource() {
    assertEquals(
        "<math><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"
            + "<annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>",
        html(" a < b\n", false));
    assertTrue(html("x", true).startsWith("<math display=\"block\">"));
  }

  @Test
  void writesLettersOfOtherStyles() {
    assertEquals("<mi>ℝ</mi>", presentation("\\mathbb{R}"));
    assertEquals("<mi>𝐱</mi>", presentation("\\mathbf{x}"));
    assertEquals("<mi>𝜶</mi>", presentation("\\boldsymbol{\\alpha}"));
    assertEquals("<mi>ℒ</mi>", presentation("\\mathcal{L}"));
    assertEquals("<mi>𝔤</mi>", presentation("\\mathfrak{g}"));
    assertEquals("<mi>Re</mi>", presentation("\\mathrm{Re}"));
    assertEquals("<mtext mathvariant=\"bold\">no</mtext>", presentation("\\textbf{no}"));
  }

  @Test
  void saysWithClassesHowColumnsStand() {
    assertEquals(
        "<mtable><mtr><mtd class=\"math-left\"><mn>1</mn></mtd>"
            + "<mtd class=\"math-right math-bar\"><mn>2</mn></mtd></mtr>"
            + "<mtr class=\"math-rule\"><mtd class=\"math-left\"><mn>3</mn></mtd>"
            + "<mtd class=\"math-right math-bar\"><mn>4</mn></mtd></mtr></mtable>",
        presentation("\\begin{array}{l|r} 1 & 2 \\\\ \\hline 3 & 4\\end{array}"));
    assertTrue(
        presentation("\\begin{align} a &= b \\\\ c &= d \\end{align}")
            .startsWith("<mtable class=\"math-aligned\" displaystyle=\"true\">"));
  }

  @Test
  void linesOutsideOfTablesBecomeRows() {
    assertEquals(
        "<mtable displaystyle=\"true\"><mtr><mtd><mi>a</mi></mtd></mtr>"
            + "<mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
        presentation("a \\\\ b"));
  }

  @Test
  void knowsTheCommandsOfTheSite() {
    Formulas own = new Formulas(Map.of("\\R", "\\mathbb{R}", "norm", "\\lVert #1 \\rVert"));
    String html = assertInstanceOf(Formula.MathMl.class, own.of("\\norm{x} \\R", false)).html();
    assertTrue(html.contains("∥</mo><mi>x</mi>"), html);
    assertTrue(html.contains("ℝ"), html);
    assertInstanceOf(Formula.Fault.class, FORMULAS.of("\\norm{x} \\R", false));
  }

  @Test
  void whatAFormulaDefinesEndsWithIt() {
    html("\\gdef\\mine{x} \\mine", false);
    assertEquals("There is no command '\\mine' in formulas.", fault("\\mine").message());
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    Formula.Fault unknown = fault("1 + \\fraq{a}{b}");
    assertEquals("There is no command '\\fraq' in formulas.", unknown.message());
    assertEquals(List.of(4, 9), List.of(unknown.start(), unknown.end()));
    assertEquals("Did you mean '\\frac'?", unknown.help().orElse(""));
    assertEquals("Did you mean 'cases'?", fault("\\begin{case}x\\end{case}").help().orElse(""));
    Formula.Fault end = fault("\\frac{a}{b");
    assertEquals(10, end.start());
    assertEquals("'&' cannot stand here in a formula.", fault("a & b").message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\href{javascript:alert(1)}{x}",
        "\\url{https://example.org}",
        "\\includegraphics{https://example.org/x.png}",
        "\\htmlStyle{color:red}{x}",
        "\\htmlId{x}{y}"
      })
  void linksAndLoadsNothing(String tex) {
    assertTrue(fault("a " + tex).message().endsWith("does not work in formulas of this site."));
    assertEquals(2, fault("a " + tex).start());
  }

  @Test
  void endsWhateverIsAsked() {
    assertEquals(
        "The macros of this formula expand without end.", fault("\\def\\a{\\a\\a}\\a").message());
    assertTrue(fault("x".repeat(10_001)).message().contains("10000 characters"));
    String wide = "\\def\\a{" + "x".repeat(900) + "}\\def\\b{" + "\\a".repeat(20) + "}";
    assertTrue(fault(wide + "\\b".repeat(30)).message().contains("too long"));
    String braces = "\\sqrt{".repeat(600) + "x" + "}".repeat(600);
    assertTrue(fault(braces).message().contains("deeply nested"));
    // The next one works as if nothing had been.
    assertEquals("<mi>x</mi>", presentation("x"));
  }

  /**
   * Pieces of TeX in any order: whatever comes, it is a formula that is well-formed, or a fault.
   */
  @Test
  void anyTextGivesMathOrAFault() throws Exception {
    List<String> pieces =
        List.of(
            "\\frac",
            "{",
            "}",
            "a",
            "1",
            "^",
            "_",
            "&",
            "\\\\",
            "\\left(",
            "\\right)",
            "\\sqrt[3]",
            "\\begin{cases}",
            "\\end{cases}",
            "\\begin{array}{l|c}",
            "\\end{array}",
            "\\hline",
            "\\text{<i>\"&amp;}",
            "<script>",
            "\"",
            "'",
            "\\color{red}",
            "\\tag{1}",
            "\\sum",
            "\\mathbf",
            "\\overbrace",
            "%",
            "~",
            "#1",
            "$",
            "\\newcommand{\\x}[1]{#1}",
            "\\x",
            "é",
            "🙂",
            "\n",
            "\\limits",
            "\\verb|x|",
            "\\boxed{a}",
            "\\rule{1em}{2em}",
            "\\kern-1em",
            "\\phantom{x}");
    Random random = new Random(7);
    int formulas = 0;
    for (int i = 0; i < 250; i++) {
      StringBuilder tex = new StringBuilder();
      for (int n = random.nextInt(7); n >= 0; n--) {
        tex.append(pieces.get(random.nextInt(pieces.size())));
      }
      Formula formula = FORMULAS.of(tex.toString(), random.nextBoolean());
      if (formula instanceof Formula.MathMl made) {
        formulas++;
        assertEquals(tex.toString().strip(), sound(made.html(), tex.toString()));
      } else if (formula instanceof Formula.Fault fault) {
        boolean within =
            0 <= fault.start() && fault.start() <= fault.end() && fault.end() <= tex.length();
        assertTrue(within && !fault.message().contains("\u0332"), tex + ": " + fault);
      }
    }
    assertTrue(formulas > 20, "only " + formulas);
  }

  // Well-formed, of MathML alone, without styles and handlers; returns the TeX it keeps.
  private static String sound(String html, String tex) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(html)))
            .getDocumentElement();
    List<Node> all = new ArrayList<>(List.of(root));
    for (int i = 0; i < all.size(); i++) {
      Node node = all.get(i);
      if (node instanceof Element element) {
        assertTrue(element.getTagName().matches("m[a-z]+|semantics|annotation"), tex + ": " + html);
        for (String no : List.of("style", "href", "src", "id", "onclick")) {
          assertTrue(!element.hasAttribute(no), tex + ": " + html);
        }
      }
      for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
        all.add(child);
      }
    }
    return root.getElementsByTagName("annotation").item(0).getTextContent();
  }

  @Test
  void manyThreadsGetWhatOneGets() {
    List<String> tex =
        IntStream.range(0, 40).mapToObj(n -> "x_{" + n + "}^2 \\ne \\sqrt{y}").toList();
    List<String> together = tex.parallelStream().map(t -> html(t, false)).toList();
    Katex alone = new Katex();
    for (int i = 0; i < 40; i += 13) {
      Katex.Request request = new Katex.Request(tex.get(i), false, new java.util.TreeMap<>());
      assertEquals(new Formula.MathMl(together.get(i)), alone.formula(request));
    }
  }
}
