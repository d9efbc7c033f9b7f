package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books of lessons, judged by the checker of those who made the format. */
@Tag("slow")
class BookTest {
  // Debian's is an archive that Java runs.
  private static final Path CHECKER = Path.of("/usr/share/java/epubcheck.jar");

  @TempDir Path temp;

  @Test
  void theBooksOfTheSampleLessonsAreValid() throws IOException {
    Path out = temp.resolve("public");
    Chasqui.run(Chasqui.ROOT, "build", "--out", out.toString()).expect(0);
    check(books(out), 6);
  }

  @Test
  void theBookOfALessonWithEverythingIsValid() throws IOException {
    Path file = GoldenSitesTest.FOLDER.resolve("whole-lesson.txt");
    Path site = SiteFile.unpack(temp.resolve("site"), Files.readString(file));
    String raw =
        """

        <center><font color="red">Old</font> <br> markup <custom-tag data-x=1>here</custom-tag></center>

        - [x] done
        - [ ] to do

        <details><summary>More</summary>

        text &nbsp; &copy;

        </details>

        $$
        \\frac{a}{b}
        $$
        """;
    Path episode = site.resolve("lessons/rivers/02-forecast.md");
    Tree.write(episode, Tree.text(episode) + raw);
    Chasqui.run(site, "build").expect(0);
    check(books(site.resolve("public")), 2);
  }

  private static List<Path> books(Path out) {
    return Tree.files(out).stream().filter(f -> f.toString().endsWith(".epub")).toList();
  }

  private static void check(List<Path> books, int wanted) {
    Assumptions.assumeTrue(Files.isRegularFile(CHECKER), "NEEDS: epubcheck");
    assertEquals(wanted, books.size());
    for (Path book : books) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  CHECKER.toString(),
                  "--failonwarnings",
                  book.toString()));
      Tools.Said said = Tools.start(book.getParent(), command);
      assertTrue(said.code() == 0, said.out());
    }
  }
}
