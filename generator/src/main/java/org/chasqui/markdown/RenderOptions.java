package org.chasqui.markdown;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.chasqui.math.Formulas;

/**
 * How to render a text.
 *
 * @param links turns targets into URLs
 * @param directives asked in order, before the built-ins
 * @param stretches parts in another language
 * @param wording says interface texts by id: {@code callout.challenge}, {@code code.label}
 * @param headingShift how many levels headings sink, so that the page's title stays the only h1
 * @param files reads what the text includes
 * @param formulas makes MathML of TeX; without it readers see the TeX
 */
public record RenderOptions(
    LinkResolver links,
    List<DirectiveRenderer> directives,
    List<LanguageStretch> stretches,
    UnaryOperator<String> wording,
    int headingShift,
    SiteFiles files,
    Optional<Formulas> formulas) {

  /** Options without files to include and without formulas. */
  public RenderOptions(
      LinkResolver links,
      List<DirectiveRenderer> directives,
      List<LanguageStretch> stretches,
      UnaryOperator<String> wording,
      int headingShift) {
    this(links, directives, stretches, wording, headingShift, SiteFiles.NONE, Optional.empty());
  }

  /** The same with other interface texts. */
  RenderOptions saying(UnaryOperator<String> words) {
    return new RenderOptions(links, directives, stretches, words, headingShift, files, formulas);
  }

  /** Links as they are, no directives but the built-ins, interface texts as their ids. */
  public static final RenderOptions PLAIN =
      new RenderOptions(
          (target, image, start, end) -> target, List.of(), List.of(), UnaryOperator.identity(), 0);
}
