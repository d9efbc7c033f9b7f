package org.chasqui.proofread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fault at a time, and what looks like one. */
class ProofreaderTest {
  private static PoFile file(String source, String translation, String comment) {
    String po =
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
            + comment
            + "msgid "
            + quoted(source)
            + "\nmsgstr "
            + quoted(translation)
            + "\n";
    return PoFile.parse(
        new SourceFile("locales/xx/a.po", po),
        problem -> {
          throw new AssertionError(problem.toString());
        });
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
  }

  private static Proofreader proofreader(String language, SourceFile... rules) {
    return new Proofreader(Map.of(Language.of(language), List.of(rules)), new Diagnostics());
  }

  private static String codes(String language, String source, String translation) {
    return proofreader(language)
        .check(
            List.of(
                new Proofreader.Catalogue(Language.of(language), file(source, translation, ""))))
        .stream()
        .map(Diagnostic::code)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String mended(String language, String source, String translation) {
    PoFile mended =
        proofreader(language)
            .mend(new Proofreader.Catalogue(Language.of(language), file(source, translation, "")));
    return mended.messages().get(0).translation();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Watch out! | Attention! | nbsp-fr",
        "fr | Really? | Vraiment ? | nbsp-fr",
        "fr | He said “yes”. | Il a dit «oui». | nbsp-fr",
        "fr | Note: read **this** | Remarque : lisez **ceci** | nbsp-fr",
        "es | What is it? | Qué es? | open-es",
        "es | Well done! | Bien hecho! | open-es",
        "es | First. And then? | Primero. ¿Y luego? Y entonces? | open-es",
        "es | Run `ls -F` now. | Ejecuta `ls -f` ahora. | code-span",
        "es | See [a](b.md). | Mira [a](c.md). | link-internal",
        "es | See [a](https://a.org). | Mira [a](https://b.org). | link-external",
        "es | Wait 30 minutes. | Espera 20 minutos. | number",
        "es | Read the file with the notes of all the days that you were there. | Read the file with"
            + " the notes of all the days that you were there. | language same-as-source",
        "es | Cells keep their values until the kernel stops. | The cells keep their values until"
            + " you stop the kernel, and that is it. | language",
        "es | It is here. | EstÃ¡ aquí. | mojibake",
        "es | It’s here. | Estâ€™ aquí. | mojibake",
        "es | Look here. | Mirа aquí. | mojibake",
        "es | Look here. | Mira  aquí. | whitespace",
        "es | Use <b>this</b>. | Usa esto. | html",
        "es | Use {name}. | Usa {nombre}. | placeholder",
        "es | A sentence that says a good deal about how a kernel works and stops. | Sí. | length",
      })
  void aFaultIsFound(String language, String source, String translation, String codes) {
    assertEquals(codes, codes(language, source, translation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | At 10:30, ratio 3:1, `a?b:c`; see <https://a.org/?b=c> | À 10:30, rapport 3:1,"
            + " `a?b:c`\u00A0; voir <https://a.org/?b=c>",
        "fr | Really?! | Vraiment\u202F?!",
        "fr | The sign :tada: | Le signe :tada:",
        "es | What? Yes! | ¿Qué? ¡Sí!",
        "es | What a thing?! | ¡¿Qué cosa?!",
        "es | `a != b`, and the sign ? | `a != b`, y el signo ?",
        "es | Two thirds of 1,000 at 3:30 pm | Dos tercios de 1000 a las 15:30",
        "es | 1,234.5 km in 2 days | 1.234,5 km en dos días",
        "fr | 1,234.5 km | 1 234,5 km",
        "es | Jupyter Notebook | Jupyter Notebook",
        "es | See [Python](https://docs.python.org) | Mira [Python](https://docs.python.org)",
        "fr | « É » | «\u00A0É\u00A0»",
        "es | A µm is small. | Un µm es pequeño.",
      })
  void whatIsRightIsLeftAlone(String language, String source, String translation) {
    assertEquals("", codes(language, source, translation));
    assertEquals(translation, mended(language, source, translation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Watch out! | Attention! | Attention\u00A0!",
        "fr | Yes: “no” ! | Oui : « non » ! | Oui\u00A0: «\u00A0non\u00A0»\u00A0!",
        "es | Run `print` now. | Ejecuta `pritn` ya. | Ejecuta `print` ya.",
        "es | Run `print` now. | Ejecuta `imprime` ya. | Ejecuta `imprime` ya.",
        "es | It is here. | EstÃ¡ aquÃ\u00ADí. | Está aquíí.",
        "es | It is here. | EstÃ¡  aquí. | Está aquí.",
        "es | It’s here. | Est‚Äô aquí. | Est’ aquí.",
      })
  void whatIsBeyondDoubtIsMended(
      String language, String source, String translation, String mended) {
    assertEquals(mended, mended(language, source, translation));
  }

  @Test
  void aTranslatorWhoKnowsBetterSaysSo() {
    PoFile silenced = file("Wait 30 minutes.", "Espera media hora.", "# check: ignore=number\n");
    assertEquals(
        List.of(),
        proofreader("es").check(List.of(new Proofreader.Catalogue(Language.of("es"), silenced))));
    SourceFile settings =
        new SourceFile("locales/es/locale.yaml", "checks:\n  ignore: [number, length]\n");
    PoFile plain = file("Wait 30 minutes.", "Espera media hora.", "");
    assertEquals(
        List.of(),
        proofreader("es", settings)
            .check(List.of(new Proofreader.Catalogue(Language.of("es"), plain))));
  }

  @Test
  void theGlossaryKnowsNumbersAndNames() {
    SourceFile glossary =
        new SourceFile(
            "locales/es/glossary.csv",
            "term,translation,variants,forbidden\nchallenge,ejercicio,,reto\ncell,celda,célula,\n");
    Proofreader proofreader = proofreader("es", glossary);
    assertEquals("", codes(proofreader, "Two challenges", "Dos ejercicios"));
    assertEquals("glossary", codes(proofreader, "Two challenges", "Dos retos"));
    assertEquals("", codes(proofreader, "Choose *Run All Cells*", "Elige *Run All Cells*"));
    assertEquals("glossary", codes(proofreader, "A cell is here", "Una casilla está aquí"));
    assertEquals("", codes(proofreader, "In the `cell` it is", "En la `cell` está"));
  }

  private static String codes(Proofreader proofreader, String source, String translation) {
    return proofreader
        .check(List.of(new Proofreader.Catalogue(Language.of("es"), file(source, translation, ""))))
        .stream()
        .map(Diagnostic::code)
        .collect(Collectors.joining(" "));
  }

  @Test
  void houseRulesAreRead() {
    SourceFile style =
        new SourceFile(
            "locales/es/style.csv",
            "pattern,message,severity\n\\w+@s\\b,Reword.,warning\n(,Broken.,info\n");
    Diagnostics diagnostics = new Diagnostics();
    Proofreader proofreader =
        new Proofreader(Map.of(Language.of("es"), List.of(style)), diagnostics);
    assertEquals("style", codes(proofreader, "Hello all", "Hola tod@s"));
    assertEquals("", codes(proofreader, "Write to a@sea.org", "Escribe a a@sea.org"));
    Diagnostic broken = diagnostics.sorted().get(0);
    assertEquals("style-pattern", broken.code());
    assertEquals(3, broken.span().line());
  }

  @Test
  void formsAreCounted() {
    String po =
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n"
            + "Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
            + "msgid \"{n} day\"\nmsgid_plural \"{n} days\"\nmsgstr[0] \"un día\"\n";
    PoFile file = PoFile.parse(new SourceFile("locales/es/ui.po", po), problem -> {});
    List<Diagnostic> found =
        proofreader("es").check(List.of(new Proofreader.Catalogue(Language.of("es"), file)));
    assertEquals(List.of("plural-count"), found.stream().map(Diagnostic::code).toList());
    assertTrue(found.get(0).message().contains("2 forms"), found.get(0).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | Puedes abrirlo; usted decide.",
        "es | Ejecute la celda. Puedes repetirlo.",
        "es | Vos podés abrirlo si quieres.",
        "fr | Tu ouvres votre carnet.",
        "fr | Vous ouvrez tes carnets.",
      })
  void twoWaysToSpeakToReadersAreOneTooMany(String language, String translation) {
    assertEquals("register", codes(language, "You open it.", translation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | Puedes abrirlo cuando el programa lea el archivo.",
        "es | Para que se ejecute, tienes que guardar su archivo.",
        "es | Ejecute la celda y abra su archivo.",
        "fr | Vous ouvrez votre carnet; le ton est donné.",
      })
  void oneWayIsRight(String language, String translation) {
    String text = translation.replace("; ", "\u00a0; ");
    assertEquals("", codes(language, "You open it.", text));
  }

  @Test
  void aLanguageSaysHowItSpeaks() {
    SourceFile rules = new SourceFile("locales/es/locale.yaml", "register: usted\n");
    List<Diagnostic> found =
        proofreader("es", rules)
            .check(
                List.of(
                    new Proofreader.Catalogue(
                        Language.of("es"), file("You can open it.", "Puedes abrirlo.", ""))));
    assertEquals(1, found.size());
    assertEquals("register", found.get(0).code());
    assertEquals("Puedes", found.get(0).span().text());
    List<Diagnostic> silenced =
        proofreader("es", rules)
            .check(
                List.of(
                    new Proofreader.Catalogue(
                        Language.of("es"),
                        file("You can open it.", "Puedes.", "# check: ignore=register\n"))));
    assertEquals(List.of(), silenced);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fr | Press \"Run\" now. | Cliquez sur \"Lancer\" ici. | Cliquez sur «_Lancer_» ici.",
        "fr | He said “yes”. | Il a dit “oui”. | Il a dit «_oui_».",
        "fr | A \"b\". | Un \"*b*\", (\"c\"). | Un «_*b*_», («_c_»).",
        "fr | See [a](b.md \"c\"). | Voir [a](b.md \"c\"). | Voir [a](b.md \"c\").",
        "fr | A 5\" and a 7\" disk. | Un disque de 5\" et un de 7\". | Un disque de 5\" et un de 7\".",
        "fr | Write \"x. | Écrivez \"x. | Écrivez \"x.",
        "es | Press \"Run\". | Pulsa \"Ejecutar\". | Pulsa \"Ejecutar\"."
      })
  void frenchQuotes(String language, String source, String wrong, String right) {
    String mended = right.replace('_', '\u00a0');
    assertEquals(mended, mended(language, source, wrong));
    boolean told = codes(language, source, wrong).contains("quotes-fr");
    assertEquals(!mended.equals(wrong), told);
  }

  @Test
  void spellingIsReadWhereADictionaryIsGiven() {
    SourceFile own = new SourceFile("locales/es/words.txt", "# ours\nCodón\n");
    Proofreader proofreader = proofreader("es", own);
    List<Proofreader.Catalogue> catalogues =
        List.of(
            new Proofreader.Catalogue(
                Language.of("es"),
                file(
                    "Open the Zarr file with `ls -F` at CERN.",
                    "Abre el fichhero Zarr del codón con `lss` en CERN.",
                    "")));
    assertEquals(
        List.of(),
        proofreader.check(catalogues).stream().map(Diagnostic::code).toList().stream()
            .filter("spell"::equals)
            .toList());
    proofreader.spell(
        catalogues,
        (language, words) -> {
          // Neither code nor names of the source nor acronyms nor words of one's own are asked for.
          assertEquals(List.of("Abre", "con", "del", "fichhero"), List.copyOf(words));
          return Map.of("fichhero", List.of("fichero", "hechicero"));
        });
    Diagnostic found =
        proofreader.check(catalogues).stream()
            .filter(d -> d.code().equals("spell"))
            .findFirst()
            .orElseThrow();
    assertEquals("5:17", found.span().line() + ":" + found.span().column());
    assertTrue(found.help().orElse("").startsWith("Did you mean 'fichero', 'hechicero'?"));
  }
}
