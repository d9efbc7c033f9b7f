package org.chasqui.markdown;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a text's references. Their labels are compared as Unicode folds letters, not
 * in lower case alone: {@code [SS]} defines what {@code [ß]} refers to.
 */
@SuppressWarnings("NullAway") // flexmark's map gives null for what is not there
final class References extends ReferenceRepository {
  References(DataHolder options) {
    super(options);
  }

  @Override
  public boolean containsKey(Object key) {
    return super.containsKey(folded(key.toString()));
  }

  @Override
  public @Nullable Reference get(Object key) {
    return super.get(folded(key.toString()));
  }

  @Override
  public @Nullable Reference put(String key, Reference reference) {
    return super.put(folded(key), reference);
  }

  // Keys are in lower case already, so letters of ASCII are what they fold to.
  private static String folded(String key) {
    if (key.chars().allMatch(c -> c < 128)) {
      return key;
    }
    StringBuilder folded = new StringBuilder(key.length() + 8);
    key.codePoints().forEach(point -> fold(Character.toString(point), folded));
    return folded.toString();
  }

  private static void fold(String letter, StringBuilder out) {
    // The one without a dot is a letter of its own except in Turkish.
    boolean dotless = letter.equals("\u0131");
    out.append(dotless ? letter : letter.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }
}
