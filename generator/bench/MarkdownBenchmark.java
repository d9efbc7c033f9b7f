package org.chasqui.markdown;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.chasqui.math.Formulas;

/**
 * What Chasqui's Markdown costs on plain pages, beside flexmark with CommonMark and tables alone.
 *
 * <p>All of them read and write the same pages in one process, in turns; each turn gives one ratio,
 * and the middle one counts. Processor time of the thread is measured, so that what else runs on
 * the machine matters little. Run it with {@code ./run.sh}.
 */
final class MarkdownBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String[] WORDS =
      ("the cloud of data and science for community hub notebook lesson open learning"
              + " infrastructure training access research we to in a is with from python shell")
          .split(" ");

  private MarkdownBenchmark() {}

  public static void main(String[] arguments) {
    int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    boolean features = arguments.length > 2 && arguments[2].equals("features");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      // A page is plain for a feature if it does not use it: there the feature is to cost nothing.
      texts.add(page(i, !features));
    }
    report(texts, turns, features ? features() : ways(), System.out);
  }

  private static void report(
      List<String> texts, int turns, Map<String, ToIntFunction<String>> ways, PrintStream out) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    ways.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    for (int turn = -turns / 2; turn < turns; turn++) {
      for (Map.Entry<String, ToIntFunction<String>> way : ways.entrySet()) {
        double time = time(texts, way.getValue());
        if (turn >= 0) {
          times.get(way.getKey()).add(time);
        }
      }
    }
    long size = texts.stream().mapToLong(String::length).sum();
    List<Double> bare = times.values().iterator().next();
    times.forEach(
        (name, all) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < all.size(); i++) {
            ratios.add(all.get(i) / bare.get(i));
          }
          out.printf(
              Locale.ROOT,
              "%-44s %7.1f ms  %6.1f MB/s  x %.2f  (best turns: x %.2f)%n",
              name,
              middle(all),
              size / middle(all) / 1000,
              middle(ratios),
              Collections.min(all) / Collections.min(bare));
        });
  }

  private static double time(List<String> texts, ToIntFunction<String> way) {
    long before = THREADS.getCurrentThreadCpuTime();
    int length = 0;
    for (String text : texts) {
      length += way.applyAsInt(text);
    }
    if (length == 0) {
      throw new IllegalStateException("nothing was written");
    }
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
  }

  private static double middle(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static Map<String, ToIntFunction<String>> ways() {
    DataHolder options =
        new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
            .toImmutable();
    Parser parser = Parser.builder(options).build();
    HtmlRenderer renderer = HtmlRenderer.builder(options).build();
    Map<String, ToIntFunction<String>> ways = new LinkedHashMap<>();
    ways.put("flexmark, CommonMark and tables", t -> renderer.render(parser.parse(t)).length());
    ways.put("flexmark, reading alone", t -> parser.parse(t).getChars().length());
    ways.put("Chasqui, reading alone", t -> Dialect.parse(t).getChars().length());
    ways.put(
        "Chasqui, all features", t -> Markdown.render(t, RenderOptions.PLAIN).html().length());
    ways.put("Chasqui, segments for translators", t -> Markdown.segments(t).size());
    ways.put("Chasqui, blocks for notebooks", t -> Markdown.blocks(t).size());
    ways.put("Chasqui, plain text", t -> Markdown.plain(t).length());
    return ways;
  }

  // The whole dialect first: who is faster without a part by 10 %, pays that much for it.
  private static Map<String, ToIntFunction<String>> features() {
    Map<String, ToIntFunction<String>> ways = new LinkedHashMap<>();
    ways.put("Chasqui, all features", html(EnumSet.noneOf(Dialect.Part.class)));
    for (Dialect.Part part : Dialect.Part.values()) {
      String name = part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      ways.put("without " + name, html(EnumSet.of(part)));
    }
    ways.put("without any of them", html(EnumSet.allOf(Dialect.Part.class)));
    Formulas formulas = new Formulas(Map.of());
    RenderOptions whole =
        new RenderOptions(
            RenderOptions.PLAIN.links(),
            List.of(),
            List.of(),
            RenderOptions.PLAIN.wording(),
            1,
            SiteFiles.NONE,
            Optional.of(formulas));
    ways.put("with a reader of formulas", t -> Markdown.render(t, whole).html().length());
    return ways;
  }

  private static ToIntFunction<String> html(Set<Dialect.Part> missing) {
    Parser parser = Dialect.without(missing);
    return t -> new Rendering(t, parser.parse(t), RenderOptions.PLAIN).render().length();
  }

  // About 7 KB: six sections of paragraphs, lists, a program, perhaps a table. Always the same.
  private static String page(int number, boolean table) {
    Random random = new Random(number);
    StringBuilder out = new StringBuilder();
    for (int section = 0; section < 6; section++) {
      out.append("## Section ").append(section).append(' ').append(word(random)).append("\n\n");
      for (int paragraph = 0; paragraph < 2; paragraph++) {
        for (int i = 0; i < 4; i++) {
          out.append(i == 0 ? "" : " ").append(sentence(random));
        }
        out.append("\n\n");
      }
      if (section % 2 == 0) {
        for (int i = 0; i < 4; i++) {
          out.append("- ").append(sentence(random)).append('\n');
        }
        out.append('\n');
      }
      if (section == 1) {
        out.append("```python\nimport numpy as np\n\ndef f(x):\n    # comment\n");
        out.append("    return np.sum(x ** 2)\n\nprint(f(np.arange(10)))\n```\n\n");
      }
      if (table && section == 3) {
        out.append("| a | b | c |\n|---|---|---|\n");
        for (int i = 0; i < 5; i++) {
          out.append("| ").append(word(random)).append(" | ").append(i).append(" | 7 |\n");
        }
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private static String sentence(Random random) {
    List<String> words = new ArrayList<>();
    int length = 8 + random.nextInt(11);
    for (int i = 0; i < length; i++) {
      words.add(word(random));
    }
    int strong = random.nextInt(length);
    words.set(strong, "**" + words.get(strong) + "**");
    if (random.nextInt(10) < 3) {
      words.set(random.nextInt(length), "`code`");
    }
    if (random.nextInt(10) < 3) {
      words.set(random.nextInt(length), "[link](https://example.org/" + random.nextInt(999) + ")");
    }
    return String.join(" ", words) + ".";
  }
}
