package org.chasqui.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.localize.Localized;
import org.chasqui.notebook.NotebookWriter;
import org.chasqui.output.OutputWriter;
import org.chasqui.output.WriteResult;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.OutputFile;

/**
 * How long the notebooks of a big site take once the site is loaded: a thousand episodes of about 6
 * KB in three languages, two of them translated by catalogue. Run it with {@code ./run.sh notebooks
 * [EPISODES [TURNS]]}.
 */
final class NotebookBenchmark {
  private static final int IN_A_LESSON = 25;

  private NotebookBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int episodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path site = Files.createTempDirectory("chasqui-bench");
    write(site, episodes);
    BuildRequest request =
        BuildRequest.of(site, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z"));
    Diagnostics diagnostics = new Diagnostics();
    long start = System.nanoTime();
    Localized localized = new SiteBuilder(request, diagnostics, step -> {}).translated();
    System.out.printf(
        Locale.ROOT, "site of %d episodes loaded and translated: %.2f s%n", episodes, since(start));
    for (int turn = 1; turn <= turns; turn++) {
      start = System.nanoTime();
      long work = work();
      List<NotebookFile> made =
          NotebookWriter.notebooks(localized.site(), localized.wording(), diagnostics);
      System.out.printf(
          Locale.ROOT, "%d notebooks made and checked, turn %d: %.2f s, of processor time %.2f s%n",
          made.size(), turn, since(start), (work() - work) / 1e9);
      writes(site, made);
    }
    delete(site);
  }

  private static void writes(Path site, List<NotebookFile> made) {
    List<OutputFile> files = new ArrayList<>();
    made.forEach(n -> files.add(new OutputFile.Text(n.path(), n.content())));
    long start = System.nanoTime();
    WriteResult result = OutputWriter.write(site.resolve("out"), files, List.of(site.resolve("lessons")));
    System.out.printf(
        Locale.ROOT, "  written %d, unchanged %d: %.2f s%n", result.written(), result.unchanged(), since(start));
  }

  // On a busy machine it says more than the clock: half of it is what two idle cores take.
  private static long work() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void write(Path site, int episodes) throws IOException {
    put(site, "site-content/site.yaml", "title: Big\nlanguages: [en, es, fr]\n");
    put(site, "site-content/index.md", "---\ntitle: Home\n---\n\nWelcome.\n");
    for (int i = 0; i < episodes; i++) {
      String lesson = "l" + i / IN_A_LESSON;
      if (i % IN_A_LESSON == 0) {
        put(site, "lessons/" + lesson + "/lesson.yaml", "title: Lesson " + lesson + "\nkernel: python3\n");
      }
      String name = "%02d-part".formatted(i % IN_A_LESSON + 1);
      List<String> messages = new ArrayList<>();
      put(site, "lessons/" + lesson + "/" + name + i + ".md", episode(i, messages));
      for (String language : List.of("es", "fr")) {
        put(
            site,
            "locales/" + language + "/lessons/" + lesson + "/part" + i + ".po",
            catalogue(language, messages));
      }
    }
  }

  private static String episode(int number, List<String> messages) {
    Random random = new Random(number);
    StringBuilder out =
        new StringBuilder("---\ntitle: Part " + number + "\nteaching: 10\nexercises: 10\nquestions:\n  - What is it?\n");
    out.append("objectives:\n  - Know it.\nkeypoints:\n  - It is known.\n---\n\n");
    for (int section = 0; section < 6; section++) {
      say(out, messages, "## ", "Section " + section + " " + word(random));
      for (int i = 0; i < 3; i++) {
        say(out, messages, "", sentence(random) + " " + sentence(random));
      }
      out.append("```python\nrows = [").append(random.nextInt(99)).append("]\nprint(sum(rows))\n```\n\n");
      if (section % 2 == 0) {
        out.append(":::: challenge\n\n");
        say(out, messages, "### ", "Try " + section);
        say(out, messages, "", sentence(random));
        out.append("::: solution\n\n");
        say(out, messages, "", sentence(random));
        out.append("```python\nprint(").append(section).append(")\n```\n\n:::\n::::\n\n");
      }
    }
    return out.toString();
  }

  private static void say(StringBuilder out, List<String> messages, String sign, String text) {
    messages.add(text);
    out.append(sign).append(text).append("\n\n");
  }

  private static String catalogue(String language, List<String> messages) {
    StringBuilder po =
        new StringBuilder("msgid \"\"\nmsgstr \"\"\n\"Language: " + language + "\\n\"\n");
    po.append("\"Content-Type: text/plain; charset=UTF-8\\n\"\n");
    po.append("\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n");
    messages.stream()
        .distinct()
        .forEach(m -> po.append("\nmsgid \"").append(m).append("\"\nmsgstr \"").append(m.replace("the", "él")).append("\"\n"));
    return po.toString();
  }

  private static String word(Random random) {
    String[] words = {"frog", "pond", "rain", "the", "week", "mean", "open", "row", "table", "year"};
    return words[random.nextInt(words.length)];
  }

  private static String sentence(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      words.add(word(random));
    }
    words.set(3, "**" + words.get(3) + "**");
    words.set(7, "[link](https://example.org/" + random.nextInt(999) + ")");
    return String.join(" ", words) + ".";
  }

  private static void put(Path site, String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
