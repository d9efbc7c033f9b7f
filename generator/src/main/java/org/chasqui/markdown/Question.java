package org.chasqui.markdown;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What was asked while a text became HTML, and the answer; both as texts, so that they can be
 * written down.
 *
 * @param kind who was asked what
 * @param told what was told with the question
 * @param answer the answer: one text, none or one, or several
 */
record Question(Kind kind, List<String> told, List<String> answer) {
  /** A kind of question. */
  enum Kind {
    LINK {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        boolean image = Boolean.parseBoolean(told.get(1));
        int start = Integer.parseInt(told.get(2));
        int end = Integer.parseInt(told.get(3));
        return List.of(options.links().resolve(told.get(0), image, start, end));
      }
    },
    IN_HTML {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        return options.links().inHtml(told.get(0)).stream().toList();
      }
    },
    TITLE {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        return options.links().title(told.get(0)).stream().toList();
      }
    },
    TERM {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        return options.links().term(told.get(0)).stream().toList();
      }
    },
    PAGE {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        return options.links().page(told.get(0)).stream().toList();
      }
    },
    WORD {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        return List.of(options.wording().apply(told.get(0)));
      }
    },
    FILE {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        return options.files().read(told.get(0)).stream().toList();
      }
    },
    DIRECTIVE {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        Iterator<String> row = told.iterator();
        return options.directives().get(Texts.number(row)).render(directive(row)).stream().toList();
      }
    },
    SHORTCODES {
      @Override
      List<String> ask(RenderOptions options, List<String> told) {
        int which = Integer.parseInt(told.get(0));
        return List.copyOf(new TreeSet<>(options.directives().get(which).shortcodes()));
      }
    };

    /** Asks. */
    abstract List<String> ask(RenderOptions options, List<String> told);
  }

  /** Asks, and notes the answer. */
  static Question of(Kind kind, List<String> told, RenderOptions answering) {
    return new Question(kind, told, kind.ask(answering, told));
  }

  /** What is told of a directive. */
  static List<String> told(int which, Directive directive) {
    List<String> row = new ArrayList<>();
    row.add(String.valueOf(which));
    row.add(directive.kind().name());
    row.add(directive.name());
    Texts.add(row, directive.positional());
    Texts.add(row, directive.named().keySet());
    row.addAll(directive.named().values());
    row.add(directive.source());
    row.add(directive.html());
    row.add(String.valueOf(directive.start()));
    row.add(String.valueOf(directive.end()));
    return row;
  }

  private static Directive directive(Iterator<String> row) {
    Directive.Kind kind = Directive.Kind.valueOf(row.next());
    String name = row.next();
    List<String> positional = Texts.list(row);
    Map<String, String> named = new LinkedHashMap<>();
    for (String key : Texts.list(row)) {
      named.put(key, row.next());
    }
    return new Directive(
        kind,
        name,
        positional,
        named,
        row.next(),
        row.next(),
        Texts.number(row),
        Texts.number(row));
  }

  /** Whether the answer still is the same. */
  boolean holds(RenderOptions asked) {
    return kind.ask(asked, told).equals(answer);
  }

  /** The answer, if it is one text or none. */
  Optional<String> one() {
    return answer.stream().findFirst();
  }

  /** Writes it down. */
  void down(List<String> row) {
    row.add(kind.name());
    Texts.add(row, told);
    Texts.add(row, answer);
  }

  /** Reads one. */
  static Question up(Iterator<String> row) {
    return new Question(Kind.valueOf(row.next()), Texts.list(row), Texts.list(row));
  }
}
