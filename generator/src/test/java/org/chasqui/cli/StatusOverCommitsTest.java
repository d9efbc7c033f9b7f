package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.GettextTools;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.localize.PageHistory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AC8 in real git repositories: what status says of commits, and what git has to do with pages. */
class StatusOverCommitsTest {
  private static final String PAGE = "site-content/history.md";
  private static final String PO = "locales/es/history.po";

  @TempDir Path folder;

  private static void git(Path where, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
    command.addAll(List.of(args));
    GettextTools.Said said = GettextTools.run(where, command.toArray(String[]::new));
    assertEquals(0, said.code(), said.err());
  }

  private static void commit(Path where) throws Exception {
    git(where, "add", "-A");
    git(where, "commit", "-q", "--allow-empty", "-m", "x");
  }

  private static Map<String, Integer> states(String text) {
    Map<String, Integer> states = new TreeMap<>();
    for (PoEntry entry : PoFile.parse(new SourceFile(PO, text), d -> {}).messages()) {
      states.put(entry.id(), entry.translated() ? 0 : entry.hasTranslation() ? 1 : 2);
    }
    return states;
  }

  private static String translated(String text) {
    PoFile file = PoFile.parse(new SourceFile(PO, text), d -> {});
    return file.withEntries(
            file.entries().stream()
                .map(
                    e ->
                        e.isHeader() || e.obsolete() || e.translated()
                            ? e
                            : e.translatedAs(List.of("ES " + e.id())))
                .toList())
        .text();
  }

  @Test
  @Tag("slow")
  @DisplayName("AC8 status --diff predicts exactly what 50 commits of a git repository make stale")
  void predicts() throws Exception {
    Path site = Files.createDirectory(folder.resolve("site"));
    Session session = Session.withSite(site);
    PageHistory history = new PageHistory(11, 30);
    session.write(PAGE, "---\ntitle: History\n---\n\n" + history.text());
    assertEquals(0, session.run("translate", "update", "es"), session.err());
    session.write(PO, translated(session.read(PO)));
    git(site, "init", "-q", "-b", "main");
    commit(site);
    int changes = 0;
    for (int i = 0; i < 50; i++) {
      Map<String, Integer> before = states(session.read(PO));
      history.edit();
      session.write(PAGE, "---\ntitle: History\n---\n\n" + history.text());
      commit(site);
      assertEquals(
          0, session.run("translate", "status", "--diff", "HEAD~1..HEAD", "--json"), session.err());
      TreeSet<String> predicted = texts(session.out());
      assertTrue(session.out().contains("\"lost\":[]"), session.out());
      assertEquals(0, session.run("translate", "update", "es"), session.err());
      TreeSet<String> happened = new TreeSet<>();
      states(session.read(PO))
          .forEach(
              (id, state) -> {
                if (state != 0 && !state.equals(before.get(id))) {
                  happened.add(id);
                }
              });
      assertEquals(happened, predicted, "commit " + i);
      changes += happened.size();
      if (i % 3 == 0) {
        session.write(PO, translated(session.read(PO)));
      }
      commit(site);
    }
    assertTrue(changes > 50, changes + "");
  }

  // The texts of the page in "staleTexts" and "newTexts".
  private static TreeSet<String> texts(String json) {
    TreeSet<String> all = new TreeSet<>();
    for (String kind : List.of("staleTexts", "newTexts")) {
      int at = json.indexOf("\"" + kind + "\":{\"history\":[");
      if (at >= 0) {
        int from = json.indexOf('[', at) + 2;
        String list = json.substring(from, json.indexOf("\"]", from));
        for (String text : list.split("\",\"")) {
          all.add(text.replace("\\\"", "\"").replace("\\\\", "\\"));
        }
      }
    }
    return all;
  }

  private Path repository() throws Exception {
    Path site = Files.createDirectory(folder.resolve("origin"));
    Session session = Session.withSite(site);
    git(site, "init", "-q", "-b", "main");
    commit(site);
    session.write(
        "site-content/about.md", "---\ntitle: About\n---\n\nWe are little.\n\nOne more.\n");
    commit(site);
    return site;
  }

  private static Map<String, String> built(Path site) throws IOException {
    Session session = new Session(site);
    assertEquals(0, session.run("build"), session.err());
    Map<String, String> files = new TreeMap<>();
    Path root = site.resolve("public");
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        files.put(root.relativize(file).toString().replace('\\', '/'), text);
      }
    }
    return files;
  }

  private static void removed(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        file.toFile().setWritable(true);
        Files.delete(file);
      }
    }
  }

  // Without what git knows of a file: when it was changed, and by whom.
  private static String undated(String file, String text) {
    String plain = text;
    if (file.endsWith(".html")) {
      Document page = Jsoup.parse(text);
      page.select(
              ".ending, .saving, section[aria-labelledby=credits], meta[property=article:modified_time]")
          .remove();
      plain =
          page.outerHtml().replaceAll(",\"dateModified\":\"[^\"]*\"", "").replaceAll("\\s+", " ");
    }
    if (file.endsWith("offline.json")) {
      // Of the pages, dates and all.
      plain = plain.replaceAll("\"(bytes|hash)\":\"?[0-9a-f]+", "");
    }
    return plain.replaceAll("\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+(Z|[+-][\\d:]+)?)?", "DATE");
  }

  @Test
  @DisplayName(
      "AC8 two clones are built byte for byte alike; without .git only the history is missing")
  void whatGitHasToDoWithIt() throws Exception {
    Path origin = repository();
    Path clone = folder.resolve("clone");
    git(folder, "clone", "-q", origin.toString(), clone.toString());
    Map<String, String> first = built(origin);
    assertEquals(first, built(clone));
    removed(clone.resolve(".git"));
    Map<String, String> without = built(clone);
    assertEquals(first.keySet(), without.keySet());
    List<String> others = new ArrayList<>();
    first.forEach(
        (file, text) -> {
          boolean read = file.endsWith(".html") || file.endsWith(".json") || file.endsWith(".svg");
          if (read && !undated(file, text).equals(undated(file, without.get(file)))) {
            others.add(file);
          }
        });
    assertEquals(List.of(), others);
    Session session = new Session(clone);
    assertEquals(2, session.run("translate", "status", "--diff", "HEAD"));
    assertFalse(session.err().contains("Exception"), session.err());
  }

  @Test
  @DisplayName("AC8 of a shallow clone status says the same, and of what is cut off that it is")
  void shallow() throws Exception {
    Path origin = repository();
    Path clone = folder.resolve("shallow");
    git(folder, "clone", "-q", "--depth", "1", "file://" + origin, clone.toString());
    Map<String, String> full = built(origin);
    Map<String, String> cut = built(clone);
    assertEquals(full.get("l10n/status.json"), cut.get("l10n/status.json"));
    assertEquals(full.keySet(), cut.keySet());
    Session session = new Session(clone);
    assertEquals(2, session.run("translate", "status", "--diff", "HEAD~1..HEAD"));
    assertEquals(
        "chasqui: There is no commit 'HEAD~1' here. This clone has only the end of the history:"
            + " 'git fetch --unshallow' gets the rest.\n",
        session.err());
  }
}
