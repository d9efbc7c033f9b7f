package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final List<Integer> MANY = IntStream.range(0, 10_000).boxed().toList();

  @Test
  void whatIsGivenIsInTheOrderOfTheThings() {
    assertEquals(MANY.stream().map(i -> i * 2).toList(), Parallel.map(MANY, i -> i * 2));
    assertEquals(List.of(), Parallel.map(List.<Integer>of(), i -> i));
  }

  @Test
  void eachIsDoneOnce() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    AtomicInteger times = new AtomicInteger();
    Parallel.each(
        MANY,
        i -> {
          done.add(i);
          times.incrementAndGet();
        });
    assertEquals(Set.copyOf(MANY), done);
    assertEquals(MANY.size(), times.get());
  }

  @Test
  void workMayHandOutWork() {
    List<List<Integer>> rows =
        Parallel.map(
            List.of(1, 2, 3, 4, 5), row -> Parallel.map(MANY.subList(0, 100), i -> i * row));
    assertEquals(List.of(0, 5, 10), rows.get(4).subList(0, 3));
  }

  @Test
  void afterAFailureNothingGoesOn() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger running = new AtomicInteger();
    IllegalStateException thrown = new IllegalStateException("the tenth");
    IllegalStateException seen =
        assertThrows(
            IllegalStateException.class,
            () ->
                Parallel.each(
                    MANY,
                    i -> {
                      begun.incrementAndGet();
                      running.incrementAndGet();
                      try {
                        if (i == 9) {
                          throw thrown;
                        }
                        Thread.sleep(1);
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      } finally {
                        running.decrementAndGet();
                      }
                    }));
    assertSame(thrown, seen);
    assertEquals(0, running.get(), "none of it goes on");
    int before = begun.get();
    assertTrue(before < MANY.size() / 2, "begun: " + before);
    Thread.sleep(20);
    assertEquals(before, begun.get(), "nothing new is begun");
  }

  @Test
  void anErrorIsThrownAsItIs() {
    assertThrows(
        StackOverflowError.class,
        () ->
            Parallel.map(
                MANY,
                i -> {
                  throw new StackOverflowError();
                }));
  }
}
