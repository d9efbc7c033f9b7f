package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.load.Schemas;
import org.chasqui.output.SingleFiles;
import org.chasqui.site.Taxonomy;

/** The JSON Schemas that editors read while somebody writes. */
public final class SchemaFiles {
  private SchemaFiles() {}

  /**
   * The schemas of a site, with the keys of its own taxonomies, by kind: {@code site}, {@code
   * post}.
   */
  public static Map<String, String> of(BuildRequest request) {
    var config = new SiteBuilder(request, new Diagnostics(), step -> {}).load().config();
    Map<String, String> schemas = new TreeMap<>();
    Schemas.all(config.arrangement().taxonomies().stream().map(Taxonomy::key).toList())
        .forEach((name, text) -> schemas.put(name.replace(".schema.json", ""), text));
    return schemas;
  }

  /** The name of the file of a kind. */
  public static String file(String kind) {
    return kind + ".schema.json";
  }

  /** Writes schemas into a folder; what was there under their names is replaced. */
  public static void write(Path folder, Map<String, String> schemas) {
    Map<String, String> files = new TreeMap<>();
    schemas.forEach((kind, text) -> files.put(file(kind), text));
    SingleFiles.replace(folder, files);
  }
}
