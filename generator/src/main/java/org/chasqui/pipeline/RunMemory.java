package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.chasqui.output.BuildShelf;
import org.chasqui.site.FileStamp;
import org.chasqui.site.Memory;

/**
 * What one run of the program remembers of those before it, in {@code .chasqui/cache/memory}.
 *
 * <pre>{@code
 * try (RunMemory memory = RunMemory.open(request, Main.program())) {
 *   ... new SiteBuilder(request, diagnostics, progress, watch, memory.results()) ...
 *   memory.keep();   // when all is written
 * }
 * }</pre>
 */
public final class RunMemory implements AutoCloseable {
  private final BuildShelf shelf;
  private final Memory results;

  private RunMemory(BuildShelf shelf) {
    this.shelf = shelf;
    this.results = new Memory(shelf);
  }

  /**
   * Opens it.
   *
   * @param program the running program: what another one made does not count
   */
  public static RunMemory open(BuildRequest request, LastBuild.Program program) {
    return new RunMemory(BuildShelf.open(cache(request), program.stamp()));
  }

  /** What tells one state of what is remembered from another; empty if nothing is. */
  static String stamp(BuildRequest request) {
    Path file = cache(request).resolve(BuildShelf.NAME);
    try {
      return FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (IOException absent) {
      return "";
    }
  }

  private static Path cache(BuildRequest request) {
    return request.siteFolder().resolve(".chasqui").resolve("cache");
  }

  /** What a build is given. */
  public Memory results() {
    return results;
  }

  /** Remembers what this run used and made, for those to come. */
  public void keep() {
    shelf.keep();
  }

  /** Forgets what was not kept. */
  @Override
  public void close() {
    shelf.close();
  }
}
