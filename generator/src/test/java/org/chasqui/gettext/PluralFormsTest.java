package org.chasqui.gettext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluralFormsTest {
  @ParameterizedTest
  @CsvSource({
    "en, 0, 1",
    "en, 1, 0",
    "en, 2, 1",
    "es, 0, 1",
    "es, 1, 0",
    "es-419, 1, 0",
    "fr, 0, 0",
    "fr, 1, 0",
    "fr, 2, 1",
    "pt-BR, 0, 0",
    "pt, 0, 1",
    "sw, 1, 0",
    "sw, 5, 1",
    "ar, 0, 0",
    "ar, 1, 1",
    "ar, 2, 2",
    "ar, 3, 3",
    "ar, 110, 3",
    "ar, 11, 4",
    "ar, 99, 4",
    "ar, 100, 5",
    "ar, 202, 5",
    "tlh, 1, 0",
    "tlh, 7, 1",
  })
  void knowsLanguages(String tag, long n, int form) {
    assertEquals(form, PluralForms.of(tag).index(n));
  }

  @Test
  void evaluatesTheFormulaOfTheHeader() {
    // What Transifex and Weblate write for Spanish.
    PluralForms spanish =
        PluralForms.parse("nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;")
            .orElseThrow();
    assertEquals(0, spanish.index(1));
    assertEquals(1, spanish.index(1_000_000));
    assertEquals(2, spanish.index(0));
    assertEquals("otros", spanish.choose(List.of("uno", "otros"), 5));
    PluralForms polish =
        PluralForms.parse(
                "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ?"
                    + " 1 : 2)")
            .orElseThrow();
    assertEquals(List.of(0, 1, 1, 2, 2, 1, 2), forms(polish, 1, 2, 4, 5, 12, 22, 112));
    assertEquals(0, PluralForms.parse("nplurals=1; plural=0;").orElseThrow().index(9));
    assertEquals(
        1, PluralForms.parse("nplurals=2; plural=!(n==1)*1+0-0/1;").orElseThrow().index(2));
  }

  private static List<Integer> forms(PluralForms forms, long... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(forms::index).toList();
  }

  @Test
  void aFormulaThatLeadsNowhereMeansTheLastForm() {
    assertEquals(1, PluralForms.parse("nplurals=2; plural=n;").orElseThrow().index(7));
    assertEquals(1, PluralForms.parse("nplurals=2; plural=5/(n-n);").orElseThrow().index(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "nplurals=INTEGER; plural=EXPRESSION;", "nplurals=2; plural=(n != 1;",
        "nplurals=2; plural=n n;", "nplurals=2; plural=n ? 1;", "nplurals=0; plural=0;",
        "nplurals=2; plural=m;"
      })
  void refusesWhatIsNoFormula(String field) {
    assertTrue(PluralForms.parse(field).isEmpty());
  }

  @Test
  void deepNestingIsRefusedNotFatal() {
    String deep = "nplurals=2; plural=" + "(".repeat(100_000) + "n" + ")".repeat(100_000);
    assertTrue(PluralForms.parse(deep).isEmpty());
    String nots = "nplurals=2; plural=" + "!".repeat(100_000) + "n";
    assertTrue(PluralForms.parse(nots).isEmpty());
  }

  @Test
  void isSafeUnderATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(0, PluralForms.of("PT-BR").index(0));
      assertEquals("x", PoHeader.parse("LANGUAGE-I: x\n").get("language-i").orElseThrow());
    } finally {
      Locale.setDefault(before);
    }
  }
}
