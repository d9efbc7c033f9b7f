package org.chasqui.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.data.Node;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.localize.Drafts;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.TranslationProblem;
import org.chasqui.proofread.Proofreader;

/**
 * Drafts by a machine: what it is asked, one object for each message, and what it answers, of which
 * nothing is believed that was not looked at.
 */
public final class Pretranslation {
  private static final String TRANSLATION = "translation";
  private static final String TRANSLATIONS = "translations";

  private final Drafts drafts;
  private final String source;
  private final Proofreader proofreader;
  private final Diagnostics diagnostics;
  private final Map<Integer, Drafts.Wanted> wanted = new TreeMap<>();

  Pretranslation(
      Drafts drafts, String source, Proofreader proofreader, int most, Diagnostics diagnostics) {
    this.drafts = drafts;
    this.source = source;
    this.proofreader = proofreader;
    this.diagnostics = diagnostics;
    drafts.wanted().stream().limit(most).forEach(message -> wanted.put(message.id(), message));
  }

  /** How many messages there are to draft. */
  public int count() {
    return wanted.size();
  }

  /**
   * What a machine is asked: an object for each message, made of maps, lists, texts and numbers.
   */
  public List<Map<String, Object>> questions() {
    return wanted.values().stream().map(this::question).toList();
  }

  private Map<String, Object> question(Drafts.Wanted message) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("id", message.id());
    question.put("source", source);
    question.put("target", message.language().tag());
    question.put("file", message.file());
    message.entry().key().context().ifPresent(context -> question.put("context", context));
    question.put("text", message.entry().id());
    message.entry().plural().ifPresent(plural -> question.put("plural", plural));
    question.put("forms", message.forms());
    question.put("about", message.entry().extracted());
    question.put("glossary", proofreader.terms(message.language(), message.entry().id()));
    return question;
  }

  /**
   * The catalogues with the drafts in them.
   *
   * @param command what made the answers, as messages call it
   * @param answers what it said, a JSON object in each line
   * @param from who drafted, and when
   * @return their new texts, by path; what was wrong is among the diagnostics
   */
  public SortedMap<String, String> files(String command, String answers, String from) {
    SourceFile file = new SourceFile(command, answers);
    Map<Integer, List<String>> told = new HashMap<>();
    int start = 0;
    while (start < answers.length()) {
      int end = answers.indexOf('\n', start);
      end = end < 0 ? answers.length() : end;
      if (!answers.substring(start, end).isBlank()) {
        answer(file, start, end, told);
      }
      start = end + 1;
    }
    return drafts.with(told, from);
  }

  private void answer(SourceFile file, int start, int end, Map<Integer, List<String>> told) {
    String line = file.text().substring(start, end);
    Diagnostics faults = new Diagnostics();
    Nodes.Result json =
        line.startsWith("{")
            ? Nodes.json(new SourceFile("line", line), 0, faults)
            : new Nodes.Result(Node.Mapping.empty(file.top()), 0, true);
    SourceSpan whole = file.span(start, end);
    boolean rest = !json.broken() && !line.substring(json.end()).isBlank();
    if (json.broken() || rest || !faults.sorted().isEmpty()) {
      refuse(
          whole,
          "This line of the answer is no JSON object.",
          "Answer each question with a line such as {\"id\": 1, \"translation\": \"…\"}.");
      return;
    }
    answer(json.mapping(), whole, told);
  }

  private void answer(Node.Mapping answer, SourceSpan line, Map<Integer, List<String>> told) {
    Drafts.Wanted message = asked(answer);
    if (message == null) {
      refuse(
          line,
          "No question has the id of this answer.",
          "Give back the id of the question that is answered.");
    } else if (told.containsKey(message.id())) {
      refuse(line, "This question was answered before.", "Answer each question once.");
    } else {
      List<String> texts = texts(answer);
      if (texts.size() != message.forms() || texts.stream().anyMatch(String::isBlank)) {
        refuse(line, "This answer has no translation.", form(message.forms(), answer));
      } else if (sound(message, texts, line)) {
        told.put(message.id(), texts);
      }
    }
  }

  private Drafts.@org.jspecify.annotations.Nullable Wanted asked(Node.Mapping answer) {
    Node.Entry id = answer.entries().get("id");
    Object number = id == null ? null : id.value().plain().orElse(null);
    return number instanceof Long n && n.intValue() == n ? wanted.get(n.intValue()) : null;
  }

  private static List<String> texts(Node.Mapping answer) {
    Node.Entry one = answer.entries().get(TRANSLATION);
    Node.Entry several = answer.entries().get(TRANSLATIONS);
    List<String> texts = new ArrayList<>();
    if (several != null && several.value() instanceof Node.Sequence list) {
      list.items().forEach(item -> text(item, texts));
    } else if (one != null) {
      text(one.value(), texts);
    }
    return texts;
  }

  private static void text(Node node, List<String> texts) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.STRING) {
      texts.add(scalar.text());
    }
  }

  private static String form(int forms, Node.Mapping answer) {
    if (forms > 1) {
      return "Write \"translations\": [\"…\", \"…\"], a text for each of " + forms + " forms.";
    }
    return Suggestion.didYouMean(
            answer.entries().keySet().stream().filter(k -> !k.equals("id")).findFirst().orElse(""),
            List.of(TRANSLATION))
        .orElse("Write \"translation\": \"…\", a text that is not empty.");
  }

  // A draft that would break the page is none: the message stays as it is.
  private boolean sound(Drafts.Wanted message, List<String> texts, SourceSpan line) {
    for (String text : texts) {
      for (TranslationProblem problem : Markdown.checkTranslation(message.entry().id(), text)) {
        // "One page" need not repeat the number.
        boolean counted = message.forms() > 1 && problem.code().equals("placeholder");
        if (problem.severity() == Severity.ERROR && !counted) {
          diagnostics.add(
              Diagnostic.warning("pretranslate-refused", line, problem.message())
                  .help("The message stays untranslated (" + problem.code() + ")."));
          return false;
        }
      }
    }
    return true;
  }

  private void refuse(SourceSpan span, String message, String help) {
    diagnostics.add(Diagnostic.error("pretranslate-output", span, message).help(help));
  }
}
