package org.chasqui.pipeline;

import java.nio.file.Path;
import org.chasqui.output.BuildShelf;
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
  private volatile String kept = "";

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
    Path cache = request.siteFolder().resolve(".chasqui").resolve("cache");
    return new RunMemory(BuildShelf.open(cache, program.stamp()));
  }

  /** What a build is given. */
  public Memory results() {
    return results;
  }

  /** Remembers what this run used and made, for those to come. */
  public void keep() {
    kept = shelf.keep();
  }

  /** What tells the state of what was kept from every other; empty if nothing was. */
  public String kept() {
    return kept;
  }

  /** Likewise of what it was opened with. */
  public String stamp() {
    return shelf.stamp();
  }

  /** Forgets what was not kept. */
  @Override
  public void close() {
    shelf.close();
  }
}
