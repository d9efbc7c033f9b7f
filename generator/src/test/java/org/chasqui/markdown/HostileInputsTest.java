package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text made to be slow costs no more than its length, in whatever way it is read: four times the
 * text about four times the time; and what is dear is read once in a megabyte, which should take
 * two seconds. Processor time of the thread is measured, because a test's machine is never quiet.
 */
@Tag("slow")
class HostileInputsTest {
  // -Dhostile.length=1000000 tries a million characters, which takes some minutes.
  private static final int LENGTH = Integer.getInteger("hostile.length", 60_000);
  // The square of the length would give sixteen.
  private static final double STEEPEST = 9;
  // What is this fast is fast enough, and too short to be compared.
  private static final double NEGLIGIBLE_MS = 200;
  // What takes less for 60 kB and grows with its length is far from two seconds for a megabyte.
  private static final double DEAR_MS = 120;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  record Input(String name, IntFunction<String> text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Input> inputs() {
    return HostileInputs.all().entrySet().stream().map(e -> new Input(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void costsNoMoreThanItsLength(Input input) {
    assertTimeoutPreemptively(Duration.ofMinutes(3), () -> compare(input));
  }

  private static void compare(Input input) {
    String whole = input.text().apply(LENGTH);
    double html = milliseconds(() -> Markdown.render(whole, RenderOptions.PLAIN));
    double long1 = html + milliseconds(() -> readOtherwise(whole));
    if (html > DEAR_MS) {
      aMegabyteIsReadInSeconds(input);
    }
    if (long1 < NEGLIGIBLE_MS) {
      return;
    }
    String quarter = input.text().apply(LENGTH / 4);
    double ratio = long1 / milliseconds(() -> read(quarter));
    // Once more before it counts: collecting garbage falls where it will.
    for (int again = 0; ratio > STEEPEST && again < 2; again++) {
      ratio = milliseconds(() -> read(whole)) / milliseconds(() -> read(quarter));
    }
    assertTrue(ratio <= STEEPEST, "four times the text cost " + ratio + " times the time");
  }

  // Two seconds are what it should cost on a quiet machine, five times as much is a fault on any.
  private static void aMegabyteIsReadInSeconds(Input input) {
    String text = input.text().apply(1_000_000);
    double cost = milliseconds(() -> Markdown.render(text, RenderOptions.PLAIN));
    assertTrue(cost < 10_000, "a megabyte took " + cost + " ms");
  }

  private static void read(String text) {
    Markdown.render(text, RenderOptions.PLAIN);
    readOtherwise(text);
  }

  private static void readOtherwise(String text) {
    Markdown.splice(text, s -> Optional.of(s.message()));
    Markdown.blocks(text);
    Markdown.plain(text);
    Markdown.prose(text);
    Markdown.withoutBoxes(text, Set.of("note", "instructor"));
  }

  private static double milliseconds(Runnable work) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    return Math.max(1, (THREADS.getCurrentThreadCpuTime() - before) / 1e6);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void segmentsOfItAreTheText(Input input) {
    String text = input.text().apply(20_000);
    StringBuilder joined = new StringBuilder();
    Markdown.segments(text).forEach(segment -> joined.append(segment.raw()));
    assertEquals(text, joined.toString());
  }
}
