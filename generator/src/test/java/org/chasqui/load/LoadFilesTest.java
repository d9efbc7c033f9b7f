package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Body;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.Site;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as they should be, and what the options change. */
class LoadFilesTest {
  private static final String SITE = "-- site-content/site.yaml --\ntitle: Test\n";

  @TempDir Path temp;
  private final Diagnostics diagnostics = new Diagnostics();

  private Site load(LoadOptions options) {
    return SiteLoader.load(temp, options, diagnostics);
  }

  private Site load(String site) {
    SiteFile.unpack(temp, SITE + site);
    return load(LoadGoldenTest.OPTIONS);
  }

  private static String ids(Site site) {
    return site.pages().stream().map(page -> page.id().value()).collect(Collectors.joining(" "));
  }

  private String problems() {
    return diagnostics.sorted().stream()
        .map(d -> d.span().location() + " " + d.code())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aFolderThatIsNoSite() {
    RunStopped.Usage stopped =
        assertThrows(RunStopped.Usage.class, () -> load(LoadGoldenTest.OPTIONS));
    String message = stopped.getMessage();
    assertTrue(message.startsWith("There is no site-content/site.yaml below " + temp), message);
    assertTrue(message.contains("--site DIR"), message);
  }

  @Test
  void bytesThatAreNoUtf8() throws IOException {
    SiteFile.unpack(temp, SITE);
    byte[] latin = "# Año\n\nUn año.\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(temp.resolve("site-content/ano.md"), latin);
    Site site = load(LoadGoldenTest.OPTIONS);
    assertEquals("site-content/ano.md:1:4 encoding\nsite-content/ano.md:3:5 encoding", problems());
    assertTrue(diagnostics.sorted().get(0).message().contains("0xF1"));
    assertEquals("ano", ids(site));
  }

  @Test
  void theByteOrderMarkIsNoText() throws IOException {
    Path file = Files.writeString(temp.resolve("a.po"), "\uFEFFmsgid \"\"\r\n");
    SourceFile read = SourceTree.read(temp, file, diagnostics);
    assertEquals("msgid \"\"\r\n", read.text());
    assertEquals("a.po", read.path());
  }

  @Test
  void linksThatLeadOutOfTheSite() throws IOException {
    Path outside = Files.createDirectories(temp.resolveSibling(temp.getFileName() + "-outside"));
    Files.writeString(outside.resolve("secret.txt"), "secret");
    SiteFile.unpack(temp, SITE + "-- site-content/inside.txt --\nok\n-- lessons/a/x.md --\n# X\n");
    Path content = temp.resolve("site-content");
    try {
      Files.createSymbolicLink(content.resolve("folder"), outside);
      Files.createSymbolicLink(content.resolve("file.txt"), outside.resolve("secret.txt"));
      Files.createSymbolicLink(content.resolve("gone.txt"), Path.of("nowhere"));
      Files.createSymbolicLink(content.resolve("again.txt"), Path.of("inside.txt"));
      Files.createSymbolicLink(content.resolve("loop"), Path.of("."));
      Site site = load(LoadGoldenTest.OPTIONS);
      assertEquals("[/again.txt, /inside.txt]", site.assets().keySet().toString());
      assertEquals(
          """
          lessons/a/x.md:1:1 lesson-record-missing
          site-content/file.txt:1:1 asset-outside
          site-content/folder:1:1 asset-outside
          site-content/gone.txt:1:1 asset-outside""",
          problems());
    } finally {
      Files.delete(outside.resolve("secret.txt"));
      Files.delete(outside);
    }
  }

  @Test
  void namesThatCannotBeAddresses() {
    Site site = load("-- site-content/files/a\\b.txt --\nx\n");
    assertTrue(site.assets().isEmpty());
    assertEquals("site-content/files/a\\b.txt:1:1 asset-name-invalid", problems());
  }

  @Test
  void draftsAndTheFuture() {
    SiteFile.unpack(
        temp,
        SITE
            + """
            -- site-content/a.md --
            ---
            draft: true
            ---
            -- site-content/b.md --
            ---
            date: 2026-06-16
            ---
            -- site-content/c.md --
            ---
            date: 2024-01-01
            publishDate: 2027-01-01
            ---
            -- site-content/d.md --
            ---
            published: false
            ---
            -- site-content/events/e.md --
            ---
            date: 2030-01-01
            ---
            -- site-content/events/f.md --
            ---
            date: 2030-01-01
            publishDate: 2029-01-01
            ---
            -- site-content/g.md --
            ---
            expiryDate: 2026-01-01
            ---
            -- site-content/jobs/h.md --
            ---
            expiryDate: 2026-01-01
            ---
            """);
    Instant now = Instant.parse("2026-06-15T12:00:00Z");
    assertEquals("events/e jobs/h", ids(load(new LoadOptions(false, false, now))));
    assertEquals("a d events/e jobs/h", ids(load(new LoadOptions(true, false, now))));
    assertEquals("b c events/e events/f jobs/h", ids(load(new LoadOptions(false, true, now))));
    assertEquals("", problems());
  }

  @Test
  void aDayBeginsInTheZoneOfTheSite() {
    SiteFile.unpack(
        temp,
        "-- site-content/site.yaml --\ntitle: T\ntime_zone: Pacific/Auckland\n"
            + "-- site-content/a.md --\n---\ndate: 2026-06-16\n---\n");
    Instant evening = Instant.parse("2026-06-15T11:59:59Z");
    assertEquals("", ids(load(new LoadOptions(false, false, evening))));
    assertEquals("a", ids(load(new LoadOptions(false, false, evening.plusSeconds(1)))));
  }

  @Test
  void everyStretchOfABodyKnowsItsPlace() {
    Site site =
        load(
            """
            -- site-content/a.md --
            Before.

            # Title

            After it.
            -- site-content/people/ada.yaml --
            name: Ada
            bio: |
              Writes *programs*.

              And poems.
            """);
    assertPlace(site, "a", "Before", "site-content/a.md:1:1");
    assertPlace(site, "a", "After it", "site-content/a.md:5:1");
    assertPlace(site, "people/ada", "*programs*", "site-content/people/ada.yaml:3:10");
    assertPlace(site, "people/ada", "poems", "site-content/people/ada.yaml:5:7");
  }

  private static void assertPlace(Site site, String id, String words, String place) {
    Page page = site.page(new PageRef(new PageId(id), Language.ENGLISH)).orElseThrow();
    Body body = page.body();
    int at = body.markdown().indexOf(words);
    SourceSpan origin = body.origin(at, at + words.length());
    assertEquals(place, origin.location());
    assertEquals(words, origin.text());
  }

  @Test
  void readsAFolderSorted() {
    SiteFile.unpack(temp, "-- l/b.po --\nb\n-- l/a/c.po --\nc\n-- l/a.txt --\n-- l/.x.po --\n");
    List<SourceFile> read =
        SourceTree.readAll(temp, temp.resolve("l"), name -> name.endsWith(".po"), diagnostics);
    assertEquals("[l/a/c.po, l/b.po]", read.toString());
    assertEquals(
        List.of(), SourceTree.readAll(temp, temp.resolve("none"), name -> true, diagnostics));
  }
}
