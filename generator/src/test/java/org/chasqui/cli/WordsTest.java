package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.GettextTools;
import org.chasqui.gettext.MergeOptions;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoMerge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program speaks English, Spanish and French: all of it, and none of it half. */
class WordsTest {
  private static final Path MAIN =
      Path.of(System.getProperty("chasqui.root", ".."), "generator", "src", "main");
  // What the schemas for editors say, a document in English.
  private static final Set<String> DOCUMENTS = Set.of("load/KeyGuide.java");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
  // What the library for arguments says.
  private static final Set<String> LIBRARY =
      Set.of("Missing", "Invalid", "Expected", "option {1} should");

  private static Path catalogue(String language) {
    return MAIN.resolve("resources/org/chasqui/cli/program_" + language + ".po");
  }

  private static PoFile read(String language) throws Exception {
    Path file = catalogue(language);
    return PoFile.parse(
        new SourceFile(file.toString(), Files.readString(file)),
        problem -> {
          throw new AssertionError(problem.message());
        });
  }

  private static Set<String> notSaid() throws Exception {
    return Files.readAllLines(MAIN.resolveSibling("test").resolve("resources/cli/not-said.txt"))
        .stream()
        .map(line -> line.replace("\\n", "\n"))
        .collect(Collectors.toSet());
  }

