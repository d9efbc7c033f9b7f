package org.chasqui.markdown;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chasqui.math.Formulas;

/**
 * Markdown in Chasqui's one dialect: CommonMark and GitHub's extensions, fenced divs, directives
 * and shortcodes. Everything here is a pure function of its arguments.
 */
public final class Markdown {
  // One of these stands in every text that marks places for others.
  private Markdown() {}

  /** A whole text as HTML. */
  public static RenderedHtml render(String text, RenderOptions options) {
    Rendering rendering = new Rendering(text, Dialect.parse(text), options);
    String html = rendering.render();
    return new RenderedHtml(
        html,
        List.copyOf(rendering.headings),
        Collections.unmodifiableSet(rendering.ids),
        List.copyOf(rendering.problems));
  }

  /** The same with what was asked while it was made, to be kept and used again. */
  public static RecordedHtml record(String text, RenderOptions options) {
    return RecordedHtml.of(text, options);
  }

  /** A single line of inline Markdown as HTML, without a paragraph around it: titles, questions. */
  public static String inline(String text) {
    return inline(text, UnaryOperator.identity());
  }

  /**
   * The same where interface texts may be part of it.
   *
   * @param wording says them by their ids, as {@link RenderOptions#wording}
   */
  public static String inline(String text, UnaryOperator<String> wording) {
    return Unmarked.is(text) ? text : Inlines.render(text, RenderOptions.PLAIN.saying(wording));
  }

  /**
   * The same with formulas: in titles, questions, key points.
   *
   * @param problems takes what is wrong with a formula; its place is within the text
   */
  public static String inline(
      String text, UnaryOperator<String> wording, Formulas formulas, Consumer<Problem> problems) {
    if (text.indexOf('$') < 0 && text.indexOf("math") < 0) {
      return inline(text, wording);
    }
    RenderOptions plain = RenderOptions.PLAIN.saying(wording);
    RenderOptions options =
        new RenderOptions(
            plain.links(), List.of(), List.of(), wording, 0, SiteFiles.NONE, Optional.of(formulas));
    return Inlines.render(
        text,
        options,
        problem -> {
          if (problem.code().startsWith("math-")) {
            problems.accept(problem);
          }
        });
  }

  /** The same where links are those of a site: in data that a page shows. */
  public static String inline(String text, UnaryOperator<String> wording, LinkResolver links) {
    RenderOptions options = new RenderOptions(links, List.of(), List.of(), wording, 0);
    return Unmarked.is(text) ? text : Inlines.render(text, options);
  }

  /** A text without its markup: for descriptions, feeds, search. */
  public static String plain(String text) {
    return Unmarked.is(text) ? text : PlainText.of(Dialect.parse(text));
  }

  /** The segments of a text, in order, without gaps. */
  public static List<Segment> segments(String text) {
    return List.copyOf(Splicer.segments(text));
  }

  /**
   * Puts translations in the place of segments. Where {@code translation} is empty the source's
   * text stays. Headings keep the ids that the source gives them, so anchors are the same in every
   * language; characters that would change the structure are escaped.
   */
  public static Spliced splice(
      String text, Function<Segment.Translatable, Optional<String>> translation) {
    return Splicer.splice(text, translation);
  }

  /** Stands in {@link #prose} for a character that is no prose. */
  public static final char NO_PROSE = '\u001A';

  /**
   * A message with {@link #NO_PROSE} for each character of code, targets of links, addresses, HTML,
   * placeholders, formulas and emoji, so that what is left are words at their places.
   */
  public static String prose(String message) {
    return Prose.of(message);
  }

  /** What is wrong with a translation of a message, both in normal form. */
  public static List<TranslationProblem> checkTranslation(String message, String translation) {
    return translationCheck(message).apply(translation);
  }

  /** The same for several translations of one message, which is read once. */
  public static Function<String, List<TranslationProblem>> translationCheck(String message) {
    return new TranslationCheck(message)::check;
  }

  /** Whether two texts have the same blocks in the same order: what a translation must keep. */
  public static boolean sameStructure(String one, String other) {
    return Structure.of(one).equals(Structure.of(other));
  }

  /**
   * The ids that references of other texts may name (marked places, figures, glossary terms), each
   * with the heading or caption that stands there as plain text; empty where there is none.
   */
  public static Map<String, String> labels(String text) {
    return LabelSigns.in(text) ? Labels.of(Dialect.parse(text)).marked() : Map.of();
  }

  /**
   * What the {@link #labels} of a text are made of, found quickly: as long as it is the same, so
   * are they. Nothing of a text that marks places otherwise than by ids of headings.
   */
  public static Optional<String> signsOfLabels(String text) {
    return LabelSigns.headings(text);
  }

  /**
   * The text with blanks in the place of some boxes and all that is in them. Every other character
   * keeps its place.
   *
   * @param names the names of the boxes: {@code instructor}
   */
  public static String withoutBoxes(String text, Set<String> names) {
    // One name may stand in another: looking for the shorter is enough, and this looks at every
    // text.
    boolean any =
        names.stream()
            .filter(name -> names.stream().noneMatch(n -> !n.equals(name) && name.contains(n)))
            .anyMatch(text::contains);
    return any ? BoxFinder.without(text, names) : text;
  }

  /** The places at which other files are to become part of a text, in order. */
  public static List<Include> includes(String text) {
    return List.copyOf(IncludeFinder.in(text));
  }

  /** The part of a file that is meant. */
  public static IncludedPart part(String file, Include include) {
    return IncludedPart.of(file, include.options(), include.code());
  }

  /** Whether a name is that of a box which every site has: {@code challenge}, {@code card}. */
  public static boolean isBox(String name) {
    return Callouts.isKnown(name);
  }

  /** The blocks of a text, for notebooks. */
  public static List<Block> blocks(String text) {
    return BlockReader.read(text);
  }
}
