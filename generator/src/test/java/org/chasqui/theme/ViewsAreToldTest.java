package org.chasqui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual tells theme makers of every view record and of all that it holds, in order. */
class ViewsAreToldTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));

  @Test
  void the_manual_has_every_record_with_all_its_components() throws IOException {
    String manual = Files.readString(ROOT.resolve("docs/theme-views.md"));
    List<String> wanted = new ArrayList<>();
    for (String name : names()) {
      wanted.add("## " + name);
      try {
        Arrays.stream(Class.forName("org.chasqui.theme." + name).getRecordComponents())
            .forEach(component -> wanted.add("| `" + component.getName() + "` |"));
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
    List<String> told =
        manual
            .lines()
            .filter(line -> line.startsWith("## ") || line.startsWith("| `"))
            .map(
                line ->
                    line.startsWith("## ") ? line : line.replaceFirst("(\\| `\\w+` \\|).*", "$1"))
            .toList();
    assertEquals(String.join("\n", wanted), String.join("\n", told));
    assertEquals(
        List.of(),
        manual.lines().filter(line -> line.matches("\\|.*\\|\\s*\\|")).toList(),
        "each says what it is");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files =
        Files.list(ROOT.resolve("generator/src/main/java/org/chasqui/theme"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.endsWith("View"))
          .sorted()
          .toList();
    }
  }
}
