package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the dialect reads within a line beside CommonMark: braces and dollars. */
final class InlineExtensions {
  private InlineExtensions() {}

  /** Shortcodes, MyST roles and attributes, which all begin with a brace. */
  static final class Braces implements InlineParserExtension {
    private static final Pattern ROLE = Pattern.compile("\\{([A-Za-z][\\w:.+-]*)\\}(`+)");
    private @Nullable BasedSequence input;
    // The same characters: reading them from a sequence of pieces is slow.
    private String text = "";
    private boolean noMoreTicks;

    @Override
    public boolean parse(LightInlineParser parser) {
      if (input != parser.getInput()) {
        input = parser.getInput();
        text = ((LinearInlines) parser).text();
        noMoreTicks = false;
      }
      return shortcode(parser) || role(parser) || attributes(parser);
    }

    private boolean shortcode(LightInlineParser parser) {
      BasedSequence input = parser.getInput();
      Optional<ShortcodeTag> found = ShortcodeTag.parse(text, parser.getIndex());
      found.ifPresent(
          tag -> {
            BasedSequence chars = input.subSequence(tag.start(), tag.end());
            append(parser, new Nodes.InlineShortcode(inDocument(tag, input), chars), tag.end());
          });
      return found.isPresent();
    }

    // The tag was read in the paragraph's text; its offsets must be the document's.
    private static ShortcodeTag inDocument(ShortcodeTag tag, BasedSequence input) {
      List<ShortcodeTag.Argument> arguments = new ArrayList<>();
      for (ShortcodeTag.Argument a : tag.arguments()) {
        BasedSequence value = input.subSequence(a.start(), a.end());
        arguments.add(
            new ShortcodeTag.Argument(
                a.key(), a.value(), value.getStartOffset(), value.getEndOffset(), a.quote()));
      }
      BasedSequence all = input.subSequence(tag.start(), tag.end());
      return new ShortcodeTag(
          all.getStartOffset(), all.getEndOffset(), tag.kind(), tag.name(), arguments, tag.text());
    }

    private boolean role(LightInlineParser parser) {
      BasedSequence input = parser.getInput();
      if (noMoreTicks) {
        return false;
      }
      Matcher matcher = ROLE.matcher(text);
      matcher.region(parser.getIndex(), Math.min(text.length(), parser.getIndex() + 80));
      if (!matcher.lookingAt()) {
        return false;
      }
      int length = matcher.end(2) - matcher.start(2);
      int close = closingTicks(text, matcher.end(), length);
      if (close < 0) {
        noMoreTicks = true;
        return false;
      }
      BasedSequence text = input.subSequence(matcher.end(), close);
      BasedSequence chars = input.subSequence(parser.getIndex(), close + length);
      append(parser, new Nodes.Role(matcher.group(1), text, chars), close + length);
      return true;
    }

    private static int closingTicks(CharSequence input, int from, int length) {
      int at = from;
      while (at < input.length()) {
        if (input.charAt(at) != '`') {
          at++;
          continue;
        }
        int end = at;
        while (end < input.length() && input.charAt(end) == '`') {
          end++;
        }
        if (end - at == length) {
          return at;
        }
        at = end;
      }
      return -1;
    }

    private boolean attributes(LightInlineParser parser) {
      BasedSequence input = parser.getInput();
      Optional<Attributes> found = Attributes.parse(text, parser.getIndex());
      boolean kramdown = parser.peek(1) == ':' && followsSign(parser);
      if (found.isEmpty()
          || !(kramdown || followsElement(parser) || endsHeading(parser, found.get()))) {
        return false;
      }
      BasedSequence chars = input.subSequence(parser.getIndex(), found.get().end());
      // Read once more in the document's own offsets.
      Attributes attributes =
          Attributes.parse(chars.getBaseSequence(), chars.getStartOffset()).orElse(found.get());
      append(parser, new Nodes.InlineAttributes(attributes, chars), found.get().end());
      return true;
    }

