package org.chasqui.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
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
  private static final int RESULTS = 60;

  // The line on top and the place behind it that says how far the file counts.
  private static final int MARKED = "chasqui memory 4 1\n".length() + Long.BYTES + Integer.BYTES;

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
    put("d", "and what was added");
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

  // A run that uses all results of a first one, and makes some again.
  private String again(String text, int... numbers) {
    try (BuildShelf shelf = open()) {
      for (int i = 0; i < RESULTS; i++) {
        shelf.take("slot " + i, INPUT);
      }
      for (int number : numbers) {
        shelf.put("slot " + number, INPUT, of(text, number), List.of());
      }
      return shelf.keep();
    }
  }

  private Object fileKey() throws IOException {
    return Files.readAttributes(file(), "*").get("fileKey");
  }

  private void assertHas(String text, int number) {
    assertEquals(Optional.of(of(text, number)), take("slot " + number, "text", "2"));
  }

  @Test
  void whatFewChangesMadeIsAddedToTheFile() throws IOException {
    again("first ", IntStream.range(0, RESULTS).toArray());
    long before = Files.size(file());
    Object file = fileKey();
    again("second ", 4, 5);
    again("third ", 4);
    again("fourth ", 7);
    assertEquals(file, fileKey(), "nothing that is there was written again");
    assertTrue(Files.size(file()) < before + 4_000, "little was added");
    assertHas("first ", 3);
    assertHas("third ", 4);
    assertHas("second ", 5);
    assertHas("fourth ", 7);
    for (int i = 0; i < RESULTS; i++) {
      again("more ", i);
      assertTrue(Files.size(file()) < before * 1.5, "it does not grow without end");
    }
    assertNotEquals(file, fileKey());
    for (int i = 0; i < RESULTS; i++) {
      assertHas("more ", i);
    }
  }

  @Test
  void whatIsNotNeededAnyMoreIsGoneFromWhatIsAddedTo() throws IOException {
    again("first ", IntStream.range(0, RESULTS).toArray());
    Object file = fileKey();
    try (BuildShelf shelf = open()) {
      for (int i = 2; i < RESULTS; i++) {
        shelf.take("slot " + i, INPUT);
      }
      shelf.keep();
    }
    assertEquals(file, fileKey());
    assertEquals(Optional.empty(), take("slot 0", "text", "2"));
    assertEquals(Optional.empty(), take("slot 1", "text", "2"));
    assertHas("first ", 2);
    again("second ", 1);
    assertEquals(file, fileKey());
    assertHas("second ", 1);
  }

  @Test
  void aRunThatIsKilledWhileItAddsLeavesWhatWasThere() throws IOException {
    again("first ", IntStream.range(0, RESULTS).toArray());
    byte[] before = Files.readAllBytes(file());
    again("second ", 5);
    byte[] after = Files.readAllBytes(file());
    for (int written = before.length; written <= after.length; written += 7) {
      byte[] killed = Arrays.copyOf(after, written);
      System.arraycopy(before, 0, killed, 0, MARKED);
      Files.write(file(), killed);
      assertHas("first ", 5);
    }
    again("third ", 7);
    assertHas("first ", 5);
    assertHas("third ", 7);
    Files.write(file(), after);
    assertHas("second ", 5);
  }

  @Test
  void theStampIsThatOfWhatCounts() throws IOException {
    again("first ", IntStream.range(0, RESULTS).toArray());
    byte[] before = Files.readAllBytes(file());
    String kept = again("second ", 5);
    byte[] after = Files.readAllBytes(file());
    FileTime then = Files.getLastModifiedTime(file());
    Files.write(file(), after);
    Files.setLastModifiedTime(file(), then);
    assertEquals(kept, stamp(), "by bytes and time it is the same");
    System.arraycopy(before, 0, after, 0, MARKED);
    Files.write(file(), after);
    Files.setLastModifiedTime(file(), then);
    assertHas("first ", 5);
    assertNotEquals(kept, stamp(), "but so much of it counted before");
  }

  private String stamp() {
    try (BuildShelf shelf = open()) {
      return shelf.stamp();
    }
  }

  @Test
  void whatCannotBeAddedToIsReplaced() throws IOException {
    again("first ", IntStream.range(0, RESULTS).toArray());
    try (BuildShelf shelf = open()) {
      for (int i = 0; i < RESULTS; i++) {
        shelf.take("slot " + i, INPUT);
      }
      shelf.put("slot 1", INPUT, of("second ", 1), List.of());
      Files.delete(file());
      assertNotEquals("", shelf.keep());
    }
    assertHas("second ", 1);
    assertHas("first ", 3);
  }

  @Test
  void ofTwoRunsThatAddTheLastIsRemembered() {
    again("first ", IntStream.range(0, RESULTS).toArray());
    try (BuildShelf one = open();
        BuildShelf other = open()) {
      for (int i = 0; i < RESULTS; i++) {
        one.take("slot " + i, INPUT);
        other.take("slot " + i, INPUT);
      }
      one.put("slot 1", INPUT, of("one ", 1), List.of());
      other.put("slot 3", INPUT, of("other ", 3), List.of());
      String kept = one.keep();
      assertNotEquals(kept, other.keep());
      assertEquals(Optional.of(of("first ", 5)), one.take("slot 5", INPUT), "it reads on");
    }
    assertHas("first ", 1);
    assertHas("other ", 3);
    assertHas("first ", 5);
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
          .forEach(i -> shelf.put("slot " + i, INPUT, of("result ", i), List.of()));
      shelf.keep();
    }
    try (BuildShelf shelf = open()) {
      assertTrue(
          IntStream.range(0, 500)
              .parallel()
              .allMatch(i -> shelf.take("slot " + i, INPUT).equals(Optional.of(of("result ", i)))));
    }
  }

  // Small ones and others lie in different places of the file.
  private static List<String> of(String text, int number) {
    return List.of(text + number, "x".repeat(number % 2 == 0 ? 1 : 1_000));
  }

  @Test
  void whereNothingCanBeWrittenNothingIsRemembered() throws IOException {
    Files.createDirectories(site.resolve(".chasqui"));
    Files.writeString(cache(), "a file where the folder should be");
    put("a", "one");
    assertEquals(Optional.empty(), take("a", "text", "2"));
  }
}
