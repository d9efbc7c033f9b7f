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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code t("id", {"name": value})} and {@code n("id", count, {…})} for templates. */
final class PhraseFunctions {
  // Private-use characters: stand for a piece of HTML while the rest of the text is escaped.
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

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

    Object finish(String text) throws TemplateModelException {
      if (pieces.isEmpty()) {
        return text;
      }
      String html = Html.escape(text).markup();
      for (int i = 0; i < pieces.size(); i++) {
        html = html.replace("" + OPEN + i + CLOSE, pieces.get(i));
      }
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    }
  }
}
