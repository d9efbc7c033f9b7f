package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Site;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each {@code NAME.site} is a whole site, {@code NAME.expected} what is loaded of it and said about
 * it. Run with {@code -Dgolden.update=true} to write the expected side anew.
 */
class LoadGoldenTest {
  static final LoadOptions OPTIONS =
      new LoadOptions(false, false, Instant.parse("2026-06-15T12:00:00Z"));
  static final Path FOLDER =
      Path.of(System.getProperty("chasqui.root"), "generator/src/test/resources/load");

  @TempDir Path temp;

  @TestFactory
  List<DynamicTest> sites() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sites = files.filter(f -> f.toString().endsWith(".site")).sorted().toList();
      assertTrue(sites.size() >= 5, "golden sites are missing below " + FOLDER);
      return sites.stream().map(this::test).toList();
    }
  }

  private DynamicTest test(Path file) {
    String name = file.getFileName().toString();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String site = Files.readString(file);
          String actual = summary(SiteFile.unpack(temp.resolve(name), site), OPTIONS);
          Path expected = file.resolveSibling(name.replace(".site", ".expected"));
          if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
          }
          assertEquals(Files.readString(expected), actual);
          assertEquals(actual, summary(withLineEnds(name, site, "\r\n"), OPTIONS), "with CRLF");
          assertEquals(actual, summary(withLineEnds(name, site, "\r"), OPTIONS), "with CR");
          assertEquals(actual, summary(withMarks(name, site), OPTIONS), "with byte order marks");
        });
  }

  static String summary(Path folder, LoadOptions options) {
    Diagnostics diagnostics = new Diagnostics();
    Site site = SiteLoader.load(folder, options, diagnostics);
    return SiteSummary.of(site, diagnostics);
  }

  private Path withLineEnds(String name, String site, String lineEnd) throws IOException {
    Path folder =
        temp.resolve(name + lineEnd.length() + (int) lineEnd.charAt(lineEnd.length() - 1));
    SiteFile.files(site)
        .forEach((path, text) -> write(folder.resolve(path), text.replace("\n", lineEnd)));
    return folder;
  }

  private Path withMarks(String name, String site) throws IOException {
    Path folder = temp.resolve(name + "-bom");
    SiteFile.files(site).forEach((path, text) -> write(folder.resolve(path), "\uFEFF" + text));
    return folder;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
