package org.chasqui.theme;

import java.util.List;

/**
 * Whom a lesson is owed to.
 *
 * @param authors who wrote it
 * @param translators who translated it into the language of the page
 * @param contributors who else changed its files
 */
public record CreditsView(
    List<LinkView> authors, List<String> translators, List<String> contributors) {}
