package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A style sheet says the same when it is shorter. */
class StylesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a { color: red; }|a{color:red}",
        "a > b , c { margin: 0 1px; }|a>b,c{margin:0 1px}",
        "a :is(b, c) { x: y }|a :is(b,c){x:y}",
        "a::after { content: \"a /* b */ ; }\"; }|a::after{content:\"a /* b */ ; }\"}",
        "a { width: calc(1px + 2px); }|a{width:calc(1px + 2px)}",
        "/* what */ a /* where */ b { c: d }|a b{c:d}",
        "@media (min-width: 4rem) { a { b: c; } }|@media (min-width:4rem){a{b:c}}",
        "a { b: url(\"data:x; y > z\") ; }|a{b:url(\"data:x; y > z\")}",
        "a { b: 'it''s' }|a{b:'it''s'}",
        "a { b: c !important; }|a{b:c !important}",
      })
  void slim(String written, String wanted) {
    assertEquals(wanted, Styles.slim(written));
  }
}
