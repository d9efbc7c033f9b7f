package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SegmentedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Paragraphs of very many lines, which are joined in another way than short ones. */
class LongParagraphTest {
  private static final int LINES = 1_200;

  @Test
  void quotedItIsWhatItIsUnquoted() {
    StringBuilder plain = new StringBuilder("[a]: /u 'v'\n");
    for (int i = 0; i < LINES; i++) {
      plain.append(i % 7 == 0 ? "*b\n" : i % 7 == 3 ? "c* [d][a]  \n" : "`e` &amp; f" + i + "\n");
    }
    String quoted = "> " + plain.toString().stripTrailing().replace("\n", "\n> ") + "\n";
    String expected = Markdown.render(plain.toString(), RenderOptions.PLAIN).html();
    String html = Markdown.render(quoted, RenderOptions.PLAIN).html();
    assertEquals("<blockquote>\n" + expected + "</blockquote>\n", html);
  }

  @Test
  void whatStandsInItKnowsItsPlace() {
    String text = "> a\n".repeat(LINES) + "> b *c* d\n" + "> e\n".repeat(LINES);
    Node emphasis = find(Dialect.parse(text));
    assertEquals(text.indexOf("*c*"), emphasis.getStartOffset());
    assertEquals(text.indexOf("*c*") + 3, emphasis.getEndOffset());
  }

  private static Node find(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      Node found = child instanceof Emphasis ? child : find(child);
      if (found instanceof Emphasis) {
        return found;
      }
    }
    return node;
  }

  @Test
  void linesJoinedAreWhatFlexmarkMakesOfThem() {
    Random random = new Random(7);
    BasedSequence base =
        BasedSequence.of("> first\n> the second\n> 3\n>\n> \u00e9\ud83d\ude00 end\n");
    List<BasedSequence> lines = new ArrayList<>();
    for (int at = 0; at < base.length(); ) {
      int end = base.indexOf('\n', at) + 1;
      int from = Math.min(at + 2, end - 1);
      lines.add(base.subSequence(from, end));
      at = end;
    }
    BasedSequence expected = SegmentedSequence.create(base, lines);
    BasedSequence joined = LineText.of(lines);
    same(expected, joined);
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(expected.length());
      int to = from + 1 + random.nextInt(expected.length() - from);
      same(expected.subSequence(from, to), joined.subSequence(from, to));
      int again = random.nextInt(to - from);
      same(
          expected.subSequence(from, to).subSequence(again, to - from),
          joined.subSequence(from, to).subSequence(again, to - from));
    }
  }

  private static void same(BasedSequence expected, BasedSequence joined) {
    assertEquals(expected.toString(), joined.toString());
    assertEquals(expected.getStartOffset(), joined.getStartOffset());
    assertEquals(expected.getEndOffset(), joined.getEndOffset());
    for (int i = 0; i < expected.length(); i++) {
      assertEquals(expected.getIndexOffset(i), joined.getIndexOffset(i));
    }
    BasedSequence copied = SegmentedSequence.create(joined, List.of(joined));
    assertEquals(expected.toString(), copied.toString());
  }
}
