package org.chasqui.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SiteWeight;
import org.chasqui.site.SiteWeight.Content;
import org.chasqui.site.SiteWeight.FileWeight;
import org.chasqui.site.SiteWeight.Kind;
import org.chasqui.site.SiteWeight.PageWeight;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of an earlier deployment: the folder in which it lies, or {@code weight.json},
 * which a build with {@code --weight} leaves.
 *
 * <p>The file holds, by path, of each file its kind, the bytes sent and a hash of its content, and
 * of each page what it loads, how many requests that takes and a hash of each part of it.
 */
public final class Deployment {
  /** Where the file lies. */
  public static final OutputPath FILE = OutputPath.of("weight.json");

  private static final int SCHEMA = 1;

  private Deployment() {}

  /** The file that tells the next build what this one weighs. */
  public static OutputFile.Text file(SiteWeight weight) {
    Map<String, Object> files = new LinkedHashMap<>();
    weight
        .files()
        .forEach(
            (path, file) ->
                files.put(path.value(), List.of(file.kind().id(), file.bytes(), file.hash())));
    Map<String, Object> pages = new LinkedHashMap<>();
    weight
        .pages()
        .forEach(
            (path, page) -> {
              Map<String, Object> told = new LinkedHashMap<>();
              Content content = page.content();
              told.put("requests", page.requests());
              told.put("loads", page.loads().stream().map(OutputPath::value).toList());
              told.put(
                  "content",
                  List.of(content.words(), content.text(), content.around(), content.head()));
              pages.put(path.value(), told);
            });
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    all.put("files", files);
    all.put("pages", pages);
    return new OutputFile.Text(FILE, JsonMapper.shared().writeValueAsString(all) + "\n");
  }

  /**
   * What an earlier deployment weighed.
   *
   * @param place a folder with a finished site, or a {@code weight.json}
   * @throws RunStopped.Usage if it is neither
   */
  public static SiteWeight read(Path place, SiteConfig config) {
    try {
      return Files.isDirectory(place) ? folder(place, config) : manifest(Files.readString(place));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw neither(place);
    }
  }

  private static RunStopped.Usage neither(Path place) {
    return new RunStopped.Usage(
        place
            + " is no folder with a finished site and no weight.json of one. '--weight-since' wants"
            + " what was deployed last.");
  }

  private static SiteWeight folder(Path folder, SiteConfig config) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (OutputPath.isSafe(path)) {
          files.add(new OutputFile.Copy(OutputPath.of(path), file));
        }
      }
    }
    SiteWeight weight = new Weigher(config, files).weigh();
    if (weight.pages().isEmpty()) {
      throw neither(folder);
    }
    return weight;
  }

  private static SiteWeight manifest(String json) {
    JsonNode root = JsonMapper.shared().readTree(json);
    if (root.path("schema").asInt(0) != SCHEMA) {
      throw new IllegalArgumentException("schema");
    }
    TreeMap<OutputPath, FileWeight> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("files").properties()) {
      JsonNode told = entry.getValue();
      Kind kind = Kind.valueOf(told.path(0).asString("").toUpperCase(Locale.ROOT));
      FileWeight file = new FileWeight(kind, told.path(1).asLong(0), told.path(2).asString(""));
      files.put(OutputPath.of(entry.getKey()), file);
    }
    TreeMap<OutputPath, PageWeight> pages = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("pages").properties()) {
      JsonNode told = entry.getValue();
      List<OutputPath> loads = new ArrayList<>();
      told.path("loads").forEach(load -> loads.add(OutputPath.of(load.asString(""))));
      JsonNode content = told.path("content");
      Content parts =
          new Content(
              content.path(0).asString(""),
              content.path(1).asString(""),
              content.path(2).asString(""),
              content.path(3).asString(""));
      pages.put(
          OutputPath.of(entry.getKey()),
          new PageWeight(loads, told.path("requests").asInt(0), parts));
    }
    return new SiteWeight(files, pages);
  }
}
