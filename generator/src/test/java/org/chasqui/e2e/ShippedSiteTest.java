package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The site that comes with the project, published as a newcomer does it, and then looked at with
 * the programs that others will use: git, nbgitpuller, Jupyter, gettext.
 */
@Tag("slow")
class ShippedSiteTest {
  private static final List<String> LANGUAGES = List.of("en", "es", "fr");
  private static final List<String> OPEN_HUBS =
      List.of("bosque-ejemplo", "example-valley", "fleuve-exemple", "rio-ejemplo");

  /** A moment at which every page of the site is out. */
  static final Map<String, String> TODAY = Map.of("SOURCE_DATE_EPOCH", "1796126400");

  @TempDir static Path temp;
  static Path site = Path.of("");
  static Chasqui.Ran first = new Chasqui.Ran(0, "", "");

  @BeforeAll
  static void publish() {
    Tools.need("git");
    site = ShippedSite.inGit(temp.resolve("the site ñ"));
    first = Chasqui.run(TODAY, site, "publish").expect(0);
  }

  @Test
  void isCompleteAndHasNothingToComplainOf() {
    assertEquals("", first.err(), "not a single warning");
    Output output = new Output(site.resolve("public"));
    for (String language : LANGUAGES) {
      String root = language.equals("en") ? "/" : "/" + language + "/";
      assertEquals(language, output.page(root).select("html").attr("lang"));
      for (Path file : Tree.files(site.resolve("public" + root))) {
        boolean other = language.equals("en") && file.toString().matches(".*/public/(es|fr)/.*");
        if (file.toString().endsWith("index.html") && !other) {
          Document page = output.page(Tree.name(site.resolve("public"), file));
          assertEquals(0, page.select("aside.notice").size(), () -> file + " is not translated");
        }
      }
    }
  }

  @Test
  void canBeBuiltOnAnyDay() {
    for (String day : List.of("1500000000", "1790000000", "2500000000")) {
      Map<String, String> then = Map.of("SOURCE_DATE_EPOCH", day);
      Chasqui.Ran ran = Chasqui.run(then, site, "check").expect(0);
      assertEquals("", ran.err(), "on day " + day);
    }
  }

  @Test
  void aSecondRunChangesNothingAnywhere() {
    String output = Tree.digest(site.resolve("public"));
    Map<String, String> tips = tips();
    String objects = Tree.digest(site.resolve(".chasqui/hubs"));
    Chasqui.Ran again = Chasqui.run(TODAY, site, "publish").expect(0);
    assertTrue(again.out().contains("nothing has changed."), again.out());
    assertEquals(4, again.out().lines().filter(l -> l.contains("up to date")).count(), again.out());
    assertEquals(tips, tips());
    assertEquals(output, Tree.digest(site.resolve("public")));
    assertEquals(objects, Tree.digest(site.resolve(".chasqui/hubs")));
    assertEquals("", Tools.git(site, "status", "--porcelain", "--", "site-content", "lessons"));
  }

  private static Map<String, String> tips() {
    Map<String, String> tips = new LinkedHashMap<>();
    for (String hub : OPEN_HUBS) {
      Path repository = ShippedSite.hub(site, hub);
      tips.put(hub, Tools.git(repository, "rev-parse", "main"));
      assertEquals("1", Tools.git(repository, "rev-list", "--count", "main"), hub);
    }
    return tips;
  }

  @Test
  void twoBuildsInTwoPlacesAreTheSame() {
    Path other = temp.resolve("elsewhere/second");
    Tools.git(temp, "clone", "-q", site.toString(), other.toString());
    String record = ".chasqui/published.json"; // what hubs said, which a build does not ask
    Tree.write(other.resolve(record), Tree.text(site.resolve(record)));
    Chasqui.run(TODAY, other, "build").expect(0);
    assertEquals(Tree.digest(site.resolve("public")), Tree.digest(other.resolve("public")));
  }

