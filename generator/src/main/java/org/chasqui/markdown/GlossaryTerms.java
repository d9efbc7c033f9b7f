package org.chasqui.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of a glossary that is written as definition lists. A term has one anchor in every
 * language, made of the source's word.
 */
public final class GlossaryTerms {
  private final Map<String, String> ids = new HashMap<>();

  private GlossaryTerms() {}

  /**
   * The terms of a glossary.
   *
   * @param source its text in the source language
   * @param translated its text in the language of whoever names a term
   */
  public static GlossaryTerms of(String source, String translated) {
    GlossaryTerms terms = new GlossaryTerms();
    List<String> originals = words(source);
    originals.forEach(word -> terms.ids.putIfAbsent(HeadingIds.slug(word), Labels.termId(word)));
    List<String> others = source.equals(translated) ? List.of() : words(translated);
    for (int i = 0; others.size() == originals.size() && i < others.size(); i++) {
      terms.ids.putIfAbsent(HeadingIds.slug(others.get(i)), Labels.termId(originals.get(i)));
    }
    return terms;
  }

  /** The anchor of a term, whatever its case. */
  public Optional<String> id(String term) {
    return Optional.ofNullable(ids.get(HeadingIds.slug(term)));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    collect(Dialect.parse(text), words, 0);
    return words;
  }

  private static void collect(Node parent, List<String> words, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof DefinitionTerm) {
        words.add(PlainText.of(node));
      } else if (node instanceof Block && depth < Rendering.DEEPEST) {
        collect(node, words, depth + 1);
      }
    }
  }
}
