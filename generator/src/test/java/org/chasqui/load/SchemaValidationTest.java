package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A validator that knows nothing of Chasqui reads all content with the schemas that we publish. */
class SchemaValidationTest {
  private static final Path ROOT = Path.of(System.getProperty("chasqui.root"));
  private static final Pattern FRONT =
      Pattern.compile("\\A---\\R(.*?)^---", Pattern.DOTALL | Pattern.MULTILINE);
  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Schema> SCHEMAS = schemas();

  private static Map<String, Schema> schemas() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    Map<String, Schema> schemas = new TreeMap<>();
    Schemas.all(List.of("topics"))
        .forEach(
            (name, text) ->
                schemas.put(
                    name.replace(".schema.json", ""), registry.getSchema(JSON.readTree(text))));
    return schemas;
  }

  /** What an editor with the right schema would mark in a file; nothing if it is no such file. */
  private static List<String> faults(String path, String text) {
    Optional<String> kind = kind(path);
    Matcher front = FRONT.matcher(text);
    boolean page = path.endsWith(".md");
    if (kind.isEmpty() || (page && !front.find())) {
      return List.of();
    }
    JsonNode tree = YAML.readTree(page ? front.group(1) : text);
    return SCHEMAS
        .get(kind.get())
        .validate(tree.isMissingNode() ? JSON.readTree("{}") : tree)
        .stream()
        .map(error -> path + ": " + error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private static Optional<String> kind(String path) {
    boolean yaml = path.endsWith(".yaml");
    if (path.equals("site-content/site.yaml")) {
      return Optional.of("site");
    } else if (path.matches("lessons/[^/]+/lesson\\.yaml")) {
      return Optional.of("lesson");
    } else if (path.matches("lessons/[^/]+/(episodes/)?[0-9][^/]*\\.md")) {
      return Optional.of("episode");
    } else if (path.startsWith("site-content/") && (yaml || path.endsWith(".md"))) {
      String folder = path.replaceFirst("^site-content/", "").replaceFirst("/.*", "");
      boolean list = path.matches(".*/_?index(\\.[a-z]+)?\\.md") && path.split("/").length == 3;
      return switch (list ? "" : folder) {
        case "people" -> Optional.of("person");
        case "organisations" -> Optional.of("organisation");
        case "hubs" -> Optional.of("hub");
        case "paths" -> Optional.of("path");
        case "jobs" -> Optional.of("job");
        case "events" -> Optional.of("event");
        case "blog" -> Optional.of("post");
        default -> yaml ? Optional.empty() : Optional.of("page");
      };
    }
    return Optional.empty();
  }

  @Test
  void allShippedContentKeepsToTheSchemas() throws IOException {
    List<String> faults = new ArrayList<>();
    int read = 0;
    for (String folder : List.of("site-content", "lessons")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String path = ROOT.relativize(file).toString();
          if (kind(path).isPresent()) {
            faults.addAll(faults(path, Files.readString(file)));
            read++;
          }
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(read > 20, "files were read: " + read);
  }

  @Test
  void goldenSitesKeepToTheSchemas() throws IOException {
    List<String> faults = new ArrayList<>();
    Path folder = ROOT.resolve("generator/src/test/resources");
    for (String site :
        List.of(
            "sites/lesson",
            "sites/unicode",
            "sites/languages",
            "pipeline/gallery",
            "pipeline/include",
            "load/lessons",
            "load/small")) {
      SiteFile.files(Files.readString(folder.resolve(site + ".site")))
          .forEach((path, text) -> faults.addAll(faults(path, text)));
    }
    // The one slip that is planted there.
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.get(0).contains("kernal"), faults.get(0));
  }

  @Test
  void wrongKeysAndValuesAreMarked() {
    Map<String, String> wrong =
        Map.of(
            "site-content/site.yaml", "titel: A site\n",
            "site-content/blog/a.md", "---\ntitel: A post\n---\n",
            "site-content/jobs/a.md", "---\ntitle: A\ndeadlin: 2026-01-01\n---\n",
            "site-content/hubs/a.yaml", "name: A\nstatus: sleeping\n",
            "lessons/a/lesson.yaml", "title: A\nbreaks: [{after: 01-a, minuts: 5}]\n",
            "lessons/a/01-a.md", "---\ntitle: A\nteaching: long\n---\n",
            "site-content/index.md", "---\nsections: [{block: heros}]\n---\n",
            "site-content/about.md", "---\ndraft: perhaps\n---\n");
    wrong.forEach((path, text) -> assertFalse(faults(path, text).isEmpty(), path));
    assertEquals(
        List.of(),
        faults("site-content/blog/b.md", "---\ntitle: A\ntopics: [x]\nbibliography: y\n---\n"));
  }
}
