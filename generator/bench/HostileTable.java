package org.chasqui.markdown;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What texts made to be slow cost in each way of reading them, as a table: seconds of processor
 * time. Run it with {@code ./hostile.sh}.
 */
final class HostileTable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private HostileTable() {}

  record Row(String name, List<Double> seconds) {
    double worst() {
      return seconds.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  public static void main(String[] arguments) {
    int length = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int shown = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    String only = arguments.length > 2 ? arguments[2] : "";
    Map<String, Consumer<String>> ways = ways();
    List<Row> rows = new ArrayList<>();
    HostileInputs.all().forEach((name, input) -> {
      if (name.contains(only)) {
        if (time(ways, input.apply(length / 8)).stream().anyMatch(s -> s > 2)) {
          System.err.println("STEEP " + name + " " + time(ways, input.apply(length / 8)));
          return;
        }
        Row r = new Row(name, time(ways, input.apply(length)));
        rows.add(r);
        if (r.worst() > 1.2) System.err.println(r);
      }
    });
    print(rows, shown, ways);
  }

  private static void print(List<Row> rows, int shown, Map<String, Consumer<String>> ways) {
    System.out.printf(Locale.ROOT, "%-36s", "");
    ways.keySet().forEach(way -> System.out.printf("%9s", way));
    System.out.println();
    rows.sort(Comparator.comparing(Row::worst).reversed());
    for (Row row : rows.subList(0, Math.min(shown, rows.size()))) {
      System.out.printf(Locale.ROOT, "%-36s", row.name());
      row.seconds().forEach(s -> System.out.printf(Locale.ROOT, "%9.2f", s));
      System.out.println();
    }
  }

  private static List<Double> time(Map<String, Consumer<String>> ways, String text) {
    List<Double> times = new ArrayList<>();
    for (Consumer<String> way : ways.values()) {
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
