package org.chasqui.offline;

import java.util.Map;
import java.util.Optional;
import org.chasqui.site.Language;
import org.chasqui.site.Wording;

/**
 * What the interface says in the language of a pack.
 *
 * @param language the language
 * @param wording the words, if there are any
 */
record Words(Language language, Optional<Wording> wording) {
  String word(String id) {
    return wording.map(w -> w.text(id, Map.of())).orElse(id);
  }
}
