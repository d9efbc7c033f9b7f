package org.chasqui.kernels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.ipynb.OutputText;
import org.chasqui.site.CodeCell;
import tools.jackson.databind.JsonNode;

/**
 * What the code of an episode gave, to be kept beside the lesson and shown on its page where there
 * is no Jupyter: Markdown for each cell, found again by a hash of its code.
 */
public final class Recording {
  private static final int HASH = 16;
  private static final List<String> HIDDEN = List.of("hide-output", "remove-output", "remove-cell");

  private final Map<String, String> shown = new LinkedHashMap<>();
  private final SortedMap<String, byte[]> pictures = new TreeMap<>();

  /** Takes what a run gave. */
  public void add(Program program, Run run, Diagnostics diagnostics) {
    for (int i = 0; i < run.cells().size(); i++) {
      CodeCell cell = program.code().cells().get(i);
      String key = hash(cell.code());
      if (cell.flags().stream().noneMatch(HIDDEN::contains)
          && (!program.withSolutions() || cell.solution())) {
        String text = markdown(cell, run.cells().get(i), diagnostics);
        if (!text.isBlank()) {
          shown.merge(key, text, (first, again) -> first);
        }
      }
    }
  }

  private String markdown(CodeCell cell, Run.Cell ran, Diagnostics diagnostics) {
    boolean written = cell.output().isPresent() || cell.error().isPresent();
    OutputText.Part part = written ? OutputText.Part.WITHOUT_TEXT : OutputText.Part.ALL;
    String alt = OutputText.alt(cell.code());
    return OutputText.of(
        ran.outputs(),
        part,
        alt,
        (ending, bytes) -> {
          if (alt.isBlank()) {
            diagnostics.add(
                Diagnostic.warning(
                        "output-alt", cell.place(), "The picture that this cell draws has no text.")
                    .help("Say what it shows in the cell: #| fig-alt: …"));
          }
          String path = "outputs/" + hash(bytes) + "." + ending;
          pictures.put(path, bytes);
          return path;
        });
  }

  /** The pictures, by path below the lesson's folder. */
  public SortedMap<String, byte[]> pictures() {
    return pictures;
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /** The text of the file. */
  public String text() {
    List<Map<String, String>> cells = new ArrayList<>();
    shown.forEach((code, text) -> cells.add(new TreeMap<>(Map.of("code", code, "output", text))));
    return Wire.pretty(Map.of("cells", cells)) + "\n";
  }

  /** For the code of each cell what is recorded, read back from the text of the file. */
  public static Map<String, String> read(String text) {
    Map<String, String> found = new HashMap<>();
    for (JsonNode cell : Wire.parse(text).map(node -> node.path("cells")).stream().toList()) {
      cell.forEach(
          each -> found.put(each.path("code").asString(""), each.path("output").asString("")));
    }
    return found;
  }

  /** By what the code of a cell is found again. */
  public static String hash(String code) {
    return hash(code.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
