package org.chasqui.render;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.OutputFile;
import org.chasqui.site.RenderedSite;

/** Writes the sample site to a folder, to look at it: {@code java … Preview DIR}. */
final class Preview {
  private Preview() {}

  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(arguments[0]);
    Diagnostics diagnostics = new Diagnostics();
    RenderedSite site = SampleSite.full().render(diagnostics);
    for (OutputFile file : site.files()) {
      Path to = out.resolve(file.path().value());
      Files.createDirectories(to.getParent());
      if (file instanceof OutputFile.Text text) {
        Files.writeString(to, text.content());
      } else if (file instanceof OutputFile.Copy copy && Files.exists(copy.from())) {
        Files.copy(copy.from(), to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    diagnostics
        .sorted()
        .forEach(d -> System.out.println(d.span().location() + " " + d.code() + " " + d.message()));
    site.links().stream()
        .filter(l -> l.target().isEmpty())
        .forEach(l -> System.out.println(l.span().location() + " dead: " + l.written()));
    System.out.println(site.files().size() + " files");
  }
}
