package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program knows by name stands in the gallery: in use, not only in a listing. */
class GalleryNamesTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));
  // They say something of the page on which they stand; the gallery leads to such a page.
  private static final Set<String> ELSEWHERE = Set.of("job_details");

  private static String inUse() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/gallery.md"));
    return text.replaceAll("(?ms)^(`{3,})markdown\\n.*?^\\1\\n", "");
  }

  private static Set<String> missing(Set<String> names, Function<String, String> use)
      throws IOException {
    String text = inUse();
    return names.stream()
        .filter(name -> !Pattern.compile(use.apply(Pattern.quote(name))).matcher(text).find())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_box() throws IOException {
    assertEquals(
        Set.of(),
        missing(
            Callouts.names(),
            n -> "(?m)^(?:[:`]{3,} ?\\{?" + n + "(?![-\\w])|> ?\\{: \\." + n + "(?![-\\w]))"));
  }

  @Test
  void every_role() throws IOException {
    assertEquals(Set.of(), missing(Roles.NAMES, n -> "(?<!`)\\{" + n + "\\}`"));
  }

  @Test
  void every_shortcode() throws IOException {
    Set<String> names = new TreeSet<>(Shortcodes.NAMES);
    names.removeAll(Callouts.names());
    names.addAll(Set.of("callout", "details"));
    try (Stream<Path> files = Files.list(ROOT.resolve("themes/chasqui/shortcodes"))) {
      files.map(f -> f.getFileName().toString().replace(".ftlh", "")).forEach(names::add);
    }
    names.removeAll(ELSEWHERE);
    assertEquals(Set.of(), missing(names, n -> "\\{\\{[<%] " + n + " "));
  }
}
