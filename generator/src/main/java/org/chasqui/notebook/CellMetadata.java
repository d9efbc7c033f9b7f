package org.chasqui.notebook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.markdown.Block;

/**
 * What a code cell's metadata say: the author's tags, what JupyterLab folds away because of them,
 * and what nbgrader wants to know.
 *
 * <p>An author writes {@code :nbgrader: solution}, {@code tests}, {@code manual} or {@code
 * read-only}, and {@code :points: 2}. Metadata of nbgrader: <a
 * href="https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html">Cell
 * metadata</a>, schema version 3.
 */
final class CellMetadata {
  private static final int NBGRADER_SCHEMA = 3;
  private static final List<String> CLASSES_THAT_ARE_TAGS =
      List.of(
          "hide-cell",
          "hide-input",
          "hide-output",
          "remove-cell",
          "remove-input",
          "remove-output",
          "raises-exception",
          "skip-execution");
  private static final Set<String> SOURCE_HIDDEN =
      Set.of("hide-cell", "hide-input", "remove-cell", "remove-input");
  private static final Set<String> OUTPUTS_HIDDEN =
      Set.of("hide-cell", "hide-output", "remove-cell", "remove-output");

  private CellMetadata() {}

  /** The metadata of a cell. */
  static Json.Members of(Block.Code code, String id, boolean forLearners) {
    if (code.attributes().isEmpty()) {
      return Json.empty();
    }
    Map<String, Json> metadata = new HashMap<>();
    TreeSet<String> tags = new TreeSet<>(tags(code.attributes()));
    if (!tags.isEmpty()) {
      metadata.put("tags", new Json.Items(tags.stream().map(Json::of).toList()));
    }
    Map<String, Json> jupyter = new HashMap<>();
    if (tags.stream().anyMatch(SOURCE_HIDDEN::contains)) {
      jupyter.put("source_hidden", new Json.Truth(true));
    }
    if (tags.stream().anyMatch(OUTPUTS_HIDDEN::contains)) {
      jupyter.put("outputs_hidden", new Json.Truth(true));
    }
    if (!jupyter.isEmpty()) {
      metadata.put("jupyter", new Json.Members(jupyter));
    }
    nbgrader(metadata, code.attributes(), id, forLearners);
    return new Json.Members(metadata);
  }

  // Tags are the author's, whatever they say; of classes only those that mean something to Jupyter.
  private static Set<String> tags(Map<String, String> attributes) {
    Set<String> tags = new TreeSet<>(Boxes.flags(attributes));
    tags.retainAll(CLASSES_THAT_ARE_TAGS);
    Arrays.stream(attributes.getOrDefault("tags", "").split("[\\s,\\[\\]\"']+"))
        .filter(tag -> !tag.isEmpty())
        .forEach(tags::add);
    return tags;
  }

  private static void nbgrader(
      Map<String, Json> metadata, Map<String, String> attributes, String id, boolean forLearners) {
    String kind = attributes.getOrDefault("nbgrader", "").strip().toLowerCase(Locale.ROOT);
    if (!Set.of("solution", "tests", "manual", "read-only").contains(kind)) {
      return;
    }
    boolean graded = kind.equals("tests") || kind.equals("manual");
    boolean locked = kind.equals("tests") || kind.equals("read-only");
    Map<String, Json> members = new HashMap<>();
    members.put("grade", new Json.Truth(graded));
    members.put("grade_id", Json.of(id));
    members.put("locked", new Json.Truth(locked));
    members.put("schema_version", Json.of(NBGRADER_SCHEMA));
    members.put("solution", new Json.Truth(kind.equals("solution") || kind.equals("manual")));
    members.put("task", new Json.Truth(false));
    String points = attributes.getOrDefault("points", "1").strip();
    if (graded && points.matches("\\d{1,9}")) {
      members.put("points", Json.of(Long.parseLong(points)));
    }
    metadata.put("nbgrader", new Json.Members(members));
    if (forLearners) {
      metadata.put("deletable", new Json.Truth(false));
      if (locked) {
        metadata.put("editable", new Json.Truth(false));
      }
    }
  }
}
