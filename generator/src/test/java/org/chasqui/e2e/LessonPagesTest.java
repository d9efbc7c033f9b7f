package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a lesson around its episodes, and what can be taken along. */
class LessonPagesTest {
  private static final String SECRET = "whirlpool";

  @TempDir static Path temp;
  private static Output output;

  @BeforeAll
  static void build() throws IOException {
    Path file = GoldenSitesTest.FOLDER.resolve("whole-lesson.txt");
    Path site = SiteFile.unpack(temp.resolve("site"), Files.readString(file));
    Chasqui.run(site, "build").expect(0);
    output = new Output(site.resolve("public"));
  }

  @Test
  void aLessonInMystReadsAsItsAuthorMeansIt() throws IOException {
    Path site =
        SiteFile.unpack(
            temp.resolve("myst"),
            """
            -- site-content/site.yaml --
            title: Rain
            base_url: https://rain.example.org/
            languages: [en, es]
            -- site-content/index.md --
            # Home
            -- lessons/soil/lesson.yaml --
            title: Soil
            solutions: required
            -- lessons/soil/glossary.md --
            # Words

            Grain
            : A piece of soil.
            -- lessons/soil/01-one.md --
            ---
            title: One
            questions: [What?]
            objectives: [See.]
            keypoints: [Seen.]
            ---

            # One

            A {term}`grain`.

            ```{exercise} Double
            :label: ex1
            Double it.
            ```

            Between.

            ```{solution} ex1
            Twice.
            ```
            """);
    Chasqui.Ran ran = Chasqui.run(site, "build");
    ran.expect(0);
    assertFalse(ran.err().contains("warning["), ran.err());
    Output built = new Output(site.resolve("public"));
    Document page = built.page("lessons/soil/one/");
    assertEquals(List.of("One"), page.select("main h1, main .text h2").eachText());
    assertEquals("../glossary/#term-grain", page.select(".text a").first().attr("href"));
    assertEquals(
        "Twice.", built.page("es/lessons/soil/exercises/").select("details.solution p").text());
  }

  @Test
  void formulasStandInTitlesAndKeyPointsToo() throws IOException {
    String site =
        """
        -- site-content/site.yaml --
        title: Rain
        base_url: https://rain.example.org/
        -- site-content/index.md --
        # Home
        -- lessons/soil/lesson.yaml --
        title: Soil
        -- lessons/soil/01-one.md --
        ---
        title: Why $x^2$
        questions: [What?]
        objectives: [See.]
        keypoints: ['It costs $5, or $\\Delta h$.']
        ---

        Text.
        """;
    Path folder = SiteFile.unpack(temp.resolve("formulas"), site);
    assertEquals("", Chasqui.run(folder, "build").expect(0).err());
    Output built = new Output(folder.resolve("public"));
    Document page = built.page("lessons/soil/one/");
    assertEquals(1, page.select("h1 msup").size());
    assertEquals(1, page.select(".keypoints math").size(), page.select(".keypoints").html());
    assertTrue(page.select(".keypoints").text().contains("costs $5, or "));
    Document gathered = built.page("lessons/soil/key-points/");
    assertEquals(1, gathered.select("main li math:contains(Δ)").size());

    SiteFile.unpack(folder, site.replace("\\Delta h", "\\frac{h"));
    Chasqui.Ran ran = Chasqui.run(folder, "build").expect(0);
    assertTrue(ran.err().contains("warning[math-invalid] lessons/soil/01-one.md:5:13"), ran.err());
    assertEquals(1, ran.err().lines().filter(l -> l.startsWith("warning[")).count(), ran.err());
  }

  @Test
  void notesForInstructorsAreNowhereButInTheirView() throws IOException {
    int taught = 0;
    for (Path file : Tree.files(output.folder())) {
      String name = Tree.name(output.folder(), file);
      boolean theirs = name.contains("/instructor/");
      String all =
          name.matches(".*\\.(zip|epub)")
              ? String.join("\n", unzipped(file).values())
              : Tree.text(file);
      if (theirs) {
        taught += all.contains(SECRET) ? 1 : 0;
      } else {
        assertFalse(all.contains(SECRET), () -> name + " tells learners what is for instructors");
      }
      assertFalse(!theirs && all.contains("callout.instructor"), name);
    }
    assertEquals(6, taught, "pages with notes: the front and two episodes in two languages");
  }

