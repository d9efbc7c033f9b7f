package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.diagnostic.Severity;

/**
 * A text as HTML, with everything that was asked while it was made: where links lead, what words
 * say, what a shortcode gives. It is what {@link Markdown#render} would make again as long as the
 * text and the {@link #input other options} are the same and all of this is answered the same,
 * which is quick to ask. It can be written down.
 */
public final class RecordedHtml {
  private final RenderedHtml html;
  private final List<Question> questions;

  private RecordedHtml(RenderedHtml html, List<Question> questions) {
    this.html = html;
    this.questions = questions;
  }

  /** Renders a text and writes down what is asked. */
  static RecordedHtml of(String text, RenderOptions options) {
    Recorder recorder = new Recorder(options);
    RenderedHtml html = Markdown.render(text, recorder.options());
    return new RecordedHtml(html, List.copyOf(recorder.questions));
  }

  /** The HTML. */
  public RenderedHtml html() {
    return html;
  }

  /** What the HTML of a text depends on, besides what is asked. */
  public static List<String> input(String digest, RenderOptions options) {
    return List.of(
        digest,
        options.stretches().toString(),
        String.valueOf(options.headingShift()),
        options.formulas().toString());
  }

  /**
   * Whether the same HTML would be made of the same {@link #input}. Asks all questions again, in
   * order, up to the first whose answer is another: whoever keeps a record of what is asked of it
   * has that record then too.
   */
  public boolean holds(RenderOptions asked) {
    return questions.stream().allMatch(question -> question.holds(asked));
  }

  /** It as texts. */
  public List<String> down() {
    List<String> row = new ArrayList<>();
    row.add(html.html());
    row.add(String.valueOf(html.headings().size()));
    for (Heading heading : html.headings()) {
      row.addAll(
          List.of(String.valueOf(heading.level()), heading.id(), heading.html(), heading.text()));
    }
    Texts.add(row, html.ids());
    row.add(String.valueOf(html.problems().size()));
    for (Problem problem : html.problems()) {
      row.addAll(List.of(problem.severity().name(), problem.code(), problem.message()));
      row.addAll(List.of(String.valueOf(problem.start()), String.valueOf(problem.end())));
      Texts.add(row, problem.help());
    }
    questions.forEach(question -> question.down(row));
    return row;
  }

  /** What {@link #down} wrote. */
  public static RecordedHtml up(List<String> texts) {
    Iterator<String> row = texts.iterator();
    String html = row.next();
    List<Heading> headings = new ArrayList<>();
    for (int left = Texts.number(row); left > 0; left--) {
      headings.add(new Heading(Texts.number(row), row.next(), row.next(), row.next()));
    }
    Set<String> ids = Collections.unmodifiableSet(new LinkedHashSet<>(Texts.list(row)));
    List<Problem> problems = new ArrayList<>();
    for (int left = Texts.number(row); left > 0; left--) {
      problems.add(
          new Problem(
              Severity.valueOf(row.next()),
              row.next(),
              row.next(),
              Texts.number(row),
              Texts.number(row),
              Texts.optional(row)));
    }
    List<Question> questions = new ArrayList<>();
    while (row.hasNext()) {
      questions.add(Question.up(row));
    }
    return new RecordedHtml(
        new RenderedHtml(html, List.copyOf(headings), ids, List.copyOf(problems)),
        List.copyOf(questions));
  }

  /** Answers as others do, and notes what was asked. */
  private static final class Recorder {
    private final RenderOptions answering;
    private final List<Question> questions = new ArrayList<>();

    Recorder(RenderOptions answering) {
      this.answering = answering;
    }

    RenderOptions options() {
      List<DirectiveRenderer> directives = new ArrayList<>();
      for (int i = 0; i < answering.directives().size(); i++) {
        directives.add(new Directives(i));
      }
      return new RenderOptions(
          new Links(),
          directives,
          answering.stretches(),
          id -> ask(Question.Kind.WORD, id).answer().get(0),
          answering.headingShift(),
          path -> ask(Question.Kind.FILE, path).one(),
          answering.formulas());
    }

    private Question ask(Question.Kind kind, String... told) {
      return ask(kind, List.of(told));
    }

    private Question ask(Question.Kind kind, List<String> told) {
      Question question = Question.of(kind, told, answering);
      questions.add(question);
      return question;
    }

    private final class Links implements LinkResolver {
      @Override
      public String resolve(String target, boolean image, int start, int end) {
        return ask(
                Question.Kind.LINK,
                target,
                String.valueOf(image),
                String.valueOf(start),
                String.valueOf(end))
            .answer()
            .get(0);
      }

      @Override
      public Optional<String> inHtml(String target) {
        return ask(Question.Kind.IN_HTML, target).one();
      }

      @Override
      public Optional<String> title(String target) {
        return ask(Question.Kind.TITLE, target).one();
      }

      @Override
      public Optional<String> term(String name) {
        return ask(Question.Kind.TERM, name).one();
      }

      @Override
      public Optional<String> page(String label) {
        return ask(Question.Kind.PAGE, label).one();
      }
    }

    private final class Directives implements DirectiveRenderer {
      private final int which;

      Directives(int which) {
        this.which = which;
      }

      @Override
      public Optional<String> render(Directive directive) {
        return ask(Question.Kind.DIRECTIVE, Question.told(which, directive)).one();
      }

      @Override
      public Set<String> shortcodes() {
        return new LinkedHashSet<>(ask(Question.Kind.SHORTCODES, String.valueOf(which)).answer());
      }
    }
  }
}
