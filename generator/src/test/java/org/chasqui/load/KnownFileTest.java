package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.output.BuildShelf;
import org.chasqui.site.Earlier;
import org.chasqui.site.Memory;
import org.chasqui.site.Now;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.Site;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose file has not changed is the same though nobody reads it. */
class KnownFileTest {
  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Test
      -- site-content/plain.md --
      ---
      title: Plain
      tags: [one, "two words"]
      ---

      Some *text*.
      -- site-content/bare.md --
      No front matter, and `# no heading`.
      -- site-content/heading.md --
      ---
      weight: 3
      ---

      # A heading {#own}


      Text below it.

      ## Another
      -- site-content/twice.md --
      ---
      title: Said twice
      ---
      # Said twice

      Text.
      -- site-content/other.md --
      ---
      title: One title
      ---
      # Another one

      Text.
      -- site-content/underlined.md --
      Underlined
      ==========

      Text.
      -- site-content/labelled.md --
      (place)=
      # Labelled

      Text.
      -- site-content/toml.md --
      +++
      title = "TOML"
      +++
      Text.
      -- site-content/json.md --
      {"title": "JSON"}

      Text.
      -- site-content/unclosed.md --
      ---

      A break above.
      -- site-content/empty.md --
      ---
      title: Empty
      ---
      -- site-content/broken.md --
      ---
      title: [Broken
      ---
      Text.
      -- site-content/gallery.md --
      ---
      title: Gallery
      resources:
        - src: a.png
          title: A picture
      ---
      {{< gallery >}}
      """;

  @TempDir Path temp;

  private static final class Stamped implements Earlier {
    @Override
    public Optional<String> inputs(Set<String> apart) {
      return Optional.empty();
    }

    @Override
    public Optional<String> stamp(String path) {
      return Optional.of("the same");
    }

    @Override
    public Optional<String> left(OutputPath path) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> output() {
      return Optional.empty();
    }
  }

  private record Loaded(Site site, String said) {
    @Override
    public String toString() {
      StringBuilder all = new StringBuilder(said);
      for (Page page : site.pages()) {
        all.append(page.header()).append('\n').append(page.body()).append('\n');
        page.body().origins().forEach((at, span) -> all.append(at + span.location() + "\n"));
        all.append(page.body().digest()).append(page.body().isBlank()).append('\n');
        all.append(page.body().ends(page.header().source())).append('\n');
      }
      return all.toString();
    }
  }

  private Loaded load(Memory memory) {
    Diagnostics diagnostics = new Diagnostics();
    Now now = new Now(Instant.parse("2026-06-15T12:00:00Z"));
    LoadOptions options = new LoadOptions(false, false, now, memory, new Stamped());
    Site site = SiteLoader.load(temp, options, diagnostics);
    return new Loaded(site, diagnostics.sorted() + "\n");
  }

  private Loaded loadOnShelf() {
    try (BuildShelf shelf = BuildShelf.open(temp.resolve(".chasqui/cache"), "1")) {
      Loaded loaded = load(new Memory(shelf));
      shelf.keep();
      return loaded;
    }
  }

  @Test
  void itIsTheSameInEveryDialect() {
    SiteFile.unpack(temp, SITE);
    String read = load(Memory.NONE).toString();
    assertTrue(read.contains("front-matter-syntax"), read);
    assertEquals(read, loadOnShelf().toString(), "the first time");
    assertEquals(read, loadOnShelf().toString(), "known");
    assertEquals(read, loadOnShelf().toString(), "still known");
  }

  @Test
  void onlyWhoeverAsksForTheTextReadsIt() throws IOException {
    SiteFile.unpack(temp, SITE);
    Loaded first = loadOnShelf();
    Path file = temp.resolve("site-content/plain.md");
    Files.delete(file);
    Files.createFile(file); // there, but nothing is in it
    Loaded known = loadOnShelf();
    Page before = page(first.site, "plain");
    Page page = page(known.site, "plain");
    assertEquals("Plain", page.header().title().value());
    assertEquals(
        List.of("one", "two words"), page.header().tags().stream().map(t -> t.value()).toList());
    assertEquals(before.body().digest(), page.body().digest());
    RunStopped.Environment stopped =
        assertThrows(RunStopped.Environment.class, () -> page.body().markdown());
    assertEquals(
        "site-content/plain.md was changed while it was read. Build again.", stopped.getMessage());
  }

  private static Page page(Site site, String id) {
    return site.pages().stream().filter(p -> p.id().value().equals(id)).findFirst().orElseThrow();
  }
}