  @Test
  void whatAPageSaysOfItsTranslationsTheySayOfIt() {
    Path root = site.resolve("public");
    Output output = new Output(root);
    Map<String, Map<String, String>> told = new LinkedHashMap<>();
    for (Path file : Tree.files(root)) {
      if (file.toString().endsWith(".html")) {
        Map<String, String> alternates = new LinkedHashMap<>();
        Document page = output.page(Tree.name(root, file));
        page.select("link[rel=alternate][hreflang]")
            .forEach(link -> alternates.put(link.attr("hreflang"), link.attr("href")));
        if (!alternates.isEmpty()) {
          told.put(page.select("link[rel=canonical]").attr("href"), alternates);
        }
      }
    }
    assertTrue(told.size() > 100, () -> told.size() + " pages");
    told.forEach(
        (page, alternates) -> {
          assertTrue(alternates.containsValue(page), () -> page + " does not name itself");
          alternates.values().forEach(other -> assertEquals(alternates, told.get(other), page));
        });
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Crawler.Report report =
        Crawler.crawl(
            site.resolve("public"),
            ShippedSite.BASE_URL,
            "/posts/",
            "/author/",
            "/infrastructure",
            "/careers/");
    assertEquals(Set.of(), report.dead(), "links to nothing");
    assertEquals(Set.of(), report.foreign(), "requests to others");
    assertTrue(report.followed() > 5000, "only " + report.followed() + " links");
  }

  @Test
  void saysNothingOfTheMachine() throws IOException {
    List<Path> files = new ArrayList<>(Tree.files(site.resolve("public")));
    for (String hub : OPEN_HUBS) {
      files.addAll(Tree.files(cloned(hub, "clone-machine-" + hub)));
    }
    List<String> secrets = new ArrayList<>(List.of(temp.toString(), "file:/"));
    String user = System.getProperty("user.home");
    if (user.length() > 5) {
      secrets.add(user); // a short one, /root, stands in texts
    }
    for (Path file : files) {
      String text = Tree.text(file);
      boolean git = file.toString().contains("/.git/");
      for (String secret : secrets) {
        assertFalse(!git && text.contains(secret), () -> file + " says " + secret);
      }
    }
  }

