package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The ids of a text's headings: the author's own {@code {#id}}, otherwise a slug as GitHub makes
 * it, with {@code -1}, {@code -2} … where it is taken. Ids that authors wrote are taken from the
 * start, wherever they stand, so that translating a heading never changes another one's id.
 */
final class HeadingIds {
  // Reading on where many attributes follow each other would cost the square of their number.
  private static final int MOST_ATTRIBUTES = 50;

  private final Map<Heading, String> ids = new IdentityHashMap<>();
  private final Set<Heading> duplicates =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());

  private HeadingIds() {}

  static HeadingIds of(Document document) {
    HeadingIds result = new HeadingIds();
    List<Heading> headings = new ArrayList<>();
    collect(document, headings, 0);
    Set<String> taken = new HashSet<>();
    for (Heading heading : headings) {
      String id = explicit(heading);
      if (!id.isEmpty()) {
        result.ids.put(heading, id);
        if (!taken.add(id)) {
          result.duplicates.add(heading);
        }
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Heading heading : headings) {
      if (!result.ids.containsKey(heading)) {
        result.ids.put(heading, free(slug(PlainText.of(heading)), taken, counts));
      }
    }
    return result;
  }

  String of(Heading heading) {
    return ids.getOrDefault(heading, "");
  }

  /** Whether its author gave the heading an id that another heading above has already. */
  boolean isDuplicate(Heading heading) {
    return duplicates.contains(heading);
  }

  /** The id an author wrote, or an empty string. */
  static String explicit(Heading heading) {
    int left = MOST_ATTRIBUTES;
    for (Node node = heading.getLastChild(); node != null && left > 0; node = node.getPrevious()) {
      left--;
      if (node instanceof Nodes.InlineAttributes attributes) {
        if (!attributes.attributes.id().isEmpty() && endsHeading(node)) {
          return attributes.attributes.id();
        }
      } else if (!node.getChars().isBlank()) {
        break;
      }
    }
    return BlockAttributes.of(heading).id();
  }

  /** Whether nothing but attributes follows in a heading. */
  static boolean endsHeading(Node attributes) {
    int left = MOST_ATTRIBUTES;
    for (Node node = attributes.getNext(); node != null; node = node.getNext()) {
      if (left-- == 0) {
        return false;
      }
      if (!(node instanceof Nodes.InlineAttributes) && !node.getChars().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Lower case, letters, digits, hyphens and underscores; blanks become hyphens. */
  static String slug(String text) {
    StringBuilder slug = new StringBuilder();
    String lower = text.strip().toLowerCase(Locale.ROOT);
    lower
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)
                  || c == '-'
                  || c == '_'
                  || Character.getType(c) == Character.NON_SPACING_MARK
                  || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                slug.appendCodePoint(c);
              } else if (Character.isWhitespace(c) || c == 0xA0) {
                slug.append('-');
              }
            });
    return slug.isEmpty() ? "section" : slug.toString();
  }

  private static String free(String slug, Set<String> taken, Map<String, Integer> counts) {
    if (taken.add(slug)) {
      return slug;
    }
    int number = counts.getOrDefault(slug, 0);
    String id;
    do {
      number++;
      id = slug + "-" + number;
    } while (!taken.add(id));
    counts.put(slug, number);
    return id;
  }

  private static void collect(Node parent, List<Heading> headings, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        headings.add(heading);
      } else if (node instanceof com.vladsch.flexmark.util.ast.Block && depth < Rendering.DEEPEST) {
        collect(node, headings, depth + 1);
      }
    }
  }
}
