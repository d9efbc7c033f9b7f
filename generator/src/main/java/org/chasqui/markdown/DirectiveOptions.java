package org.chasqui.markdown;

import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Nodes.DirectiveBlock;

/**
 * Reads the options of a MyST directive whose inside is Markdown, line by line: {@code :key:
 * value}, or {@code key: value} between lines of three dashes.
 */
final class DirectiveOptions {
  private static final Pattern YAML = Pattern.compile("([\\w-]+):(?:[ \\t]+(.*))?");
  // Who writes more has not written options.
  private static final int MOST_LINES = 40;
  private static final int LONGEST_LINE = 2_000;

  private final DirectiveBlock block;
  private boolean open;
  private boolean begun;
  // Where the line begins that ends the options in YAML; -1 if they are not written so.
  private int yamlEnd = -1;

  DirectiveOptions(DirectiveBlock block) {
    this.block = block;
    this.open = block.opening.myst();
  }

  /** Whether a line was one of options. */
  boolean read(ParserState state) {
    open = open && (yaml(state) || colons(state));
    return open;
  }

  private boolean colons(ParserState state) {
    BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex());
    Optional<DirectiveSyntax.Option> option =
        line.startsWith(":")
            ? DirectiveSyntax.option(line, line.getStartOffset())
            : Optional.empty();
    option.ifPresent(block.options::add);
    return option.isPresent();
  }

  private boolean yaml(ParserState state) {
    BasedSequence line = state.getLine();
    BasedSequence text = line.subSequence(state.getNextNonSpaceIndex()).trimEnd();
    if (!begun) {
      begun = true;
      boolean dashes = text.toString().equals("---");
      int next = state.getLineWithEOL().getEndOffset();
      yamlEnd = dashes ? end(line.getBaseSequence(), next) : -1;
      return yamlEnd >= 0;
    }
    if (line.getStartOffset() > yamlEnd) {
      return false;
    }
    Matcher matcher = YAML.matcher(text.toString());
    if (matcher.matches()) {
      block.options.add(DirectiveSyntax.option(matcher, text.getStartOffset()));
    }
    return true;
  }

  // Where the last line of dashes ends, or -1 if what follows is no options: then it is text.
  private static int end(BasedSequence text, int from) {
    int at = from;
    for (int lines = 0; lines < MOST_LINES && at < text.length(); lines++) {
      int found = text.indexOf('\n', at);
      int end = found < 0 ? text.length() : found;
      String line = text.subSequence(at, Math.min(end, at + LONGEST_LINE)).toString().strip();
      if (line.equals("---")) {
        return end;
      }
      if (!line.isEmpty() && !line.startsWith("#") && !YAML.matcher(line).matches()) {
        return -1;
      }
      at = end + 1;
    }
    return -1;
  }
}