    private static boolean followsElement(LightInlineParser parser) {
      Node last = parser.getBlock().getLastChild();
      boolean element =
          last instanceof Link
              || last instanceof Image
              || last instanceof LinkRef
              || last instanceof ImageRef
              || last instanceof Code
              || last instanceof Nodes.InlineAttributes;
      int at = parser.getIndex();
      return element
          && last.getEndOffset() == parser.getInput().subSequence(at, at + 1).getStartOffset();
    }

    // Emphasis becomes an element only when all of the line is read: its sign must do.
    private static boolean followsSign(LightInlineParser parser) {
      int before = parser.getIndex() - 1;
      return before >= 0 && "*_~".indexOf(parser.getInput().charAt(before)) >= 0;
    }

    private static boolean endsHeading(LightInlineParser parser, Attributes attributes) {
      if (!(parser.getBlock() instanceof Heading)) {
        return false;
      }
      BasedSequence rest = parser.getInput().subSequence(attributes.end());
      return rest.isBlank() || Attributes.parse(rest.trimStart(), 0).isPresent();
    }

    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}
  }

  /**
   * Math in dollars, by Pandoc's rule, so that prices stay prices: no space inside the dollars and
   * no digit after the closing one.
   */
  static final class Dollars implements InlineParserExtension {
    private static final int NONE = -1;
    private static final int ANOTHER = -2;
    private @Nullable BasedSequence input;
    private String text = "";
    private int blocked;
    private boolean noMoreSingle;
    private boolean noMoreDouble;

    @Override
    public boolean parse(LightInlineParser parser) {
      if (input != parser.getInput()) {
        input = parser.getInput();
        text = ((LinearInlines) parser).text();
        noMoreSingle = false;
        noMoreDouble = false;
        blocked = 0;
      }
      return parser.peek(1) == '$' ? twice(parser) : once(parser);
    }

    private boolean twice(LightInlineParser parser) {
      int from = parser.getIndex() + 2;
      int close = noMoreDouble ? -1 : text.indexOf("$$", from);
      if (close <= from) {
        noMoreDouble = close < 0;
        return false;
      }
      BasedSequence chars = parser.getInput().subSequence(parser.getIndex(), close + 2);
      append(parser, new Nodes.InlineMath(true, chars), close + 2);
      return true;
    }

    private boolean once(LightInlineParser parser) {
      int from = parser.getIndex() + 1;
      if (noMoreSingle || from >= text.length() || Character.isWhitespace(text.charAt(from))) {
        return false;
      }
      int close = from < blocked ? ANOTHER : closing(from);
      if (close < 0) {
        noMoreSingle = close == NONE;
        return false;
      }
      append(
          parser,
          new Nodes.InlineMath(false, parser.getInput().subSequence(parser.getIndex(), close + 1)),
          close + 1);
      return true;
    }

    // Where the formula ends; ANOTHER if something comes first that no formula holds: from there on
    // only other dollars need to look.
    private int closing(int from) {
      for (int i = from; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '`') {
          return blockedAt(i); // a dollar before code is a price; TeX has no use for the sign
        } else if (c == '$'
            && i > from
            && !Character.isWhitespace(text.charAt(i - 1))
            && (i + 1 >= text.length() || !Character.isDigit(text.charAt(i + 1)))) {
          return i;
        } else if (c == '$' && i > from && Character.isWhitespace(text.charAt(i - 1))) {
          return blockedAt(i);
        }
      }
      return NONE;
    }

    private int blockedAt(int place) {
      blocked = place;
      return ANOTHER;
    }

    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}
  }

  private static void append(LightInlineParser parser, Node node, int end) {
    parser.flushTextNode();
    parser.appendNode(node);
    parser.setIndex(end);
  }

  /** Makes one extension for each document. */
  record Factory(String characters, Function<LightInlineParser, InlineParserExtension> make)
      implements InlineParserExtensionFactory {
    @Override
    public CharSequence getCharacters() {
      return characters;
    }

    @Override
    public InlineParserExtension apply(LightInlineParser parser) {
      return make.apply(parser);
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public @Nullable Set<Class<?>> getBeforeDependents() {
      return null;
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }
}
