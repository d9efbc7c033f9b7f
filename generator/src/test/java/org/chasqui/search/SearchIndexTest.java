package org.chasqui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.chasqui.search.SearchedPage.Kind;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser is given to search in; {@code SearchTest} types into a browser. */
class SearchIndexTest {
  private static final Language ENGLISH = Language.of("en");
  private static final SitePath FOLDER = new SitePath("/search/");

  private static SearchedPage page(String path, String title, String main) {
    String html = "<html><body><nav>menu</nav><main>" + main + "</main>footer</body></html>";
    SitePath address = new SitePath(path);
    OutputFile.Text page = new OutputFile.Text(address.output(), html);
    return new SearchedPage(address, Kind.LESSONS, title, "", page);
  }

  private static Map<String, String> files(Language language, SearchedPage... pages) {
    Map<String, String> files = new TreeMap<>();
    for (OutputFile file : SearchIndex.of(language, List.of(pages), FOLDER, Memory.NONE)) {
      files.put(file.path().fileName(), ((OutputFile.Text) file).content());
    }
    return files;
  }

  // The lines of all pieces of words.
  private static List<String> lines(Map<String, String> files) {
    List<String> lines = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          if (name.startsWith("w")) {
            String text = content.substring(content.indexOf(",\"") + 2, content.length() - 3);
            lines.addAll(List.of(text.replace("\\t", "\t").split("\\\\n")));
          }
        });
    return lines;
  }

  @Test
  void formsOfAWordStandTogether() {
    Map<String, String> files =
        files(
            Language.of("es"),
            page("/a/", "Publicar", "<p>Publicación, publicaciones y publicado</p>"));
    assertTrue(
        lines(files).stream().anyMatch(l -> l.startsWith("publicacion bes 7do 7r\t")),
        lines(files)::toString);
  }

  @Test
  void aHeadingIsToldWithItsAnchor() {
    Map<String, String> files =
        files(
            ENGLISH,
            page(
                "/lessons/a/",
                "Cells",
                "<p>Intro</p><h2 id=\"start-afresh\">Start afresh"
                    + "<a class=\"heading-anchor\"></a></h2><p>Kernel</p>"
                    + "<h3 id=\"other\">A name &amp; more</h3>"));
    String titles =
        files.entrySet().stream()
            .filter(e -> e.getKey().startsWith("p"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertTrue(
        titles.contains(
            "[[\"../lessons/a/\",\"Cells\",\"=\",\"\",\"Start afresh\",\"other\",\"A name & more\"]]"),
        titles);
    // Page 0 with weight 0, in section 1.
    assertTrue(lines(files).contains("kernel\t!k"), lines(files)::toString);
  }

  @Test
  void onlyTheTextOfThePageCounts() {
    List<String> lines =
        lines(
            files(
                ENGLISH,
                page(
                    "/a/",
                    "Title",
                    "<nav>trail <nav>inner</nav> crumbs</nav><aside class=\"notice x\">untranslated"
                        + "</aside><script>if (a < b) script()</script><p data-nosnippet>updated</p>"
                        + "<p hidden>secret</p><!-- remark > still --><p>vis<b>ible</b> &#233;t&#xe9;"
                        + " <span title=\"a tooltip\">word</span></p><annotation>tex</annotation>")));
    List<String> words = lines.stream().map(l -> l.substring(0, l.indexOf('\t'))).toList();
    assertEquals(List.of("ete", "title", "visible", "word"), words);
  }

  @Test
  void aTermIsFoundByItsNamesInOtherLanguages() {
    List<String> lines =
        lines(
            files(
                Language.of("es"),
                page(
                    "/g/",
                    "Glosario",
                    "<dl><dt id=\"k\"><dfn>núcleo</dfn><span class=\"names\"><span><b>en</b> <i"
                        + " lang=\"en\" dir=\"ltr\">kernel</i></span><span><b>fr</b> <i lang=\"fr\""
                        + " dir=\"ltr\">noyau</i></span></span></dt><dd>Calcula</dd></dl>")));
    assertTrue(lines.containsAll(List.of("kernel=nucleo", "noyau=nucleo")), lines::toString);
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("nucleo\t")), lines::toString);
  }

  @Test
  void aWordWhoseFormsBeginUnlikeStandsInBothPieces() {
    StringBuilder many = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 6000; i++) {
      many.append(' ');
      for (int j = 0; j < 7; j++) {
        many.append((char) ('a' + random.nextInt(26)));
      }
    }
    Map<String, String> files = files(ENGLISH, page("/a/", "Many", "<p>" + many + "</p>"));
    long pieces = files.keySet().stream().filter(name -> name.startsWith("w")).count();
    assertTrue(pieces > 2, pieces + " pieces");
    String index = files.getOrDefault("index.js", "");
    assertEquals(pieces, index.split("starts:\\[")[1].split("]")[0].split(",").length);
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertTrue(file.getValue().length() < 32_000, file.getKey());
    }
  }

  @ParameterizedTest
  @CsvSource({"0,!", "1,#", "43,M", "44,N!", "87,NM", "88,O!", "1275,hM", "1276,NN!"})
  void numbersAreShort(int number, String written) {
    StringBuilder out = new StringBuilder();
    Codec.number(number, out);
    assertEquals(written.length(), out.length(), number + " is " + out);
    assertEquals(number, decoded(out.toString()));
  }

  // As search.js does it.
  private static int decoded(String text) {
    int high = 0;
    int at = 0;
    while (Codec.LEADING.indexOf(text.charAt(at)) >= 0) {
      high = high * 28 + Codec.LEADING.indexOf(text.charAt(at++)) + 1;
    }
    return high * 44 + Codec.LAST.indexOf(text.charAt(at));
  }

  @Test
  void everyNumberComesBack() {
    for (int number = 0; number < 200_000; number++) {
      StringBuilder out = new StringBuilder();
      Codec.number(number, out);
      assertEquals(number, decoded(out.toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "es,imágenes,imagen",
    "es,publicaciones,publicado",
    "es,lecciones,lección",
    "fr,déploiement,déployer",
    "fr,chevaux,cheval",
    "en,running,run",
    "pt,lições,lição",
    "ar,الكتاب,كتاب",
    "de,Häuser,Haus"
  })
  void formsHaveOneStem(String language, String one, String other) {
    WordForms forms = new WordForms(Language.of(language));
    assertEquals(forms.of(one).stem(), forms.of(other).stem());
  }

  @ParameterizedTest
  @CsvSource({"es,para", "fr,l", "fr,dans", "en,the", "en,s", "ar,في"})
  void whatSaysNothingIsLeftOut(String language, String word) {
    assertEquals("", new WordForms(Language.of(language)).of(word).stem());
  }

  @Test
  void wordsThatAreTheSameWithoutAccentsAreOneWord() {
    SearchedPage with = page("/b/", "Una", "<p>La publicación, las publicaciones</p>");
    // Whichever of them is read first.
    for (String path : List.of("/a/", "/c/")) {
      SearchedPage without = page(path, "Dos", "<p>Publicacion sin acento</p>");
      List<String> found =
          lines(files(Language.of("es"), with, without)).stream()
              .filter(line -> line.startsWith("publicacion"))
              .toList();
      assertEquals(1, found.size(), found::toString);
      assertTrue(found.get(0).matches("publicacion bes\t.."), "both pages: " + found);
    }
  }

  @Test
  void aLanguageThatNobodyKnowsIsSearchedToo() {
    assertEquals("habari", new WordForms(Language.of("sw")).of("Habari").stem());
  }

  @Test
  void foldingIsWhatTheScriptDoes() {
    assertEquals("oeuvre strasse nino l'ile", WordForms.fold("Œuvre STRAẞE niño L'île"));
  }

  @Test
  void theSamePagesGiveTheSameBytesInAnyOrder() {
    SearchedPage a = page("/a/", "One", "<p>Words of the first</p>");
    SearchedPage b = page("/b/", "Two", "<p>Words of the second</p>");
    assertEquals(files(ENGLISH, a, b), files(ENGLISH, b, a));
    assertFalse(files(ENGLISH, a).equals(files(ENGLISH, b)));
  }

  @Test
  void anEmptySiteHasAnIndex() {
    assertTrue(files(ENGLISH).getOrDefault("index.js", "").startsWith("chasquiSearch({lang:"));
  }

  @Test
  void ofWordsThatStandEverywhereOnlyThoseAreToldThatSaySomething() {
    SearchedPage[] pages = new SearchedPage[100];
    for (int i = 0; i < pages.length; i++) {
      String often = i == 7 ? "<p>cell cell cell</p>" : "<p>A cell.</p>";
      pages[i] =
          page(
              "/p%03d/".formatted(i),
              i == 3 ? "Cells" : "Page",
              "<h2 id=\"a\">Part</h2>" + often + (i < 64 ? "<p>kernel</p>" : ""));
    }
    List<String> lines = lines(files(ENGLISH, pages));
    String weighed = Codec.LAST.charAt(3 * 4 + 3) + "" + Codec.LAST.charAt(3 * 4 + 1);
    assertTrue(
        lines.contains("cell 4s\t" + weighed + Codec.SECTION.charAt(0) + "\t100"), "" + lines);
    assertTrue(
        lines.stream().anyMatch(line -> line.matches("kernel\t[^\t]{64}")),
        "none of these is left out, only the section: " + lines);
  }

  @Test
  void aThousandPagesTakeTwoHundredKilobytes() throws IOException {
    Random random = new Random(7);
    SearchedPage[] pages = new SearchedPage[1000];
    for (int i = 0; i < pages.length; i++) {
      StringBuilder main = new StringBuilder();
      for (int section = 0; section < 3; section++) {
        String heading = words(random, 3);
        main.append("<h2 id=\"%s\">%s</h2>".formatted(heading.replace(' ', '-'), heading));
        main.append("<p>").append(words(random, 110)).append("</p>");
      }
      pages[i] = page("/lessons/p%04d/".formatted(i), words(random, 3), main.toString());
    }
    long bytes = 0;
    for (String file : files(ENGLISH, pages).values()) {
      java.io.ByteArrayOutputStream sent = new java.io.ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(sent)) {
        zip.write(file.getBytes(StandardCharsets.UTF_8));
      }
      bytes += sent.size();
    }
    assertTrue(bytes > 100 * 1024 && bytes <= 200 * 1024, bytes + " bytes");
  }

  // As often as in a language: four in ten say nothing; of the others the second half as often as
  // the first, the third a third as often.
  private static String words(Random random, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int rank = (int) Math.exp(random.nextDouble() * Math.log(8000));
      out.append(i > 0 ? " " : "");
      if (random.nextInt(10) < 4) {
        out.append("the");
        continue;
      }
      for (int rest = rank * 7919 % 8009 + 26; rest > 0; rest /= 26) {
        out.append((char) ('a' + rest % 26));
      }
    }
    return out.toString();
  }
}
