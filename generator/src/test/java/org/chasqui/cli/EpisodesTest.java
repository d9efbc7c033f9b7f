package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Episodes that differ from their lesson, and what is said of pages and of files. */
class EpisodesTest {
  private static final String PROMISES =
      "questions: [What is it?]\nobjectives: [See it.]\nkeypoints: [It is.]\n";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
  }

  @Test
  void anEpisodeMayRunInAnotherKernelThanItsLesson() {
    session.write(
        "lessons/first/02-in-r.md",
        "---\ntitle: In R\nkernel: ir\n"
            + PROMISES
            + "---\n\n```r\nmean(c(1, 2))\n```\n\n"
            + "```python\nno cell here\n```\n");
    assertEquals(0, session.run("build"), session.err());
    String python = session.read("public/lessons/first/start/start.ipynb");
    String r = session.read("public/lessons/first/in-r/in-r.ipynb");
    assertTrue(python.contains("\"name\": \"python3\""), python);
    assertTrue(r.contains("\"name\": \"ir\""), r);
    assertTrue(r.contains("mean(c(1, 2))\""), r);
    assertEquals(2, r.split("\"cell_type\": \"code\"").length, "one cell runs: " + r);
    assertTrue(session.read("public/es/lessons/first/in-r/in-r.ipynb").contains("\"ir\""));
    assertTrue(session.has("public/lessons/first/in-r/in-r.R"));
  }

  @Test
  void aKernelOfAnEpisodeThatNobodyKnowsIsToldThere() {
    session.write(
        "lessons/first/02-in-r.md",
        "---\ntitle: In R\nkernel: irr\n" + PROMISES + "---\n\nText.\n");
    assertEquals(0, session.run("build"), session.err());
    assertTrue(
        session.err().contains("warning[kernel-unknown] lessons/first/02-in-r.md:3:9"),
        session.err());
  }

  @Test
  void theMarkOfAnAlertIsNoText() {
    session.write(
        "site-content/note.md",
        "---\ntitle: Note\n---\n\n> [!NOTE] Mind *this*\n> Bring a hat.\n>\n> And water.\n\n"
            + "> [!TIP]\n> Go early.\n\nThe rest.\n");
    assertEquals(0, session.run("build"), session.err());
    String description =
        Jsoup.parse(session.read("public/note/index.html"))
            .selectFirst("meta[name=description]")
            .attr("content");
    assertEquals("Mind this Bring a hat. And water. Go early. The rest.", description);
  }

  @Test
  void ofAnEpisodeThatCannotBeReadNothingElseIsTold() {
    session.write("lessons/first/02-torn.ipynb", "{\"cells\": [");
    assertEquals(1, session.run("build"));
    assertTrue(session.err().contains("error[notebook-format]"), session.err());
    assertFalse(session.err().contains("02-torn.ipynb:1:1\n  The episode"), session.err());
    assertFalse(session.err().contains("episode-without"), session.err());
  }
}
