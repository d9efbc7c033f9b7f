package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build is left out when it would change nothing, and only then. */
class LastBuildTest {
  private static final Path HOME = Path.of(System.getProperty("chasqui.root", ".."));
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final String SITE =
      """
      Something to warn of, and something yet to come.
      -- site-content/site.yaml --
      title: Site
      languages: [en, es]
      time_zone: America/Lima
      -- site-content/index.md --
      ---
      title: Home
      colour: blue
      ---
      Words.
      -- site-content/blog/later.md --
      ---
      title: Later
      date: 2026-06-15T08:00:00-05:00
      ---
      -- site-content/blog/tomorrow.md --
      ---
      title: Tomorrow
      date: 2026-06-16
      ---
      -- lessons/a/code.py --
      print(1)
      """;

  @TempDir private Path folder;
  private Path site;
  private Path out;
  private Path program;

  @BeforeEach
  void unpack() throws IOException {
    site = SiteFile.unpack(folder.resolve("site"), SITE).toRealPath();
    out = site.resolve("public");
    program = Files.writeString(folder.resolve("program.jar"), "1");
    // Sources are older than a build, but for those that a test changes.
    try (var files = Files.walk(site)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
  }

  private BuildRequest request(Instant now) {
    return BuildRequest.of(site, Optional.of(HOME.toAbsolutePath().normalize()), now);
  }

  private LastBuild look(BuildRequest request) {
    return LastBuild.look(request, out, new LastBuild.Program("1", List.of(program)));
  }

  private Optional<LastBuild.Remembered> again(Instant now) {
    return look(request(now)).unchanged();
  }

  private List<Diagnostic> build() {
    LastBuild last = look(request(NOW));
    Diagnostics diagnostics = new Diagnostics();
    SiteBuilder builder = new SiteBuilder(request(NOW), diagnostics, step -> {});
    BuiltSite built = builder.build();
    SiteBuilder.write(built, out, last::written);
    last.keep(built, diagnostics, builder.until(), "");
    return diagnostics.sorted();
  }

  private void assertForgotten() {
    assertTrue(again(NOW).isEmpty());
    build();
    assertTrue(again(NOW).isPresent());
  }

  @Test
  void saysWhatTheBuildSaid() {
    List<Diagnostic> said = build();
    LastBuild.Remembered before = again(NOW).orElseThrow();
    assertFalse(said.isEmpty());
    assertEquals(said, before.diagnostics());
    assertEquals(said.get(0).span().location(), before.diagnostics().get(0).span().location());
    assertEquals(2, before.languages());
    assertTrue(before.pages() > 0 && before.files() > before.pages());
  }

  @Test
  void seesWhateverASourceIsAboutToSayOtherwise() throws IOException {
    build();
    Path page = site.resolve("site-content/index.md");
    String text = Files.readString(page);
    // As long as before, and of the same time: what is left is where it lies on the disk.
    Path fresh = Files.writeString(folder.resolve("fresh"), text.replace("Words.", "Wards."));
    Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(page));
    Files.move(fresh, page, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertForgotten();
    Files.writeString(page, text + "More.\n");
    assertForgotten();
    Files.writeString(site.resolve("site-content/new.md"), "---\ntitle: New\n---\n");
    assertForgotten();
    Files.delete(site.resolve("site-content/new.md"));
    assertForgotten();
    Files.move(site.resolve("lessons/a/code.py"), site.resolve("lessons/a/other.py"));
    assertForgotten();
    Files.createDirectories(site.resolve(".chasqui"));
    Files.writeString(site.resolve(".chasqui/published.json"), "{}");
    assertForgotten();
  }

  @Test
  void aFileThatWasJustWrittenIsReadAgain() throws IOException {
    Path page = site.resolve("site-content/index.md");
    String text = Files.readString(page);
    FileTime soon = FileTime.from(Instant.now().plusSeconds(60));
    Files.writeString(page, text);
    Files.setLastModifiedTime(page, soon);
    build();
    assertTrue(again(NOW).isPresent());
    Files.writeString(page, text.replace("Words", "Sword"));
    Files.setLastModifiedTime(page, soon);
    assertTrue(again(NOW).isEmpty());
  }

  @Test
  void linksCountAsTheyAreRead() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("a.txt"), "a");
    Files.createSymbolicLink(site.resolve("elsewhere"), outside);
    Path inside = Files.createDirectories(site.resolve("data"));
    Files.writeString(inside.resolve("b.txt"), "b");
    Files.createSymbolicLink(site.resolve("site-content/data"), inside);
    Files.createSymbolicLink(site.resolve("site-content/round"), site);
    build();
    assertTrue(again(NOW).isPresent());
    Files.writeString(outside.resolve("a.txt"), "other");
    assertTrue(again(NOW).isPresent(), "what is not read does not count");
    Files.writeString(inside.resolve("b.txt"), "other");
    assertForgotten();
  }

  @Test
  void seesChangesOfTheOutput() throws IOException {
    build();
    Files.writeString(out.resolve("index.html"), "mine");
    assertForgotten();
    assertFalse(Files.readString(out.resolve("index.html")).equals("mine"));
    Files.delete(out.resolve("sitemap.xml"));
    assertForgotten();
    Files.writeString(out.resolve("more.html"), "more");
    assertForgotten();
  }

  @Test
  void seesAnotherProgramAndAnotherQuestion() throws IOException {
    build();
    BuildRequest elsewhere = request(NOW).at(Optional.of(URI.create("https://example.org/")));
    assertTrue(look(elsewhere).unchanged().isEmpty());
    assertTrue(
        LastBuild.look(request(NOW), out, new LastBuild.Program("2", List.of(program)))
            .unchanged()
            .isEmpty());
    assertTrue(again(NOW).isPresent());
    String stamp = new LastBuild.Program("1", List.of(program)).stamp();
    assertEquals(stamp, new LastBuild.Program("1", List.of(program)).stamp());
    assertNotEquals(stamp, new LastBuild.Program("2", List.of(program)).stamp());
    Files.writeString(program, "22");
    assertNotEquals(stamp, new LastBuild.Program("1", List.of(program)).stamp());
    assertForgotten();
  }

  @Test
  void holdsUntilThePublicationOfThatWhichIsYetToCome() {
    build();
    assertTrue(again(NOW.plusSeconds(3598)).isPresent());
    assertTrue(again(NOW.plusSeconds(3600)).isEmpty());
    assertTrue(again(NOW.minusSeconds(10)).isEmpty(), "a clock that was set back");
  }

  @Test
  void seesACommit() throws Exception {
    try (Git git = Git.init().setDirectory(site.toFile()).call()) {
      build();
      assertTrue(again(NOW).isPresent());
      git.add().addFilepattern("site-content").call();
      git.commit().setMessage("All").setAuthor("A", "a@example.org").setSign(false).call();
      assertForgotten();
      git.commit().setMessage("No").setAuthor("B", "b@example.org").setSign(false).call();
      assertForgotten();
    }
  }

  @Test
  void aDamagedMemoryIsNone() throws IOException {
    build();
    Path memory = site.resolve(".chasqui/cache/last-build");
    byte[] good = Files.readAllBytes(memory);
    for (int length = 0; length < good.length; length += 1 + good.length / 97) {
      Files.write(memory, java.util.Arrays.copyOf(good, length));
      assertTrue(again(NOW).isEmpty(), "cut after " + length);
    }
    Files.write(memory, "nonsense".getBytes(StandardCharsets.UTF_8));
    assertTrue(again(NOW).isEmpty());
    Files.write(memory, good);
    assertTrue(again(NOW).isPresent());
  }
}
