package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder;

  @Test
  void saysItsVersion() {
    Session session = new Session(folder);
    assertEquals(0, session.run("--version"));
    assertTrue(session.out().matches("chasqui \\S+ \\(Java [\\d.]+.*\\)\\R"), session.out());
    assertEquals(0, session.run("build", "--help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "-h", ""})
  void helpNamesEveryCommandInOneLine(String args) {
    Session session = new Session(folder);
    assertEquals(0, session.run(args.isEmpty() ? new String[0] : args.split(" ")));
    for (String command :
        List.of(
            "build",
            "serve",
            "check",
            "publish",
            "hubs",
            "notebooks",
            "translate",
            "new",
            "clean",
            "doctor")) {
      assertTrue(
          session.out().lines().anyMatch(l -> l.matches("  " + command + " +[A-Z].*\\.")), command);
    }
    assertTrue(session.out().contains("Exit codes: 0"), session.out());
    assertTrue(session.out().lines().allMatch(l -> l.length() <= 80), session.out());
    assertEquals("", session.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build",
        "serve",
        "check",
        "publish",
        "hubs",
        "hubs plan",
        "hubs push",
        "hubs status",
        "notebooks",
        "translate",
        "translate update",
        "translate status",
        "translate check",
        "translate add",
        "translate extract",
        "translate import",
        "new",
        "clean",
        "doctor"
      })
  void everyCommandHasAHelpThatReadsWell(String command) {
    Session session = new Session(folder);
    assertEquals(0, session.run(("help " + command).split(" ")));
    String help = session.out();
    assertTrue(help.contains("\n\nUsage: chasqui " + command), help);
    assertTrue(help.lines().findFirst().orElse("").endsWith("."), help);
    assertFalse(help.contains("\n\n\n"), help);
    assertFalse(help.contains("%n"), help);
    assertEquals(0, session.run((command + " --help").split(" ")));
    assertEquals(help, session.out());
  }

  @Test
  void anUnknownWordGetsASuggestionAndExitCodeTwo() {
    Session session = Session.withSite(folder);
    assertAll(
        () -> refused(session, "Unknown command 'biuld'. Did you mean 'build'?", "biuld"),
        () ->
            refused(
                session, "Unknown option '--stie'. Did you mean '--site'?", "build", "--stie", "x"),
        () ->
            refused(
                session,
                "Unknown option '--drafst'. Did you mean '--drafts'?",
                "build",
                "--drafst=1"),
        () -> refused(session, "Unknown command 'pusch'. Did you mean 'push'?", "hubs", "pusch"),
        () ->
            refused(
                session,
                "Missing command: one of diff, log, plan, prune, push, rollback, status, verify.",
                "hubs"),
        () ->
            refused(
                session, "There is no hub 'nort'. Did you mean 'norte'?", "hubs", "plan", "nort"),
        () ->
            refused(
                session,
                "'lessen' is no kind of page. Did you mean 'lesson'?",
                "new",
                "lessen",
                "x"),
        () -> refused(session, "Missing required option: '--to=DIR'.", "notebooks"),
        () -> refused(session, "--base-url is 'ftp://x'", "build", "--base-url", "ftp://x"),
        () ->
            refused(
                session,
                "The site is not made in 'fr'. Its languages are en, es.",
                "check",
                "--locale",
                "fr"),
        () ->
            refused(session, "--locale is 'x y', not a language tag", "check", "--locale", "x y"));
    assertFalse(session.has("public"));
  }

  private static void refused(Session session, String message, String... args) {
    assertEquals(2, session.run(args), session.err());
    assertTrue(session.err().startsWith("chasqui: " + message), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
    assertEquals("", session.out());
  }

  @Test
  void withoutASiteItSaysWhatIsMissing() throws Exception {
    Session session = new Session(folder);
    assertEquals(2, session.run("build", "--site", "nowhere"));
    assertTrue(session.err().contains("no site-content/site.yaml"), session.err());
    Console alone =
        new Console(
            System.out,
            session.console(folder).err(),
            session.env,
            java.time.Clock.systemUTC(),
            Files.createDirectories(folder.resolve("a/b")),
            java.util.Optional.empty(),
            false);
    assertEquals(2, new Main(alone).run("build"));
    assertTrue(session.err().contains("'--site DIR' says where it is."), session.err());
  }

  @Test
  void theSiteIsFoundFromAFolderInIt() {
    Session session = Session.withSite(folder);
    Console inside = session.console(folder.resolve("site-content/blog"));
    assertEquals(0, new Main(inside).run("check"), session.err());
  }

  @Test
  void aMistakeOfOursAsksForAReport() {
    Session session = Session.withSite(folder);
    Console broken =
        new Console(
            session.console(folder).out(),
            session.console(folder).err(),
            session.env,
            new java.time.Clock() {
              @Override
              public java.time.ZoneId getZone() {
                throw new IllegalStateException("no zone");
              }

              @Override
              public java.time.Clock withZone(java.time.ZoneId zone) {
                return this;
              }

              @Override
              public java.time.Instant instant() {
                throw new IllegalStateException("no clock");
              }
            },
            folder,
            java.util.Optional.empty(),
            false);
    assertEquals(70, new Main(broken).run("check"));
    assertTrue(session.err().contains("mistake in Chasqui, not in your content"), session.err());
    assertTrue(session.err().contains("Please report it"), session.err());
    assertFalse(session.err().contains("\tat "), session.err());
    assertEquals(70, new Main(broken).run("check", "--debug"));
    assertTrue(session.err().contains("\tat "), session.err());
  }

  @Test
  void aSourceDateThatIsNoneIsRefused() {
    Session session = Session.withSite(folder);
    session.env.put("SOURCE_DATE_EPOCH", "yesterday");
    assertEquals(2, session.run("check"));
    assertTrue(session.err().contains("not a number of seconds"), session.err());
  }
}
