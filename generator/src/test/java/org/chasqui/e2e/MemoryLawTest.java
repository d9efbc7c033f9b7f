package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.output.BuildShelf;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.pipeline.BuiltSite;
import org.chasqui.pipeline.LastBuild;
import org.chasqui.pipeline.Preview;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.Earlier;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Shelf;
import org.chasqui.site.Stopwatch;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of remembering: whatever is edited between two builds, a build that remembers the ones
 * before gives the same files and says the same as one that remembers nothing.
 */
@Tag("slow")
class MemoryLawTest {
  private static final int EDITS = 30;
  private static final long SEED = 20261121;
  private static final LastBuild.Program PROGRAM = new LastBuild.Program("1", List.of());

  /** How far a run comes after it has written the output. */
  private enum End {
    KILLED,
    HALF,
    /** To the end, but what it made could not be kept. */
    FORGOTTEN,
    WHOLE
  }

  @TempDir Path temp;
  private final AtomicInteger remembered = new AtomicInteger();
  private final Set<String> made = new ConcurrentSkipListSet<>();

  @ParameterizedTest
  @ValueSource(strings = {"languages", "lesson", "seed-shapes"})
  void aBuildThatRemembersIsTheSameAsOneThatDoesNot(String name) throws IOException {
    Path site = siteWithTheme(name);
    Random random = new Random(SEED);
    Memory memory = new Memory();
    assertEquals(built(site, Memory.NONE), built(site, memory), "first");
    int changed = 0;
    String before = "";
    for (int i = 0; i < EDITS; i++) {
      String edit = edit(site, random, i);
      State clean = built(site, Memory.NONE);
      assertEquals(
          clean, built(site, memory), name + ", edit " + i + " of seed " + SEED + ": " + edit);
      changed += clean.toString().equals(before) ? 0 : 1;
      before = clean.toString();
    }
    assertTrue(changed > EDITS / 2, "only " + changed + " edits changed anything");
  }

  @ParameterizedTest
  @ValueSource(strings = {"languages", "lesson", "seed-shapes"})
  void aRunThatReadsWhatOthersRememberedIsTheSameAsOneThatDoesNot(String name) throws IOException {
    Path site = siteWithTheme(name);
    Random random = new Random(SEED);
    assertEquals(built(site, Memory.NONE), onShelf(site, End.WHOLE), "first");
    assertEquals(built(site, Memory.NONE), onShelf(site, End.KILLED), "again");
    Map<Path, String> earlier = sources(site);
    for (int i = 0; i < EDITS; i++) {
      Map<Path, String> now = sources(site);
      String edit = random.nextInt(4) == 0 ? undone(now, earlier) : edit(site, random, i);
      earlier = now;
      // Some runs are killed before they remember anything, or half of it, some cannot, and
      // somebody meddles with what lies there.
      End end = End.values()[random.nextInt(End.values().length)];
      if (random.nextInt(3) == 0) {
        edit += ", " + append(any(site.resolve("public"), random, ".html"), "<!-- mine -->");
      }
      aged(site, i);
      assertEquals(
          built(site, Memory.NONE),
          onShelf(site, end),
          name + ", edit " + i + " of seed " + SEED + ": " + edit);
    }
    assertTrue(remembered.get() > EDITS * 10, "only " + remembered + " results were read");
  }

  @Test
  void aTextThatNobodyElseShowsMakesItsOwnPagesAlone() throws IOException {
    Path site = siteWithTheme("languages");
    Path about = site.resolve("site-content/about.md");
    aged(site, 0);
    onShelf(site, End.WHOLE);
    assertTrue(made.size() > 20, made + "");
    made.clear();
    append(about, "\n\nOne more *sentence*.\n");
    assertEquals(built(site, Memory.NONE), onShelf(site, End.WHOLE));
    assertEquals(
        Set.of(
            "PageRef[id=about, language=en]",
            "PageRef[id=about, language=es]",
            "PageRef[id=about, language=fr]"),
        made);
  }

  @Test
  void aTemplateMakesThePagesAloneThatAreFilledWithIt() throws IOException {
    Path site = siteWithTheme("languages");
    aged(site, 0);
    onShelf(site, End.WHOLE);
    made.clear();
    Path theme = site.resolve("themes/chasqui");
    replace(theme.resolve("post.ftlh"), "<@p.body", "<hr><@p.body");
    assertEquals(built(site, Memory.NONE), onShelf(site, End.WHOLE));
    assertFalse(made.isEmpty());
    assertTrue(made.stream().allMatch(name -> name.contains("id=blog/")), made + "");
    made.clear();
    replace(theme.resolve("layout.ftlh"), "</main>", "<hr></main>");
    assertEquals(built(site, Memory.NONE), onShelf(site, End.WHOLE));
    assertTrue(made.size() > 20, made + "");
  }

