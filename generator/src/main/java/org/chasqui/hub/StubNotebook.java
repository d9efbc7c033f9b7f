package org.chasqui.hub;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chasqui.site.OutputPath;

/**
 * What takes the place of a notebook that is no longer published. A file that goes away leaves
 * learners who changed it unable to pull anything at all; a notebook of one cell does not.
 *
 * <p>The bytes are those that Jupyter writes for a notebook of format 4.5.
 */
final class StubNotebook {
  private static final Map<String, String> TEXTS =
      Map.of(
          "en", "This notebook is no longer part of the lessons. The others are [here](../).",
          "es", "Este cuaderno ya no forma parte de las lecciones. Los demás están [aquí](../).",
          "fr", "Ce notebook ne fait plus partie des leçons. Les autres sont [ici](../).");
  private static final String BEFORE =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "id": "no-longer-here",
         "metadata": {},
         "source": [
          \"\
      """;
  private static final String AFTER =
      """
      "
         ]
        }
       ],
       "metadata": {
        "kernelspec": {
         "display_name": "Python 3 (ipykernel)",
         "language": "python",
         "name": "python3"
        },
        "language_info": {
         "name": "python"
        }
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }
      """;

  private StubNotebook() {}

  /** Whether a file that goes away is replaced by a stub. */
  static boolean replaces(OutputPath path) {
    return path.value().endsWith(".ipynb");
  }

  /** The stub at a path below the hub's folder, in the language that the path begins with. */
  static byte[] of(OutputPath path) {
    String language = Manifest.lessonOf(path).orElse(path.value()).replaceFirst("/.*$", "");
    String text = TEXTS.getOrDefault(language, TEXTS.get("en"));
    return (BEFORE + text + AFTER).getBytes(StandardCharsets.UTF_8);
  }
}