  @Test
  void howeverANoteIsWrittenLearnersDoNotGetIt() throws IOException {
    List<String> notes =
        List.of(
            "* one\n\n  ::: instructor\n  SECRET-0\n  :::\n",
            "> Said.\n>\n> ::: instructor\n> SECRET-1\n> :::\n",
            "> [!NOTE]\n> Said.\n>\n> ::: instructor\n> SECRET-2\n> :::\n",
            "term\n: what it is\n\n  ::: instructor\n  SECRET-3\n  :::\n",
            "Text.[^n]\n\n[^n]: Note.\n\n    ::: instructor\n    SECRET-4\n    :::\n",
            "* {{< instructor >}}SECRET-5{{< /instructor >}}\n",
            "In a line {{% instructor %}}SECRET-6{{% /instructor %}} more.\n",
            "{{< instructor >}}\nSECRET-7\n{{< /instructor >}}\n",
            "1. one\n\n   ```{code-cell} python\n   :tags: [instructor]\n   SECRET-8()\n   ```\n",
            "```python {.instructor}\nSECRET-9()\n```\n",
            "````{note}\n```{admonition} For you\n:class: instructor\nSECRET-10\n```\n````\n",
            "| a |\n|---|\n| {{< instructor >}}SECRET-11{{< /instructor >}} |\n");
    Path site =
        SiteFile.unpack(
            temp.resolve("notes"),
            """
            -- site-content/site.yaml --
            title: Rain
            base_url: https://rain.example.org/
            languages: [en]
            -- site-content/index.md --
            # Home
            -- lessons/soil/lesson.yaml --
            title: Soil
            kernel: python3
            -- lessons/soil/episodes/01-sand.md --
            # Sand

            """
                + String.join("\nBetween.\n\n", notes)
                + "\nBehind.\n");
    Chasqui.run(site, "build").expect(0);
    Output built = new Output(site.resolve("public"));
    for (Path file : Tree.files(built.folder())) {
      String name = Tree.name(built.folder(), file);
      String all =
          name.matches(".*\\.(zip|epub)")
              ? String.join("\n", unzipped(file).values())
              : Tree.text(file);
      assertFalse(!name.contains("/instructor/") && all.contains("SECRET"), () -> name);
    }
    String learners = built.text("lessons/soil/sand/index.html");
    assertEquals(notes.size() - 1, learners.split("<p>Between", -1).length - 1);
    String theirs = built.page("lessons/soil/instructor/sand/").text();
    for (int i = 0; i < notes.size(); i++) {
      assertTrue(theirs.contains("SECRET-" + i), notes.get(i));
    }
  }

  @Test
  void theViewForInstructorsIsApart() {
    Document page = output.page("lessons/rivers/instructor/levels/");
    assertEquals("noindex,follow", page.select("meta[name=robots]").attr("content"));
    assertEquals(1, page.select("details.solution[open]").size());
    assertEquals("../forecast/", page.select("a[rel=next]").attr("href"));
    assertFalse(output.text("sitemap.xml").contains("instructor"));
    assertFalse(output.text("tags/index.html").contains("whispering"), "tags of the notes");
    Document lesson = output.page("lessons/rivers/");
    assertEquals(1, lesson.select("a[href=instructor/][rel=nofollow]").size());
  }

  @Test
  void theTimetableCountsBreaksAndDays() {
    Document page = output.page("lessons/rivers/");
    List<String> rows = page.select(".schedule tbody tr").eachText();
    assertEquals(4, rows.size() - 2, rows.toString());
    List<String> times = page.select(".schedule tbody time").eachAttr("datetime");
    assertEquals(List.of("09:30", "09:45", "10:05", "13:00", "13:05"), times);
    assertEquals("Té", output.page("es/lessons/rivers/").select("tr.break th").text());
  }

  @Test
  void aTermHasOneAnchorInEveryLanguageAndSaysWhatItIsCalledInTheOthers() {
    Document spanish = output.page("es/lessons/rivers/glossary/");
    Element term = spanish.getElementById("term-gauge");
    assertEquals("escala", term.select("dfn").text());
    assertEquals("gauge", term.select("i[lang=en]").text());
    Document all = output.page("es/glossary/");
    assertEquals(List.of("caudal", "escala"), all.select("dt dfn").eachText(), "in Spanish order");
    assertEquals("../lessons/rivers/glossary/#term-flow", all.select("dfn a").attr("href"));
  }

  @Test
  void allInOnePageHasNoIdTwiceAndLinksToItself() {
    Document page = output.page("lessons/rivers/all/");
    List<String> ids = page.select("[id]").eachAttr("id");
    assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
    String to = page.select("main .text a:contains(next)").attr("href");
    assertEquals("#episode-forecast-guess", to);
    assertTrue(ids.contains("episode-forecast-guess"));
    assertEquals("../images/gauge.svg", page.select("main img").attr("src"));
  }

