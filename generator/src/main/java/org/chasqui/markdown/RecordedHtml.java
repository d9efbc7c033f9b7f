package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A text as HTML, with everything that was asked while it was made: where links lead, what words
 * say, what a shortcode gives. It is what {@link Markdown#render} would make again as long as the
 * text is the same and all of this is answered the same, which is quick to ask.
 */
public final class RecordedHtml {
  private final String text;
  private final RenderOptions options;
  private final RenderedHtml html;
  private final List<Predicate<RenderOptions>> questions;

  private RecordedHtml(
      String text,
      RenderOptions options,
      RenderedHtml html,
      List<Predicate<RenderOptions>> questions) {
    this.text = text;
    this.options = options;
    this.html = html;
    this.questions = questions;
  }

  /** Renders a text and writes down what is asked. */
  static RecordedHtml of(String text, RenderOptions options) {
    Recorder recorder = new Recorder(options);
    RenderedHtml html = Markdown.render(text, recorder.options());
    // What answered then is not needed again, and holds a whole site.
    return new RecordedHtml(text, without(options), html, List.copyOf(recorder.questions));
  }

  /** The HTML. */
  public RenderedHtml html() {
    return html;
  }

  /**
   * Whether a text gives the same HTML. Asks all questions again, in order, up to the first whose
   * answer is another: whoever keeps a record of what is asked of it has that record then too.
   */
  public boolean holds(String now, RenderOptions asked) {
    return text.equals(now)
        && options.equals(without(asked))
        && questions.stream().allMatch(question -> question.test(asked));
  }

  // What can be compared by itself.
  private static RenderOptions without(RenderOptions options) {
    RenderOptions plain = RenderOptions.PLAIN;
    return new RenderOptions(
        plain.links(),
        List.of(),
        options.stretches(),
        plain.wording(),
        options.headingShift(),
        plain.files(),
        options.formulas());
  }

  /** Answers as others do, and notes what was asked. */
  private static final class Recorder {
    private final RenderOptions answering;
    private final List<Predicate<RenderOptions>> questions = new ArrayList<>();

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
          id -> ask(o -> o.wording().apply(id)),
          answering.headingShift(),
          path -> ask(o -> o.files().read(path)),
          answering.formulas());
    }

    private <A> A ask(Function<RenderOptions, A> question) {
      A answer = question.apply(answering);
      questions.add(now -> question.apply(now).equals(answer));
      return answer;
    }

    private final class Links implements LinkResolver {
      @Override
      public String resolve(String target, boolean image, int start, int end) {
        return ask(o -> o.links().resolve(target, image, start, end));
      }

      @Override
      public Optional<String> inHtml(String target) {
        return ask(o -> o.links().inHtml(target));
      }

      @Override
      public Optional<String> title(String target) {
        return ask(o -> o.links().title(target));
      }

      @Override
      public Optional<String> term(String name) {
        return ask(o -> o.links().term(name));
      }

      @Override
      public Optional<String> page(String label) {
        return ask(o -> o.links().page(label));
      }
    }

    private final class Directives implements DirectiveRenderer {
      private final int which;

      Directives(int which) {
        this.which = which;
      }

      @Override
      public Optional<String> render(Directive directive) {
        return ask(o -> o.directives().get(which).render(directive));
      }

      @Override
      public Set<String> shortcodes() {
        return ask(o -> o.directives().get(which).shortcodes());
      }
    }
  }
}
