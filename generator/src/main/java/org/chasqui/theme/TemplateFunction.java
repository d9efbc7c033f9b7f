package org.chasqui.theme;

import java.util.List;

/**
 * A function that a model gives to templates: {@code day(week.date)}. What it returns is shown as
 * any other value of a model.
 */
@FunctionalInterface
public interface TemplateFunction {
  /**
   * Calls it.
   *
   * @param arguments strings, numbers, booleans, lists and maps, as data files have them; the empty
   *     string for what is not there
   */
  Object call(List<Object> arguments);
}