  /** All that the sources say, but for what is listed as not said to people. */
  private static List<PoEntry> said() throws Exception {
    ProgramTexts texts = ProgramTexts.of(MAIN.resolve("java/org/chasqui"));
    Set<String> notSaid = notSaid();
    List<PoEntry> entries = new ArrayList<>();
    for (String noun : texts.nouns().keySet()) {
      entries.add(
          PoEntry.message(
              PoEntry.Key.of("{1} " + noun),
              Optional.of("{1} " + noun + "s"),
              List.of(),
              List.of()));
    }
    for (String text : texts.texts().keySet()) {
      if (!notSaid.contains(text) && !DOCUMENTS.containsAll(texts.texts().get(text))) {
        entries.add(PoEntry.message(PoEntry.Key.of(text), Optional.empty(), List.of(), List.of()));
      }
    }
    return entries;
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr"})
  void everythingThatTheSourcesSayIsTranslated(String language) throws Exception {
    PoFile file = read(language);
    List<PoEntry> said = said();
    if (Boolean.getBoolean("golden.update")) {
      update(language, file, said);
      file = read(language);
    }
    Set<PoEntry.Key> translated =
        file.messages().stream()
            .filter(PoEntry::translated)
            .map(PoEntry::key)
            .collect(Collectors.toSet());
    List<String> missing =
        said.stream().filter(e -> !translated.contains(e.key())).map(PoEntry::id).toList();
    assertEquals(
        List.of(),
        missing,
        "Run this test with -Dgolden.update=true, then translate what is empty or fuzzy in "
            + catalogue(language).getFileName());
  }

  // New texts come with the translation of the one that is most like them, as a suggestion.
  private static void update(String language, PoFile file, List<PoEntry> said) throws Exception {
    Set<PoEntry.Key> keys = said.stream().map(PoEntry::key).collect(Collectors.toSet());
    List<PoEntry> template = new ArrayList<>(said);
    String sources = sources();
    file.messages().stream()
        .filter(entry -> !keys.contains(entry.key()) && inSources(entry.id(), sources))
        .forEach(entry -> template.add(entry.withTranslations(List.of(""))));
    template.sort((a, b) -> a.id().compareToIgnoreCase(b.id()));
    PoFile merged = PoMerge.merge(file, template, MergeOptions.STRICT);
    Files.writeString(catalogue(language), merged.text());
  }

  private static String sources() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
      }
    }
    return all.toString();
  }

  private static boolean inSources(String text, String sources) {
    String longest =
        Stream.of(PLACEHOLDER.split(text))
            .map(part -> part.strip().replace("\\", "\\\\").replace("\"", "\\\""))
            .max((a, b) -> Integer.compare(a.length(), b.length()))
            .orElse("");
    String name = text.toUpperCase(java.util.Locale.ROOT);
    return sources.contains(longest)
        || Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(sources).find()
        || LIBRARY.stream().anyMatch(text::startsWith);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr"})
  void nothingIsTranslatedThatNobodySays(String language) throws Exception {
    Set<PoEntry.Key> said = new HashSet<>();
    said().forEach(entry -> said.add(entry.key()));
    String sources = sources();
    Set<String> stale = new TreeSet<>();
    for (PoEntry entry : read(language).messages()) {
      if (!said.contains(entry.key()) && !inSources(entry.id(), sources)) {
        stale.add(entry.id());
      }
    }
    assertEquals(Set.of(), stale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr"})
  void placeholdersAgree(String language) throws Exception {
    for (PoEntry entry : read(language).messages()) {
      Set<String> wanted = placeholders(entry.id());
      for (String translation : entry.translations()) {
        assertEquals(wanted, placeholders(translation), entry.id() + " – " + translation);
      }
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr"})
  void gettextAcceptsTheCatalogue(String language, @TempDir Path folder) throws Exception {
    GettextTools.need();
    Files.copy(catalogue(language), folder.resolve("a.po"));
    String said = GettextTools.run(folder, "msgfmt", "-c", "-v", "-o", "/dev/null", "a.po").err();
    assertTrue(said.matches("\\d+ translated messages\\.\\s*"), said);
  }

  @org.junit.jupiter.api.Test
  void rowsOfHubsAreSaidPieceByPiece() {
    assertEquals(
        "nuevos: 2 (e914e65c96); un primer clon trae 1 KB",
        words("es").say("2 new (e914e65c96); a first clone brings 1 KB"));
    assertEquals(
        "2 archivos por enviar; desaparecieron publicaciones de la rama (e914e65c96)",
        words("es")
            .say("2 files to push; publications have vanished from the branch (e914e65c96)"));
    assertEquals(
        "publication 1, 2 fichiers (e914e65c96)",
        words("fr").say("publication 1, 2 files (e914e65c96)"));
  }

  private static Words words(String locale) {
    return Words.of(Map.of("LANG", locale));
  }

  @Test
  void whatIsPutInIsKeptAndWhatIsSaidInItIsTranslated() {
    Words spanish = words("es_PE.UTF-8");
    assertEquals("No hay una página 'site'.", spanish.say("There is no page 'site'."));
    assertEquals(
        "5 páginas en 2 idiomas en /x: 3 archivos nuevos o cambiados, 0 como antes.",
        spanish.say("Built 5 pages in 2 languages to /x: 3 files new or changed, 0 as before."));
    assertEquals("1 error, 2 avisos", spanish.say("1 error, 2 warnings"));
    assertEquals(
        "Este cambio deja desactualizados segmentos: 3 (español) y 1 (francés); 0 perdidos.",
        spanish.say("This change makes 3 Spanish and 1 French segments stale, 0 lost."));
    assertEquals(
        "En español, una pregunta empieza con ¿.",
        spanish.say("A Spanish question begins with ¿."));
    assertEquals(
        "| Desactualizados en | español | `about` | 1 |",
        spanish.say("| Stale on | Spanish | `about` | 1 |"));
    assertEquals(
        "norte: Otra persona fue más rápida.", spanish.say("norte: Somebody else was faster."));
    assertEquals(
        "No hay un hub 'nort'. ¿Querías decir 'norte'?",
        spanish.say("There is no hub 'nort'. Did you mean 'norte'?"));
    assertEquals("Nobody ever said this", spanish.say("Nobody ever said this"));
    assertEquals("{\"a\":\"There is, or not.\"}", spanish.say("{\"a\":\"There is, or not.\"}"));
  }

  @Test
  void theEnvironmentChoosesAndTheOptionOverrulesIt(@TempDir Path folder) {
    assertEquals("fr", words("fr_CA").language());
    assertEquals("en", words("de_DE.UTF-8").language());
    assertEquals("en", words("C.UTF-8").language());
    assertEquals("es", Words.of(Map.of("LANG", "fr", "LC_ALL", "es")).language());
    Session session = Session.withSite(folder);
    session.env.put("LANG", "fr_FR.UTF-8");
    assertEquals(2, session.run("biuld"));
    assertEquals(
        "chasqui: commande inconnu(e) : « biuld ». Vouliez-vous dire « build » ?"
            + " Voir « chasqui --help ».\n",
        session.err().replace('\u00a0', ' '));
    assertEquals(2, session.run("biuld", "--lang", "es"));
    assertTrue(session.err().contains("¿Querías decir 'build'?"), session.err());
    assertEquals(2, session.run("--lang=xx", "build"));
    assertTrue(session.err().contains("--lang est « xx »".replace("« xx »", "«\u00a0xx\u00a0»")));
  }

  @Test
  void diagnosticsHelpAndTablesSpeakToo(@TempDir Path folder) {
    Session session = Session.withSite(folder);
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [x](abuot.md).\n");
    assertEquals(1, session.run("check", "--lang", "es"));
    assertTrue(session.err().contains("error[link-dead] site-content/about.md:5"), session.err());
    assertTrue(session.err().contains("  ayuda: "), session.err());
    assertFalse(session.err().contains("There is"), session.err());
    assertEquals(0, session.run("translate", "status", "--lang", "es"), session.err());
    assertTrue(session.out().startsWith("IDIOMA  HECHO"), session.out());
    assertTrue(session.out().contains("es, qué hacer ahora:"), session.out());
    for (String command : List.of("build", "hubs", "translate", "new", "doctor")) {
      assertEquals(0, session.run(command, "--help", "--lang", "fr"));
      assertTrue(session.out().contains("Utilisation"), session.out());
      assertFalse(session.out().matches("(?s).*\\b(the|of|what)\\b.*"), session.out());
    }
  }

  @Test
  void programsGetEnglish(@TempDir Path folder) {
    Session session = Session.withSite(folder);
    session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [x](abuot.md).\n");
    session.run("check", "--json");
    String english = session.out();
    session.run("check", "--json", "--lang", "es");
    assertEquals(english, session.out());
  }
}
