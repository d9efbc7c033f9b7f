package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a hub's learners have to carry, and how fast we knock at doors. */
class G19BudgetTest {
  @TempDir Path folder;
  private final Hub hub = Hubs.embedded("h");

  private static String noise(int seed, int size) {
    StringBuilder text = new StringBuilder();
    Random random = new Random(seed);
    while (text.length() < size) {
      text.append((char) ('!' + random.nextInt(90)));
    }
    return text.toString();
  }

  private HubReport push(HubContent content, HubOptions options) {
    return new HubPublisher(folder, options).push(List.of(content), Hubs.FIRST, r -> {}).get(0);
  }

  @Test
  @DisplayName("G19 the size of a first clone is told, and too much of it refused")
  void sizes() {
    HubContent content =
        Hubs.content(hub, "es/a.csv", noise(1, 40_000), "es/b.csv", noise(2, 40_000));
    HubOptions tight = Hubs.options().sizes(10_000, 60_000, 50_000);
    HubOutcome.Rejected rejected =
        assertInstanceOf(HubOutcome.Rejected.class, push(content, tight).outcome());
    assertEquals("QUOTA", rejected.code());
    HubOutcome.Rejected one =
        assertInstanceOf(
            HubOutcome.Rejected.class,
            push(content, Hubs.options().sizes(10_000, 900_000, 30_000)).outcome());
    assertTrue(one.message().startsWith("es/a.csv has"), one.message());

    HubReport told = push(content, Hubs.options().sizes(10_000, 900_000, 50_000));
    assertInstanceOf(HubOutcome.Published.class, told.outcome());
    assertTrue(told.details().notes().get(0).contains("first clone"), told.toString());
    assertTrue(told.details().size() > 60_000 && told.details().size() < 85_000, told.toString());
    // What git itself makes of it.
    Path made = folder.resolve(".chasqui/hubs/h.git");
    Git.needed();
    Path clone = folder.resolve("clone.git");
    Git.run(
        folder, "clone", "-q", "--bare", "--depth=1", made.toUri().toString(), clone.toString());
    long real =
        java.util.stream.Stream.of(clone.resolve("objects/pack").toFile().listFiles())
            .filter(file -> file.getName().endsWith(".pack"))
            .mapToLong(java.io.File::length)
            .sum();
    assertTrue(
        Math.abs(real - told.details().size()) < real / 5, real + ", " + told.details().size());
  }

  @Test
  @DisplayName("G21 pushes to one host keep their distance, and this machine does not wait")
  void pace() throws Exception {
    Pace pace = new Pace(2, Duration.ofSeconds(1));
    HubAddress far = HubAddress.of(folder, Hubs.at("a", "https://git.example.org/a.git"));
    HubAddress same = HubAddress.of(folder, Hubs.at("b", "https://GIT.example.org/b.git"));
    HubAddress other = HubAddress.of(folder, Hubs.at("c", "https://other.example.org/a.git"));
    HubAddress near = HubAddress.of(folder, Hubs.at("d", "http://127.0.0.1:1/a.git"));
    assertEquals(Duration.ZERO, pace.turn(far));
    assertTrue(pace.turn(same).toMillis() > 900);
    assertTrue(pace.turn(far).toMillis() > 1900);
    assertEquals(Duration.ZERO, pace.turn(other));
    assertEquals(Duration.ZERO, pace.turn(near));
    assertEquals(Duration.ZERO, pace.turn(near));

    assertEquals(1, pace.enter(far).availablePermits());
    assertEquals(0, pace.enter(same).availablePermits());
    assertEquals(1, pace.enter(other).availablePermits());
  }
}
