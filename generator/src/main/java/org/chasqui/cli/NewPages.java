package org.chasqui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Suggestion;
import org.jspecify.annotations.Nullable;

/** What {@code chasqui new} puts into the files it starts: little, and all of it valid. */
final class NewPages {
  /** What can be started. */
  static final List<String> KINDS =
      List.of("lesson", "episode", "post", "page", "job", "event", "hub");

  private static final Pattern NUMBERED = Pattern.compile("(\\d+)-.*\\.md");

  private final Path siteFolder;
  private final LocalDate today;

  NewPages(Path siteFolder, LocalDate today) {
    this.siteFolder = siteFolder;
    this.today = today;
  }

  /**
   * New files, not yet written.
   *
   * @param files what each shall hold
   * @param next what the author does next
   */
  record Made(Map<Path, String> files, String next) {
    static Made of(Path file, String content, String next) {
      return new Made(Map.of(file, content), next);
    }
  }

  /**
   * The files of a new page.
   *
   * @param kind one of {@link #KINDS}
   * @param name its short name or its title
   * @param title its title, if {@code name} is not it
   */
  Made make(String kind, String name, @Nullable String title) {
    boolean inFolder = kind.equals("page") || kind.equals("episode");
    int slash = inFolder ? name.lastIndexOf('/') : -1;
    String last = name.substring(slash + 1);
    String slug = slug(last);
    String heading = title != null ? title : last.equals(slug) ? spoken(slug) : last.strip();
    Made made =
        switch (kind) {
          case "lesson" -> lesson(slug, heading);
          case "episode" -> episode(slash < 0 ? "" : name.substring(0, slash), slug, heading);
          case "post" -> single("blog/" + slug + ".md", post(heading));
          case "job" -> single("jobs/" + slug + ".md", job(heading));
          case "event" -> single("events/" + slug + ".md", event(heading));
          case "hub" -> hub(slug, heading);
          default -> single(pagePath(name, slash, slug), page(heading));
        };
    made.files().keySet().forEach(NewPages::refuseExisting);
    return made;
  }

  private static String pagePath(String name, int slash, String slug) {
    StringBuilder path = new StringBuilder();
    for (String part : (slash < 0 ? "" : name.substring(0, slash)).split("/")) {
      if (!part.isEmpty()) {
        path.append(slug(part)).append('/');
      }
    }
    return path + slug + ".md";
  }

  private Made single(String path, String content) {
    Path file = siteFolder.resolve("site-content").resolve(path);
    return Made.of(
        file,
        content,
        "write in site-content/"
            + path
            + "; 'chasqui serve' shows it (with --drafts while it is a draft).");
  }

