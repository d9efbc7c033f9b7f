package org.chasqui.kernels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.CodeCell;
import org.chasqui.site.OutputFile;

/**
 * Remembers runs that came to a good end, under a hash of all that they were made of: the code in
 * order, the kernel, the files beside the notebook, the program that runs them.
 */
final class RunCache {
  private final Path folder;

  RunCache(Path folder) {
    this.folder = folder;
  }

  /** The hash of a program. */
  static String key(Program program, RunLimits limits) {
    MessageDigest hash = sha256();
    add(hash, Driver.script());
    add(hash, program.code().kernel() + " " + limits.network());
    for (CodeCell cell : program.code().cells()) {
      add(hash, cell.mayFail() + " " + cell.code());
    }
    for (Map.Entry<String, OutputFile> entry : program.beside().entrySet()) {
      add(hash, entry.getKey());
      add(hash, bytes(entry.getValue()));
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static byte[] bytes(OutputFile file) {
    try {
      return file instanceof OutputFile.Copy copy
          ? Files.readAllBytes(copy.from())
          : ((OutputFile.Text) file).content().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not read " + file.path() + ": " + e, e);
    }
  }

  private static void add(MessageDigest hash, String text) {
    add(hash, text.getBytes(StandardCharsets.UTF_8));
  }

  // With its length, so that two parts cannot pass for one.
  private static void add(MessageDigest hash, byte[] bytes) {
    hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    hash.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is remembered. */
  Optional<Run> get(String key) {
    try {
      List<String> lines = Files.readAllLines(file(key));
      return Wire.run(lines).filter(run -> run.end() == Run.End.DONE).map(Run::fromCache);
    } catch (IOException nothingRemembered) {
      return Optional.empty();
    }
  }

  /** Remembers what a process said. */
  void put(String key, List<String> lines) {
    try {
      Files.createDirectories(folder);
      Path work = Files.createTempFile(folder, "new", ".tmp");
      Files.write(work, lines);
      Files.move(work, file(key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not write to " + folder + ": " + e, e);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ".jsonl");
  }
}
