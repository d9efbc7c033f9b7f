package org.chasqui.markdown;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.Suggestion;
import org.jspecify.annotations.Nullable;

/** What the writers of one text share: the output, what was found, what was asked for. */
final class Rendering {
  static final int DEEPEST = 200;
  private static final int LONGEST_PLACE = 80;
  private static final int MOST_SUGGESTIONS = 100;

  final String text;
  final RenderOptions options;
  final Document document;
  final StringBuilder out;
  final HeadingIds headingIds;
  final Footnotes footnotes;
  final List<Heading> headings = new ArrayList<>();
  final Set<String> ids = new LinkedHashSet<>();
  final List<Problem> problems = new ArrayList<>();
  final BlockWriter blocks;
  final InlineWriter inlines;
  final MathWriter math;
  final Abbreviations abbreviations;
  int includeDepth;

  /** Whether all is to stand in one element that takes no blocks. */
  boolean inPhrase;

  private @Nullable Labels labels;
  private @Nullable Boolean namesNumbers;
  int depth;
  private boolean tooDeep;
  private int suggested;

  Rendering(String text, Document document, RenderOptions options) {
    this.text = text;
    this.document = document;
    this.options = options;
    this.out = new StringBuilder(text.length() * 3 / 2 + 64);
    this.headingIds = HeadingIds.of(document);
    this.footnotes = new Footnotes(this);
    this.abbreviations = Abbreviations.of(document, text);
    this.math = new MathWriter(this);
    this.inlines = new InlineWriter(this);
    this.blocks = new BlockWriter(this);
  }

  void error(String code, String message, Node at, Optional<String> help) {
    problem(Severity.ERROR, code, message, at.getStartOffset(), at.getEndOffset(), help);
  }

  void warning(String code, String message, Node at, Optional<String> help) {
    problem(Severity.WARNING, code, message, at.getStartOffset(), at.getEndOffset(), help);
  }

  /** Says, once for a text, that nothing opens any more where so much is open. */
  void tooDeep(Node at) {
    if (!tooDeep) {
      tooDeep = true;
      int end = Math.min(at.getEndOffset(), at.getStartOffset() + LONGEST_PLACE);
      problem(
          Severity.WARNING,
          "nesting-too-deep",
          "So many quotes, lists or boxes stand in each other here that the rest is shown as text.",
          at.getStartOffset(),
          end,
          Optional.of("Take a level out, or close a box that was left open above."));
    }
  }

  void problem(
      Severity severity, String code, String message, int start, int end, Optional<String> help) {
    problems.add(new Problem(severity, code, message, start, end, help));
  }

  /**
   * The nearest of the names that would have been right. Only for the first of very many wrong
   * ones: who has a hundred did not misspell them.
   */
  Optional<String> didYouMean(String name, Collection<String> known) {
    return suggested++ < MOST_SUGGESTIONS ? Suggestion.didYouMean(name, known) : Optional.empty();
  }

  /** What references of this text may name; found when the first one asks. */
  Labels labels() {
    if (labels == null) {
      labels = Labels.of(document, headingIds);
    }
    return labels;
  }

  /** Whether the text speaks of numbers anywhere. */
  boolean namesNumbers() {
    if (namesNumbers == null) {
      namesNumbers = text.contains("{numref}");
    }
    return namesNumbers;
  }

  /** The title of the page, if a label means all of it. */
  Optional<String> titleOfPage(Labels.Label label) {
    return labels().isTop(label.id()) ? options.links().title("#" + label.id()) : Optional.empty();
  }

  /** {@code Figure 2}, in the words of the interface. */
  String numbered(Labels.Kind kind, int number) {
    String name =
        switch (kind) {
          case TABLE -> word("reference.table");
          case CODE -> word("reference.code");
          case EQUATION -> word("reference.equation");
          default -> word("reference.figure");
        };
    return name + " " + number;
  }

  String word(String id) {
    return options.wording().apply(id);
  }

  /** Begins a new line unless one has begun. */
  void line() {
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) != '\n') {
      out.append('\n');
    }
  }

  /** Opens a block element; says its language if it differs from the page's. */
  void open(String tag, int offset, String classes, String more) {
    Optional<LanguageStretch> stretch = stretch(offset);
    out.append('<').append(tag);
    String all = classes;
    if (stretch.isPresent()) {
      all = (classes + " " + stretch.get().cssClass()).strip();
    }
    out.append(Html.attribute("class", all)).append(more);
    stretch.ifPresent(
        s ->
            out.append(Html.attribute("lang", s.language()))
                .append(Html.attribute("dir", s.direction())));
    out.append('>');
  }

  /** The stretch in which an offset lies. */
  Optional<LanguageStretch> stretch(int offset) {
    List<LanguageStretch> all = options.stretches();
    int low = 0;
    int high = all.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      LanguageStretch stretch = all.get(middle);
      if (offset < stretch.start()) {
        high = middle - 1;
      } else if (offset >= stretch.end()) {
        low = middle + 1;
      } else {
        return Optional.of(stretch);
      }
    }
    return Optional.empty();
  }

  /** What a writer appends, taken out of the output again. */
  String capture(Runnable writer) {
    int from = out.length();
    writer.run();
    String written = out.substring(from);
    out.setLength(from);
    return written;
  }

  /** The URL to write for a target as the author wrote it, or nothing if it is refused. */
  Optional<String> link(String target, boolean image, int start, int end) {
    if (Html.isUnsafe(target)) {
      problem(
          Severity.ERROR,
          "link-unsafe",
          "The target of this link would run a script.",
          start,
          end,
          Optional.of("Link to a page (https://…, a file of the site) or write the text alone."));
      return Optional.empty();
    }
    return Optional.of(options.links().resolve(target, image, start, end));
  }

  /** Raw HTML with the URLs of the site in it. */
  CharSequence html(CharSequence html) {
    return HtmlLinks.resolved(html, options.links());
  }

  String render() {
    blocks.children(document);
    footnotes.write();
    return out.toString();
  }
}
