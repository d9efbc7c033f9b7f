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
 * What texts made to be slow cost on the way from Markdown to a page and to notebooks: seconds of
 * processor time, each way with its own reading of the text. Every text is told as soon as it is
 * read, the dearest once more at the end. Run it with {@code ./hostile.sh}.
 */
final class HostileTable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  // What is asked of a megabyte; what takes longer is read again, because the first reading of a
  // kind of text has the compiler of the machine beside it.
  private static final double LIMIT = Double.parseDouble(System.getProperty("limit", "2"));
  private static final int READINGS = 3;
  // Who needs less than this for an eighth of the text keeps to the limit even if the cost grows
  // with the square of the length. A higher share is quicker and trusts to proportion.
  private static final double CHEAP = LIMIT / Integer.getInteger("share", 64);
  private static final int WARM_LENGTH = 20_000;

  private static final String EIGHTH = " for an eighth of it";
  private static final String CHEAP_REMARK = " by an eighth of it";

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
    Map<String, IntFunction<String>> texts = HostileInputs.all();
    texts.values().forEach(text -> times(text.apply(WARM_LENGTH)));
    texts
        .keySet()
        .removeIf(name -> !only.isEmpty() && only.stream().noneMatch(name::contains));
    head(System.out);
    List<Row> all = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          all.add(row(name, text, length));
          print(all.get(all.size() - 1), System.out);
        });
    summary(all, rows, System.out);
    if (all.stream().anyMatch(row -> row.worst() > LIMIT)) {
      System.exit(1);
    }
  }

  private static Row row(String name, IntFunction<String> text, int length) {
    List<Double> eighth = times(text.apply(length / 8));
    // Who needs so long for an eighth of the text is not asked for the whole.
    if (Collections.max(eighth) > LIMIT) {
      return new Row(name, eighth, EIGHTH);
    }
    if (Collections.max(eighth) < CHEAP) {
      return new Row(name, eighth.stream().map(seconds -> 8 * seconds).toList(), CHEAP_REMARK);
    }
    String whole = text.apply(length);
    List<Double> best = times(whole);
    for (int again = 1; again < READINGS && Collections.max(best) > LIMIT; again++) {
      List<Double> next = times(whole);
      for (int i = 0; i < next.size(); i++) {
        best.set(i, Math.min(best.get(i), next.get(i)));
      }
    }
    return new Row(name, best, "");
  }

  private static void summary(List<Row> all, int rows, PrintStream out) {
    out.println();
    head(out);
    Comparator<Row> steep = Comparator.comparing(row -> row.remark.equals(EIGHTH));
    all.sort(steep.thenComparing(Row::worst).reversed());
    all.subList(0, Math.min(rows, all.size())).forEach(row -> print(row, out));
    long slow = all.stream().filter(row -> row.worst() > LIMIT).count();
    out.println(all.size() + " texts, " + slow + " of them over " + LIMIT + " s in one way or more");
  }

  private static void head(PrintStream out) {
    out.printf("%-36s", "");
    ways().keySet().forEach(way -> out.printf("%10s", way));
    out.println();
  }

  private static void print(Row row, PrintStream out) {
    out.printf("%-36s", row.name);
    row.seconds.forEach(s -> out.printf(Locale.ROOT, "%10.2f", s));
    out.println(row.remark);
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
