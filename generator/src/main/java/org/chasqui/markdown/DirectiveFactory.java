package org.chasqui.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Nodes.DirectiveBlock;
import org.chasqui.markdown.Nodes.EndLine;
import org.chasqui.markdown.Nodes.Fence;
import org.chasqui.markdown.Nodes.LiteralBlock;
import org.chasqui.markdown.Nodes.MarkLine;
import org.chasqui.markdown.Nodes.MathBlock;
import org.chasqui.markdown.Nodes.ShortcodeBlock;
import org.jspecify.annotations.Nullable;

/** Recognises the first lines of the dialect's blocks. One instance serves one document. */
final class DirectiveFactory extends AbstractBlockParserFactory {
  /**
   * How many blocks may stand in each other; what opens further in stays text. Every line asks all
   * that are open whether they go on.
   */
  static final int DEEPEST = 50;

  private static final Pattern MARK =
      Pattern.compile("\\(([\\w:.+-]+)\\)=[ \\t]*|\\+\\+\\+(?: .*)?|\\^\\^\\^");

  private static final Pattern ABBREVIATION =
      Pattern.compile("\\*\\[([^\\]\\s][^\\]]{0,60})\\]:[ \\t]*(.*)");

  /** Two dollars that end a formula, and MyST's label behind them. */
  static final Pattern MATH_END = Pattern.compile("\\$\\$[ \\t]*(?:\\(([\\w:.+-]+)\\))?$");

  private final DirectiveParsers.Shared shared = new DirectiveParsers.Shared();
  private @Nullable ShortcodeScan scan;

  private DirectiveFactory(DataHolder options) {
    super(options);
  }

