package org.chasqui.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of files, to copy and to compare. */
final class Tree {
  private Tree() {}

  /** Every file below a folder, sorted. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Path and digest of every file below a folder, one a line: equal for equal trees. */
  static String digest(Path folder) {
    TreeMap<String, String> found = new TreeMap<>();
    for (Path file : files(folder)) {
      found.put(name(folder, file), sha256(bytes(file)));
    }
    StringBuilder lines = new StringBuilder();
    found.forEach((name, hash) -> lines.append(hash, 0, 16).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  /** The path of a file below a folder, with slashes. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder; what is not there is left out. */
  static void copy(Path from, Path to) {
    if (!Files.isDirectory(from)) {
      return;
    }
    for (Path file : files(from)) {
      try {
        Path target = to.resolve(name(from, file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
