package org.chasqui.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chasqui.data.Node;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text is, the record says that very text. */
class YamlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "a: b", "a #b", "- a", "yes", "NULL", "01", "2024-01-02", "it's", "\"q\"", "a\\b",
        "@me", "*x", "{a}", "[a]", "¿qué?", "日本", "https://a.example/", "a\tb", "!x", "&x", "%x",
        "?", "|", "> x", "'", "~", "1.5", "a, b", "a & b", "100 %"
      })
  void isReadAsItWasWritten(String text) {
    String yaml = new Yaml().put("key", text).text();
    Node node = Nodes.tree(new SourceFile("a.yaml", yaml), new Diagnostics()).orElseThrow();
    Node value = ((Node.Mapping) node).entries().get("key").value();
    assertEquals(text, ((Scalar) value).text());
    assertEquals(Node.Kind.STRING, ((Scalar) value).kind(), yaml);
  }
}
