package org.chasqui.kernels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.ipynb.CellOutput;
import org.chasqui.site.CodeCell;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that goes to the driver and comes from it; the cache keeps the answer as it came. */
final class Wire {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Wire() {}

  /** The job as one line. */
  static String job(Program program, RunLimits limits, Map<String, Object> places) {
    Map<String, Object> job = new LinkedHashMap<>(places);
    job.put("kernel", program.code().kernel());
    job.put("network", limits.network());
    job.put("memory", limits.megabytes());
    job.put("cellSeconds", limits.cell().toSeconds());
    job.put("notebookSeconds", limits.notebook().toSeconds());
    job.put("cells", program.code().cells().stream().map(Wire::cell).toList());
    return JSON.writeValueAsString(job);
  }

  private static Map<String, Object> cell(CodeCell cell) {
    return Map.of("code", cell.code(), "mayFail", cell.mayFail());
  }

  /** A value as JSON for people to read. */
  static String pretty(Object value) {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(value)
        .replace(System.lineSeparator(), "\n");
  }

  /** The value of a JSON text, if it is one. */
  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The answer, if it is whole. */
  static Optional<Run> run(List<String> lines) {
    List<Run.Cell> cells = new ArrayList<>();
    for (String line : lines) {
      Optional<JsonNode> message = parse(line);
      if (message.isEmpty()) {
        continue; // a library that prints on the wrong channel
      }
      JsonNode node = message.get();
      if (node.has("outputs")) {
        cells.add(cell(node));
      } else if (node.has("end")) {
        return end(node.path("end").asString("")).map(end -> run(end, cells, node));
      }
    }
    return Optional.empty();
  }

  private static Run run(Run.End end, List<Run.Cell> cells, JsonNode node) {
    return new Run(
        end,
        cells,
        node.path("cell").asInt(-1),
        node.path("why").asString(""),
        node.path("isolated").asBoolean(false),
        false);
  }

  private static Optional<Run.End> end(String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Run.End end : Run.End.values()) {
      if (end.name().equals(name)) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  private static Run.Cell cell(JsonNode node) {
    List<CellOutput> outputs = new ArrayList<>();
    node.path("outputs").forEach(output -> outputs.add(output(output)));
    List<Run.Frame> frames = new ArrayList<>();
    node.path("frames")
        .forEach(frame -> frames.add(new Run.Frame(frame.path(0).asInt(), frame.path(1).asInt())));
    return new Run.Cell(outputs, frames);
  }

  private static CellOutput output(JsonNode node) {
    return switch (node.path("type").asString("")) {
      case "stream" -> new CellOutput.Stream(text(node, "name"), text(node, "text"));
      case "error" ->
          new CellOutput.Failure(
              text(node, "name"), text(node, "message"), text(node, "traceback"));
      default -> {
        TreeMap<String, String> data = new TreeMap<>();
        node.path("data")
            .properties()
            .forEach(entry -> data.put(entry.getKey(), entry.getValue().asString("")));
        yield new CellOutput.Data(text(node, "type").equals("result"), data);
      }
    };
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }
}
