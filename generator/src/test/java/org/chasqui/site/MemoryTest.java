package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
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
  void aResultMayKnowItselfWhatItDependsOn() {
    Memory memory = new Memory();
    assertEquals("x1", memory.recallIf(LENGTH, "a", kept -> true, () -> "x1"));
    assertEquals("x1", memory.recallIf(LENGTH, "a", kept -> kept.equals("x1"), () -> "x2"));
    assertEquals("x3", memory.recallIf(LENGTH, "a", kept -> false, () -> "x3"));
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
    assertEquals("x", Memory.NONE.recallIf(LENGTH, "a", kept -> true, () -> "x"));
    assertEquals("y", Memory.NONE.recallIf(LENGTH, "a", kept -> true, () -> "y"));
  }
}
