package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments in a code block: the only part of code that is translated. */
final class CodeComments {
  private static final Set<String> LANGUAGES =
      Set.of(
          "python",
          "python3",
          "py",
          "ipython3",
          "r",
          "bash",
          "sh",
          "shell",
          "zsh",
          "sql",
          "javascript",
          "js",
          "typescript",
          "ts",
          "java",
          "c",
          "cpp",
          "c++",
          "yaml",
          "yml",
          "toml",
          "dockerfile",
          "docker");
  private static final Pattern OPENER =
      Pattern.compile("#+'?[ \\t]*|//+[ \\t]*|--+[ \\t]*|/\\*+[ \\t]*");
  // Comments that programs read.
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "#!.*|#\\|.*|# ?%%.*|# ?(?:noqa|type:|pylint:|fmt:|nolint|shellcheck ).*|#>.*");

  private CodeComments() {}

  /**
   * A comment or a run of them.
   *
   * @param start where its text begins in the document
   * @param end where it ends
   * @param message its text, lines without their signs
   * @param prefix what further lines begin with
   * @param block whether it stands between two signs
   */
  record Comment(int start, int end, String message, String prefix, boolean block) {}

  static List<Comment> of(CodeFence fence, String text) {
    Optional<Lexer> lexer = Lexers.of(fence.language());
    String wish = fence.attributes().getOrDefault("i18n", "");
    if (lexer.isEmpty()
        || !LANGUAGES.contains(fence.language())
        || wish.equals("none")
        || wish.equals("off")) {
      return List.of();
    }
    return new Finder(fence, text).find(lexer.get());
  }

  private static final class Finder {
    private final String text;
    private final StringBuilder code = new StringBuilder();
    private final List<int[]> places = new ArrayList<>();
    private final List<Comment> found = new ArrayList<>();
    private final List<int[]> run = new ArrayList<>();

    Finder(CodeFence fence, String text) {
      this.text = text;
      for (BasedSequence line : fence.lines()) {
        places.add(new int[] {code.length(), line.getStartOffset()});
        code.append(line);
      }
    }

    List<Comment> find(Lexer lexer) {
      String all = code.toString();
      lexer.tokens(
          all,
          (kind, start, end) -> {
            if (kind == 'c') {
              comment(all, start, end);
            }
          });
      finishRun();
      return found;
    }

    // A place in the code as a place in the document.
    private int place(int offset) {
      int low = 0;
      int high = places.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (places.get(middle)[0] <= offset) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return places.get(low)[1] + offset - places.get(low)[0];
    }

    private void comment(String all, int from, int to) {
      int end = to;
      while (end > from && Character.isWhitespace(all.charAt(end - 1))) {
        end--;
      }
      int start = from;
      while (start < end && Character.isWhitespace(all.charAt(start))) {
        start++;
      }
      String comment = all.substring(start, end);
      Matcher opener = OPENER.matcher(comment);
      if (!opener.lookingAt() || DIRECTIVE.matcher(comment).matches()) {
        finishRun();
        return;
      }
      if (comment.startsWith("/*")) {
        block(start + opener.end(), comment.endsWith("*/") ? end - 2 : end);
        return;
      }
      int textStart = start + opener.end();
      if (!continuesRun(all, start, textStart)) {
        finishRun();
      }
      if (Message.hasWords(all.substring(textStart, end))) {
        run.add(new int[] {start, textStart, end});
      } else {
        finishRun();
      }
    }

    // The next line of a run: alone on its line, as far in as the one above, with the same signs.
    private boolean continuesRun(String all, int start, int textStart) {
      if (run.isEmpty()) {
        return true;
      }
      int[] last = run.get(run.size() - 1);
      int line = all.lastIndexOf('\n', start) + 1;
      int lastLine = all.lastIndexOf('\n', last[0]) + 1;
      return all.substring(line, start).isBlank()
          && all.substring(lastLine, last[0]).isBlank()
          && line == all.indexOf('\n', last[2]) + 1
          && all.substring(line, textStart).equals(all.substring(lastLine, last[1]));
    }

    private void finishRun() {
      if (run.isEmpty()) {
        return;
      }
      int start = place(run.get(0)[1]);
      int end = place(run.get(run.size() - 1)[2]);
      StringBuilder message = new StringBuilder();
      for (int[] line : run) {
        message.append(message.isEmpty() ? "" : "\n").append(code, line[1], line[2]);
      }
      String prefix =
          run.size() > 1
              ? text.substring(lineStart(place(run.get(1)[1])), place(run.get(1)[1]))
              : "# ";
      if (run.size() == 1) {
        int lineStart = lineStart(start);
        prefix = text.substring(lineStart, start);
        if (!prefix.isBlank() && !OPENER.matcher(prefix.strip() + " ").matches()) {
          prefix = " ";
        }
      }
      found.add(new Comment(start, end, normal(message.toString()), prefix, false));
      run.clear();
    }

    private void block(int from, int to) {
      finishRun();
      String inner = code.substring(from, Math.max(from, to));
      int end = from + inner.stripTrailing().length();
      if (!Message.hasWords(inner)) {
        return;
      }
      String[] lines = inner.stripTrailing().split("\n", -1);
      StringBuilder message = new StringBuilder(lines[0].strip());
      String prefix = " ";
      for (int i = 1; i < lines.length; i++) {
        Matcher lead = Pattern.compile("[ \\t]*(?:\\*[ \\t]?)?").matcher(lines[i]);
        String sign = lead.lookingAt() ? lead.group() : "";
        prefix = i == 1 ? sign : prefix;
        message.append('\n').append(lines[i].substring(sign.length()).strip());
      }
      found.add(new Comment(place(from), place(end), normal(message.toString()), prefix, true));
    }

    private int lineStart(int offset) {
      int at = offset;
      while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
        at--;
      }
      return at;
    }

    private static String normal(String message) {
      return Normalizer.normalize(message.replace("\r", ""), Normalizer.Form.NFC);
    }
  }
}
