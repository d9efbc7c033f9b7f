package org.chasqui.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code t("id", {"name": value})}, {@code n("id", count, {…})}, {@code number(count)} and {@code
 * joined(names)} for templates.
 */
final class PhraseFunctions {
  // Private-use characters: stand for a piece of HTML while the rest of the text is escaped.
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

  private static final Pattern PIECE =
      Pattern.compile(OPEN + "([0-9]+)(?::[^" + CLOSE + "]*)?" + CLOSE);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final Phrases phrases;

  PhraseFunctions(Phrases phrases) {
    this.phrases = phrases;
  }

  TemplateMethodModelEx text() {
    return arguments -> {
      require(!arguments.isEmpty() && arguments.size() <= 2, "t(id, {arguments})");
      Arguments filled = arguments(arguments, 1);
      return filled.finish(phrases.text(string(arguments.get(0)), filled.values));
    };
  }

  TemplateMethodModelEx plural() {
    return arguments -> {
      require(arguments.size() == 2 || arguments.size() == 3, "n(id, count, {arguments})");
      require(arguments.get(1) instanceof TemplateNumberModel, "n(id, count): count is a number");
      long count = ((TemplateNumberModel) arguments.get(1)).getAsNumber().longValue();
      Arguments filled = arguments(arguments, 2);
      return filled.finish(phrases.plural(string(arguments.get(0)), count, filled.values));
    };
  }

  TemplateMethodModelEx number() {
    return arguments -> {
      require(
          arguments.size() == 1 && arguments.get(0) instanceof TemplateNumberModel,
          "number(count)");
      return phrases.number(((TemplateNumberModel) arguments.get(0)).getAsNumber().longValue());
    };
  }

  /** Of texts or pieces of HTML. */
  TemplateMethodModelEx joined() {
    return arguments -> {
      require(
          arguments.size() == 1 && arguments.get(0) instanceof TemplateSequenceModel,
          "joined(sequence)");
      TemplateSequenceModel items = (TemplateSequenceModel) arguments.get(0);
      Arguments filled = new Arguments();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        String key = String.valueOf(i);
        filled.put(key, items.get(i));
        names.add(filled.named(key));
      }
      return filled.finish(phrases.list(names));
    };
  }

  private static Arguments arguments(List<?> given, int at) throws TemplateModelException {
    Arguments filled = new Arguments();
    if (given.size() > at) {
      require(given.get(at) instanceof TemplateHashModelEx, "the arguments of a phrase are a hash");
      TemplateHashModelEx hash = (TemplateHashModelEx) given.get(at);
      for (TemplateModelIterator keys = hash.keys().iterator(); keys.hasNext(); ) {
        String key = string(keys.next());
        filled.put(key, hash.get(key));
      }
    }
    return filled;
  }

  private static String string(Object model) throws TemplateModelException {
    require(model instanceof TemplateScalarModel, "a phrase's id is a string");
    return ((TemplateScalarModel) model).getAsString();
  }

  private static void require(boolean holds, String usage) throws TemplateModelException {
    if (!holds) {
      throw new TemplateModelException("Call it as " + usage + ".");
    }
  }

  private static final class Arguments {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> pieces = new ArrayList<>();

    void put(String key, TemplateModel value) throws TemplateModelException {
      if (value instanceof TemplateHTMLOutputModel html) {
        values.put(key, "" + OPEN + pieces.size() + CLOSE);
        pieces.add(HTMLOutputFormat.INSTANCE.getMarkupString(html));
      } else if (value instanceof TemplateNumberModel number) {
        values.put(key, number.getAsNumber());
      } else if (value instanceof WrapperTemplateModel wrapper) {
        values.put(key, wrapper.getWrappedObject());
      } else {
        values.put(key, string(value));
      }
    }

    // With its words in it, for grammar that asks how a name begins.
    String named(String key) {
      String value = String.valueOf(values.get(key));
      Matcher mark = PIECE.matcher(value);
      if (!mark.matches()) {
        return value;
      }
      String words = TAG.matcher(pieces.get(Integer.parseInt(mark.group(1)))).replaceAll("");
      return "" + OPEN + mark.group(1) + ":" + words + CLOSE;
    }

    Object finish(String text) throws TemplateModelException {
      if (pieces.isEmpty()) {
        return text;
      }
      String html =
          PIECE
              .matcher(Html.escape(text).markup())
              .replaceAll(
                  mark -> Matcher.quoteReplacement(pieces.get(Integer.parseInt(mark.group(1)))));
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    }
  }
}
