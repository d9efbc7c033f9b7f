package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of nodes that the dialect adds to CommonMark's. */
final class Nodes {
  private Nodes() {}

  /** What wrote a container, and what its closing line is called in messages. */
  enum Fence {
    COLONS,
    BACKTICKS,
    SHORTCODE
  }

  /** A fenced div or MyST directive that holds Markdown. */
  static final class DirectiveBlock extends Block {
    final Fence fence;
    final DirectiveSyntax.Opening opening;
    final List<DirectiveSyntax.Option> options = new ArrayList<>();
    final BasedSequence opener;
    final int titleStart;
    int contentStart;
    int contentEnd = -1;
    @Nullable EndLine closer;

    DirectiveBlock(
        Fence fence, DirectiveSyntax.Opening opening, BasedSequence opener, int titleStart) {
      super(opener);
      this.fence = fence;
      this.opening = opening;
      this.opener = opener;
      this.titleStart = titleStart;
      this.contentStart = opener.getEndOffset();
    }

    String name() {
      return opening.name();
    }

    Optional<String> option(String key) {
      for (DirectiveSyntax.Option option : options) {
        if (option.key().equals(key)) {
          return Optional.of(option.value().text());
        }
      }
      return opening.attributes().value(key);
    }

    int wholeEnd() {
      return closer == null ? getEndOffset() : closer.getEndOffset();
    }

    @Override
    public BasedSequence[] getSegments() {
      return new BasedSequence[] {opener};
    }
  }

  /** A MyST directive with colons whose inside is no Markdown. */
  static final class LiteralBlock extends Block {
    final DirectiveSyntax.Opening opening;
    final BasedSequence opener;
    final List<BasedSequence> lines = new ArrayList<>();
    boolean closed;
    int end;

    LiteralBlock(DirectiveSyntax.Opening opening, BasedSequence opener) {
      super(opener);
      this.opening = opening;
      this.opener = opener;
      this.end = opener.getEndOffset();
    }

    @Override
    public BasedSequence[] getSegments() {
      return new BasedSequence[] {opener};
    }
  }

  /** A shortcode that stands alone on its lines; its children are what it holds. */
  static final class ShortcodeBlock extends Block {
    final ShortcodeTag tag;
    final Optional<ShortcodeTag> closing;
    final BasedSequence opener;
    boolean closed;

    ShortcodeBlock(ShortcodeTag tag, Optional<ShortcodeTag> closing, BasedSequence opener) {
      super(opener);
      this.tag = tag;
      this.closing = closing;
      this.opener = opener;
    }

    int wholeEnd() {
      return closing.map(ShortcodeTag::end).orElse(tag.end());
    }

    @Override
    public BasedSequence[] getSegments() {
      return new BasedSequence[] {opener};
    }
  }

  /** The line that closes a container, or would if one were open. */
  static final class EndLine extends Block {
    final Fence fence;
    final boolean stray;
    final String name;

    EndLine(Fence fence, boolean stray, String name, BasedSequence line) {
      super(line);
      this.fence = fence;
      this.stray = stray;
      this.name = name;
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** Display math between {@code $$}. */
  static final class MathBlock extends Block {
    final List<BasedSequence> lines = new ArrayList<>();
    String label = "";
    boolean closed;

    MathBlock(BasedSequence opener) {
      super(opener);
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** A line of MyST that marks a place: {@code (label)=}, or a block break {@code +++}. */
  static final class MarkLine extends Block {
    final String label;

    MarkLine(String label, BasedSequence line) {
      super(line);
      this.label = label;
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** A line that explains an abbreviation. */
  static final class AbbreviationLine extends Block {
    final String word;
    final BasedSequence meaning;

    AbbreviationLine(String word, BasedSequence meaning, BasedSequence line) {
      super(line);
      this.word = word;
      this.meaning = meaning;
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** A line of kramdown attributes for the block beside it. */
  static final class AttributesLine extends Block {
    final Attributes attributes;

    AttributesLine(Attributes attributes, BasedSequence line) {
      super(line);
      this.attributes = attributes;
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** An inline node without children. */
  abstract static class Leaf extends Node {
    Leaf(BasedSequence chars) {
      super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** A tag of a shortcode within a line; offsets of the tag are the document's. */
  static final class InlineShortcode extends Leaf {
    final ShortcodeTag tag;

    InlineShortcode(ShortcodeTag tag, BasedSequence chars) {
      super(chars);
      this.tag = tag;
    }
  }

  /** Math within a line. */
  static final class InlineMath extends Leaf {
    final boolean display;

    InlineMath(boolean display, BasedSequence chars) {
      super(chars);
      this.display = display;
    }

    BasedSequence source() {
      int marks = display ? 2 : 1;
      return getChars().subSequence(marks, getChars().length() - marks);
    }

    String tex() {
      return source().toString();
    }
  }

  /** Attributes of what stands before them. */
  static final class InlineAttributes extends Leaf {
    final Attributes attributes;

    InlineAttributes(Attributes attributes, BasedSequence chars) {
      super(chars);
      this.attributes = attributes;
    }
  }

  /** A MyST role. */
  static final class Role extends Leaf {
    final String name;
    final BasedSequence text;

    Role(String name, BasedSequence text, BasedSequence chars) {
      super(chars);
      this.name = name;
      this.text = text;
    }
  }
}
