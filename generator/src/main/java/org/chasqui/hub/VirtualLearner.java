package org.chasqui.hub;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a learner and Jupyter make of a notebook's bytes. Works on lines, because the bytes that we
 * publish are those that Jupyter writes: the keys of a cell stand three spaces in, its text four.
 */
final class VirtualLearner {
  private static final Pattern RUN =
      Pattern.compile(
          "(?m)^   \"execution_count\": null,$"
              + "((?:\\n(?!  \\}).*)*?)"
              + "\\n   \"outputs\": \\[\\],$");
  private static final String OUTPUTS =
      "\n   \"outputs\": [\n    {\n     \"name\": \"stdout\",\n     \"output_type\": \"stream\",\n"
          + "     \"text\": [\n      \"%1$d\\\\n\"\n     ]\n    }\n   ],";
  private static final Pattern LANGUAGE =
      Pattern.compile("(?m)^  \"language_info\": \\{\\n   \"name\": \"([^\"]*)\"\\n  \\}");
  private static final String LANGUAGE_RUN =
      "  \"language_info\": {\n   \"codemirror_mode\": {\n    \"name\": \"ipython\",\n"
          + "    \"version\": 3\n   },\n   \"file_extension\": \".py\",\n"
          + "   \"mimetype\": \"text/x-python\",\n   \"name\": \"$1\",\n"
          + "   \"nbconvert_exporter\": \"python\",\n   \"pygments_lexer\": \"ipython3\",\n"
          + "   \"version\": \"3.11.2\"\n  }";
  private static final Pattern END = Pattern.compile("(?m)^  \\}\\n \\],$");
  private static final String SCRATCH =
      "  },\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n"
          + "   \"id\": \"5c7a7c4e\",\n   \"metadata\": {},\n   \"outputs\": [],\n"
          + "   \"source\": []\n  }\n ],";

  private VirtualLearner() {}

  /** The learners, by name. */
  static Map<String, UnaryOperator<String>> all() {
    Map<String, UnaryOperator<String>> all = new TreeMap<>();
    all.put("ran-all", VirtualLearner::run);
    all.put("ran-all-and-added", notebook -> scratch(run(notebook)));
    return all;
  }

  /** Runs every cell, and saves. */
  static String run(String notebook) {
    Matcher cells = RUN.matcher(notebook);
    StringBuilder text = new StringBuilder();
    for (int count = 1; cells.find(); count++) {
      cells.appendReplacement(
          text,
          Matcher.quoteReplacement("   \"execution_count\": " + count + "," + cells.group(1))
              + OUTPUTS.formatted(count));
    }
    cells.appendTail(text);
    return LANGUAGE.matcher(text).replaceFirst(LANGUAGE_RUN);
  }

  /** Adds an empty cell at the end, as Shift and Enter in the last cell do. */
  static String scratch(String notebook) {
    return END.matcher(notebook).replaceFirst(Matcher.quoteReplacement(SCRATCH));
  }
}
