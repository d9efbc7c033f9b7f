package org.chasqui.migrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.ImportRun;
import org.chasqui.site.OutputFile;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each {@code NAME.site} is a small site of another tool, {@code NAME.expected} the files that are
 * made of it and the report. Run with {@code -Dgolden.update=true} to write the expected side anew.
 */
class ImportGoldenTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root", ".."));
  private static final Path FOLDER = ROOT.resolve("generator/src/test/resources/import");
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "hugo, hugo",
    "jekyll, jekyll",
    "workbench, workbench",
    "jupyter-book, book-flat",
    "jupyter-book, book-myst",
    "jupyter-book, book-inside"
  })
  void imports(String tool, String name) throws IOException {
    Path old =
        SiteFile.unpack(temp.resolve(name), Files.readString(FOLDER.resolve(name + ".site")));
    Path made = temp.resolve("new");
    ImportRun.run(tool, old, made, Optional.of(ROOT.toAbsolutePath().normalize()), NOW);
    String actual = summary(Importer.read(Tool.of(tool).orElseThrow(), old), made);
    Path expected = FOLDER.resolve(name + ".expected");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
  }

  private static String summary(Migration migration, Path made) throws IOException {
    StringBuilder text = new StringBuilder();
    for (OutputFile file : migration.files()) {
      Path written = made.resolve(file.path().value());
      if (file instanceof OutputFile.Copy copy) {
        assertArrayEquals(Files.readAllBytes(copy.from()), Files.readAllBytes(written));
        text.append("copied ").append(file.path()).append('\n');
      } else {
        text.append("-- ").append(file.path()).append(" --\n").append(Files.readString(written));
      }
    }
    return text.append("-- import-report.md --\n")
        .append(Files.readString(made.resolve("import-report.md")))
        .toString();
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path old =
        SiteFile.unpack(temp.resolve("old"), Files.readString(FOLDER.resolve("workbench.site")));
    Path target = Files.createDirectories(temp.resolve("target"));
    Files.writeString(target.resolve("mine.txt"), "mine");
    RunStopped.Usage refused =
        assertThrows(
            RunStopped.Usage.class,
            () -> ImportRun.run("workbench", old, target, Optional.empty(), NOW));
    assertTrue(refused.getMessage().contains("is not empty"), refused.getMessage());
    try (Stream<Path> inside = Files.list(target)) {
      assertEquals(1, inside.count());
    }
    assertThrows(
        RunStopped.Usage.class,
        () -> ImportRun.run("workbench", old, old.resolve("new"), Optional.empty(), NOW));
  }

  @ParameterizedTest
  @CsvSource({"hugo", "jekyll", "workbench", "jupyter-book"})
  void aFolderWithoutSuchASiteIsRefused(String tool) {
    assertThrows(RunStopped.Usage.class, () -> Importer.read(Tool.of(tool).orElseThrow(), temp));
  }

  @Test
  void makesNoTermsWhereHugoMakesNone() throws IOException {
    Path old = Files.createDirectories(temp.resolve("old/content")).getParent();
    Files.writeString(old.resolve("content/a.md"), "---\ntitle: A\n---\n");
    Files.writeString(
        old.resolve("hugo.toml"), "title = 'T'\ndisableKinds = ['taxonomy', 'term']\n");
    Path made = temp.resolve("made");
    ImportRun.run("hugo", old, made, Optional.of(ROOT.toAbsolutePath().normalize()), NOW);
    String site = Files.readString(made.resolve("site-content/site.yaml"));
    assertTrue(!site.contains("taxonomies"), site);
  }
}
