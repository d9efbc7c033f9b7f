package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a browser hands to screen readers of a formula: its structure, which they speak in their own
 * way, without its TeX; and that TeX for whoever asks for it.
 */
@Tag("slow")
class SpokenFormulasTest {
  private static final String SITE =
      """
      A page with a formula in a sentence and one that is wider than a phone.
      -- site-content/site.yaml --
      title: Lake
      languages: [es]
      -- site-content/about.md --
      ---
      title: GC
      ---

      El contenido es $\\frac{G + C}{n^2}$ aquí.

      $$
      a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12} = \\sqrt{x}
      $$
      """;

  @TempDir Path folder;

  @Test
  void screenReadersGetTheStructureAndNotTheSource() throws IOException {
    try (Browser browser = Browser.start()) {
      SiteFile.unpack(folder, SITE);
      Chasqui.run(ShippedSiteTest.TODAY, folder, "build").expect(0);
      browser.width(360);
      browser.open(folder.resolve("public/about/index.html").toUri().toString());
      List<String> heard = heard(browser);
      assertTrue(heard.contains("MathMLMath"), () -> "a formula: " + heard);
      assertEquals(
          List.of("MathMLFraction", "G", "+", "C", "MathMLSup", "n", "2"),
          heard.subList(heard.indexOf("MathMLFraction"), heard.indexOf("aquí.")).stream()
              .filter(said -> !said.matches("MathML(Row|Identifier|Operator|Number)"))
              .toList());
      assertTrue(heard.contains("MathMLSquareRoot"), () -> "a root: " + heard);
      assertTrue(heard.stream().noneMatch(said -> said.contains("\\")), () -> "TeX: " + heard);
      assertEquals(
          "\\frac{G + C}{n^2}",
          browser.run("return document.querySelector('annotation').textContent"));
      assertTrue(browser.pageWidth() <= 360, "a wide formula scrolls by itself");
    }
  }

  // Letters of mathematics as plain ones; roles of structure, and words.
  private static List<String> heard(Browser browser) {
    List<String> heard = new ArrayList<>();
    browser.driver().executeCdpCommand("Accessibility.enable", Map.of());
    Map<String, Map<?, ?>> nodes = new LinkedHashMap<>();
    for (Object each :
        (List<?>)
            browser
                .driver()
                .executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                .get("nodes")) {
      Map<?, ?> node = (Map<?, ?>) each;
      nodes.put(String.valueOf(node.get("nodeId")), node);
    }
    hear(nodes.keySet().iterator().next(), nodes, heard);
    return heard;
  }

  private static void hear(String id, Map<String, Map<?, ?>> nodes, List<String> heard) {
    Map<?, ?> node = nodes.get(id);
    String role = value(node.get("role"));
    if (role.startsWith("MathML")) {
      heard.add(role);
    } else if (role.equals("StaticText")) {
      heard.add(Normalizer.normalize(value(node.get("name")), Normalizer.Form.NFKC).strip());
      return;
    }
    if (node.get("childIds") instanceof List<?> children) {
      children.forEach(child -> hear(String.valueOf(child), nodes, heard));
    }
  }

  private static String value(Object property) {
    return property instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : "";
  }
}
