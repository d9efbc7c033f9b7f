package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Run with {@code -Dgolden.update=true} to write {@code docs/schemas} anew. */
class SchemasTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("chasqui.root")).resolve("docs/schemas");

  @Test
  void theSchemasOfTheManualAreThoseOfTheLoader() throws IOException {
    Map<String, String> schemas = Schemas.all();
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> schema : schemas.entrySet()) {
        Files.writeString(FOLDER.resolve(schema.getKey()), schema.getValue());
      }
    }
    Map<String, String> published = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        published.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertEquals(schemas, published);
  }

  @Test
  void aSchemaIsJsonAndKnowsEverySpelling() {
    JsonMapper mapper = JsonMapper.builder().build();
    Schemas.all().values().forEach(mapper::readTree);
    JsonNode post = mapper.readTree(Schemas.all().get("post.schema.json"));
    assertEquals("boolean", post.at("/properties/draft/type/0").asString());
    assertEquals(
        "The same as 'aliases'.", post.at("/properties/redirect_from/description").asString());
    JsonNode site = mapper.readTree(Schemas.all().get("site.schema.json"));
    assertEquals("object", site.at("/properties/permalinks/type/0").asString());
    assertTrue(site.get("additionalProperties").isBoolean());
  }
}
