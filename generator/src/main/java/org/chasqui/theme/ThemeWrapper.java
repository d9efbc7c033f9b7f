package org.chasqui.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows view records to templates, {@link Html} as markup that needs no escaping, and {@link
 * TemplateFunction} as what can be called.
 */
final class ThemeWrapper extends DefaultObjectWrapper {
  ThemeWrapper() {
    super(Configuration.VERSION_2_3_34);
    writeProtect();
  }

  @Override
  protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
    if (value instanceof Html html) {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html.markup());
    }
    return value instanceof TemplateFunction function
        ? callable(function)
        : super.handleUnknownType(value);
  }

  private TemplateMethodModelEx callable(TemplateFunction function) {
    return arguments -> {
      List<Object> values = new ArrayList<>();
      for (Object argument : arguments) {
        boolean there = argument instanceof TemplateModel;
        values.add(there ? DeepUnwrap.permissiveUnwrap((TemplateModel) argument) : "");
      }
      return wrap(function.call(values));
    };
  }
}
