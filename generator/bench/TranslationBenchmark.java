package org.chasqui.pipeline;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Language;

/**
 * How long translators wait: a site of 500 pages with 100 paragraphs each in two more languages,
 * catalogues complete but for one edit in twenty. Prints what reading, merging and checking took in
 * this cold process, what one page takes once it is warm, and the most memory that was in use.
 *
 * <pre>translation.sh [PAGES [PARAGRAPHS]]</pre>
 */
public final class TranslationBenchmark {
  private static final String[] WORDS =
      ("data table column value plot function list notebook file folder reader lesson cell result"
              + " line number average median model sample gene protein count filter group join")
          .split(" ");

  private TranslationBenchmark() {}

  public static void main(String[] args) throws Exception {
    int pages = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int paragraphs = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    Path home = Path.of(System.getProperty("chasqui.home", "../..")).toAbsolutePath().normalize();
    Path folder = Files.createTempDirectory("chasqui-bench");
    site(folder, pages, paragraphs);
    BuildRequest request =
        BuildRequest.of(folder, Optional.of(home), Instant.parse("2026-01-01T00:00:00Z"));
    long start = System.nanoTime();
    long processor = processor();
    TranslationRun run = new TranslationRun(request, new Diagnostics(), step -> {});
    say("read", start, processor);
    long merge = System.nanoTime();
    long mergeProcessor = processor();
    SortedMap<String, String> updated = run.update();
    say("extract and merge", merge, mergeProcessor);
    long check = System.nanoTime();
    long checkProcessor = processor();
    run.check(updated);
    say("check", check, checkProcessor);
    say("all, cold, " + pages * paragraphs + " segments x 2 languages", start, processor);
    Language spanish = Language.of("es");
    TranslationDesk desk = new TranslationDesk(() -> request);
    long opened = System.nanoTime();
    long openedProcessor = processor();
    desk.sheet(spanish, "p0");
    say("desk: first page, all read", opened, openedProcessor);
    List<Long> pages1 = new ArrayList<>();
    List<Long> saves = new ArrayList<>();
    for (int i = 1; i < Math.min(6, pages); i++) {
      String page = "p" + i;
      long before = System.nanoTime();
      Map<String, Object> sheet = desk.sheet(spanish, page).orElseThrow();
      pages1.add((System.nanoTime() - before) / 1_000_000);
      Map<?, ?> row = (Map<?, ?>) ((List<?>) sheet.get("entries")).get(1);
      @SuppressWarnings("unchecked")
      List<String> now = (List<String>) row.get("translations");
      TranslationDesk.Draft draft =
          new TranslationDesk.Draft(
              spanish, page, "", String.valueOf(row.get("id")), List.of("Otro texto " + i + "."));
      before = System.nanoTime();
      desk.save(draft, now).orElseThrow();
      saves.add((System.nanoTime() - before) / 1_000_000);
    }
    System.out.println("desk: each further page " + pages1 + " ms, each saving " + saves + " ms");
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        Locale.ROOT,
        "heap in use %d MB of %d MB%n",
        used >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  // The time of the processors tells more than the clock where others work on the machine.
  private static void say(String what, long start, long processor) {
    System.out.printf(
        Locale.ROOT,
        "%-55s %6d ms, %6d ms of processors%n",
        what,
        (System.nanoTime() - start) / 1_000_000,
        (processor() - processor) / 1_000_000);
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void site(Path folder, int pages, int paragraphs) throws Exception {
    Files.createDirectories(folder.resolve("site-content"));
    Files.writeString(
        folder.resolve("site-content/site.yaml"),
        "title: Bench\nbase_url: https://bench.example.org/\nlanguages: [en, es, fr]\n");
    Random random = new Random(42);
    for (int p = 0; p < pages; p++) {
      StringBuilder page = new StringBuilder("---\ntitle: Page " + p + "\n---\n");
      Map<String, StringBuilder> catalogues =
          Map.of("es", new StringBuilder(), "fr", new StringBuilder());
      catalogues.forEach(
          (language, po) ->
              po.append("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"));
      for (int i = 0; i < paragraphs; i++) {
        String text = "Text " + p + " of " + i + ": the " + words(random, 18) + " in `x" + i + "`.";
        boolean edited = random.nextInt(20) == 0;
        page.append('\n').append(edited ? text.replace(": the", ": a new") : text).append('\n');
        catalogues.forEach(
            (language, po) ->
                po.append("\nmsgid \"").append(text).append("\"\nmsgstr \"")
                    .append(text.replace(": the", language.equals("es") ? ": el" : ": le"))
                    .append("\"\n"));
      }
      Files.writeString(folder.resolve("site-content/p" + p + ".md"), page);
      for (Map.Entry<String, StringBuilder> catalogue : catalogues.entrySet()) {
        Path file = folder.resolve("locales/" + catalogue.getKey() + "/p" + p + ".po");
        Files.createDirectories(file.getParent());
        Files.writeString(file, catalogue.getValue());
      }
    }
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
