package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.chasqui.testing.ClassPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the launcher itself, in a copy of the project with a jar of the classes under test. */
@Timeout(240)
class LauncherTest {
  private static final Path ROOT =
      Path.of(System.getProperty("chasqui.root", "..")).toAbsolutePath().normalize();
  private static final String[] TOOLS = {
    "sh", "dirname", "readlink", "find", "sed", "mkdir", "rm", "cat", "mv", "sleep", "touch"
  };

  @TempDir Path temp;
  private Path project;
  private final Map<String, String> env = new HashMap<>();

  private record Answer(int code, String out, String err) {}

  @BeforeEach
  void project() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "NEEDS: a POSIX shell");
    project = temp.resolve("año nuevo/el proyecto");
    Path wrapper = project.resolve(".mvn");
    Files.createDirectories(wrapper);
    Files.createDirectories(project.resolve("generator/src/main"));
    Files.copy(
        ROOT.resolve("chasqui"), project.resolve("chasqui"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(ROOT.resolve(".mvn/find-java.sh"), wrapper.resolve("find-java.sh"));
    for (String source : List.of("pom.xml", "generator/pom.xml", "generator/src/main/A.java")) {
      Files.writeString(project.resolve(source), "");
      age(project.resolve(source), 100);
    }
    age(project.resolve("generator/src/main"), 100);
    jar(project.resolve("generator/target/chasqui.jar"));
    env.put("JAVA_HOME", System.getProperty("java.home"));
  }

  private static void age(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  // The classes under test in a jar, and the one library that reading the arguments needs.
  private static void jar(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.CLASS_PATH, ClassPath.of(CommandLine.class).toUri().toString());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      add(jar, ClassPath.of(Main.class));
    }
    age(file, 50);
  }

  private static void add(JarOutputStream jar, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("org/chasqui"))) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("Test")).toList()) {
        jar.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, jar);
      }
    }
  }

  private Answer run(Path from, String... command) throws Exception {
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(k -> k.startsWith("LC_") || k.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(env);
    Process process = builder.start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(200, TimeUnit.SECONDS), "it hangs");
    return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private String launcher() {
    return project.resolve("chasqui").toString();
  }

  @Test
  void startsFromAnyFolderThroughALinkAndPreparesTheNextStart() throws Exception {
    Path link = temp.resolve("bin/relay");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, link.getParent().relativize(project.resolve("chasqui")));
    for (int i = 0; i < 2; i++) {
      Answer answer = run(temp, link.toString(), "--version");
      assertEquals("", answer.err());
      assertTrue(answer.out().startsWith("chasqui "), answer.out());
      assertEquals(0, answer.code());
    }
    try (Stream<Path> made = Files.list(project.resolve("generator/target"))) {
      List<String> names = made.map(p -> p.getFileName().toString()).sorted().toList();
      assertEquals(3, names.size(), names.toString());
      assertTrue(names.get(1).matches("start-.*\\.(jsa|aot)"), names.toString());
    }
  }

  @Test
  void namesOutsideAsciiWorkInEveryLocale() throws Exception {
    for (String locale : List.of("C", "C.UTF-8")) {
      env.put("LANG", locale);
      Session session =
          Session.withSite(Files.createDirectories(temp.resolve("sitio-ñ-" + locale)));
      Answer made = run(session.folder, launcher(), "new", "post", "¡Qué año!");
      assertEquals("", made.err());
      assertTrue(
          session.read("site-content/blog/que-ano.md").contains("title: \"¡Qué año!\""), locale);
      Answer none = run(temp, launcher(), "build", "--site", "sitio-ó");
      assertEquals(2, none.code());
      assertTrue(none.err().contains("sitio-ó"), locale + ": " + none.err());
    }
  }

  @Test
  void buildsWhenASourceIsNewerAndOnlyThen() throws Exception {
    fakeBuild("echo built >>\"$0.log\"; touch generator/target/chasqui.jar");
    assertEquals("", run(temp, launcher(), "--version").err());
    assertFalse(Files.exists(project.resolve("mvnw.log")));
    age(project.resolve("generator/src/main/A.java"), -2);
    Answer answer = run(temp, launcher(), "--version");
    assertTrue(answer.err().startsWith("chasqui: building the program"), answer.err());
    assertEquals(1, answer.err().lines().count(), answer.err());
    assertEquals(List.of("built"), Files.readAllLines(project.resolve("mvnw.log")));
    assertTrue(answer.out().startsWith("chasqui "), answer.out());
    age(project.resolve("generator/src/main/A.java"), 10);
    assertEquals("", run(temp, launcher(), "--version").err());
  }

  @Test
  void aBuildThatFailsShowsWhy() throws Exception {
    fakeBuild("echo 'the compiler said no'; exit 1");
    age(project.resolve("pom.xml"), -2);
    Answer answer = run(temp, launcher(), "--version");
    assertEquals(4, answer.code());
    assertTrue(answer.err().contains("the compiler said no"), answer.err());
    assertFalse(Files.exists(project.resolve("generator/target/.build-lock")));
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    age(project.resolve("generator/src/main/A.java"), 60);
    Files.delete(project.resolve("generator/target/chasqui.jar"));
    fakeBuild(
        "echo built >>\"$0.log\"; sleep 2; cp '"
            + jarElsewhere()
            + "' generator/target/chasqui.jar");
    List<Thread> threads = new ArrayList<>();
    List<Answer> answers = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 2; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  answers.add(run(temp, launcher(), "--version"));
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(0, 0), answers.stream().map(Answer::code).toList(), answers.toString());
    assertEquals(List.of("built"), Files.readAllLines(project.resolve("mvnw.log")));
  }

  // The one who builds may be done between our asking for the lock and our looking who has it.
  @Test
  void aLockThatIsGoneAgainIsAskedForAgain() throws Exception {
    Files.delete(project.resolve("generator/target/chasqui.jar"));
    fakeBuild("cp '" + jarElsewhere() + "' generator/target/chasqui.jar");
    Path bin = Files.createDirectories(temp.resolve("late"));
    Path mkdir = bin.resolve("mkdir");
    Files.writeString(
        mkdir,
        """
        #!/bin/sh
        case $1 in */.build-lock) [ -e "$0.once" ] || { : >"$0.once"; exit 1; } ;; esac
        PATH=${PATH#*:} exec mkdir "$@"
        """);
    assertTrue(mkdir.toFile().setExecutable(true));
    env.put("PATH", bin + ":" + System.getenv("PATH"));
    Answer answer = run(temp, launcher(), "--version");
    assertEquals(0, answer.code(), answer.toString());
    assertTrue(Files.exists(bin.resolve("mkdir.once")), "nobody took the lock's place");
  }

  private Path jarElsewhere() throws IOException {
    Path jar = temp.resolve("elsewhere.jar");
    jar(jar);
    return jar;
  }

  private void fakeBuild(String script) throws IOException {
    Path mvnw = project.resolve("mvnw");
    Files.writeString(mvnw, "#!/bin/sh\nset -e\n" + script + "\n");
    assertTrue(mvnw.toFile().setExecutable(true));
  }

  @Test
  void withoutAJdkItSaysWhatToDo() throws Exception {
    Path bin = Files.createDirectories(temp.resolve("only"));
    for (String tool : TOOLS) {
      Path real =
          Stream.of("/bin", "/usr/bin")
              .map(p -> Path.of(p, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(tool), real);
    }
    env.put("PATH", bin.toString());
    env.put("CHASQUI_JAVA_PLACES", "");
    env.put("JAVA_HOME", "");
    env.put("HOME", temp.toString());
    Answer none = run(temp, launcher(), "--version");
    assertEquals(4, none.code());
    assertTrue(none.err().startsWith("chasqui: needs a JDK 17 or later. Install one"), none.err());
    assertEquals(1, none.err().lines().count(), none.err());

    Path old = fakeJava("jdk 11", "11.0.2", true);
    env.put("JAVA_HOME", old.toString());
    Answer older = run(temp, launcher(), "--version");
    assertTrue(older.err().contains("Found only Java 11 at " + old + "."), older.err());

    Path runtime = fakeJava("jre", "17.0.1", false);
    env.put("JAVA_HOME", runtime.toString());
    Files.delete(project.resolve("generator/target/chasqui.jar"));
    Answer jre = run(temp, launcher(), "--version");
    assertEquals(4, jre.code());
    assertTrue(
        jre.err().contains("Found only a Java 17 without a compiler (a JRE) at " + runtime),
        jre.err());
  }

  @Test
  void onlyASiteOfThousandsOfPagesPaysForTheCompilerThatWorksHarder() throws Exception {
    Path section = bigSite(3999);
    Path big = temp.resolve("mil páginas");
    assertTrue(startsQuickly(run(big, launcher(), "build")));
    Files.createFile(Files.createDirectories(big.resolve("lessons/one")).resolve("index.md"));
    assertFalse(startsQuickly(run(big, launcher(), "build")));
    assertFalse(startsQuickly(run(section, launcher(), "build")));
    assertFalse(startsQuickly(run(temp, launcher(), "build", "--site", "mil páginas")));
    assertFalse(startsQuickly(run(temp, launcher(), "build", "--site=mil páginas", "--quiet")));
    assertTrue(startsQuickly(run(temp, launcher(), "build")));
    assertTrue(startsQuickly(run(big, launcher(), "build", "--site", project.toString())));
    String serial = "-XX:+UseSerialGC";
    assertTrue(run(big, launcher(), "build").out().contains(serial));
    assertTrue(run(temp, launcher(), "serve").out().contains(serial));
    Answer serving = run(big, launcher(), "serve");
    assertTrue(serving.out().contains("-XX:+UseG1GC"), serving.toString());
    assertFalse(serving.out().contains(serial), serving.toString());
  }

  @Test
  void aSiteOfThousandsOfPagesOfWhichFewAreMadeDoesNotPayForIt() throws Exception {
    Path section = bigSite(4000);
    Path big = temp.resolve("mil páginas");
    Path last = Files.createDirectories(big.resolve(".chasqui/cache")).resolve("last-build");
    Files.createFile(last);
    FileTime later = FileTime.from(Files.getLastModifiedTime(last).toInstant().plusSeconds(5));
    assertTrue(startsQuickly(run(big, launcher(), "build")));
    for (int i = 0; i < 199; i++) {
      Files.setLastModifiedTime(section.resolve("p" + i + ".md"), later);
    }
    Answer few = run(big, launcher(), "build");
    assertTrue(startsQuickly(few));
    assertTrue(few.out().contains("-XX:MaxNewSize="), few.out());
    Files.setLastModifiedTime(section.resolve("p199.md"), later);
    assertFalse(startsQuickly(run(big, launcher(), "build")), "two hundred texts");
    Files.setLastModifiedTime(last, later);
    assertTrue(startsQuickly(run(big, launcher(), "build")));
    Path settings = Files.createFile(big.resolve("site-content/site.yaml"));
    Files.setLastModifiedTime(settings, FileTime.from(later.toInstant().plusSeconds(5)));
    assertFalse(startsQuickly(run(big, launcher(), "build")), "settings");
  }

  // A section of it; and a Java that says how it was started.
  private Path bigSite(int pages) throws IOException {
    Path home = fakeJava("jdk", "17.0.1", true);
    Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    env.put("JAVA_HOME", home.toString());
    Path section = Files.createDirectories(temp.resolve("mil páginas/site-content/en/s"));
    for (int i = 0; i < pages; i++) {
      Files.createFile(section.resolve("p" + i + ".md"));
    }
    return section;
  }

  private static boolean startsQuickly(Answer answer) {
    List<String> flags = answer.out().lines().toList();
    assertTrue(flags.contains("build"), answer.toString());
    boolean quickly = flags.contains("-XX:TieredStopAtLevel=1");
    assertEquals(!quickly, flags.contains("-XX:LoopUnrollLimit=0"), answer.out());
    return quickly;
  }

  private Path fakeJava(String name, String version, boolean compiler) throws IOException {
    Path home = temp.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    for (String program : compiler ? List.of("java", "javac") : List.of("java")) {
      Path file = home.resolve("bin").resolve(program);
      Files.write(file, "#!/bin/sh\nexit 9\n".getBytes(StandardCharsets.US_ASCII));
      assertTrue(file.toFile().setExecutable(true));
    }
    return home.toRealPath(LinkOption.NOFOLLOW_LINKS);
  }
}
