package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Front matter that nobody writes by hand ends in a diagnostic with a place, and soon. */
class HostileFrontMatterTest {
  private static final int MEGABYTE = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  // What is this fast is fast enough, and too short to be compared.
  private static final double NEGLIGIBLE_MS = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path site;

  private static String yaml(String text) {
    return "---\ntitle: Page\n" + text + "\n---\nText.\n";
  }

  private static String toml(String text) {
    return "+++\ntitle = \"Page\"\n" + text + "\n+++\nText.\n";
  }

  // Each list has the one before it ten times: 10^10 leaves where aliases are followed.
  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i <= 10; i++) {
      text.append("a" + i + ": &a" + i + " [");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a" + (i - 1) + "]\n");
    }
    return text.append("params: *a10").toString();
  }

  private static String keys(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("params_").append(i).append(": ").append(i).append('\n');
    }
    return text.toString();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("aliases that multiply", yaml(bomb())),
        Arguments.of("an alias of itself", yaml("params: &a [*a]")),
        Arguments.of("an alias of nothing", yaml("params: *nobody")),
        Arguments.of("100,000 lists in each other", yaml("params: " + "[".repeat(100_000))),
        Arguments.of("50,000 mappings in each other", yaml("params: " + "{a: ".repeat(50_000))),
        Arguments.of("lists by indentation", yaml("params:\n" + "- ".repeat(50_000) + "x")),
        Arguments.of("tabs for indentation", yaml("params:\n\tkey: value")),
        Arguments.of("a NUL", yaml("summary: a\0b")),
        Arguments.of("a bell", yaml("summary: a\u0007b")),
        Arguments.of("a quote that does not end", yaml("summary: \"never")),
        Arguments.of("front matter that does not end", "---\ntitle: Page\nsummary: x\n"),
        Arguments.of("a key of a megabyte", yaml("x".repeat(MEGABYTE) + ": 1")),
        Arguments.of("TOML: lists in each other", toml("params = " + "[".repeat(50_000))),
        Arguments.of("TOML: dotted keys", toml("a" + ".a".repeat(50_000) + " = 1")),
        Arguments.of("TOML: a NUL", toml("summary = \"a\0b\"")),
        Arguments.of("TOML: no end", "+++\ntitle = \"Page\"\n"),
        Arguments.of("JSON: lists in each other", "{\"title\": " + "[".repeat(100_000)),
        Arguments.of("JSON: no end", "{\"title\": \"Page\""));
  }

  static Stream<Arguments> oddities() {
    return Stream.of(
        Arguments.of("a line of a megabyte", yaml("summary: " + "word ".repeat(MEGABYTE / 5))),
        Arguments.of(
            "a list of a hundred thousand", yaml("params: [" + "a, ".repeat(100_000) + "a]")),
        Arguments.of("keys by the ten thousand", yaml(keys(10_000))),
        Arguments.of("a comment of a megabyte", yaml("# " + "x".repeat(MEGABYTE))),
        Arguments.of("a megabyte of blank lines", "\n".repeat(MEGABYTE) + yaml("")),
        Arguments.of("a megabyte of dashes", "-".repeat(MEGABYTE) + "\n"),
        Arguments.of("a megabyte of blanks before it", " ".repeat(MEGABYTE) + yaml("")),
        Arguments.of("tabs behind values", yaml("summary: text\t\t")),
        Arguments.of("half a surrogate, escaped", yaml("summary: \"\\uD800\"")),
        Arguments.of("one key a thousand times", yaml("summary: again\n".repeat(1_000))));
  }

  private record Growing(String what, IntFunction<String> page) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static String counted(int length, String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; text.length() < length; i++) {
      text.append(String.format(format, i));
    }
    return text.toString();
  }

  static Stream<Growing> growing() {
    return Stream.of(
        new Growing("tags", n -> yaml("tags: [" + counted(n, "t%d, ") + "]")),
        new Growing("tags in one string", n -> yaml("tags: " + counted(n, "t%d, "))),
        new Growing("aliases", n -> yaml("aliases: [" + counted(n, "/a%d/, ") + "]")),
        new Growing("authors", n -> yaml("authors: [" + counted(n, "t%d, ") + "]")),
        new Growing("keys", n -> yaml(counted(n, "titl%d: 1\n"))),
        new Growing("anchors", n -> yaml("params:\n" + counted(n, "  k%1$d: &a%1$d x\n"))),
        new Growing("TOML: tables", n -> toml(counted(n, "[k%d]\na = 1\n"))),
        new Growing("TOML: dotted keys", n -> toml(counted(n, "a.b%d.c = 1\n"))),
        new Growing("JSON: keys", n -> "{" + counted(n, "\"k%d\": 1,\n") + "\"z\": 1}\n\nText.\n"));
  }

  // The square of the length would give sixteen.
  @ParameterizedTest(name = "{0}")
  @MethodSource("growing")
  void fourTimesTheTextCostsAboutFourTimesTheTime(Growing growing) throws Exception {
    double ratio = 16;
    for (int attempt = 0; ratio > 9 && attempt < 3; attempt++) {
      double quarter = milliseconds(growing.page().apply(30_000));
      double whole = milliseconds(growing.page().apply(120_000));
      ratio = whole < NEGLIGIBLE_MS ? 1 : whole / quarter;
    }
    assertTrue(ratio <= 9, "four times the text cost " + ratio + " times the time");
  }

  private double milliseconds(String page) throws Exception {
    long before = THREADS.getCurrentThreadCpuTime();
    load(page);
    return Math.max(1, (THREADS.getCurrentThreadCpuTime() - before) / 1e6);
  }

  private List<Diagnostic> load(String page) throws Exception {
    return load(page.getBytes(StandardCharsets.UTF_8));
  }

  private List<Diagnostic> load(byte[] page) throws Exception {
    Files.createDirectories(site.resolve("site-content"));
    Files.writeString(
        site.resolve("site-content/site.yaml"),
        "title: Site\nlanguages: [en]\nbase_url: https://a.org/\n");
    Files.write(site.resolve("site-content/page.md"), page);
    Diagnostics diagnostics = new Diagnostics();
    assertDoesNotThrow(
        () -> SiteLoader.load(site, new LoadOptions(false, false, Instant.EPOCH), diagnostics));
    return diagnostics.sorted();
  }

  private static String codes(List<Diagnostic> told) {
    return told.stream().limit(9).map(d -> d.code() + " " + d.span().line()).toList().toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsToldWithItsPlace(String what, String page) throws Exception {
    List<Diagnostic> told = assertTimeoutPreemptively(PATIENCE, () -> load(page));
    assertFalse(told.isEmpty(), what);
    for (Diagnostic diagnostic : told) {
      assertTrue(diagnostic.span().file().path().equals("site-content/page.md"), what);
      assertTrue(diagnostic.message().length() < 2_000, "a message one can read: " + what);
    }
    assertTrue(told.stream().anyMatch(d -> d.severity() != Severity.INFO), what);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void whatIsOddButRightIsRead(String what, String page) throws Exception {
    List<Diagnostic> told = assertTimeoutPreemptively(PATIENCE, () -> load(page));
    assertTrue(
        told.stream().noneMatch(d -> d.severity() == Severity.ERROR),
        () -> what + ": " + codes(told));
  }

  @ParameterizedTest(name = "bytes that are no UTF-8 ({0})")
  @MethodSource("bytes")
  void bytesThatAreNoText(String what, byte[] value) throws Exception {
    byte[] before = "---\ntitle: Page\nsummary: ".getBytes(StandardCharsets.UTF_8);
    byte[] after = "\n---\nText.\n".getBytes(StandardCharsets.UTF_8);
    byte[] page = new byte[before.length + value.length + after.length];
    System.arraycopy(before, 0, page, 0, before.length);
    System.arraycopy(value, 0, page, before.length, value.length);
    System.arraycopy(after, 0, page, before.length + value.length, after.length);
    List<Diagnostic> told = load(page);
    assertTrue(told.stream().anyMatch(d -> d.span().line() == 3), () -> what + ": " + codes(told));
  }

  static Stream<Arguments> bytes() {
    return Stream.of(
        Arguments.of("half a surrogate", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
        Arguments.of("Latin-1", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("half a character", new byte[] {(byte) 0xE2, (byte) 0x82}));
  }
}