  @Test
  void whatCouldNotBeKeptIsNotTakenForWhatWas() throws IOException {
    Path site = siteWithTheme("languages");
    Map<Path, String> first = sources(site);
    aged(site, 0);
    onShelf(site, End.WHOLE);
    replace(site.resolve("themes/chasqui/layout.ftlh"), "</main>", "<hr></main>");
    append(site.resolve("site-content/about.md"), "\n\nOne more *sentence*.\n");
    aged(site, 1);
    assertEquals(built(site, Memory.NONE), onShelf(site, End.FORGOTTEN));
    undone(sources(site), first);
    aged(site, 2);
    assertEquals(built(site, Memory.NONE), onShelf(site, End.WHOLE));
  }

  // All that a build reads of a site.
  private static Map<Path, String> sources(Path site) {
    Map<Path, String> texts = new TreeMap<>();
    for (Path file : Tree.files(site)) {
      String path = Tree.name(site, file);
      if (!path.startsWith("public/") && !path.startsWith(".chasqui/")) {
        texts.put(file, new String(Tree.bytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  private static String undone(Map<Path, String> now, Map<Path, String> earlier)
      throws IOException {
    for (Path file : now.keySet()) {
      if (!earlier.containsKey(file)) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, String> file : earlier.entrySet()) {
      if (!file.getValue().equals(now.get(file.getKey()))) {
        Files.write(file.getKey(), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return "undone";
  }

  // What was written just now counts with its content; as if it had been written long ago.
  private static void aged(Path site, int edit) throws IOException {
    FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(edit * 60L));
    for (Path file : Tree.files(site)) {
      boolean source = !file.startsWith(site.resolve("public"));
      if (source
          && Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minusSeconds(60))) {
        Files.setLastModifiedTime(file, before);
      }
    }
  }

  private State onShelf(Path site, End end) {
    Path out = site.resolve("public");
    LastBuild last = LastBuild.look(request(site), out, PROGRAM);
    try (BuildShelf shelf = BuildShelf.open(site.resolve(".chasqui/cache"), "1")) {
      last.beside(shelf.stamp());
      Diagnostics diagnostics = new Diagnostics();
      SiteBuilder builder = builder(site, new Memory(counting(shelf)), last, diagnostics);
      BuiltSite built = builder.build();
      State state = State.of(built, diagnostics);
      if (!diagnostics.hasErrors()) {
        SiteBuilder.write(built, out, last::written);
      }
      String kept = end == End.HALF || end == End.WHOLE ? shelf.keep() : "";
      if (end == End.FORGOTTEN || end == End.WHOLE) {
        last.keep(built, diagnostics, builder.until(), kept);
      }
      return state;
    }
  }

  private Shelf counting(Shelf shelf) {
    return new Shelf() {
      @Override
      public Optional<List<String>> take(String slot, List<String> input) {
        Optional<List<String>> taken = shelf.take(slot, input);
        remembered.addAndGet(taken.isPresent() ? 1 : 0);
        return taken;
      }

      @Override
      public Optional<List<String>> take(String slot) {
        return shelf.take(slot);
      }

      @Override
      public void use(String slot) {
        shelf.use(slot);
      }

      @Override
      public void put(String slot, List<String> input, List<String> result, List<String> within) {
        if (slot.startsWith("made ")) {
          made.add(slot.substring("made ".length()));
        }
        shelf.put(slot, input, result, within);
      }
    };
  }

  /** What is shown at once is, for that page, what the whole build gives afterwards. */
  @ParameterizedTest
  @ValueSource(strings = {"languages", "lesson", "seed-shapes"})
  void whatIsShownAtOnceIsWhatTheBuildGives(String name) throws IOException {
    Path site = site(name);
    SiteBuilder first =
        new SiteBuilder(
            request(site),
            new Diagnostics(),
            step -> {},
            Stopwatch.NONE,
            new Memory(),
            Earlier.NOTHING);
    first.build();
    Preview preview = first.preview().orElseThrow().get();
    int shown = 0;
    for (Path file : Tree.files(site)) {
      String before = Tree.text(file);
      if (!file.toString().endsWith(".md") || preview.of(file).isEmpty()) {
        continue;
      }
      for (String more : List.of("\n\nMore of it.\n", "\n\n## A heading\n\nSee [home](/).\n")) {
        Files.writeString(file, before + more);
        OutputFile at = preview.of(file).orElseThrow();
        assertEquals(built(site, Memory.NONE).files().get(at.path()), at, file + more);
        shown++;
      }
      Files.writeString(file, before);
    }
    boolean translated = false;
    for (Path file : Tree.files(site)) {
      String before = file.toString().endsWith(".po") ? Tree.text(file) : "";
      int last = before.lastIndexOf("\nmsgstr \"") + "\nmsgstr \"".length();
      if (before.isEmpty() || preview.of(file).isEmpty()) {
        continue;
      }
      Files.writeString(file, before.substring(0, last) + "New " + before.substring(last));
      Optional<OutputFile> at = preview.of(file);
      if (at.isPresent()) {
        assertEquals(built(site, Memory.NONE).files().get(at.get().path()), at.get(), file + "");
        translated = true;
      }
      Files.writeString(file, before);
    }
    assertTrue(shown > 4, "only " + shown + " were shown");
    assertEquals(!name.equals("seed-shapes"), translated, "catalogues");
  }

  private Path siteWithTheme(String name) throws IOException {
    Path site = site(name);
    Tree.copy(Chasqui.ROOT.resolve("themes/chasqui"), site.resolve("themes/chasqui"));
    return site;
  }

  private Path site(String name) throws IOException {
    return SiteFile.unpack(
        temp.resolve("site"), Files.readString(GoldenSitesTest.FOLDER.resolve(name + ".site")));
  }

  /** What a build made and said. */
  private record State(TreeMap<OutputPath, OutputFile> files, List<Diagnostic> said) {
    // Files of a former run are read before others take their place.
    static State of(BuiltSite built, Diagnostics diagnostics) {
      TreeMap<OutputPath, OutputFile> files = new TreeMap<>();
      for (OutputFile file : built.files()) {
        files.put(
            file.path(),
            file instanceof OutputFile.Text text
                ? new OutputFile.Text(file.path(), text.content())
                : file);
      }
      return new State(files, diagnostics.sorted());
    }

    // Whole sites are no help to whoever reads why a test failed.
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      files.forEach(
          (path, file) -> text.append(path).append(' ').append(file.hashCode()).append('\n'));
      said.forEach(d -> text.append(d.code()).append(' ').append(d.span().location()).append('\n'));
      return text.toString();
    }
  }

  private static BuildRequest request(Path site) {
    return BuildRequest.of(site, Optional.of(Chasqui.ROOT), Instant.parse("2026-06-15T12:00:00Z"));
  }

  private static State built(Path site, Memory memory) {
    Diagnostics diagnostics = new Diagnostics();
    return State.of(site(site, memory, diagnostics), diagnostics);
  }

  private static BuiltSite site(Path site, Memory memory, Diagnostics diagnostics) {
    LastBuild last = LastBuild.look(request(site), site.resolve("public"), PROGRAM);
    return builder(site, memory, last, diagnostics).build();
  }

  private static SiteBuilder builder(
      Path site, Memory memory, LastBuild last, Diagnostics diagnostics) {
    return new SiteBuilder(request(site), diagnostics, step -> {}, Stopwatch.NONE, memory, last);
  }

  private static String edit(Path site, Random random, int number) throws IOException {
    return switch (number % 10) {
      case 8, 9 -> append(any(site, random, ".md"), "\n\nSentence *" + number + "* of it.\n");
      case 0 -> append(any(site, random, ".md"), "\n\n## New " + number + "\n\nSee [home](/).\n");
      case 1 -> replace(any(site, random, ".md"), "(?m)^title: *(.*)$", "title: Other " + number);
      case 2 -> replace(any(site, random, ".po"), "(?m)^msgstr \"(\\p{L}+)", "msgstr \"$1x");
      case 3 -> {
        Path page = any(site, random, ".md");
        Path copy = page.resolveSibling("copy-" + number + ".md");
        Files.copy(page, copy);
        yield "copied " + page;
      }
      case 4 -> {
        Path page = any(site, random, ".md");
        Files.move(page, page.resolveSibling("moved-" + number + ".md"));
        yield "moved " + page;
      }
      case 5 -> replace(any(site, random, ".ftlh"), "</main>", "<p>more</p></main>");
      case 6 -> {
        // There and gone again: the page that leads to it stays the same.
        Path file = site.resolve("site-content/extra.txt");
        boolean gone = Files.deleteIfExists(file);
        if (!gone) {
          Files.writeString(file, "more");
          append(any(site, random, ".md"), "\n<a href=\"/extra.txt\">more</a>\n");
        }
        yield gone ? "removed" : "linked";
      }
      default -> {
        Path config = site.resolve("site-content/site.yaml");
        // Once so little that every page is too heavy, though none of them changes.
        yield number == 17
            ? append(config, "\npage_limit_kb: 1\n")
            : replace(config, "(?m)^title: *(.*)$", "title: S" + number);
      }
    };
  }

  private static String append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
    return "appended to " + file;
  }

  private static String replace(Path file, String pattern, String with) throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst(pattern, with));
    return "replaced in " + file;
  }

  private static Path any(Path site, Random random, String ending) throws IOException {
    List<Path> files =
        Tree.files(site).stream().filter(file -> file.toString().endsWith(ending)).toList();
    return files.isEmpty()
        ? site.resolve("site-content/site.yaml")
        : files.get(random.nextInt(files.size()));
  }
}