  @Override
  public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= 4) {
      return BlockStart.none();
    }
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    char first = at < line.length() ? line.charAt(at) : '\0';
    if (">-*+0123456789".indexOf(first) >= 0 && isTooDeep(state, matched)) {
      return BlockStart.of(new ParagraphParser()).atIndex(at);
    }
    return switch (first) {
      case ':' -> colons(state, line, at);
      case '`', '~' -> fence(state, line, at, first);
      case '{' -> braces(state, line, at);
      case '$' -> math(line, at);
      case '(', '+', '^' -> mark(line, at);
      case '*' -> abbreviation(line, at);
      case '%' -> comment(matched, line, at);
      default -> BlockStart.none();
    };
  }

  // Nobody nests lists so deep; text that does would cost the square of its length.
  private static boolean isTooDeep(ParserState state, MatchedBlockParser matched) {
    List<BlockParser> active = state.getActiveBlockParsers();
    return active.size() > DEEPEST && active.lastIndexOf(matched.getBlockParser()) > DEEPEST;
  }

  /** How many marks a line consists of that consists of nothing else; otherwise 0. */
  static int closingRun(ParserState state, char mark) {
    if (state.getIndent() >= 4) {
      return 0;
    }
    BasedSequence line = state.getLine();
    int from = state.getNextNonSpaceIndex();
    int end = from + run(line, from, mark);
    for (int i = end; i < line.length(); i++) {
      if (line.charAt(i) != ' ' && line.charAt(i) != '\t') {
        return 0;
      }
    }
    return end - from;
  }

  private static int run(CharSequence line, int from, char mark) {
    int end = from;
    while (end < line.length() && line.charAt(end) == mark) {
      end++;
    }
    return end - from;
  }

  private @Nullable BlockStart colons(ParserState state, BasedSequence line, int at) {
    int run = run(line, at, ':');
    if (run < 3) {
      return BlockStart.none();
    }
    BasedSequence rest = line.subSequence(at);
    if (closingRun(state, ':') >= 3) {
      return end(state, Fence.COLONS, "", rest);
    }
    if (shared.depth >= DEEPEST) {
      return BlockStart.none();
    }
    Optional<DirectiveSyntax.Opening> opening = DirectiveSyntax.opening(line.subSequence(at + run));
    if (opening.isEmpty()) {
      return BlockStart.none();
    }
    if (opening.get().myst()
        && !DirectiveSyntax.isMarkdownFence("{" + opening.get().name() + "}")) {
      LiteralBlock block = new LiteralBlock(opening.get(), rest);
      return BlockStart.of(new DirectiveParsers.Literal(block, run)).atIndex(line.length());
    }
    return open(Fence.COLONS, opening.get(), line, at, run);
  }

  private @Nullable BlockStart fence(ParserState state, BasedSequence line, int at, char mark) {
    int run = run(line, at, mark);
    if (run < 3) {
      return BlockStart.none();
    }
    if (shared.closedAtLine == state.getLineNumber() && closingRun(state, mark) >= 3) {
      return end(state, Fence.BACKTICKS, "", line.subSequence(at));
    }
    BasedSequence info = line.subSequence(at + run);
    if (shared.depth < DEEPEST && DirectiveSyntax.isMarkdownFence(info)) {
      Optional<DirectiveSyntax.Opening> opening = DirectiveSyntax.opening(info);
      if (opening.isPresent()) {
        return open(Fence.BACKTICKS, opening.get(), line, at, run);
      }
    }
    return mark == '`' && info.indexOf('`') >= 0
        ? BlockStart.none()
        : code(state, line, at, mark, run);
  }

  private static BlockStart code(
      ParserState state, BasedSequence line, int at, char mark, int run) {
    LongCode parser = new LongCode(state.getProperties(), mark, run, state.getIndent(), at);
    ((FencedCodeBlock) parser.getBlock()).setOpeningMarker(line.subSequence(at, at + run));
    return BlockStart.of(parser).atIndex(at + run);
  }

  private BlockStart open(
      Fence fence, DirectiveSyntax.Opening opening, BasedSequence line, int at, int run) {
    BasedSequence opener = line.subSequence(at);
    int titleStart = line.getStartOffset() + at + run + opening.titleStart();
    DirectiveBlock block = new DirectiveBlock(fence, opening, opener, titleStart);
    char mark = line.charAt(at);
    return BlockStart.of(new DirectiveParsers.Directive(shared, block, mark, run))
        .atIndex(line.length());
  }

  private BlockStart end(ParserState state, Fence fence, String name, BasedSequence line) {
    boolean stray = shared.closedAtLine != state.getLineNumber();
    EndLine end = new EndLine(fence, stray, name, line.trimEnd());
    if (!stray && shared.closing != null) {
      shared.closing.closer = end;
    }
    return BlockStart.of(new DirectiveParsers.Single(end, 0)).atIndex(state.getLine().length());
  }

  private @Nullable BlockStart braces(ParserState state, BasedSequence line, int at) {
    // kramdown's {: #id}, and {#id} or {.class} as Goldmark and MyST write them.
    if (at + 1 >= line.length() || ":#.".indexOf(line.charAt(at + 1)) < 0) {
      return shortcode(state, line, at);
    }
    BasedSequence text = line.subSequence(at).trimEnd();
    Optional<Attributes> found = Attributes.parse(text, 0);
    if (found.isEmpty() || found.get().end() != text.length()) {
      return BlockStart.none();
    }
    Nodes.AttributesLine block = new Nodes.AttributesLine(found.get(), text);
    return BlockStart.of(new DirectiveParsers.Single(block, 0)).atIndex(line.length());
  }

  private static @Nullable BlockStart abbreviation(BasedSequence line, int at) {
    BasedSequence text = line.subSequence(at).trimEnd();
    Matcher matcher = ABBREVIATION.matcher(text);
    if (!matcher.matches()) {
      return BlockStart.none();
    }
    Nodes.AbbreviationLine block =
        new Nodes.AbbreviationLine(
            matcher.group(1), text.subSequence(matcher.start(2), matcher.end(2)), text);
    return BlockStart.of(new DirectiveParsers.Single(block, 0)).atIndex(line.length());
  }

  // Within a paragraph a line may well begin with the sign of percent.
  private static @Nullable BlockStart comment(
      MatchedBlockParser matched, BasedSequence line, int at) {
    boolean alone = at + 1 >= line.length() || line.charAt(at + 1) == ' ';
    if (!alone || matched.getBlockParser().isParagraphParser()) {
      return BlockStart.none();
    }
    MarkLine block = new MarkLine("", line.subSequence(at).trimEnd());
    return BlockStart.of(new DirectiveParsers.Single(block, 0)).atIndex(line.length());
  }

  private @Nullable BlockStart shortcode(ParserState state, BasedSequence line, int at) {
    if (at + 1 >= line.length() || line.charAt(at + 1) != '{') {
      return BlockStart.none();
    }
    if (scan == null) {
      scan = ShortcodeScan.of(line.getBaseSequence());
    }
    Optional<ShortcodeTag> found = scan.tag(line.getStartOffset() + at);
    if (found.isEmpty()) {
      return BlockStart.none();
    }
    ShortcodeTag tag = found.get();
    BasedSequence chars = line.baseSubSequence(tag.start(), tag.end());
    if (tag.kind() == ShortcodeTag.Kind.CLOSE) {
      return end(state, Fence.SHORTCODE, tag.name(), chars);
    }
    Optional<ShortcodeTag> closer =
        shared.depth >= DEEPEST ? Optional.empty() : scan.closer(tag.start());
    ShortcodeBlock block = new ShortcodeBlock(tag, closer, chars);
    BlockParser parser =
        closer.isPresent()
            ? new DirectiveParsers.PairedShortcode(shared, block, closer.get())
            : new DirectiveParsers.Single(block, tag.end());
    return BlockStart.of(parser).atIndex(line.length());
  }

  private static @Nullable BlockStart math(BasedSequence line, int at) {
    BasedSequence text = line.subSequence(at).trimEnd();
    if (!text.startsWith("$$")) {
      return BlockStart.none();
    }
    int close = text.indexOf("$$", 2);
    Matcher labelled = MATH_END.matcher(text);
    boolean ends = close >= 0 && labelled.find(close) && labelled.start() == close;
    if (close >= 0 && !ends) {
      return BlockStart.none();
    }
    MathBlock block = new MathBlock(text);
    block.closed = close >= 0;
    if (ends && labelled.group(1) != null) {
      block.label = labelled.group(1);
    }
    return BlockStart.of(new DirectiveParsers.Math(block, close >= 0)).atIndex(at);
  }

  private static @Nullable BlockStart mark(BasedSequence line, int at) {
    Matcher matcher = MARK.matcher(line.subSequence(at).toString());
    if (!matcher.matches()) {
      return BlockStart.none();
    }
    String label = matcher.group(1) == null ? "" : matcher.group(1);
    MarkLine block = new MarkLine(label, line.subSequence(at).trimEnd());
    return BlockStart.of(new DirectiveParsers.Single(block, 0)).atIndex(line.length());
  }

  /** Puts the dialect's blocks before CommonMark's. */
  static final class Custom implements CustomBlockParserFactory {
    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(
          BlockQuoteParser.Factory.class,
          Lists.Custom.class,
          IndentedCodeBlockParser.Factory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new DirectiveFactory(options);
    }
  }
}
