package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the repositories of hubs: no solution anywhere, and a file for every link. */
class G18SecretsOfLessonsTest {
  private static final Pattern OPEN = Pattern.compile("\"open\" : \"([^\"]+)\"");

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/hubs/west.yaml",
        "name: West\naddress: https://w.example.org/\n"
            + "public_repository: https://git.example.org/west\nfolder: lecciones\n");
    session.write("site-content/hubs/teachers.yaml", "name: Teachers\nvariant: instructor\n");
    session.write(
        "lessons/first/02-task.md",
        """
        ---
        title: Task
        ---

        :::::: challenge

        ## Count

        How many?

        :::::: solution

        Canary-solution-text, forty-two.

        ```python
        canary_solution_code = 42
        ```

        ::::::

        ::::::

        :::::: instructor

        Canary-instructor-note.

        ::::::
        """);
    session.write(
        "locales/es/lessons/first/02-task.po",
        """
        msgid ""
        msgstr ""
        "Language: es\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        msgid "Canary-solution-text, forty-two."
        msgstr "Canario-solucion, cuarenta y dos."

        msgid "Canary-instructor-note."
        msgstr "Canario-nota."
        """);
    assertEquals(0, session.run("publish"), session.err());
  }

  private String git(String hub, String... args) {
    try {
      List<String> command = new ArrayList<>(List.of("git"));
      command.addAll(List.of(args));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.resolve(".chasqui/hubs/" + hub + ".git").toFile())
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor());
      return said;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String everyObject(String hub) {
    return git(hub, "cat-file", "--batch-all-objects", "--batch");
  }

  @Test
  @DisplayName("G18 no object that is pushed to learners holds a byte of a solution or a note")
  void noSolutionInAnyObject() {
    String lesson = session.read("lessons/first/02-task.md");
    session.write("lessons/first/02-task.md", lesson.replace("How many?", "How many now?"));
    assertEquals(0, session.run("publish"), session.err());
    for (String hub : List.of("west", "norte")) {
      String all = everyObject(hub);
      assertTrue(all.contains("Task"), "nothing was searched");
      assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("canar"), hub);
    }
    String teachers = everyObject("teachers");
    for (String canary : List.of("Canary-solution-text", "canary_solution_code", "Canario-nota")) {
      assertTrue(teachers.contains(canary), canary + " would not have been found");
    }
  }

  @Test
  @DisplayName("G33 every link that the site gives names a file that is in the hub's branch")
  void everyLinkLeadsToAFile() {
    Matcher link = OPEN.matcher(session.read("public/hubs.json"));
    int links = 0;
    while (link.find()) {
      String query = URI.create(link.group(1)).getRawQuery();
      String path = value(query, "urlpath").replaceFirst("^lab/tree/west/", "");
      assertEquals("blob\n", git("west", "cat-file", "-t", value(query, "branch") + ":" + path));
      links++;
    }
    assertEquals(4, links);
  }

  private static String value(String query, String name) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
    assertTrue(found.find(), query);
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }
}
