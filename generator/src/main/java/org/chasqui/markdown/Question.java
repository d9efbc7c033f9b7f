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
    LINK,
    IN_HTML,
    TITLE,
    TERM,
    PAGE,
    WORD,
    FILE,
    DIRECTIVE,
    SHORTCODES
  }

  /** Asks, and notes the answer. */
  static Question of(Kind kind, List<String> told, RenderOptions answering) {
    return new Question(kind, told, ask(kind, told.iterator(), answering));
  }

  private static List<String> ask(Kind kind, Iterator<String> told, RenderOptions asked) {
    LinkResolver links = asked.links();
    return switch (kind) {
      case LINK ->
          List.of(links.resolve(told.next(), isTrue(told), Texts.number(told), Texts.number(told)));
      case IN_HTML -> links.inHtml(told.next()).stream().toList();
      case TITLE -> links.title(told.next()).stream().toList();
      case TERM -> links.term(told.next()).stream().toList();
      case PAGE -> links.page(told.next()).stream().toList();
      case WORD -> List.of(asked.wording().apply(told.next()));
      case FILE -> asked.files().read(told.next()).stream().toList();
      case DIRECTIVE ->
          asked.directives().get(Texts.number(told)).render(directive(told)).stream().toList();
      case SHORTCODES ->
          List.copyOf(new TreeSet<>(asked.directives().get(Texts.number(told)).shortcodes()));
    };
  }

  private static boolean isTrue(Iterator<String> told) {
    return Boolean.parseBoolean(told.next());
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
    return ask(kind, told.iterator(), asked).equals(answer);
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
