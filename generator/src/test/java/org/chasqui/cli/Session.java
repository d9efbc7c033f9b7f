package org.chasqui.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The program in a folder of its own, as a person would use it, without a process. */
final class Session {
  private static final Path ROOT =
      Path.of(System.getProperty("chasqui.root", "..")).toAbsolutePath().normalize();

  /** A little site in two languages: a page, a post, a lesson, two hubs. */
  static final String SITE =
      """
      -- site-content/site.yaml --
      title: Little site
      description: A site for tests.
      base_url: https://little.example.org/sub/
      languages: [en, es]
      -- site-content/index.md --
      ---
      title: Home
      ---

      Welcome. Read [about us](about.md).
      -- site-content/about.md --
      ---
      title: About
      ---

      We are little.
      -- site-content/blog/hello.md --
      ---
      title: Hello
      date: 2026-01-05
      ---

      First post.
      -- site-content/hubs/norte.yaml --
      name: Norte
      address: https://norte.example.org/
      repository: embedded
      languages: [es]
      -- site-content/hubs/west.yaml --
      name: West
      address: https://west.example.org/
      repository: embedded
      -- lessons/first/lesson.yaml --
      title: First lesson
      summary: A lesson.
      kernel: python3
      -- lessons/first/01-start.md --
      ---
      title: Start
      teaching: 5
      exercises: 5
      questions:
        - What is one and one?
      objectives:
        - Add.
      keypoints:
        - It is two.
      ---

      Let us add.

      ```python
      1 + 1
      ```
      -- locales/es/about.po --
      msgid ""
      msgstr ""
      "Language: es\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      msgid "About"
      msgstr "Acerca de"

      msgid "We are little."
      msgstr "Somos pocos."
      """;

  final Path folder;
  final Map<String, String> env = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  boolean terminal;
  Instant now = Instant.parse("2026-02-03T04:05:06Z");

  Session(Path folder) {
    this.folder = folder;
  }

  /** A session in a folder that holds the little site. */
  static Session withSite(Path folder) {
    Session session = new Session(folder);
    session.files(SITE);
    return session;
  }

  /** Writes files: {@code -- path --}, then the text. */
  void files(String text) {
    for (String part : text.split("(?m)^-- ")) {
      if (!part.isEmpty()) {
        int end = part.indexOf(" --\n");
        write(part.substring(0, end), part.substring(end + 4));
      }
    }
  }

  void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String read(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  /** Runs a command; what it says can be asked for afterwards. */
  int run(String... args) {
    out.reset();
    err.reset();
    return new Main(console(folder)).run(args);
  }

  /** The outside world as this session has it. */
  Console console(Path workingFolder) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        env,
        Clock.fixed(now, ZoneOffset.UTC),
        workingFolder,
        Optional.of(ROOT),
        terminal);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
