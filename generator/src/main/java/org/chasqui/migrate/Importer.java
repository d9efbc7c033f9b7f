package org.chasqui.migrate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.diagnostic.RunStopped;

/**
 * Reads another tool's sources and says what a site of ours made of them holds. Nothing is written
 * here, and nothing of the author's is changed.
 *
 * <pre>{@code
 * Migration migration = Importer.read(Tool.WORKBENCH, Path.of("shell-novice"));
 * migration.files(); // lessons/shell-novice/lesson.yaml, lessons/shell-novice/episodes/…
 * }</pre>
 */
public final class Importer {
  private Importer() {}

  /**
   * Reads a site.
   *
   * @param tool whose it is
   * @param folder where it lies
   * @throws RunStopped.Usage if there is no site of that tool
   * @throws RunStopped.Environment if it cannot be read
   */
  public static Migration read(Tool tool, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RunStopped.Usage("There is no folder " + folder + ".");
    }
    Source source = Source.of(folder);
    Draft draft = new Draft(tool == Tool.JUPYTER_BOOK ? Book.within(source) : source);
    switch (tool) {
      case HUGO -> new HugoSite(draft).read();
      case JEKYLL -> new JekyllSite(draft).read();
      case WORKBENCH -> new WorkbenchLesson(draft).read();
      case JUPYTER_BOOK -> new Book(draft).read();
    }
    return draft.done();
  }
}
