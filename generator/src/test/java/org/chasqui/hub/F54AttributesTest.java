package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a hub's repository that rewrite files when they are checked out. */
class F54AttributesTest {
  @TempDir Path folder;
  private Path clone;
  private Hub hub;

  @BeforeEach
  void start() {
    Git.needed();
    Path repository = Git.bare(folder.resolve("hub.git"));
    clone = Git.clone(repository, folder.resolve("clone"));
    hub = Hubs.in(Hubs.at("h", repository), "lecciones");
  }

  private HubReport push(String attributes) {
    Git.write(clone.resolve(".gitattributes"), attributes);
    Git.commitAndPush(clone, "Rules");
    return new HubPublisher(folder.resolve("site"), Hubs.options())
        .push(
            List.of(Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook("á"), "es/a/d.csv", "1\n")),
            Hubs.FIRST,
            report -> {})
        .get(0);
  }

  @Test
  @DisplayName("F54 rules that rewrite notebooks are told of, and our bytes stay ours")
  void rewriting() {
    HubReport report = push("*.ipynb eol=crlf merge=union\n*.csv -text\ndocs/* export-ignore\n");
    assertInstanceOf(HubOutcome.Published.class, report.outcome(), report.toString());
    String notes = String.join(" ", report.details().notes());
    assertTrue(notes.contains("(eol=crlf, merge=union)"), notes);
    String there = Git.run(folder.resolve("hub.git"), "show", "main:lecciones/es/a/01-x.ipynb");
    assertEquals(Hubs.notebook("á").strip(), there);
    assertEquals(
        "*.ipynb eol=crlf merge=union\n*.csv -text\ndocs/* export-ignore",
        Git.run(folder.resolve("hub.git"), "show", "main:.gitattributes"));
  }

  @Test
  @DisplayName("F50 nothing of ours goes where git LFS expects pointers, and pointers stay")
  void lfs() {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
    Git.write(clone.resolve("film.bin"), pointer);
    HubReport report = push("*.bin filter=lfs diff=lfs merge=lfs -text\n");
    assertInstanceOf(HubOutcome.Published.class, report.outcome(), report.toString());
    assertEquals(List.of(), report.details().notes());
    assertEquals(pointer.strip(), Git.run(folder.resolve("hub.git"), "show", "main:film.bin"));

    Git.run(clone, "pull", "-q", "origin", "main");
    Git.write(clone.resolve("lecciones/es/a/d.csv"), "theirs\n");
    Git.write(clone.resolve(".gitattributes"), "*.csv filter=lfs\n");
    Git.commitAndPush(clone, "LFS for tables");
    HubReport refused =
        new HubPublisher(folder.resolve("site"), Hubs.options())
            .push(List.of(Hubs.content(hub, "es/a/new.csv", "2\n")), Hubs.SECOND, one -> {})
            .get(0);
    HubOutcome.Rejected rejected = assertInstanceOf(HubOutcome.Rejected.class, refused.outcome());
    assertTrue(rejected.message().contains("es/a/new.csv falls under git LFS"), rejected.message());
  }
}
