package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void writesValues() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", Arrays.asList(1, true, null));
    map.put("a", "x");
    assertEquals("{\"b\":[1,true,null],\"a\":\"x\"}", Json.write(map));
    assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
  }

  @Test
  void escapesWhatJsonAndJavaScriptCannotHold() {
    assertEquals(
        "\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\u2028 ñ 👩\"",
        Json.write("\"\\\n\r\t\u0001\u007f\u2028 ñ 👩"));
    assertEquals("\"\\ud83d x \\udc69\"", Json.write("\ud83d x \udc69"));
  }

  @Test
  void aDiagnosticHasBothEndsOfItsPlace() {
    SourceFile file = new SourceFile("a.md", "one\ntwo three\n");
    assertEquals(
        "{\"severity\":\"warning\",\"code\":\"c-d\",\"message\":\"M.\",\"file\":\"a.md\",\"line\":2,\"column\":5,"
            + "\"endLine\":2,\"endColumn\":10,\"help\":null}",
        Json.write(Json.of(Diagnostic.warning("c-d", file.span(8, 13), "M."))));
    assertEquals(List.of("[]"), List.of(Json.write(List.of())));
  }
}
