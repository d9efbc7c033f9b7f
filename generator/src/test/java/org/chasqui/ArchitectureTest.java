package org.chasqui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of docs/architecture.md: who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "org.chasqui.";

  /** For each package, the packages of ours that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("diagnostic", Set.of()),
              Map.entry("site", Set.of("diagnostic")),
              Map.entry("math", Set.of("diagnostic")),
              Map.entry("markdown", Set.of("math", "diagnostic")),
              Map.entry("gettext", Set.of("diagnostic")),
              Map.entry("theme", Set.of("diagnostic")),
              Map.entry("data", Set.of("diagnostic")),
              Map.entry("ipynb", Set.of("data", "diagnostic")),
              Map.entry("load", Set.of("site", "data", "ipynb", "diagnostic")),
              Map.entry("images", Set.of("site", "diagnostic")),
              Map.entry("migrate", Set.of("site", "data", "diagnostic")),
              Map.entry("localize", Set.of("site", "markdown", "gettext", "diagnostic")),
              Map.entry("render", Set.of("site", "markdown", "math", "theme", "diagnostic")),
              Map.entry("proofread", Set.of("site", "data", "markdown", "gettext", "diagnostic")),
              Map.entry("notebook", Set.of("site", "markdown", "diagnostic")),
              Map.entry("kernels", Set.of("site", "ipynb", "diagnostic")),
              Map.entry("check", Set.of("site", "diagnostic")),
              Map.entry("offline", Set.of("site", "diagnostic")),
              Map.entry("search", Set.of("site", "diagnostic")),
              Map.entry("output", Set.of("site", "diagnostic")),
              Map.entry("hub", Set.of("site", "diagnostic")),
              Map.entry(
                  "pipeline",
                  Set.of(
                      "load",
                      "images",
                      "migrate",
                      "localize",
                      "proofread",
                      "render",
                      "notebook",
                      "kernels",
                      "ipynb",
                      "check",
                      "offline",
                      "search",
                      "output",
                      "hub",
                      "site",
                      "markdown",
                      "gettext",
                      "theme",
                      "data",
                      "diagnostic")),
              Map.entry("cli", Set.of("pipeline", "diagnostic", "site", "hub"))));

  /** For each library, the packages of ours that may know it. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("com.vladsch.flexmark", Set.of("markdown")),
          Map.entry("freemarker", Set.of("theme")),
          Map.entry("tools.jackson.dataformat", Set.of("data")),
          Map.entry(
              "tools.jackson.core", Set.of("data", "render", "hub", "kernels", "offline", "check")),
          Map.entry(
              "tools.jackson.databind", Set.of("render", "hub", "kernels", "offline", "check")),
          Map.entry("org.jsoup", Set.of("check", "offline")),
          Map.entry("org.eclipse.jgit", Set.of("hub")),
          Map.entry("org.mozilla.javascript", Set.of("math")),
          Map.entry("org.apache.lucene", Set.of("search")),
          Map.entry("org.tartarus.snowball", Set.of("search")),
          Map.entry("picocli", Set.of("cli")),
          Map.entry("jdk.jfr", Set.of("cli")));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("org.chasqui")
          .that(DescribedPredicate.describe("the program", ArchitectureTest::isOfTheProgram));

  private static boolean isOfTheProgram(JavaClass c) {
    String outermost = c.getName().replaceFirst("\\$.*", "").replace('.', '/');
    Path sources = Path.of(System.getProperty("chasqui.root", ".."), "generator/src/main/java");
    return Files.exists(sources.resolve(outermost + ".java"));
  }

  @TestFactory
  Stream<DynamicTest> aPackageImportsOnlyWhatTheTableAllows() {
    return MAY_IMPORT.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey() + " imports " + new TreeSet<>(entry.getValue()),
                    () -> {
                      String[] others =
                          MAY_IMPORT.keySet().stream()
                              .filter(name -> !name.equals(entry.getKey()))
                              .filter(name -> !entry.getValue().contains(name))
                              .map(name -> ROOT + name + "..")
                              .toArray(String[]::new);
                      noClasses()
                          .that()
                          .resideInAPackage(ROOT + entry.getKey() + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(others)
                          .allowEmptyShould(true)
                          .check(OURS);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aLibraryLivesInItsRoomOnly() {
    return LIBRARIES.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey() + " only in " + new TreeSet<>(entry.getValue()),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                entry.getValue().stream()
                                    .map(name -> ROOT + name + "..")
                                    .toArray(String[]::new))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(entry.getKey() + "..")
                            .check(OURS)));
  }

  @Test
  void noLibraryIsKnownThatTheTableDoesNotName() {
    Set<String> allowed = new TreeSet<>(LIBRARIES.keySet());
    allowed.addAll(
        Set.of("java", "javax", "org.chasqui", "org.jspecify", "com.sun.net.httpserver"));
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are in " + allowed,
                (JavaClass c) ->
                    c.isPrimitive()
                        || c.isArray()
                        || c.getPackageName().isEmpty()
                        || allowed.stream()
                            .anyMatch(
                                name ->
                                    c.getPackageName().equals(name)
                                        || c.getPackageName().startsWith(name + "."))))
        .check(OURS);
  }

  @Test
  void everyPackageStandsInTheTableAndIsNullMarked() throws ClassNotFoundException {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass c : OURS) {
      if (!c.getPackageName().equals("org.chasqui")) {
        rooms.add(c.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", ""));
      }
    }
    assertEquals(MAY_IMPORT.keySet(), rooms);
    for (String room : rooms) {
      Class<?> info = Class.forName(ROOT + room + ".package-info");
      assertTrue(info.isAnnotationPresent(NullMarked.class), room + " is not @NullMarked");
    }
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("org.chasqui.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void noPublicSignatureShowsALibrary() {
    classes().that().arePublic().should(haveNoLibraryInPublicSignatures()).check(OURS);
  }

  @Test
  void onlyTheDoorTouchesTheOutside() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should(
            access(
                "the console, the environment, the clock or the default zone",
                Set.of(
                    "java.lang.System.out",
                    "java.lang.System.err",
                    "java.lang.System.in",
                    "java.lang.System.exit",
                    "java.lang.System.getenv",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.setProperty",
                    "java.lang.Runtime.exit",
                    "java.lang.Runtime.halt",
                    "java.lang.Throwable.printStackTrace()",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.LocalTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.Year.now",
                    "java.time.YearMonth.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system",
                    "java.time.ZoneId.systemDefault",
                    "java.util.TimeZone.getDefault",
                    "java.util.Date.<init>()",
                    "java.util.Locale.getDefault")))
        .check(OURS);
  }

  @Test
  void nobodyChangesTheDefaultsOfTheMachine() {
    noClasses()
        .should(
            access(
                "defaults of the whole VM",
                Set.of(
                    "java.util.Locale.setDefault",
                    "java.util.TimeZone.setDefault",
                    "java.lang.System.setOut",
                    "java.lang.System.setErr")))
        .check(OURS);
  }

  @Test
  void thereIsNoStaticMutableState() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(OURS);
  }

  @Test
  void theRulesSeeTheCode() {
    assertTrue(OURS.size() > 100, "only " + OURS.size() + " classes were found");
    assertThrows(
        AssertionError.class,
        () ->
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vladsch.flexmark..")
                .check(OURS));
    assertThrows(
        AssertionError.class,
        () -> noClasses().should(access("exit", Set.of("java.lang.System.exit"))).check(OURS));
  }

  private static ArchCondition<JavaClass> access(String what, Set<String> members) {
    return new ArchCondition<>("access " + what) {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        for (JavaAccess<?> access : c.getAccessesFromSelf()) {
          String member = access.getTargetOwner().getName() + "." + access.getName();
          String call = access.getTarget().getFullName();
          if (members.contains(member) || members.contains(call)) {
            events.add(SimpleConditionEvent.satisfied(c, access.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> haveNoLibraryInPublicSignatures() {
    return new ArchCondition<>("have no type of a library in a public signature") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        for (JavaCodeUnit unit : c.getCodeUnits()) {
          if (!unit.getModifiers().contains(JavaModifier.PUBLIC)) {
            continue;
          }
          List<JavaClass> types =
              Stream.concat(
                      unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                  .toList();
          Set<String> foreign =
              types.stream()
                  .map(JavaClass::getName)
                  .filter(
                      name -> LIBRARIES.keySet().stream().anyMatch(l -> name.startsWith(l + ".")))
                  .collect(Collectors.toSet());
          if (!foreign.isEmpty()) {
            events.add(
                SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + foreign));
          }
        }
      }
    };
  }
}
