package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chasqui schema}, as somebody who sets up an editor calls it. */
class SchemaCommandTest {
  @TempDir Path site;

  private void unpack() {
    Tree.write(
        site.resolve("site-content/site.yaml"),
        "title: A\nbase_url: https://a.example.org/\ntaxonomies: {topics: Topics}\n");
  }

  @Test
  void printsOneWithTheTaxonomiesOfTheSite() {
    unpack();
    String printed = Chasqui.run(site, "schema", "post").expect(0).out();
    assertTrue(printed.startsWith("{\n  \"$schema\""), printed);
    assertTrue(printed.contains("\"topics\": {}"), printed);
  }

  @Test
  void writesAllAndSaysTheLineForEditors() {
    unpack();
    String said = Chasqui.run(site, "schema", "--out", "schemas").expect(0).out();
    assertTrue(said.contains("# yaml-language-server: $schema=../schemas/site.schema.json"), said);
    assertEquals(12, Tree.files(site.resolve("schemas")).size());
  }

  @Test
  void knowsWhatIsMeant() {
    unpack();
    String said = Chasqui.run(site, "schema", "pots").expect(2).err();
    assertTrue(said.contains("Did you mean 'post'?"), said);
    assertTrue(Chasqui.run(site, "schema").expect(2).err().contains("Kinds are episode, event"));
  }
}
