package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code chasqui hubs}, as a hub keeper types them. */
class HubsCommandTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
  }

  private void lessonSays(String sum) {
    String text = session.read("lessons/first/01-start.md");
    session.write("lessons/first/01-start.md", text.replaceAll("1 \\+ \\d+", "1 + " + sum));
  }

  private String plan() {
    assertEquals(0, session.run("hubs", "plan", "--json"), session.err());
    return session.out();
  }

  @Test
  @DisplayName("G23 a plan is stable, and is carried out as it is or not at all")
  void aSavedPlanIsCarriedOutOrRefused() {
    String plan = plan();
    assertEquals(plan, plan());
    assertTrue(plan.contains("\"base\":\"\",\"state\":\""), plan);
    session.write("plan.json", plan);
    assertFalse(session.has(".chasqui/hubs"));

    assertEquals(0, session.run("hubs", "push", "--plan", "plan.json"), session.err());
    assertTrue(session.out().matches("(?s).*\nnorte +published.*"), session.out());

    // Branches have moved: by us.
    assertEquals(4, session.run("hubs", "push", "--plan", "plan.json"), session.out());
    assertTrue(session.out().contains("norte: The branch has moved"), session.out());

    session.write("plan.json", plan());
    lessonSays("7");
    assertEquals(4, session.run("hubs", "push", "--plan", "plan.json"), session.out());
    assertTrue(session.out().contains("norte: The lessons have changed"), session.out());
    assertTrue(session.out().contains("Nothing was pushed."), session.out());

    session.write("plan.json", "{\"command\":\"build\"}");
    assertEquals(2, session.run("hubs", "push", "--plan", "plan.json"));
    assertEquals(2, session.run("hubs", "push", "--plan", "none.json"));
  }

  @Test
  @DisplayName("G23 the text of a plan is stable")
  void thePlansText() {
    session.run("hubs", "push");
    lessonSays("7");
    assertEquals(0, session.run("hubs", "plan", "norte"), session.err());
    String first = session.out();
    assertTrue(first.contains("norte:\n  ~ es/first/01-start.ipynb\n"), first);
    session.run("hubs", "plan", "norte");
    assertEquals(first, session.out());
  }

  @Test
  @DisplayName("G24 status says all there is, and has an exit code when asked")
  void status() {
    assertEquals(3, session.run("hubs", "status", "--exit-code"));
    session.run("hubs", "push");
    assertEquals(0, session.run("hubs", "status", "--exit-code"), session.out());
    lessonSays("7");
    assertEquals(0, session.run("hubs", "status"));
    assertEquals(3, session.run("hubs", "status", "--exit-code", "--json"));
    for (String key :
        new String[] {
          "\"outcome\":\"behind\"",
          "\"commit\":\"",
          "\"publication\":1",
          "\"drifted\":[]",
          "\"pending\":[\"es/first/01-start.ipynb\"]",
          "\"branchMissing\":false",
          "\"headElsewhere\":false",
          "\"adopted\":[]",
          "\"source\":\"\""
        }) {
      assertTrue(session.out().contains(key), key + " in " + session.out());
    }
  }

  @Test
  @DisplayName("G7 rollback, on the command line")
  void rollback() {
    session.run("hubs", "push");
    lessonSays("7");
    session.run("hubs", "push");
    assertEquals(2, session.run("hubs", "rollback", "--to", "1"));
    assertEquals(0, session.run("hubs", "rollback", "norte", "--to", "1"), session.out());
    assertTrue(session.out().matches("(?s).*norte +published +1 changed.*"), session.out());
    assertEquals(0, session.run("hubs", "rollback", "norte", "--to", "1"), session.out());
    assertTrue(session.out().contains("up to date"), session.out());
    assertEquals(3, session.run("hubs", "rollback", "norte", "--to", "9"), session.out());
    assertEquals(2, session.run("hubs", "rollback", "norte"));
  }

  @Test
  void diffShowsCells() {
    session.run("hubs", "push");
    lessonSays("7");
    assertEquals(0, session.run("hubs", "diff", "norte"), session.err());
    assertTrue(session.out().startsWith("norte:\n  ~ es/first/01-start.ipynb\n"), session.out());
    assertTrue(session.out().contains("          - 1 + 1\n          + 1 + 7\n"), session.out());
    assertTrue(Pattern.compile("~ code cell \\S+").matcher(session.out()).find(), session.out());
    session.run("hubs", "push");
    session.run("hubs", "diff", "norte");
    assertEquals("norte: nothing would change\n", session.out());
  }

  @Test
  @DisplayName("G16 prune shows, warns, and acts only with --yes")
  void prune() {
    session.run("hubs", "push");
    session.write("lessons/first/02-more.md", session.read("lessons/first/01-start.md"));
    session.run("hubs", "push");
    session.write("lessons/first/02-more.md", "");
    folder.resolve("lessons/first/02-more.md").toFile().delete();
    session.run("hubs", "push");
    assertEquals(2, session.run("hubs", "prune", "--yes"));
    assertEquals(0, session.run("hubs", "prune"), session.err());
    assertEquals(0, session.run("hubs", "prune", "norte"), session.err());
    assertTrue(session.out().contains("- es/first/02-more.ipynb"), session.out());
    assertTrue(session.out().contains("cannot pull anything afterwards"), session.out());
    assertEquals(0, session.run("hubs", "prune", "norte", "--yes"), session.err());
    session.run("hubs", "prune", "norte");
    assertFalse(session.out().contains("02-more"), session.out());
  }

  @Test
  @DisplayName("G29 verify and G30 log, on the command line")
  void verifyAndLog() throws Exception {
    assertEquals(3, session.run("hubs", "verify", "norte"));
    session.run("hubs", "push");
    assertEquals(0, session.run("hubs", "verify", "norte"), session.out());
    assertTrue(
        session.out().matches("(?s).*norte +whole +publication 1, 1 file .*"), session.out());
    assertEquals(0, session.run("hubs", "log"), session.err());
    Matcher events = Pattern.compile("\"event\":\"(\\w+)\"").matcher(session.out());
    assertEquals(4, events.results().count(), session.out());
    Path log = folder.resolve(".chasqui/log/hubs.jsonl");
    java.nio.file.Files.writeString(
        log, java.nio.file.Files.readString(log).replace("norte", "west"));
    assertEquals(3, session.run("hubs", "log"));
  }

  @Test
  @DisplayName("G31 trouble comes with one next step, in the user's language")
  void nextSteps() {
    session.write(
        "site-content/hubs/west.yaml",
        "name: West\nrepository: " + folder.resolve("gone.git").toUri() + "\n");
    assertEquals(3, session.run("hubs", "push", "west"));
    assertTrue(session.out().contains("west: Check 'repository'"), session.out());
    session.env.put("LANG", "es_PE.UTF-8");
    session.run("hubs", "push", "west");
    assertTrue(session.out().contains("west: Revise «repository»"), session.out());
    session.env.put("LC_ALL", "fr_FR.UTF-8");
    session.run("hubs", "push", "west");
    assertTrue(session.out().contains("west: Vérifiez « repository »"), session.out());
    session.env.put("LC_ALL", "de");
    session.run("hubs", "push", "west");
    assertTrue(session.out().contains("west: Check 'repository'"), session.out());
  }

  @Test
  @DisplayName("G31 every code has a next step in every language")
  void everyCodeHasANextStep() throws Exception {
    for (Object code : Class.forName("org.chasqui.hub.Trouble$Code").getEnumConstants()) {
      java.util.Set<String> texts = new java.util.HashSet<>();
      for (String language : new String[] {"en", "es", "fr"}) {
        session.env.put("LANG", language + "_XX.UTF-8");
        NextSteps steps = NextSteps.of(session.console(folder));
        texts.add(steps.after(code.toString()).orElseThrow(() -> new AssertionError(code)));
      }
      assertEquals(3, texts.size(), texts.toString());
    }
  }

  @Test
  void optionsThatExcludeEachOther() {
    assertEquals(2, session.run("hubs", "push", "--adopt", "--overwrite"));
    assertEquals(2, session.run("hubs", "push", "--overwite"));
    assertTrue(session.err().contains("--overwrite"), session.err());
    assertEquals(0, session.run("hubs", "push", "--help"));
    assertTrue(session.out().contains("--plan"), session.out());
  }
}
