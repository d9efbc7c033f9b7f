package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlimScriptTest {
  @Test
  void commentsAndIndentationGoAndLinesStay() {
    assertEquals(
        "var a = 1 // here it stays\nvar b = \"//\"\nreturn\na;\n",
        SlimScript.of(
            "// What it is.\nvar a = 1 // here it stays\n\n  var b = \"//\"\n\t//x\n  return\n  a;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = `x\n  // y`;", "/*\n // x\n*/", "a = 'b\\\n  c';"})
  void whatMayBeATextOverSeveralLinesStaysAsItIs(String script) {
    assertEquals(script, SlimScript.of(script));
  }
}
