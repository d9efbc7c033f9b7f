package org.chasqui.proofread;

import java.util.List;
import java.util.function.Function;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.TranslationProblem;

/**
 * What is translated: read once for all languages that translate it.
 *
 * @param text the text
 * @param prose the text with everything masked that is no prose; as long as the text
 * @param signs the characters of the text, and so all that its prose can have
 * @param markup what is wrong with the markup of a translation
 */
record Source(
    String text, String prose, Signs signs, Function<String, List<TranslationProblem>> markup) {
  static Source of(String text) {
    return new Source(text, Markdown.prose(text), Signs.of(text), Markdown.translationCheck(text));
  }
}