  @Test
  void everyHubIsASoundRepositoryWithWhatItsRecordSays() {
    Set<String> repositories = new TreeSet<>();
    try (Stream<Path> all = Files.list(site.resolve(".chasqui/hubs"))) {
      all.map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(".git"))
          .forEach(repositories::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertEquals(
        new TreeSet<>(OPEN_HUBS.stream().map(id -> id + ".git").toList()),
        repositories,
        "the retired hub has none");
    for (String hub : OPEN_HUBS) {
      Path repository = ShippedSite.hub(site, hub);
      assertEquals("", Tools.git(repository, "fsck", "--strict", "--full", "--no-dangling"), hub);
      Path clone = cloned(hub, "clone-" + hub);
      assertEquals("", Tools.git(clone, "status", "--porcelain"), hub);
      assertEquals("main", Tools.git(clone, "branch", "--show-current"), hub);
      assertTrue(notebooks(clone).size() >= 3, hub);
    }
    assertEquals(6, notebooks(temp.resolve("clone-rio-ejemplo")).size());
    assertEquals(
        List.of("lecciones/en", "lecciones/es"),
        notebooks(temp.resolve("clone-bosque-ejemplo")).stream()
            .map(n -> Tree.name(temp.resolve("clone-bosque-ejemplo"), n.getParent().getParent()))
            .distinct()
            .toList(),
        "its record names a folder, two languages and one lesson");
  }

  private static Path cloned(String hub, String name) {
    Path clone = temp.resolve(name);
    String url = ShippedSite.hub(site, hub).toUri().toString();
    Tools.git(temp, "clone", "-q", url, clone.toString());
    return clone;
  }

  private static List<Path> notebooks(Path folder) {
    return Tree.files(folder).stream().filter(f -> f.toString().endsWith(".ipynb")).toList();
  }

  @Test
  void everyLaunchButtonOpensANotebookThatIsInTheHub() {
    Output output = new Output(site.resolve("public"));
    Pattern argument = Pattern.compile("[?&](repo|urlpath|branch|targetPath)=([^&]*)");
    int buttons = 0;
    for (Path file : Tree.files(site.resolve("public"))) {
      if (!file.toString().endsWith("index.html")) {
        continue;
      }
      Document page = output.page(Tree.name(site.resolve("public"), file));
      for (Element button : page.select("a[href*=git-pull]")) {
        Map<String, String> said = new LinkedHashMap<>();
        Matcher m = argument.matcher(button.attr("href"));
        while (m.find()) {
          said.put(m.group(1), URLDecoder.decode(m.group(2), StandardCharsets.UTF_8));
        }
        String host = URI.create(button.attr("href")).getHost();
        String hub = host.replaceFirst("^hub\\.([^.]+)\\..*", "$1");
        assertEquals("main", said.get("branch"));
        String path =
            said.get("urlpath").replaceFirst("^(lab/tree|tree|retro/tree|notebooks)/", "");
        String repository = said.get("repo").replaceFirst(".*/", "");
        assertTrue(path.startsWith(repository + "/"), path);
        String inside = path.substring(repository.length() + 1);
        Tools.git(ShippedSite.hub(site, hub), "cat-file", "-e", "main:" + inside);
        buttons++;
      }
    }
    assertTrue(buttons > 20, "only " + buttons + " buttons");
  }

  @Test
  void noSolutionIsInWhatWasPushed() {
    Set<String> secrets = secrets();
    assertTrue(secrets.size() > 8, () -> "of solutions only " + secrets);
    Set<String> given = new LinkedHashSet<>();
    for (String hub : OPEN_HUBS) {
      Path repository = ShippedSite.hub(site, hub);
      // Every object that was sent, whether a branch leads to it or not.
      String[] objects =
          Tools.git(repository, "cat-file", "--batch-all-objects", "--batch-check").split("\n");
      for (String object : objects) {
        if (object.split(" ")[1].equals("blob")) {
          String text = Tools.git(repository, "cat-file", "blob", object.split(" ")[0]);
          secrets.stream().filter(text::contains).forEach(s -> given.add(hub + ": " + s));
        }
      }
    }
    assertEquals(Set.of(), given);
  }

  // Lines of code and prose that stand in solutions and notes for instructors and nowhere else,
  // as a notebook's JSON would hold them.
  private static Set<String> secrets() {
    Set<String> secret = new TreeSet<>();
    StringBuilder open = new StringBuilder();
    for (Path file : Tree.files(site.resolve("lessons"))) {
      if (!file.toString().endsWith(".md")) {
        continue;
      }
      boolean inside = false;
      for (String line : Tree.text(file).split("\n")) {
        if (line.matches(":::+ *(solution|instructor).*")) {
          inside = true;
        } else if (line.matches(":::+ *")) {
          inside = false;
        } else if (inside && line.length() > 25 && !line.contains("\"") && !line.contains("](")) {
          secret.add(line.strip());
        } else if (!inside) {
          open.append(line).append('\n');
        }
      }
    }
    secret.removeIf(line -> open.indexOf(line) >= 0);
    int english = secret.size();
    for (Path file : Tree.files(site.resolve("locales"))) {
      if (file.toString().endsWith(".po")) {
        Pattern.compile("(?m)^msgid \"([^\"]{20,})\"\\nmsgstr \"([^\"]{20,})\"$")
            .matcher(Tree.text(file))
            .results()
            .filter(entry -> Set.copyOf(secret).contains(entry.group(1)))
            .forEach(entry -> secret.add(entry.group(2)));
      }
    }
    assertTrue(secret.size() > english + 4, () -> "of translated solutions too few: " + secret);
    return secret;
  }

  @Test
  void gitpullerBringsACorrectionToALearnerWhoHasWorked() {
    Tools.need("gitpuller");
    Path lesson = ShippedSite.copy(temp.resolve("pulled"));
    Chasqui.run(TODAY, lesson, "publish").expect(0);
    String url = ShippedSite.hub(lesson, "rio-ejemplo").toUri().toString();
    Path home = temp.resolve("home");
    Tools.run(temp, "gitpuller", url, "main", home.toString());
    Path notebook =
        notebooks(home).stream()
            .filter(n -> n.toString().contains("cells"))
            .findFirst()
            .orElseThrow();
    // The learner writes into the first cell; we mend a sentence further down.
    String mine = Tree.text(notebook).replace("112 + 96 + 71", "112 + 96 + 71 + 5");
    assertTrue(mine.contains("71 + 5"));
    Tree.write(notebook, mine);
    Path source = lesson.resolve("lessons/first-notebook/01-cells.md");
    String text = Tree.text(source);
    String was = "print(round(rain / months / 30, 1))";
    assertTrue(text.contains(was));
    Tree.write(source, text.replace(was, "print(round(rain / months / 30, 2))"));
    Chasqui.run(TODAY, lesson, "publish").expect(0);
    Tools.run(temp, "gitpuller", url, "main", home.toString());
    String merged = Tree.text(notebook);
    assertTrue(merged.contains("71 + 5"), "what the learner wrote is kept");
    assertTrue(merged.contains("/ 30, 2))"), "the correction is there");
    assertFalse(merged.contains("<<<<<<<"), merged);
    valid(List.of(notebook));
  }

  private static void valid(List<Path> notebooks) {
    Tools.needPython("nbformat");
    List<String> command =
        new ArrayList<>(
            List.of(
                Tools.PYTHON,
                "-c",
                "import sys, nbformat\n"
                    + "for name in sys.argv[1:]:\n"
                    + "    text = open(name, encoding='utf-8', newline='').read()\n"
                    + "    book = nbformat.reads(text, as_version=nbformat.NO_CONVERT)\n"
                    + "    nbformat.validate(book)\n"
                    + "    assert (book.nbformat, book.nbformat_minor) == (4, 5), name\n"
                    + "print(len(sys.argv) - 1)"));
    notebooks.forEach(n -> command.add(n.toString()));
    Tools.Said said = Tools.start(temp, command);
    assertEquals(String.valueOf(notebooks.size()), said.out().strip());
  }

  @Test
  void jupyterAcceptsEveryNotebookAsItsOwn() {
    List<Path> all = allNotebooks("valid");
    assertEquals(18, all.size(), "six episodes in three languages");
    valid(all);
    // Jupyter writes a notebook that it has read in the very bytes in which we wrote it.
    Tools.Said said =
        Tools.start(
            temp,
            Stream.concat(
                    Stream.of(
                        Tools.PYTHON,
                        "-c",
                        "import sys, nbformat\n"
                            + "for name in sys.argv[1:]:\n"
                            + "    text = open(name, encoding='utf-8', newline='').read()\n"
                            + "    again = nbformat.writes(nbformat.reads(text, 4))\n"
                            + "    if again.rstrip('\\n') != text.rstrip('\\n'): print(name)"),
                    all.stream().map(Path::toString))
                .toList());
    assertEquals("", said.out().strip());
  }

  @Test
  void everyNotebookRunsInEveryLanguage() {
    Tools.needPython("nbformat", "nbclient", "ipykernel");
    List<Path> all = allNotebooks("run");
    Tools.Said said =
        Tools.start(
            temp,
            Stream.concat(
                    Stream.of(
                        Tools.PYTHON,
                        "-c",
                        "import sys, os, nbformat, nbclient\n"
                            + "for name in sys.argv[1:]:\n"
                            + "    book = nbformat.read(name, as_version=4)\n"
                            + "    place = {'metadata': {'path': os.path.dirname(name)}}\n"
                            + "    try:\n"
                            + "        nbclient.NotebookClient(book, timeout=60, resources=place).execute()\n"
                            + "        print('ran')\n"
                            + "    except Exception as e:\n"
                            + "        print(name, e)\n"),
                    all.stream().map(Path::toString))
                .toList());
    assertEquals(
        18,
        said.out().lines().filter("ran"::equals).count(),
        () -> "of 18 notebooks:\n" + said.out());
  }

  private static List<Path> allNotebooks(String name) {
    Path folder = temp.resolve("notebooks-" + name);
    if (!Files.exists(folder)) {
      Chasqui.run(TODAY, site, "notebooks", "--to", folder.toString()).expect(0);
    }
    return notebooks(folder);
  }

  @Test
  void gettextAcceptsEveryCatalogue() {
    Tools.need("msgfmt");
    List<Path> catalogues =
        Tree.files(site.resolve("locales")).stream()
            .filter(f -> f.toString().endsWith(".po"))
            .toList();
    assertTrue(catalogues.size() > 60, catalogues.size() + " catalogues");
    for (Path file : catalogues) {
      Tools.run(temp, "msgfmt", "-c", "-o", "/dev/null", file.toString());
    }
    // And they are as 'translate update' leaves them: nothing to do.
    String before = Tree.digest(site.resolve("locales"));
    Chasqui.run(TODAY, site, "translate", "update").expect(0);
    assertEquals(before, Tree.digest(site.resolve("locales")));
  }
}
