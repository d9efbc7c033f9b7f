package org.chasqui.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;

/**
 * Lays notebooks and their data out as a JupyterLite site keeps its contents: the files below
 * {@code files/}, and for each folder a listing {@code api/contents/FOLDER/all.json}, because there
 * is no server that could be asked. A listing is what Jupyter's contents API answers for a folder.
 *
 * <p>Format: <a href="https://jupyterlite.readthedocs.io/en/stable/howto/content/files.html">Adding
 * content</a>. The time of every file is the same, so that nothing changes but what has changed.
 */
public final class LiteContents {
  private static final Json.Text LONG_AGO = new Json.Text("1980-01-01T00:00:00Z");
  private static final Json NOTHING = new Json.Nothing();

  // What lessons carry; of any other file the browser finds out itself.
  private static final Map<String, String> TYPES =
      Map.of(
          "csv", "text/csv",
          "gif", "image/gif",
          "jpg", "image/jpeg",
          "json", "application/json",
          "png", "image/png",
          "py", "text/x-python",
          "svg", "image/svg+xml",
          "tsv", "text/tab-separated-values",
          "txt", "text/plain");

  private final SortedMap<String, SortedMap<String, Json>> folders = new TreeMap<>();

  private LiteContents() {}

  /** The same files where JupyterLite looks for them, and the listings of their folders. */
  public static SortedMap<OutputPath, OutputFile> of(SortedMap<OutputPath, OutputFile> files) {
    LiteContents contents = new LiteContents();
    SortedMap<OutputPath, OutputFile> result = new TreeMap<>();
    contents.folder("");
    for (OutputFile file : files.values()) {
      OutputPath path = OutputPath.of("files/" + file.path());
      result.put(
          path,
          file instanceof OutputFile.Copy copy
              ? new OutputFile.Copy(path, copy.from())
              : new OutputFile.Text(path, ((OutputFile.Text) file).content()));
      contents.add(file);
    }
    contents.folders.forEach(
        (folder, entries) -> {
          String place = "api/contents/" + (folder.isEmpty() ? "" : folder + "/") + "all.json";
          OutputPath path = OutputPath.of(place);
          result.put(path, new OutputFile.Text(path, listing(folder, entries)));
        });
    return result;
  }

  private void add(OutputFile file) {
    String path = file.path().value();
    boolean notebook = path.endsWith(".ipynb");
    Map<String, Json> facts = facts(path, notebook ? "notebook" : "file");
    facts.put("size", size(file));
    String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
    facts.put("mimetype", type.isEmpty() ? NOTHING : new Json.Text(type));
    folder(parent(path)).put(name(path), new Json.Members(facts));
  }

  private SortedMap<String, Json> folder(String path) {
    SortedMap<String, Json> known = folders.get(path);
    if (known != null) {
      return known;
    }
    SortedMap<String, Json> entries = new TreeMap<>();
    folders.put(path, entries);
    if (!path.isEmpty()) {
      Map<String, Json> facts = facts(path, "directory");
      folder(parent(path)).put(name(path), new Json.Members(facts));
    }
    return entries;
  }

  private static Map<String, Json> facts(String path, String type) {
    Map<String, Json> facts = new LinkedHashMap<>();
    facts.put("content", NOTHING);
    facts.put("created", LONG_AGO);
    facts.put("format", NOTHING);
    facts.put("last_modified", LONG_AGO);
    facts.put("mimetype", NOTHING);
    facts.put("name", new Json.Text(name(path)));
    facts.put("path", new Json.Text(path));
    facts.put("size", NOTHING);
    facts.put("type", new Json.Text(type));
    facts.put("writable", new Json.Truth(true));
    return facts;
  }

  private static String listing(String folder, SortedMap<String, Json> entries) {
    List<Json> content = new ArrayList<>(entries.values());
    Map<String, Json> facts = facts(folder, "directory");
    facts.put("content", new Json.Items(content));
    facts.put("format", new Json.Text("json"));
    return JsonWriter.write(new Json.Members(facts)) + "\n";
  }

  private static Json size(OutputFile file) {
    if (file instanceof OutputFile.Text text) {
      return Json.of(text.content().getBytes(StandardCharsets.UTF_8).length);
    }
    try {
      return Json.of(Files.size(((OutputFile.Copy) file).from()));
    } catch (IOException e) {
      return NOTHING; // whoever reads it next says what is wrong
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
