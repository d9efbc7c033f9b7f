package org.chasqui.migrate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A tool whose sites can be imported. */
public enum Tool {
  /** The Hugo site generator: {@code content/}, {@code static/}, {@code config/_default/}. */
  HUGO("hugo", "Hugo"),
  /** Jekyll: {@code _config.yml}, {@code _posts/}, collections, {@code _data/}. */
  JEKYLL("jekyll", "Jekyll"),
  /** A lesson of the Carpentries Workbench: {@code config.yaml}, {@code episodes/}. */
  WORKBENCH("workbench", "Carpentries Workbench"),
  /**
   * A Jupyter Book or MyST project: {@code _toc.yml} and {@code _config.yml}, or {@code myst.yml}.
   */
  JUPYTER_BOOK("jupyter-book", "Jupyter Book");

  private final String id;
  private final String title;

  Tool(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** What people type: {@code jupyter-book}. */
  public String id() {
    return id;
  }

  /** What people call it: {@code Jupyter Book}. */
  public String title() {
    return title;
  }

  /** The tool of an id. */
  public static Optional<Tool> of(String id) {
    return Arrays.stream(values()).filter(tool -> tool.id.equals(id)).findFirst();
  }

  /** All ids, in a fixed order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Tool::id).toList();
  }
}
