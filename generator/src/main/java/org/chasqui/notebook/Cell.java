package org.chasqui.notebook;

/**
 * A cell of a notebook as it is published: never run.
 *
 * @param id its id, unique in the notebook: 1 to 64 of {@code a-zA-Z0-9-_}
 * @param kind what it is
 * @param source its text, without a line end at the end
 * @param metadata its metadata, for instance tags
 */
record Cell(String id, Kind kind, String source, Json.Members metadata) {
  /** What a cell is. */
  enum Kind {
    MARKDOWN,
    CODE
  }

  static Cell markdown(String id, String source) {
    return new Cell(id, Kind.MARKDOWN, source, Json.empty());
  }
}
