package org.chasqui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.chasqui.render.Styles;
import org.junit.jupiter.api.Test;

/** What the built-in theme promises: small, legible, and every word of it translatable. */
class BuiltInThemeTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));
  private static final Path THEME = ROOT.resolve("themes/chasqui");

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static int gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  /** The script hides panels and their labels; without labels nobody could tell panels apart. */
  @Test
  void paper_shows_all_tabs_with_their_labels() throws IOException {
    String script = read(THEME.resolve("assets/script.js"));
    assertTrue(script.contains("label.classList.add(\"hidden\")"));
    String style = read(THEME.resolve("assets/style.css"));
    String print = style.substring(style.indexOf("@media print"));
    assertTrue(
        Pattern.compile("\\.tab-set \\[hidden][^{]*\\{[^}]*display: block !important")
            .matcher(print)
            .find(),
        print);
    assertTrue(print.contains(".tab-label { position: static; clip-path: none;"), print);
  }

  @Test
  void style_and_script_are_small() throws IOException {
    int style = gzip(Styles.slim(read(THEME.resolve("assets/style.css"))));
    int script = gzip(read(THEME.resolve("assets/script.js")));
    assertTrue(style <= 5 * 1024, "style.css: " + style + " bytes");
    assertTrue(script <= 4 * 1024, "script.js: " + script + " bytes");
  }

  @Test
  void templates_are_short() throws IOException {
    for (Path file : files(THEME, ".ftlh")) {
      long lines = read(file).lines().count();
      assertTrue(lines <= 150, file + ": " + lines + " lines");
    }
  }

  @Test
  void nothing_comes_from_others() throws IOException {
    String style = read(THEME.resolve("assets/style.css"));
    assertFalse(style.contains("@import"));
    Matcher urls = Pattern.compile("url\\(\\s*[\"']?+(?!data:)").matcher(style);
    assertFalse(urls.find());
    for (Path file : files(THEME, ".ftlh")) {
      assertFalse(read(file).matches("(?s).*(src|<link[^>]* href)=\"https?:.*"), file.toString());
    }
  }

  // Boxes carry their name as a class: a style meant for a list of pages must not reach them.
  @Test
  void classes_of_templates_are_not_names_of_boxes() throws IOException {
    String callouts =
        read(ROOT.resolve("generator/src/main/java/org/chasqui/markdown/Callouts.java"));
    Set<String> boxes = new TreeSet<>();
    Matcher name = IN_JAVA.matcher(callouts);
    while (name.find()) {
      boxes.add(name.group(1));
    }
    boxes.removeAll(Set.of("keypoints", "prereq", "callout", "quote"));
    assertTrue(boxes.contains("note") && boxes.contains("card"), boxes.toString());
    for (Path file : files(THEME, ".ftlh")) {
      Matcher classes = Pattern.compile("class=\"([^\"$<]*)").matcher(read(file));
      while (classes.find()) {
        for (String one : classes.group(1).split("\\s+")) {
          assertFalse(boxes.contains(one), file + ": class " + one);
        }
      }
    }
  }

  private static final Pattern PHYSICAL =
      Pattern.compile(
          "\\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\\b"
              + "|(?<![-\\w])(?:left|right)\\s*:|\\b(?:float|clear)\\s*:"
              + "|text-align\\s*:\\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius");

  @Test
  void layout_follows_the_direction_of_the_script() throws IOException {
    List<Path> styled = new ArrayList<>(files(THEME, ".css"));
    styled.addAll(files(THEME, ".ftlh"));
    for (Path file : styled) {
      Matcher physical = PHYSICAL.matcher(read(file));
      assertFalse(
          physical.find(), () -> file + ": use a logical property instead of " + physical.group());
    }
    assertTrue(PHYSICAL.matcher("a { text-align: left }").find());
    assertTrue(PHYSICAL.matcher("a { inset: 0; left: 1px }").find());
  }

  // ---- words -------------------------------------------------------------------------------

  private static final Pattern IN_TEMPLATE = Pattern.compile("\\b[tn]\\(\"([^\"]+)\"( \\+)?");
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z0-9]+(?:\\.[a-z0-9-]+)*\\.?)\"");

  private static Set<String> written() {
    Set<String> ids = new TreeSet<>();
    Matcher matcher =
        Pattern.compile("msgctxt \"([^\"]+)\"").matcher(read(THEME.resolve("ui.pot")));
    while (matcher.find()) {
      assertTrue(ids.add(matcher.group(1)), matcher.group(1) + " stands twice in ui.pot");
    }
    return ids;
  }

  @Test
  void every_word_that_templates_ask_for_stands_in_ui_pot() throws IOException {
    Set<String> written = written();
    for (Path file : files(THEME, ".ftlh")) {
      Matcher used = IN_TEMPLATE.matcher(read(file));
      while (used.find()) {
        String id = used.group(1);
        boolean prefix = used.group(2) != null;
        assertTrue(
            prefix ? written.stream().anyMatch(w -> w.startsWith(id)) : written.contains(id),
            file + " asks for " + id);
      }
    }
  }

  @Test
  void every_word_that_java_asks_for_stands_in_ui_pot() throws IOException {
    Set<String> written = written();
    Pattern asked = Pattern.compile("\\b(?:word|count)\\(\\s*\"([a-z0-9.-]+)\"(\\s*\\+)?");
    for (String room : List.of("render", "markdown", "notebook", "offline")) {
      for (Path file :
          files(ROOT.resolve("generator/src/main/java/org/chasqui/" + room), ".java")) {
        Matcher used = asked.matcher(read(file));
        while (used.find()) {
          String id = used.group(1);
          boolean prefix = used.group(2) != null;
          assertTrue(
              prefix ? written.stream().anyMatch(w -> w.startsWith(id)) : written.contains(id),
              file + " asks for " + id);
        }
      }
    }
  }

  @Test
  void every_box_of_the_dialect_has_a_title() throws IOException {
    Set<String> written = written();
    String callouts =
        read(ROOT.resolve("generator/src/main/java/org/chasqui/markdown/Callouts.java"));
    String boxes = callouts.substring(0, callouts.indexOf("PLAIN ="));
    Matcher name = IN_JAVA.matcher(boxes);
    while (name.find()) {
      assertTrue(written.contains("callout." + name.group(1)), name.group(1));
    }
  }

  @Test
  void no_word_stands_in_ui_pot_for_nothing() throws IOException {
    Set<String> asked = new TreeSet<>();
    List<Path> sources = new ArrayList<>(files(THEME, ".ftlh"));
    for (String room : List.of("site", "render", "markdown", "notebook", "offline")) {
      sources.addAll(files(ROOT.resolve("generator/src/main/java/org/chasqui/" + room), ".java"));
    }
    for (Path file : sources) {
      Matcher literal = IN_JAVA.matcher(read(file));
      while (literal.find()) {
        asked.add(literal.group(1));
      }
    }
    for (String id : written()) {
      String prefix = id.substring(0, id.indexOf('.') + 1);
      assertTrue(asked.contains(id) || asked.contains(prefix), "nobody asks for " + id);
    }
  }

  @Test
  void the_catalogues_hold_exactly_these_words_and_their_placeholders() {
    Pattern entry =
        Pattern.compile(
            "msgctxt \"([^\"]+)\"\nmsgid \"(.*)\"\n(?:msgid_plural \"(.*)\"\n)?((?:msgstr.*\n?)+)");
    for (String language : List.of("es", "fr")) {
      Set<String> ids = new TreeSet<>();
      Matcher matcher = entry.matcher(read(ROOT.resolve("locales/" + language + "/ui.po")));
      while (matcher.find()) {
        ids.add(matcher.group(1));
        Set<String> wanted = placeholders(matcher.group(2) + matcher.group(3));
        for (String line : matcher.group(4).strip().split("\n")) {
          assertFalse(line.endsWith(" \"\""), language + ": " + matcher.group(1) + " is empty");
          assertEquals(wanted, placeholders(line), language + ": " + matcher.group(1));
        }
      }
      assertEquals(written(), ids, language);
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{[a-z]+}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  // ---- contrast ----------------------------------------------------------------------------

  @Test
  void text_has_the_contrast_of_wcag_aaa_in_light_and_dark() {
    String style = read(THEME.resolve("assets/style.css"));
    for (int scheme = 0; scheme < 2; scheme++) {
      Map<String, String> colours = colours(style, scheme);
      String where = scheme == 0 ? "light" : "dark";
      for (String paper : List.of("paper", "sheet")) {
        for (String ink : List.of("ink", "soft", "water", "good", "bad")) {
          check(colours, ink, paper, 7.0, where);
        }
      }
      for (String token : List.of("ink", "h-k", "good", "h-n", "h-c", "water")) {
        check(colours, token, "code", 5.8, where);
      }
      check(colours, "on-water", "water", 7.0, where);
      check(colours, "clay", "paper", 4.5, where);
    }
  }

  // Each colour is written once, as light-dark(#light, #dark).
  private static Map<String, String> colours(String style, int scheme) {
    Map<String, String> found = new HashMap<>();
    Matcher matcher =
        Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\\);")
            .matcher(style);
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2 + scheme));
    }
    assertTrue(found.size() > 12, found.toString());
    return found;
  }

  private static void check(
      Map<String, String> scheme, String ink, String paper, double wanted, String where) {
    double one = luminance(scheme.get(ink));
    double other = luminance(scheme.get(paper));
    double ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertTrue(
        ratio >= wanted,
        String.format("%s on %s in %s: %.2f, wanted %.1f", ink, paper, where, ratio, wanted));
  }

  // Relative luminance as WCAG 2 defines it.
  private static double luminance(String hex) {
    String digits = hex.substring(1);
    if (digits.length() == 3) {
      digits = digits.replaceAll("(.)", "$1$1");
    }
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double channel = Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum +=
          weights[i]
              * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
