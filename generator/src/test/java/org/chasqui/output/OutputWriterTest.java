package org.chasqui.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.testing.ClassPath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything or nothing. */
class OutputWriterTest {
  @TempDir Path temp;
  private Path out;

  @BeforeEach
  void place() {
    out = temp.resolve("site dir").resolve("público");
  }

  @Test
  void writesATreeAndSaysWhatChanged() throws IOException {
    Path picture = Files.write(temp.resolve("p.png"), new byte[] {1, 2, 3});
    List<OutputFile> first =
        List.of(text("index.html", "a"), text("es/ñ.html", "ñ"), copy("img/p.png", picture));
    assertEquals(new WriteResult(3, 0, 0), OutputWriter.write(out, first));
    assertEquals(Map.of("index.html", "a", "es/ñ.html", "ñ", "img/p.png", "\1\2\3"), tree(out));
    assertEquals(new WriteResult(0, 3, 0), OutputWriter.write(out, first));

    Files.write(picture, new byte[] {1, 2, 4});
    List<OutputFile> second = List.of(text("index.html", "a"), copy("img/p.png", picture));
    assertEquals(new WriteResult(1, 1, 1), OutputWriter.write(out, second));
    assertEquals(Map.of("index.html", "a", "img/p.png", "\1\2\4"), tree(out));
    assertFalse(Files.exists(out.resolve("es")), "an empty folder stayed");
    assertOnlyOutputLeft();
  }

  @Test
  void filesThatDidNotChangeAreNotWrittenAgain() throws IOException {
    OutputWriter.write(out, List.of(text("same.html", "s"), text("other.html", "1")));
    Object key = key(out.resolve("same.html"));
    OutputWriter.write(out, List.of(text("same.html", "s"), text("other.html", "2")));
    assertEquals(key, key(out.resolve("same.html")));
    assertEquals("2", Files.readString(out.resolve("other.html")));
  }

  @Test
  void writesIntoAFolderThatIsThereAndEmpty() throws IOException {
    Files.createDirectories(out);
    assertEquals(new WriteResult(1, 0, 0), OutputWriter.write(out, List.of(text("a", "a"))));
  }

  @Test
  void aFileMayBecomeAFolderAndAFolderAFile() throws IOException {
    OutputWriter.write(out, List.of(text("a", "file"), text("b/c", "below")));
    OutputWriter.write(out, List.of(text("a/x", "below"), text("b", "file")));
    assertEquals(Map.of("a/x", "below", "b", "file"), tree(out));
  }

