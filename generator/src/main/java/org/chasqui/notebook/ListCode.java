package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;

/** Finds the code blocks that stand in lists. Notebooks show them as part of the list. */
final class ListCode {
  private static final Pattern OPENING =
      Pattern.compile("([ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*)(`{3,}|~{3,})([^\\n`]*)");

  private ListCode() {}

  /** The code blocks in the lists of some prose; offsets are those of the whole text. */
  static List<Block> in(String text, Block.Prose prose) {
    List<Block> found = new ArrayList<>();
    int at = text.lastIndexOf('\n', Math.max(0, prose.start() - 1)) + 1;
    while (at < prose.end()) {
      int end = lineEnd(text, at, prose.end());
      Matcher opening = OPENING.matcher(text).region(at, end);
      if (opening.matches()) {
        end = close(text, end, prose.end(), opening);
        code(text, at, end, opening).ifPresent(found::add);
      }
      at = end + 1;
    }
    return found;
  }

  private static int lineEnd(String text, int from, int limit) {
    int end = text.indexOf('\n', from);
    return end < 0 || end > limit ? limit : end;
  }

  private static int close(String text, int from, int limit, Matcher opening) {
    int end = from;
    while (end < limit) {
      int line = end + 1;
      end = lineEnd(text, Math.min(line, limit), limit);
      String said = text.substring(Math.min(line, end), end).strip();
      if (said.startsWith(opening.group(2)) && said.replace(said.substring(0, 1), "").isEmpty()) {
        return end;
      }
    }
    return end;
  }

  private static java.util.Optional<Block> code(String text, int at, int end, Matcher opening) {
    int indent = opening.group(1).length();
    StringBuilder alone = new StringBuilder();
    text.substring(at + indent, end)
        .lines()
        .forEach(line -> alone.append(alone.isEmpty() ? line : without(line, indent)).append('\n'));
    return Markdown.blocks(alone.toString()).stream()
        .filter(Block.Code.class::isInstance)
        .map(Block.Code.class::cast)
        .findFirst()
        .map(c -> new Block.Code(at, end, c.language(), c.cell(), c.attributes(), c.code()));
  }

  private static String without(String line, int indent) {
    int stop = 0;
    while (stop < Math.min(indent, line.length()) && line.charAt(stop) == ' ') {
      stop++;
    }
    return line.substring(stop);
  }
}
