package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.site.HubContent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Little memory, however many hubs and publications. */
@Tag("slow")
class G26MemoryTest {
  private static final int HUBS = 200;
  private static final int PUBLICATIONS = 1000;
  @TempDir Path folder;

  /** Publishes to many hubs, then many times to one. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      Path site = Path.of(args[0]);
      String[] files = new String[40];
      for (int i = 0; i < files.length; i += 2) {
        files[i] = "es/lesson/%02d.ipynb".formatted(i);
        files[i + 1] = Hubs.notebook("cell " + i, "x".repeat(10_000));
      }
      List<HubContent> contents = new ArrayList<>();
      for (int i = 0; i < HUBS; i++) {
        contents.add(Hubs.content(Hubs.embedded("hub-%03d".formatted(i)), files));
      }
      HubPublisher publisher = new HubPublisher(site, Hubs.options());
      long bad =
          publisher.push(contents, Hubs.FIRST, r -> {}).stream()
              .filter(r -> !r.outcome().fine())
              .count();
      System.out.println("bad " + bad);
      for (int i = 1; i <= PUBLICATIONS; i++) {
        HubContent one =
            Hubs.content(Hubs.embedded("hub-000"), "es/lesson/00.ipynb", Hubs.notebook("n " + i));
        publisher.push(List.of(one), Hubs.SECOND, r -> {});
        if (i == PUBLICATIONS / 4 || i == PUBLICATIONS) {
          System.out.println("used " + used());
        }
      }
    }

    private static long used() {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
      }
      return least;
    }
  }

  @Test
  @DisplayName("G26 200 hubs in 64 MB, and no growth over 1,000 publications")
  void memory() throws Exception {
    Path out = folder.resolve("out");
    int code =
        Fork.run(Program.class, out, Map.of(), List.of("-Xmx64m"), folder.resolve("site") + "");
    String said = Git.read(out);
    System.out.println(said.strip().replace("\n", ", "));
    assertEquals(0, code, said);
    assertTrue(said.startsWith("bad 0\n"), said);
    List<Long> used =
        said.lines()
            .filter(line -> line.startsWith("used "))
            .map(line -> Long.parseLong(line.substring(5)))
            .toList();
    assertTrue(used.get(1) - used.get(0) < 4 << 20, said);
  }
}
