package org.chasqui.markdown;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What texts made to be slow cost on the way from Markdown to a page and to notebooks, as a table:
 * seconds of processor time, each way with its own reading of the text. Run it with {@code
 * ./hostile.sh}.
 */
final class HostileTable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  // Who needs so long for an eighth of the text is told apart, and not asked for the whole.
  private static final double STEEP_SECONDS = 2;

  private HostileTable() {}

  private record Row(String name, List<Double> seconds, String remark) {
    double worst() {
      return Collections.max(seconds);
    }
  }

  public static void main(String[] arguments) {
    int length = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    List<String> only = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
    List<Row> all = new ArrayList<>();
    HostileInputs.all()
        .forEach(
            (name, text) -> {
              if (only.isEmpty() || only.stream().anyMatch(name::contains)) {
                all.add(row(name, text, length));
              }
            });
    print(all, rows, System.out);
  }

  private static Row row(String name, IntFunction<String> text, int length) {
    List<Double> eighth = times(text.apply(length / 8));
    return Collections.max(eighth) > STEEP_SECONDS
        ? new Row(name, eighth, " for an eighth of it")
        : new Row(name, times(text.apply(length)), "");
  }

  private static void print(List<Row> all, int rows, PrintStream out) {
    out.printf("%-36s", "");
    ways().keySet().forEach(way -> out.printf("%10s", way));
    out.println();
    all.sort(Comparator.comparing(Row::remark).thenComparing(Row::worst).reversed());
    for (Row row : all.subList(0, Math.min(rows, all.size()))) {
      out.printf("%-36s", row.name);
      row.seconds.forEach(s -> out.printf(Locale.ROOT, "%10.2f", s));
      out.println(row.remark);
    }
    long slow = all.stream().filter(row -> row.worst() > 2).count();
    out.println(all.size() + " texts, " + slow + " of them over 2 s in one way at least");
  }

  private static List<Double> times(String text) {
    List<Double> times = new ArrayList<>();
    for (Consumer<String> way : ways().values()) {
      long before = THREADS.getCurrentThreadCpuTime();
      way.accept(text);
      times.add((THREADS.getCurrentThreadCpuTime() - before) / 1e9);
    }
    return times;
  }

  private static Map<String, Consumer<String>> ways() {
    Map<String, Consumer<String>> ways = new LinkedHashMap<>();
    ways.put("HTML", t -> Markdown.render(t, RenderOptions.PLAIN));
    ways.put("spliced", t -> Markdown.splice(t, s -> Optional.of(s.message())));
    ways.put("blocks", Markdown::blocks);
    return ways;
  }
}
