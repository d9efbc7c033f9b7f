package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a JupyterLite site. */
class LiteContentsTest {
  /** Holds every listing against what Jupyter's own contents manager answers for that folder. */
  private static final String JUDGE =
      """
      import json, pathlib, sys
      try:
          from jupyter_server.services.contents.filemanager import FileContentsManager
      except ImportError:
          print("missing"); sys.exit()
      root = pathlib.Path(sys.argv[1])
      manager = FileContentsManager(root_dir=str(root / "files"))
      def bare(model):
          model = {k: v for k, v in model.items() if k not in ("created", "last_modified")}
          if model["content"]:
              model["content"] = sorted((bare(m) for m in model["content"]), key=lambda m: m["name"])
          return model
      for folder in [root / "files", *(root / "files").rglob("*")]:
          if folder.is_dir():
              path = folder.relative_to(root / "files").as_posix().replace(".", "", 1) \\
                  if folder == root / "files" else folder.relative_to(root / "files").as_posix()
              ours = json.loads((root / "api/contents" / path / "all.json").read_text())
              theirs = bare(manager.get(path))
              assert all(m["created"].endswith("Z") for m in ours["content"])
              assert bare(ours) == theirs, (path, bare(ours), theirs)
      print("same")
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("the listings are those that Jupyter's contents API gives, but for the times")
  void asJupyterListsThem() throws Exception {
    Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    for (String path :
        new String[] {"es/uno/01-a.ipynb", "es/uno/02-b.ipynb", "en/one/01-a.ipynb"}) {
      String text = "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n";
      files.put(OutputPath.of(path), new OutputFile.Text(OutputPath.of(path), text));
    }
    OutputPath data = OutputPath.of("es/uno/data/año 1.csv");
    files.put(data, new OutputFile.Copy(data, table));
    OutputPath odd = OutputPath.of("es/uno/data/notes");
    files.put(odd, new OutputFile.Text(odd, "x"));

    SortedMap<OutputPath, OutputFile> laid = LiteContents.of(files);
    assertEquals(laid, LiteContents.of(files));
    for (OutputFile file : laid.values()) {
      write(file);
    }
    Path script = Files.writeString(folder.resolve("judge.py"), JUDGE);
    Process process =
        new ProcessBuilder("/usr/bin/python3", script.toString(), folder.resolve("site").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assumptions.assumeFalse(said.startsWith("missing"), "NEEDS: python3-jupyter-server");
    assertEquals("same\n", said);
  }

  private void write(OutputFile file) throws IOException {
    Path to = folder.resolve("site").resolve(file.path().value());
    Files.createDirectories(to.getParent());
    if (file instanceof OutputFile.Copy copy) {
      Files.copy(copy.from(), to);
    } else {
      Files.writeString(to, ((OutputFile.Text) file).content());
    }
  }
}
