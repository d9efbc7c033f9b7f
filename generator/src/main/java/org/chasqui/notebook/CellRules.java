package org.chasqui.notebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.markdown.Block;
import org.chasqui.site.Body;
import org.chasqui.site.Lesson;
import org.chasqui.site.Site;

/** What is wrong with the code of a cell that learners are to run in a hub. */
final class CellRules {
  private static final int LONGEST = 100_000;

  private static final Pattern DATA =
      Pattern.compile("[\"']((?:\\./)?data/[\\w./-]*\\w\\.\\w+)[\"']");
  private static final Pattern WRITES =
      Pattern.compile("[\"'](?:w|a|x|wb|ab|xb|w\\+)[\"']|\\bto_|save|write|dump|>|urlretrieve");

  private final Site site;
  private final Diagnostics diagnostics;

  CellRules(Site site, Diagnostics diagnostics) {
    this.site = site;
    this.diagnostics = diagnostics;
  }

  /** Looks at one code block of a lesson that is a cell. */
  void check(Lesson lesson, Body body, Block.Code code) {
    List<SourceSpan> lines = CodeLines.of(body, code);
    if (code.code().length() > LONGEST) {
      diagnostics.add(
          Diagnostic.warning(
                  "cell-too-large",
                  lines.get(0),
                  "This code cell has more than " + LONGEST + " characters.")
              .help("Put what is data into a file below data/ and let the code read it."));
    }
    SolutionRegions.unclosed(code.code()).ifPresent(line -> unclosed(at(lines, line)));
    List<String> written = code.code().lines().toList();
    for (int i = 0; i < written.size(); i++) {
      Matcher data = DATA.matcher(written.get(i));
      if (data.find() && !WRITES.matcher(written.get(i)).find()) {
        data(lesson, part(lines, i, data.start(1), data.end(1)), data.group(1));
      }
    }
  }

  private static SourceSpan at(List<SourceSpan> lines, int line) {
    return lines.get(Math.min(line, lines.size() - 1));
  }

  private static SourceSpan part(List<SourceSpan> lines, int line, int from, int to) {
    SourceSpan span = at(lines, line);
    return line < lines.size() && span.start() + to <= span.end()
        ? new SourceSpan(span.file(), span.start() + from, span.start() + to)
        : span;
  }

  private void unclosed(SourceSpan span) {
    diagnostics.add(
        Diagnostic.error(
                "solution-region-unclosed", span, "Nothing ends what begins here in this cell.")
            .help(
                "Write a comment with END SOLUTION, or END HIDDEN TESTS, in the same cell; until"
                    + " then the rest of the cell is withheld from learners."));
  }

  private void data(Lesson lesson, SourceSpan span, String path) {
    Set<String> there =
        site.assets().values().stream()
            .flatMap(asset -> LessonFiles.beside(lesson, asset).stream())
            .collect(Collectors.toSet());
    String wanted = path.startsWith("./") ? path.substring(2) : path;
    if (there.contains(wanted)) {
      return;
    }
    Optional<String> meant = Suggestion.didYouMean(wanted, there.stream().sorted().toList());
    diagnostics.add(
        Diagnostic.warning("cell-data-missing", span, "This lesson has no file '" + wanted + "'.")
            .help(meant.orElse("Put it into the lesson's folder, or correct the name.")));
  }
}
