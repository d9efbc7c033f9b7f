package org.chasqui.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.testing.ClassPath;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final Memory.Kept<String> LENGTH = new Memory.Kept<>("length");

  private final AtomicInteger times = new AtomicInteger();

  private String length(Memory memory, String about, String input) {
    return memory.recall(
        LENGTH, about, input, () -> input.length() + " " + times.incrementAndGet());
  }

  @Test
  void whatWasGivenTheSameIsNotDoneAgain() {
    Memory memory = new Memory();
    assertEquals("3 1", length(memory, "a", "one"));
    assertEquals("3 1", length(memory, "a", "one"));
    assertEquals("5 2", length(memory, "a", "three"));
    assertEquals("3 3", length(memory, "b", "one"));
    assertEquals("5 2", length(memory, "a", "three"));
  }

  @Test
  void whatABuildDidNotAskForIsForgottenWhenItIsDone() {
    Memory memory = new Memory();
    length(memory, "a", "one");
    length(memory, "b", "one");
    memory.turn();
    assertEquals("3 1", length(memory, "a", "one"));
    memory.turn();
    assertEquals("3 1", length(memory, "a", "one"));
    assertEquals("3 3", length(memory, "b", "one"));
  }

  @Test
  void whatWasAskedForWithinAnotherResultStaysAsLongAsThatOne() {
    Memory memory = new Memory();
    for (int build = 0; build < 3; build++) {
      String outer = memory.recall(LENGTH, "outer", "x", () -> length(memory, "inner", "one"));
      assertEquals("3 1", outer);
      memory.turn();
    }
    assertEquals("3 1", length(memory, "inner", "one"));
    memory.turn();
    memory.use(LENGTH, "inner");
    memory.turn();
    assertEquals("3 1", length(memory, "inner", "one"));
  }

  @Test
  void whatABuildMadeItselfCanBeKept() {
    Memory memory = new Memory();
    assertEquals(Optional.empty(), memory.before(LENGTH, "a", "one"));
    memory.keep(LENGTH, "a", "one", "3");
    assertEquals(Optional.of("3"), memory.before(LENGTH, "a", "one"));
    assertEquals(Optional.empty(), memory.before(LENGTH, "a", "two"));
    assertEquals(Optional.empty(), Memory.NONE.before(LENGTH, "a", "one"));
  }

  @Test
  void aResultMayKnowItselfWhatItDependsOn() {
    Memory memory = new Memory();
    assertEquals("x1", memory.recallIf(LENGTH, "a", "", kept -> true, () -> "x1"));
    assertEquals("x1", memory.recallIf(LENGTH, "a", "", kept -> kept.equals("x1"), () -> "x2"));
    assertEquals("x3", memory.recallIf(LENGTH, "a", "", kept -> false, () -> "x3"));
  }

  @Test
  void aShelfHasWhatCanBeWrittenDownAlone() {
    Map<String, List<String>> shelf = new TreeMap<>();
    Memory memory = new Memory(shelf(shelf));
    Memory.Kept<Integer> number =
        new Memory.Kept<>(
            "number",
            new Memory.Written<>(
                n -> n == 0 ? List.of() : List.of("" + n), row -> Integer.valueOf(row.get(0))));
    assertEquals(3, memory.recall(number, "a", List.of("x"), () -> 3));
    assertEquals(3, memory.recall(number, "a", List.of("x"), () -> 4), "it lies there");
    assertEquals(4, memory.recall(number, "a", List.of("y"), () -> 4), "made of something else");
    assertEquals(5, memory.recallIf(number, "a", List.of("y"), kept -> kept > 4, () -> 5));
    assertEquals(0, memory.recall(number, "none", List.of("x"), () -> 0));
    assertEquals(1, memory.recall(number, "none", List.of("x"), () -> 1), "not worth it");
    shelf.put("number bad[x]", List.of("no number"));
    assertEquals(6, memory.recall(number, "bad", List.of("x"), () -> 6), "damaged: made again");
    assertEquals("1 1", length(memory, "a", "1"));
    assertEquals("1 2", length(memory, "a", "1"), "cannot be written down");
    assertFalse(memory.keeps(LENGTH));
    assertEquals(
        Set.of("number a[x]", "number a[y]", "number bad[x]", "number none[x]"), shelf.keySet());
    assertThrows(
        IllegalArgumentException.class, () -> memory.recall(number, "a", 7, () -> 1), "no texts");
  }

  private final java.util.Set<String> used = new java.util.TreeSet<>();

  private Shelf shelf(Map<String, List<String>> all) {
    return new Shelf() {
      @Override
      public Optional<List<String>> take(String slot, List<String> input) {
        return Optional.ofNullable(all.get(slot + input));
      }

      @Override
      public Optional<List<String>> take(String slot) {
        return all.keySet().stream()
            .filter(key -> key.startsWith(slot + "["))
            .map(all::get)
            .findFirst();
      }

      @Override
      public void use(String slot) {
        used.add(slot);
      }

      @Override
      public void put(String slot, List<String> input, List<String> result, List<String> within) {
        all.put(slot + input, result);
      }
    };
  }

  @Test
  void anEqualValueIsTheOneThatWasThere() {
    Memory memory = new Memory();
    String first = new StringBuilder("va").append("lue").toString();
    String second = new StringBuilder("va").append("lue").toString();
    assertSame(first, memory.same(LENGTH, "a", first));
    assertSame(first, memory.same(LENGTH, "a", second));
  }

  @Test
  void noneRemembersNothing() {
    assertEquals("3 1", length(Memory.NONE, "a", "one"));
    assertEquals("3 2", length(Memory.NONE, "a", "one"));
    assertEquals("x", Memory.NONE.recallIf(LENGTH, "a", "", kept -> true, () -> "x"));
    assertEquals("y", Memory.NONE.recallIf(LENGTH, "a", "", kept -> true, () -> "y"));
  }

  @Test
  void moreThanFitsIsForgottenAndMadeAgain() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                ClassPath.of(Much.class) + File.pathSeparator + ClassPath.of(Memory.class),
                Much.class.getName())
            .redirectErrorStream(true)
            .start();
    assertEquals(
        "100 made\nthe first again: true\n",
        new String(child.getInputStream().readAllBytes(), UTF_8));
    assertEquals(0, child.waitFor());
  }

  /** Remembers three times what its JVM has room for. */
  static final class Much {
    private Much() {}

    /** No arguments. */
    public static void main(String[] args) {
      Memory memory = new Memory();
      Memory.Kept<byte[]> kept = new Memory.Kept<>("bytes");
      int made = 0;
      for (int i = 0; i < 100; i++) {
        made += memory.recall(kept, "about " + i, i, () -> new byte[1_000_000]).length;
      }
      System.out.print(made / 1_000_000 + " made\n");
      AtomicInteger again = new AtomicInteger();
      memory.recall(kept, "about 0", 0, () -> new byte[again.incrementAndGet()]);
      System.out.print("the first again: " + (again.get() == 1) + "\n");
    }
  }
}
