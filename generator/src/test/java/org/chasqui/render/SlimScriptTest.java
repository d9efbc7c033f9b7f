package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "var a = b + c;|var a=b+c;",
        "var  a  =  b|var a=b",
        "if (a in b) {|if(a in b){",
        "a + +b - -c|a+ +b- -c",
        "1 .x ? .5 : y|1 .x?.5:y",
        "f('a  b', \"c ' d\") + 1|f('a  b',\"c ' d\")+1",
        "'a\\' b' + c|'a\\' b'+c",
        "a = /x  y/ + ' b'|a = /x  y/ + ' b'",
        "return \"a b\";|return\"a b\";"
      })
  void blanksBetweenSignsGo(String script, String slim) {
    assertEquals(slim + "\n", SlimScript.of(script));
  }
}
