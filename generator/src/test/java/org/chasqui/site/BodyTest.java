package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class BodyTest {
  @Test
  void everyStretchKnowsItsFile() {
    SourceFile page = new SourceFile("a.md", "---\nx: y\n---\nHello [link](x).\n");
    SourceFile po = new SourceFile("a.po", "msgstr \"Hola [link](x).\"\n");
    int start = page.text().indexOf("Hello");
    assertEquals("a.md:4:7", Body.of(page, start).origin(6, 10).location());

    int msgstr = po.text().indexOf("Hola");
    Body spliced =
        new Body(
            "Hola [link](x).\n",
            new TreeMap<>(
                Map.of(
                    0,
                    po.span(msgstr, msgstr + 15),
                    15,
                    page.span(page.text().length() - 1, page.text().length()))),
            List.of());
    assertEquals("a.po:1:14", spliced.origin(5, 9).location());
    assertEquals("a.md", spliced.origin(15, 16).file().path());
  }
}
