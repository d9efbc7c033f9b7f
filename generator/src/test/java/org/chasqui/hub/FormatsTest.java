package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.OutputPath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two formats that we write ourselves: the manifest and the stub. */
class FormatsTest {
  @TempDir Path folder;

  @Test
  void theManifestIsTheSameBytesEverywhere() throws Trouble {
    TreeMap<OutputPath, Manifest.Entry> files = new TreeMap<>();
    Contents.Content content = Contents.Content.of("x\n".getBytes(StandardCharsets.UTF_8));
    files.put(OutputPath.of("es/b.ipynb"), Manifest.Entry.of(content, true));
    files.put(OutputPath.of("es/a \"ñ\".csv"), Manifest.Entry.of(content, false));
    Manifest manifest = new Manifest(Hubs.FIRST.commit(), 3, files);

    byte[] bytes = ManifestFormat.write(manifest);
    assertEquals(
        """
        {
          "files" : {
            "es/a \\"ñ\\".csv" : {
              "blob" : "587be6b4c3f93f93c489c0111bba5596147a26cb",
              "sha256" : "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac",
              "stub" : false
            },
            "es/b.ipynb" : {
              "blob" : "587be6b4c3f93f93c489c0111bba5596147a26cb",
              "sha256" : "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac",
              "stub" : true
            }
          },
          "publication" : 3,
          "schema" : 1,
          "source" : "1111111111111111111111111111111111111111",
          "tool" : "chasqui"
        }
        """,
        new String(bytes, StandardCharsets.UTF_8));
    assertEquals(Optional.of(manifest), ManifestFormat.read(bytes));
    assertEquals(
        Optional.of(new Manifest(Optional.empty(), 1, new TreeMap<>())),
        ManifestFormat.read(
            ManifestFormat.write(new Manifest(Optional.empty(), 1, new TreeMap<>()))));
  }

  @Test
  @DisplayName("G29 the manifest names languages, cells, what came before, and since when")
  void theManifestTellsWhereThingsComeFrom() throws Trouble {
    TreeMap<OutputPath, Manifest.Entry> files = new TreeMap<>();
    byte[] notebook = Hubs.notebook("a", "b").getBytes(StandardCharsets.UTF_8);
    files.put(
        OutputPath.of("es/x/a.ipynb"),
        Manifest.Entry.of(Contents.Content.ofNotebook(notebook), false));
    TreeMap<String, Manifest.Since> lessons = new TreeMap<>();
    lessons.put("es/x", new Manifest.Since(2, Hubs.FIRST.time()));
    Manifest manifest =
        new Manifest(
            Hubs.FIRST.commit(),
            3,
            files,
            new Manifest.Lineage(
                Hubs.SECOND.commit(), new java.util.TreeSet<>(List.of("es")), lessons));
    String text = new String(ManifestFormat.write(manifest, "chasqui 9"), StandardCharsets.UTF_8);
    assertTrue(text.contains("\"cells\" : [ \"cell-0\", \"cell-1\" ],\n"), text);
    assertTrue(
        text.endsWith(
            """
              "languages" : [ "es" ],
              "lessons" : {
                "es/x" : {
                  "publication" : 2,
                  "since" : "2026-03-01T10:00:00Z"
                }
              },
              "previous" : "2222222222222222222222222222222222222222",
              "publication" : 3,
              "schema" : 1,
              "source" : "1111111111111111111111111111111111111111",
              "tool" : "chasqui 9"
            }
            """),
        text);
    Manifest read = ManifestFormat.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertEquals(manifest, read);
    assertEquals(
        List.of("cell-0", "cell-1"), read.files().get(OutputPath.of("es/x/a.ipynb")).cells());
  }

  @Test
  void anyCutOfAManifestIsReadOrNotButNeverFails() throws Trouble {
    TreeMap<OutputPath, Manifest.Entry> files = new TreeMap<>();
    files.put(
        OutputPath.of("a.ipynb"), Manifest.Entry.of(Contents.Content.of(new byte[] {1}), false));
    byte[] bytes = ManifestFormat.write(new Manifest(Optional.empty(), 1, files));
    for (int length = 0; length < bytes.length - 2; length++) {
      assertEquals(Optional.empty(), ManifestFormat.read(java.util.Arrays.copyOf(bytes, length)));
    }
  }

  @Test
  void aStubIsWhatJupyterWouldWrite() throws Exception {
    Git.Said has = Git.program(folder, List.of("/usr/bin/python3", "-c", "import nbformat"));
    Assumptions.assumeTrue(has.code() == 0, "NEEDS: python3-nbformat");
    for (String path : List.of("es/a.ipynb", "fr/x/b.ipynb", "en/c.ipynb", "top.ipynb")) {
      Path file = folder.resolve("stub.ipynb");
      Files.write(file, StubNotebook.of(OutputPath.of(path)));
      Git.Said said =
          Git.program(
              folder,
              List.of(
                  "/usr/bin/python3",
                  "-c",
                  "import nbformat\nnb = nbformat.read('stub.ipynb', 4)\nnbformat.validate(nb)\n"
                      + "nbformat.write(nb, 'again.ipynb')"));
      assertEquals(0, said.code(), said.out());
      assertEquals(Git.read(file), Git.read(folder.resolve("again.ipynb")));
    }
    assertTrue(StubNotebook.replaces(OutputPath.of("a.ipynb")));
  }
}
