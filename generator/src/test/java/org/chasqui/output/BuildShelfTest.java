package org.chasqui.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the shelf is what was put there, or nothing. */
class BuildShelfTest {
  private static final List<String> INPUT = List.of("text", "2");

  @TempDir Path site;

  private BuildShelf open(String program) {
    return BuildShelf.open(cache(), program);
  }

  private BuildShelf open() {
    return open("1");
  }

  private Path cache() {
    return site.resolve(".chasqui/cache");
  }

  private Path file() {
    return cache().resolve("memory");
  }

  private void put(String slot, String... result) {
    try (BuildShelf shelf = open()) {
      shelf.take("a", INPUT);
      shelf.take("b", INPUT);
      shelf.put(slot, INPUT, List.of(result), List.of());
      shelf.keep();
    }
  }

  private Optional<List<String>> take(String slot, String... input) {
    try (BuildShelf shelf = open()) {
      return shelf.take(slot, List.of(input));
    }
  }

  private List<String> inCache() throws IOException {
    try (Stream<Path> all = Files.list(cache())) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whoOpensItKnowsWhetherItIsWhatWasKept() throws IOException {
    String kept;
    try (BuildShelf shelf = open()) {
      assertEquals("", shelf.stamp(), "nothing is there");
      shelf.put("a", INPUT, List.of("one"), List.of());
      kept = shelf.keep();
    }
    try (BuildShelf shelf = open()) {
      assertEquals(kept, shelf.stamp());
      shelf.take("a", INPUT);
      assertEquals(kept, shelf.keep(), "nothing new");
    }
    try (BuildShelf shelf = open()) {
      shelf.put("a", INPUT, List.of("two"), List.of());
      Files.move(cache(), site.resolve("elsewhere"));
      assertEquals("", shelf.keep(), "it has no place");
    }
  }

  @Test
  void whatWasPutThereIsThereForWhoComesNext() {
    put("a", "one", "", "\u00e9\n\0\ud83d\udc4b");
    put("b", "other");
    assertEquals(Optional.of(List.of("one", "", "\u00e9\n\0\ud83d\udc4b")), take("a", "text", "2"));
    assertEquals(Optional.of(List.of("other")), take("b", "text", "2"));
    assertEquals(Optional.empty(), take("a", "text", "3"), "of other input");
    assertEquals(Optional.empty(), take("a", "text2"), "of input that only joined is the same");
    assertEquals(Optional.empty(), take("c", "text", "2"));
  }

  @Test
  void whatARunDidNotUseIsGone() throws IOException {
    put("a", "one");
    put("b", "x".repeat(10_000));
    long both = Files.size(file());
    try (BuildShelf shelf = open()) {
      assertTrue(shelf.take("a", INPUT).isPresent());
      shelf.keep();
    }
    assertEquals(Optional.empty(), take("b", "text", "2"));
    assertTrue(take("a", "text", "2").isPresent());
    assertTrue(Files.size(file()) < both - 9_000, "no larger than what a run needs");
  }

  @Test
  void aRunThatChangesNothingWritesNothing() throws IOException {
    put("a", "one");
    Object before = Files.readAttributes(file(), "*").get("fileKey");
    try (BuildShelf shelf = open()) {
      assertTrue(shelf.take("a", INPUT).isPresent());
      shelf.keep();
    }
    assertEquals(before, Files.readAttributes(file(), "*").get("fileKey"));
  }

  @Test
  void whoEndsWithoutKeepingLeavesAllAsItWas() throws IOException {
    put("a", "one");
    byte[] before = Files.readAllBytes(file());
    try (BuildShelf shelf = open()) {
      shelf.put("a", INPUT, List.of("two"), List.of());
    }
    assertArrayEquals(before, Files.readAllBytes(file()));
    assertEquals(List.of("memory"), inCache());
  }

  @Test
  void anotherProgramDoesNotBelieveIt() {
    put("a", "one");
    try (BuildShelf shelf = open("2")) {
      assertEquals(Optional.empty(), shelf.take("a", INPUT));
    }
    assertTrue(take("a", "text", "2").isPresent());
    try (BuildShelf shelf = open("2")) {
      shelf.put("b", INPUT, List.of("two"), List.of());
      shelf.keep();
    }
    try (BuildShelf shelf = open("2")) {
      assertEquals(Optional.of(List.of("two")), shelf.take("b", INPUT), "but writes its own");
    }
  }

  @Test
  void whatWasNeededOnlyWithinAnotherResultStaysAsLongAsThatOne() {
    try (BuildShelf shelf = open()) {
      shelf.put("a", INPUT, List.of("inner"), List.of());
      shelf.put("b", INPUT, List.of("outer"), List.of("a"));
      shelf.put("c", INPUT, List.of("alone"), List.of());
      shelf.put("d", INPUT, List.of("wanted"), List.of());
      shelf.keep();
    }
    try (BuildShelf shelf = open()) {
      assertTrue(shelf.take("b", INPUT).isPresent());
      shelf.use("d");
      shelf.keep();
    }
    assertEquals(Optional.of(List.of("inner")), take("a", "text", "2"));
    assertEquals(Optional.of(List.of("outer")), take("b", "text", "2"));
    assertEquals(Optional.of(List.of("wanted")), take("d", "text", "2"));
    assertEquals(Optional.empty(), take("c", "text", "2"), "nobody needed it");
  }

  @Test
  void whatIsStillThereNeedsNoInput() {
    put("a", "one");
    try (BuildShelf shelf = open()) {
      assertEquals(Optional.of(List.of("one")), shelf.take("a"));
      assertEquals(Optional.empty(), shelf.take("b"));
    }
  }

  @Test
  void aDamagedFileNeverGivesAnotherResult() throws IOException {
    String one = "one".repeat(100);
    put("a", one, "two");
    put("b", "three".repeat(100));
    put("c", "small results stand in the list");
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(20261122);
    int given = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged =
          i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(file(), damaged);
      Optional<List<String>> found = take("a", "text", "2");
      found.ifPresent(texts -> assertEquals(List.of(one, "two"), texts));
      given += found.isPresent() ? 1 : 0;
    }
    assertTrue(given > 0, "damage elsewhere harms nobody");
    put("a", "one");
    assertTrue(take("a", "text", "2").isPresent(), "and the next run writes it anew");
  }