  @Test
  void collectionsHoldWhatTheEpisodesHave() {
    assertEquals(1, output.page("lessons/rivers/exercises/").select("section.challenge").size());
    assertEquals(
        "A gauge in the water", output.page("lessons/rivers/figures/").select("figcaption").text());
    assertEquals(
        "Rivers rise.", output.page("lessons/rivers/key-points/").select(".chapter li").text());
    assertTrue(output.text("lessons/rivers/levels/levels.py").contains("rows = open("));
    assertFalse(output.text("lessons/rivers/levels/levels.py").contains("fifty"), "a solution");
  }

  @Test
  void aLearningPathAddsUpItsLessons() {
    Document page = output.page("es/paths/first/");
    assertEquals(1, page.select("ol.way > li").size());
    assertTrue(page.select(".byline").text().contains("20"), page.select(".byline").text());
    assertEquals(
        1, output.page("lessons/rivers/").select("dl a[href='../../paths/first/']").size());
  }

  @Test
  void thePagesOfAnArchiveOpenFromDisk() throws IOException {
    Path archive = output.folder().resolve("es/lessons/rivers/rivers-offline.zip");
    Map<String, String> files = unzipped(archive);
    assertTrue(files.containsKey("rivers-es/index.html"), files.keySet().toString());
    List<String> dead = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          if (name.endsWith(".html")) {
            dead.addAll(dead(name, Jsoup.parse(text), files.keySet()));
          }
        });
    assertEquals(List.of(), dead);
    assertTrue(files.keySet().stream().anyMatch(n -> n.endsWith("levels.csv")), "data");
    assertTrue(files.keySet().stream().anyMatch(n -> n.endsWith("gauge.svg")), "pictures");
  }

  private static List<String> dead(String name, Document page, Set<String> files) {
    List<String> dead = new ArrayList<>();
    for (Element element : page.select("[href],[src]")) {
      String url = element.hasAttr("href") ? element.attr("href") : element.attr("src");
      if (url.startsWith("https:") || url.startsWith("#")) {
        continue;
      }
      String target =
          Path.of(name).resolveSibling(url.replaceFirst("[#?].*", "")).normalize().toString();
      if (!files.contains(target)) {
        dead.add(name + " -> " + url);
      }
    }
    return dead;
  }

  @Test
  void aPageTellsHowBigItsFilesAre() throws IOException {
    Document page = output.page("lessons/rivers/");
    for (Element file : page.select(".files li")) {
      String href = file.select("a").attr("href");
      long bytes = Files.size(output.folder().resolve("lessons/rivers").resolve(href));
      String size = Math.max(1, Math.round(bytes / 1000.0)) + " KB";
      assertEquals(size, file.select(".small").first().text(), href);
    }
    assertEquals(3, page.select(".files li").size());
  }

  /** What the page brings along is the same on all: with 11 KB of HTML it must stay below 20. */
  @Test
  void anEpisodeComesInFourLightFiles() throws IOException {
    String name = "lessons/rivers/levels/";
    Document page = output.page(name);
    assertFalse(page.select("math").isEmpty(), "formulas cost one style sheet more");
    int styles = 0;
    int scripts = 0;
    List<String> files = new ArrayList<>(page.select("link[rel=stylesheet]").eachAttr("href"));
    files.addAll(page.select("script[src]").eachAttr("src"));
    for (String file : files) {
      int weight = gzip(output.folder().resolve(name).resolve(file).normalize());
      assertTrue(!file.endsWith(".css") || weight <= 5 * 1024, file + " " + weight);
      styles += file.endsWith(".css") ? weight : 0;
      scripts += file.endsWith(".css") ? 0 : weight;
    }
    assertTrue(files.size() + 1 <= 4, files.toString());
    assertTrue(scripts > 1000 && scripts <= 4 * 1024, "scripts: " + scripts);
    assertTrue(11 * 1024 + styles + scripts <= 20 * 1024, styles + " + " + scripts);
    int html = gzip(output.folder().resolve(name).resolve("index.html"));
    assertTrue(html <= 4 * 1024, "a page of few words is mostly what surrounds them: " + html);
  }

  private static int gzip(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(9); // as the budgets were measured
          }
        }) {
      Files.copy(file, gzip);
    }
    return bytes.size();
  }

  private static Map<String, String> unzipped(Path archive) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals("1980-02-01T00:00", entry.getTimeLocal().toString(), entry.getName());
      }
    }
    return files;
  }
}
