package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads fenced code as flexmark does, but joins many lines, as they stand in a quotation or a list,
 * with {@link LineText}.
 */
final class LongCode extends FencedCodeBlockParser {
  // The first is what follows the fence.
  private final List<BasedSequence> lines = new ArrayList<>();

  LongCode(DataHolder options, char mark, int run, int indent, int at) {
    super(options, mark, run, indent, at);
  }

  @Override
  public void addLine(ParserState state, BasedSequence line) {
    lines.add(line);
    super.addLine(state, line);
  }

  @Override
  public void closeBlock(ParserState state) {
    if (lines.size() <= LineText.MANY) {
      super.closeBlock(state);
      return;
    }
    FencedCodeBlock block = (FencedCodeBlock) getBlock();
    BasedSequence info = lines.get(0);
    if (!info.isBlank()) {
      block.setInfo(info.trim());
    }
    List<BasedSequence> code = lines.subList(1, lines.size());
    block.setContent(info, code);
    block.appendChild(new Text(LineText.joined(code)));
    int end = code.get(code.size() - 1).getEndOffset();
    int close = block.getClosingMarker().isNull() ? end : block.getClosingMarker().getEndOffset();
    BasedSequence document = info.getBaseSequence();
    block.setChars(
        document.subSequence(block.getOpeningMarker().getStartOffset(), Math.max(end, close)));
  }
}