  @Test
  void twoRunsAtOnceDoNotDisturbEachOther() {
    put("a", "one");
    try (BuildShelf first = open();
        BuildShelf second = open()) {
      first.put("b", INPUT, List.of("first"), List.of());
      second.put("b", INPUT, List.of("second"), List.of());
      assertTrue(first.take("a", INPUT).isPresent());
      first.keep();
      assertEquals(Optional.of(List.of("one")), second.take("a", INPUT), "it reads what it found");
      second.keep();
    }
    assertEquals(Optional.of(List.of("one")), take("a", "text", "2"));
    assertEquals(Optional.of(List.of("second")), take("b", "text", "2"));
  }

  @Test
  void whatAKilledRunLeftIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
    put("a", "one");
    Path left = Files.writeString(cache().resolve(".memory1.new"), "half");
    Path busy = Files.writeString(cache().resolve(".memory2.new"), "half");
    try (FileChannel channel = FileChannel.open(busy, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      assertTrue(take("a", "text", "2").isPresent());
    }
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(busy));
  }

  @Test
  void manyThreadsMayUseIt() {
    try (BuildShelf shelf = open()) {
      IntStream.range(0, 500)
          .parallel()
          .forEach(i -> shelf.put("slot " + i, INPUT, result(i), List.of()));
      shelf.keep();
    }
    try (BuildShelf shelf = open()) {
      assertTrue(
          IntStream.range(0, 500)
              .parallel()
              .allMatch(i -> shelf.take("slot " + i, INPUT).equals(Optional.of(result(i)))));
    }
  }

  // Small ones and others lie in different places of the file.
  private static List<String> result(int number) {
    return List.of("result " + number, "x".repeat(number % 2 == 0 ? 1 : 1_000));
  }

  @Test
  void whereNothingCanBeWrittenNothingIsRemembered() throws IOException {
    Files.createDirectories(site.resolve(".chasqui"));
    Files.writeString(cache(), "a file where the folder should be");
    put("a", "one");
    assertEquals(Optional.empty(), take("a", "text", "2"));
  }
}
