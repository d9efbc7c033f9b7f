package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Code spans in linear time. flexmark looks for the closing backticks of each opening run to the
 * end of the paragraph; this remembers where the last run of each length stands, and looks no
 * further.
 */
final class CodeSpans implements InlineParserExtension {
  private @Nullable BasedSequence input;
  private String text = "";
  private final Map<Integer, Integer> lastOfLength = new HashMap<>();

  @Override
  public boolean parse(LightInlineParser parser) {
    BasedSequence now = parser.getInput();
    if (now != input) {
      input = now;
      text = ((LinearInlines) parser).text();
      index();
    }
    int start = parser.getIndex();
    int open = runEnd(start);
    int length = open - start;
    int close = closing(open, length);
    if (close < 0) {
      parser.appendText(now.subSequence(start, open));
    } else {
      parser.flushTextNode();
      parser.appendNode(
          new Code(
              now.subSequence(start, open),
              now.subSequence(open, close),
              now.subSequence(close, close + length)));
      open = close + length;
    }
    parser.setIndex(open);
    return true;
  }

  private void index() {
    lastOfLength.clear();
    int at = text.indexOf('`');
    while (at >= 0) {
      int end = runEnd(at);
      lastOfLength.put(end - at, at);
      at = text.indexOf('`', end);
    }
  }

  private int runEnd(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private int closing(int from, int length) {
    int last = lastOfLength.getOrDefault(length, -1);
    int at = last < from ? -1 : text.indexOf('`', from);
    while (at >= 0 && at <= last) {
      int end = runEnd(at);
      if (end - at == length) {
        return at;
      }
      at = text.indexOf('`', end);
    }
    return -1;
  }

  @Override
  public void finalizeDocument(InlineParser parser) {}

  @Override
  public void finalizeBlock(InlineParser parser) {}
}
