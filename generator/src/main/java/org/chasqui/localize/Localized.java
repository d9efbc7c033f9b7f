package org.chasqui.localize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.site.Language;
import org.chasqui.site.Site;
import org.chasqui.site.TranslationReport;
import org.chasqui.site.Wording;

/**
 * A site in all its languages.
 *
 * @param site every page in every language
 * @param wording what the interface says in each language
 * @param report how far each translation is
 */
public record Localized(Site site, Map<Language, Wording> wording, TranslationReport report) {
  /** Copies, so that nobody can change it. */
  public Localized {
    wording = Collections.unmodifiableMap(new LinkedHashMap<>(wording));
  }
}
