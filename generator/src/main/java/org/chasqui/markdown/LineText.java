package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SegmentedSequence;
import com.vladsch.flexmark.util.sequence.builder.IBasedSegmentBuilder;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a paragraph as one text whose characters know their places in the document. flexmark
 * joins lines in a list that grows by one at a time, which costs the square of their number.
 */
@SuppressWarnings("unchecked") // an unchecked signature of flexmark's, inherited
final class LineText extends SegmentedSequence {
  /** More lines than this are joined here; below it flexmark's own way costs nothing. */
  static final int MANY = 500;

  private final Lines lines;
  // Where this text begins in that of all lines.
  private final int from;
  private int last;

  private record Lines(BasedSequence[] pieces, int[] starts) {
    int at(int index) {
      int found = Arrays.binarySearch(starts, 0, pieces.length, index);
      return found >= 0 ? found : -found - 2;
    }
  }

  private LineText(Lines lines, int from, int to, int startOffset, int endOffset) {
    super(lines.pieces[0].getBaseSequence(), startOffset, endOffset, to - from);
    this.lines = lines;
    this.from = from;
    this.last = lines.at(from);
  }

  /** The text of lines, however many. */
  static BasedSequence joined(List<BasedSequence> lines) {
    if (lines.size() < 2) {
      return lines.isEmpty() ? BasedSequence.NULL : lines.get(0);
    }
    return lines.size() > MANY ? of(lines) : SegmentedSequence.create(lines.get(0), lines);
  }

  /** The text of lines, none of which is empty: each has its end at the least. */
  static BasedSequence of(List<BasedSequence> all) {
    BasedSequence[] pieces = all.stream().filter(p -> !p.isEmpty()).toArray(BasedSequence[]::new);
    if (pieces.length < 2) {
      return pieces.length == 0 ? BasedSequence.NULL : pieces[0];
    }
    int[] starts = new int[pieces.length + 1];
    for (int i = 0; i < pieces.length; i++) {
      starts[i + 1] = starts[i] + pieces[i].length();
    }
    Lines lines = new Lines(pieces, starts);
    int end = pieces[pieces.length - 1].getEndOffset();
    return new LineText(lines, 0, starts[pieces.length], pieces[0].getStartOffset(), end);
  }

  // Readers go from one character to the next.
  private int line(int index) {
    int[] starts = lines.starts;
    int near = last;
    if (index < starts[near] || index >= starts[near + 1]) {
      boolean next = near + 2 < starts.length && index >= starts[near + 1];
      near = next && index < starts[near + 2] ? near + 1 : lines.at(index);
      last = near;
    }
    return near;
  }

  @Override
  public char charAt(int index) {
    int line = line(from + index);
    return lines.pieces[line].charAt(from + index - lines.starts[line]);
  }

  @Override
  public int getIndexOffset(int index) {
    // Behind the last character is still its line.
    int line = line(index == length() && index > 0 ? from + index - 1 : from + index);
    return lines.pieces[line].getIndexOffset(from + index - lines.starts[line]);
  }

  @Override
  public BasedSequence subSequence(int startIndex, int endIndex) {
    if (startIndex == 0 && endIndex == length()) {
      return this;
    }
    int start = from + startIndex;
    int end = from + endIndex;
    int first = line(Math.min(start, lines.starts[lines.pieces.length] - 1));
    int begin = lines.starts[first];
    BasedSequence piece = lines.pieces[first];
    if (end <= lines.starts[first + 1]) {
      return piece.subSequence(start - begin, end - begin);
    }
    int other = line(end - 1);
    BasedSequence tail = lines.pieces[other].subSequence(0, end - lines.starts[other]);
    int startOffset = piece.subSequence(start - begin).getStartOffset();
    return new LineText(lines, start, end, startOffset, tail.getEndOffset());
  }

  @Override
  public void addSegments(IBasedSegmentBuilder<?> builder) {
    int end = from + length();
    for (int i = lines.at(from); i < lines.pieces.length && lines.starts[i] < end; i++) {
      int start = Math.max(from, lines.starts[i]) - lines.starts[i];
      int stop = Math.min(end, lines.starts[i + 1]) - lines.starts[i];
      lines.pieces[i].subSequence(start, stop).addSegments(builder);
    }
  }
}
