package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What commands said once and were read by somebody; {@code -Dgolden.update=true} rewrites it. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("chasqui.root", ".."), "generator/src/test/resources/cli/said");

  private Golden() {}

  /** Holds a text against the file of a name. */
  static void check(String name, String said) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, said);
      }
      assertEquals(Files.isRegularFile(file) ? Files.readString(file) : "", said, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
