package org.chasqui.gettext;

import java.util.Optional;

/**
 * Carries a translation over to a message that differs from the old one only in what needs no
 * translating: the target of a link, say. What that is, the format of the messages decides, which
 * {@code gettext} does not know.
 */
public interface CarryOver {
  /** Of two messages that may be carried over this is the same, of others it differs. */
  String skeleton(String message);

  /**
   * The translation with the same replacements made, if that is possible.
   *
   * @param before the message that was translated
   * @param now the message as it is now, with the same skeleton
   * @param translation the translation of {@code before}
   */
  Optional<String> carry(String before, String now, String translation);
}
