package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads emphasis: which runs of stars, underscores and tildes belong together. */
class EmphasisInlines extends LinearInlines {
  EmphasisInlines(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiters,
      LinkRefProcessorData references,
      List<InlineParserExtensionFactory> extensions) {
    super(options, specialCharacters, delimiterCharacters, delimiters, references, extensions);
  }

  @Override
  protected boolean parseDelimiters(DelimiterProcessor processor, char mark) {
    String chars = text();
    int end = index;
    while (end < chars.length() && chars.charAt(end) == mark) {
      end++;
    }
    if (end - index < processor.getMinLength()) {
      return false;
    }
    Emphasis.Sides sides = Emphasis.Sides.of(processor, chars, index, end);
    if (!sides.opens() && !sides.closes() && processor.skipNonOpenerCloser()) {
      return false;
    }
    Text node = appendSeparateText(input.subSequence(index, end));
    Delimiter before = lastDelimiter;
    lastDelimiter =
        new Emphasis.Run(
            input, node, mark, sides.opens(), sides.closes(), before, index, end - index);
    if (before != null) {
      before.setNext(lastDelimiter);
    }
    index = end;
    return true;
  }

  @Override
  public void processDelimiters(@Nullable Delimiter stackBottom) {
    if (lastDelimiter == null || lastDelimiter == stackBottom) {
      return;
    }
    Emphasis.Bottoms bottoms = new Emphasis.Bottoms();
    Delimiter closer = lastDelimiter;
    while (closer.getPrevious() != null && closer.getPrevious() != stackBottom) {
      closer = closer.getPrevious();
    }
    while (closer != null) {
      closer = closer.canClose() ? close(closer, stackBottom, bottoms) : closer.getNext();
    }
    while (lastDelimiter != null && lastDelimiter != stackBottom) {
      removeDelimiterKeepNode(lastDelimiter);
    }
  }

  // Returns the run to go on with.
  private @Nullable Delimiter close(
      Delimiter closer, @Nullable Delimiter stackBottom, Emphasis.Bottoms bottoms) {
    DelimiterProcessor processor = delimiterProcessors.get(closer.getDelimiterChar());
    if (processor == null) {
      return closer.getNext();
    }
    int bottom = bottoms.of(closer);
    Delimiter opener = closer.getPrevious();
    int use = 0;
    while (opener != null && opener != stackBottom && opener.getStartIndex() > bottom) {
      if (opener.canOpen() && opener.getDelimiterChar() == processor.getOpeningCharacter()) {
        use = Emphasis.use(processor, opener, closer);
        if (use > 0) {
          return pair(processor, opener, closer, use);
        }
      }
      opener = opener.getPrevious();
    }
    Delimiter next = closer.getNext();
    bottoms.set(closer, closer.getPrevious());
    if (!closer.canOpen()) {
      removeDelimiterKeepNode(closer);
    }
    return next;
  }

  private @Nullable Delimiter pair(
      DelimiterProcessor processor, Delimiter opener, Delimiter closer, int use) {
    removeDelimitersBetween(opener, closer);
    processor.process(opener, closer, use);
    opener.setNumDelims(opener.getNumDelims() - use);
    closer.setNumDelims(closer.getNumDelims() - use);
    if (opener.getNumDelims() == 0) {
      removeDelimiterAndNode(opener);
    } else {
      opener.getNode().setChars(opener.getNode().getChars().subSequence(0, opener.getNumDelims()));
    }
    Delimiter next = closer;
    if (closer.getNumDelims() == 0) {
      next = closer.getNext();
      removeDelimiterAndNode(closer);
    } else {
      BasedSequence chars = closer.getNode().getChars();
      closer.getNode().setChars(chars.subSequence(chars.length() - closer.getNumDelims()));
      closer.setIndex(closer.getIndex() + use);
    }
    return next;
  }
}
