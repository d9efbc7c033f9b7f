package org.chasqui.ipynb;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that a cell gave when it was run. */
public sealed interface CellOutput {
  /**
   * What was printed.
   *
   * @param name {@code stdout} or {@code stderr}
   * @param text the text
   */
  record Stream(String name, String text) implements CellOutput {}

  /**
   * A value or a picture.
   *
   * @param result whether it is the value of the last line; else it was displayed
   * @param data the forms it comes in, by media type; pictures that are not text in Base64
   */
  record Data(boolean result, SortedMap<String, String> data) implements CellOutput {
    /** Copies, so that nobody can change it. */
    public Data {
      data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    /** The same of any map. */
    public Data(boolean result, Map<String, String> data) {
      this(result, new TreeMap<>(data));
    }

    /**
     * Whether its plain text is what readers see. R displays the values of its lines, and gives
     * them as HTML and as Markdown, too.
     */
    public boolean isText() {
      boolean html = data.containsKey("text/html") && !data.containsKey("text/markdown");
      return !picture() && (result || !html);
    }

    /** Whether it is a picture. */
    public boolean picture() {
      return data.keySet().stream().anyMatch(type -> type.startsWith("image/"));
    }
  }

  /**
   * An error.
   *
   * @param name its kind: {@code ZeroDivisionError}
   * @param message what it says
   * @param traceback the way it took, as plain text
   */
  record Failure(String name, String message, String traceback) implements CellOutput {
    /** {@code ZeroDivisionError: division by zero}. */
    public String line() {
      return message.isEmpty() ? name : name.isEmpty() ? message : name + ": " + message;
    }
  }
}