  private Made lesson(String slug, String title) {
    Path folder = siteFolder.resolve("lessons").resolve(slug);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        folder.resolve("lesson.yaml"),
        "title: "
            + quoted(title)
            + "\nsummary: What learners will be able to do, in a sentence or two.\n"
            + "kernel: python3\nlevel: beginner\nlicense: CC-BY-4.0\n");
    files.put(folder.resolve("01-introduction.md"), episode("Introduction"));
    return new Made(
        files,
        "write in lessons/"
            + slug
            + "/01-introduction.md; 'chasqui new episode "
            + slug
            + "/NAME' starts the next episode.");
  }

  private Made episode(String lesson, String slug, String title) {
    List<String> lessons = lessons();
    if (!lessons.contains(lesson)) {
      throw new RunStopped.Usage(noLesson(lesson, slug, lessons));
    }
    Path folder = siteFolder.resolve("lessons").resolve(lesson);
    Path inner = folder.resolve("episodes");
    Path where = Files.isDirectory(inner) ? inner : folder;
    String file = String.format(Locale.ROOT, "%02d-%s.md", highest(where) + 1, slug);
    String path = siteFolder.relativize(where.resolve(file)).toString().replace('\\', '/');
    String next = "write in " + path + "; 'chasqui serve' shows it.";
    return Made.of(
        where.resolve(file),
        episode(title),
        listsEpisodes(folder)
            ? "add it to 'episodes:' in lessons/" + lesson + "/lesson.yaml, then " + next
            : next);
  }

  private static boolean listsEpisodes(Path folder) {
    try {
      return Files.readString(folder.resolve("lesson.yaml"))
          .lines()
          .anyMatch(l -> l.startsWith("episodes:"));
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> lessons() {
    try (Stream<Path> folders = Files.list(siteFolder.resolve("lessons"))) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("lesson.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String noLesson(String lesson, String slug, List<String> lessons) {
    String hint =
        lessons.isEmpty()
            ? "There is none yet: 'chasqui new lesson NAME'."
            : Suggestion.didYouMean(lesson, lessons)
                .orElse("There are: " + String.join(", ", lessons) + ".");
    return lesson.isEmpty()
        ? "Which lesson? 'chasqui new episode LESSON/" + slug + "'. " + hint
        : "There is no lesson '" + lesson + "' in lessons/. " + hint;
  }

  private static int highest(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NUMBERED.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(number -> Integer.parseInt(number.group(1)))
          .max()
          .orElse(0);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static String episode(String title) {
    return """
        ---
        title: %s
        teaching: 10
        exercises: 5
        questions:
          - What will this episode answer?
        objectives:
          - Say what learners can do afterwards.
        keypoints:
          - Say what they should remember.
        ---

        Begin with why this matters to the learner.

        ```python
        print("Hello")
        ```

        :::: challenge

        ## Your turn

        Change the greeting.

        ::: solution

        ```python
        print("Hola")
        ```

        :::

        ::::
        """
        .formatted(quoted(title));
  }

  private String post(String title) {
    return "---\ntitle: "
        + quoted(title)
        + "\ndate: "
        + today
        + "\ndraft: true\nauthors: []\ntags: []\n---\n\nThe first paragraph says it all.\n";
  }

  private String page(String title) {
    return "---\ntitle: " + quoted(title) + "\ndraft: true\n---\n\nWhat this page is about.\n";
  }

  private String job(String title) {
    return "---\ntitle: "
        + quoted(title)
        + "\ndate: "
        + today
        + "\nopen: true\ndeadline: "
        + today.plusMonths(1)
        + "\nlocation: Remote\ndraft: true\n---\n\nWhat the work is, and how to apply.\n";
  }

  private String event(String title) {
    LocalDate day = today.plusMonths(1);
    return "---\ntitle: "
        + quoted(title)
        + "\nstart: "
        + day
        + "T15:00:00Z\nend: "
        + day
        + "T16:00:00Z\nplace: Online\ndraft: true\n---\n\nWhat will happen, and how to take part.\n";
  }

  private Made hub(String slug, String title) {
    Path file = siteFolder.resolve("site-content/hubs").resolve(slug + ".yaml");
    return Made.of(
        file,
        "name: "
            + quoted(title)
            + "\n# address: https://hub.example.org/\nrepository: embedded\nbranch: main\nstatus: planned\n",
        "fill in site-content/hubs/"
            + slug
            + ".yaml; 'chasqui hubs plan "
            + slug
            + "' shows what it would get.");
  }

  /** A short name: lower case ASCII letters, digits and hyphens. */
  static String slug(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (plain.isEmpty()) {
      throw new RunStopped.Usage(
          "'"
              + text
              + "' gives no file name: a NAME needs a letter from a to z or a digit; --title takes any.");
    }
    return plain;
  }

  private static String spoken(String slug) {
    String words = slug.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  // A YAML double-quoted scalar: says any text on one line.
  private static String quoted(String text) {
    return Json.write(text);
  }

  private static void refuseExisting(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new RunStopped.Usage(file + " is there already; nothing was changed.");
    }
  }
}