  @Test
  void strayLinksAndFoldersGo() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside.txt"), "mine");
    OutputWriter.write(out, List.of(text("a", "1")));
    Files.createSymbolicLink(out.resolve("link"), outside);
    Files.delete(out.resolve("a"));
    Files.createSymbolicLink(out.resolve("a"), outside);
    OutputWriter.write(out, List.of(text("a", "1")));
    assertEquals(Map.of("a", "1"), tree(out));
    assertFalse(Files.isSymbolicLink(out.resolve("a")));
    assertEquals("mine", Files.readString(outside));
  }

  @Test
  void leavesAloneWhatItDidNotMake() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.txt"), "mine");
    String said = refused(out, List.of(text("a", "a")));
    assertTrue(said.contains("is not empty"), said);
    assertTrue(said.contains("--out"), said);
    assertEquals("mine", Files.readString(out.resolve("thesis.txt")));
    assertOnlyOutputLeft();
  }

  @Test
  void nobodyElseWritesBeforeWhatComesAfterwardsIsDone() {
    List<OutputFile> ones = List.of(text("a", "1"));
    OutputWriter.write(
        out,
        ones,
        List.of(),
        () -> {
          assertTrue(Files.isRegularFile(out.resolve("a")));
          assertThrows(RunStopped.Environment.class, () -> OutputWriter.write(out, ones));
        });
    OutputWriter.write(out, ones);
  }

  @Test
  void refusesLinksFilesAndGuardedFolders() throws IOException {
    Path real = Files.createDirectories(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);
    assertTrue(refused(link, List.of()).contains("symbolic link"));
    Path file = Files.writeString(temp.resolve("file"), "");
    assertTrue(refused(file, List.of()).contains("is a file"));
    assertTrue(refused(Path.of("/"), List.of()).contains("top of a disk"));

    Path site = Files.createDirectories(real.resolve("site"));
    for (Path unsafe : List.of(site, real, temp.resolve("link/site"), site.resolve("../site"))) {
      RunStopped.Usage stopped =
          assertThrows(
              RunStopped.Usage.class,
              () -> OutputWriter.write(unsafe, List.of(), List.of(site), () -> {}));
      assertTrue(stopped.getMessage().contains("holds"), stopped.getMessage());
    }
    OutputWriter.write(site.resolve("public"), List.of(text("a", "a")), List.of(site), () -> {});
  }

  @Test
  void refusesAFolderThatHoldsItsOwnSources() throws IOException {
    OutputWriter.write(out, List.of(text("a.png", "a")));
    String said = refused(out, List.of(copy("b.png", out.resolve("a.png"))));
    assertTrue(said.contains("source of this site"), said);
  }

  @Test
  void refusesFilesThatWantTheSamePlace() {
    assertTrue(refused(out, List.of(text("a", "1"), text("a", "2"))).contains("made twice"));
    assertTrue(refused(out, List.of(text("A/b", "1"), text("a/B", "2"))).contains("only in case"));
    assertTrue(refused(out, List.of(text("a", "1"), text("A/b", "2"))).contains("needs a folder"));
    String accents = refused(out, List.of(text("caf\u00e9", "1"), text("cafe\u0301", "2")));
    assertTrue(accents.contains("only in case"), accents);
    assertFalse(Files.exists(out));
  }

  @Test
  void fewChangesLeaveTheRestWhereItIs() throws IOException {
    OutputWriter.write(out, many("old", 40));
    Object tree = key(out);
    List<OutputFile> files = new ArrayList<>(many("old", 39));
    files.set(3, text("d3/f3", "new"));
    files.add(text("far/away/f", "new"));
    assertEquals(new WriteResult(2, 38, 1), OutputWriter.write(out, files));
    assertEquals(tree, key(out), "the folder is the same");
    assertEquals("new", tree(out).get("d3/f3"));
    assertEquals("new", tree(out).get("far/away/f"));
    assertFalse(Files.exists(out.resolve("d39")), "nothing is in it any more");
    assertOnlyOutputLeft();
    // A file where a folder was, and the other way round.
    files.set(3, text("d4", "new"));
    files.remove(4);
    assertEquals(new WriteResult(1, 38, 2), OutputWriter.write(out, files));
    files.set(3, text("d4/f/g", "new"));
    assertEquals(new WriteResult(1, 38, 1), OutputWriter.write(out, files));
    assertEquals(39, tree(out).size());
    assertOnlyOutputLeft();
  }

  @Test
  void fewChangesThatWereDecidedAreFinished() throws IOException {
    Path work = temp.resolve("site dir/.público.chasqui");
    OutputWriter.write(out, many("old", 40));
    for (boolean decided : List.of(false, true)) {
      Files.createDirectories(work.resolve("new"));
      Files.writeString(work.resolve("new/1"), "later");
      Files.writeString(
          work.resolve(decided ? "patch" : "patch.half"), "+ d0/f0\n+ d1/f1\n- d2/f2\n");
      OutputWriter.finish(out);
      assertEquals("old", tree(out).get("d0/f0"), "that was in its place already");
      assertEquals(decided ? "later" : "old", tree(out).get("d1/f1"));
      assertEquals(decided ? 39 : 40, tree(out).size());
      OutputWriter.write(out, many("old", 40));
      assertOnlyOutputLeft();
    }
  }

  @Test
  void fewChangesThatCannotBeFinishedAreKept() throws IOException {
    Path work = temp.resolve("site dir/.público.chasqui");
    OutputWriter.write(out, many("old", 40));
    Files.createDirectories(work.resolve("new"));
    Files.writeString(work.resolve("new/0"), "new");
    Files.writeString(work.resolve("patch"), "+ d0\n");
    OutputWriter.finish(out); // a folder is in its place
    RunStopped stopped =
        assertThrows(RunStopped.Environment.class, () -> OutputWriter.write(out, many("next", 40)));
    assertTrue(stopped.getMessage().contains("the next build"), stopped.getMessage());
    assertEquals("new", Files.readString(work.resolve("new/0")));
    Files.delete(out.resolve("d0/f0"));
    Files.delete(out.resolve("d0"));
    OutputWriter.finish(out);
    assertEquals("new", tree(out).get("d0"));
    assertOnlyOutputLeft();
  }

  @Test
  void whatWasNotMadeMustBeThereStill() throws IOException {
    OutputWriter.write(out, many("old", 40));
    Path place = out.resolve("d0/f0");
    List<OutputFile> files = new ArrayList<>(many("old", 40));
    OutputFile.Text kept =
        OutputFile.Text.written(
            OutputPath.of("d0/f0"),
            place,
            new OutputFile.Text(OutputPath.of("x"), "old").digest(),
            "");
    files.set(0, kept);
    assertEquals(new WriteResult(0, 40, 0), OutputWriter.write(out, files));
    Files.writeString(place, "another run's");
    files.set(1, text("d1/f1", "new"));
    RunStopped stopped =
        assertThrows(RunStopped.Environment.class, () -> OutputWriter.write(out, files));
    assertTrue(stopped.getMessage().contains("build again"), stopped.getMessage());
    assertEquals("old", tree(out).get("d1/f1"), "nothing was written");
    assertOnlyOutputLeft();
  }

  @Test
  void whatAnInterruptedWriteLeftIsPutRight() throws IOException {
    List<OutputFile> files = List.of(text("a", "1"));
    Path work = temp.resolve("site dir/.público.chasqui");
    // While the new tree was made.
    OutputWriter.write(out, files);
    Files.createDirectories(work.resolve("new/x"));
    Files.writeString(work.resolve("new/x/half"), "half");
    assertEquals(new WriteResult(0, 1, 0), OutputWriter.write(out, files));
    assertOnlyOutputLeft();
    // Between the two renamings.
    Files.createDirectories(work.resolve("new"));
    Files.move(out, work.resolve("old"));
    assertEquals(new WriteResult(0, 1, 0), OutputWriter.write(out, files));
    assertOnlyOutputLeft();
    // While the old tree was deleted; then somebody removed the output by hand.
    Files.move(out, Files.createDirectories(work).resolve("trash"));
    assertEquals(new WriteResult(1, 0, 0), OutputWriter.write(out, files));
    assertOnlyOutputLeft();
  }

  @Test
  void aSourceThatVanishesLeavesTheOldTree() throws IOException {
    OutputWriter.write(out, List.of(text("a", "1")));
    List<OutputFile> files =
        List.of(text("a", "2"), text("b", "2"), copy("c", temp.resolve("gone.png")));
    RunStopped.Environment stopped =
        assertThrows(RunStopped.Environment.class, () -> OutputWriter.write(out, files));
    assertTrue(stopped.getMessage().contains("gone.png"), stopped.getMessage());
    assertEquals(Map.of("a", "1"), tree(out));
    assertOnlyOutputLeft();
  }

  @Test
  void aFullDiskLeavesTheOldTree() throws Exception {
    Path disk = Files.createDirectories(temp.resolve("disk"));
    int mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    Assumptions.assumeTrue(mounted == 0, "NEEDS: root, to mount a small disk");
    try {
      Path small = disk.resolve("public");
      OutputWriter.write(small, List.of(text("a", "1")));
      List<OutputFile> big =
          IntStream.range(0, 40)
              .<OutputFile>mapToObj(i -> text("f" + i, "x".repeat(50_000)))
              .toList();
      RunStopped.Environment stopped =
          assertThrows(RunStopped.Environment.class, () -> OutputWriter.write(small, big));
      assertTrue(stopped.getMessage().contains("space"), stopped.getMessage());
      assertEquals(Map.of("a", "1"), tree(small));
      assertEquals(List.of("public"), names(disk));
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void twoWritesAtOnceDoNotMix() throws Exception {
    List<OutputFile> ones = many("1", 300);
    List<OutputFile> twos = many("2", 300);
    Random random = new Random(1);
    for (int round = 0; round < 10; round++) {
      List<RunStopped> stopped = new ArrayList<>();
      Thread other =
          new Thread(
              () -> {
                try {
                  OutputWriter.write(out, ones);
                } catch (RunStopped e) {
                  stopped.add(e);
                }
              });
      other.start();
      Thread.sleep(random.nextInt(20));
      try {
        OutputWriter.write(out, twos);
      } catch (RunStopped e) {
        stopped.add(e);
      }
      other.join();
      assertTrue(stopped.size() < 2, stopped::toString);
      assertEquals(1, tree(out).values().stream().distinct().count());
      assertOnlyOutputLeft();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3000, 60})
  @Tag("slow")
  void killedAtAnyMomentItLeavesTheOldTreeOrTheNew(int changed) throws Exception {
    Random random = new Random(3);
    Path old = temp.resolve("site dir/.público.chasqui/old");
    int interrupted = 0;
    for (int round = 0; round < 12; round++) {
      OutputWriter.write(out, state("old", changed));
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  ClassPath.of(Killed.class)
                      + File.pathSeparator
                      + ClassPath.of(OutputWriter.class),
                  Killed.class.getName(),
                  out.toString(),
                  String.valueOf(changed))
              .redirectErrorStream(true)
              .start();
      assertEquals('>', child.getInputStream().read());
      Thread.sleep(random.nextInt(900));
      child.destroyForcibly().waitFor();
      interrupted += Files.exists(old.getParent()) ? 1 : 0;
      // What was begun in place is ended by whoever looks next.
      OutputWriter.finish(out);
      Map<String, String> left = tree(Files.exists(out) ? out : old);
      assertEquals(3000, left.size());
      left.values().removeIf("same"::equals);
      assertEquals(changed, left.size());
      assertEquals(1, left.values().stream().distinct().count(), "a mixture");
      OutputWriter.write(out, state("next", changed));
      assertEquals(changed, tree(out).values().stream().filter("next"::equals).count());
      assertOnlyOutputLeft();
    }
    assertTrue(interrupted > 0, "no write was interrupted: the delays are wrong");
  }

  /** The program that is killed. */
  static final class Killed {
    public static void main(String[] arguments) {
      System.out.write('>');
      System.out.flush();
      for (int i = 0; ; i++) {
        OutputWriter.write(
            Path.of(arguments[0]),
            state(i % 2 == 0 ? "new" : "newer", Integer.parseInt(arguments[1])));
      }
    }
  }

  // Three thousand files, of which some are the same in every state.
  private static List<OutputFile> state(String content, int changed) {
    List<OutputFile> files = new ArrayList<>(many(content, changed));
    files.addAll(many("same", 3000).subList(changed, 3000));
    return files;
  }

  private static List<OutputFile> many(String content, int count) {
    return IntStream.range(0, count)
        .<OutputFile>mapToObj(i -> text("d" + i % 40 + "/f" + i, content))
        .toList();
  }

  private static OutputFile text(String path, String content) {
    return new OutputFile.Text(OutputPath.of(path), content);
  }

  private static OutputFile copy(String path, Path from) {
    return new OutputFile.Copy(OutputPath.of(path), from);
  }

  private static String refused(Path out, List<OutputFile> files) {
    return assertThrows(RunStopped.Usage.class, () -> OutputWriter.write(out, files)).getMessage();
  }

  private void assertOnlyOutputLeft() throws IOException {
    assertEquals(List.of("público"), names(out.getParent()));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    assertEquals(Guard.MARKER_TEXT, files.remove(Guard.MARKER));
    return files;
  }
}
