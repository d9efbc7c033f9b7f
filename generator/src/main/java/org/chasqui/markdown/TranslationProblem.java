package org.chasqui.markdown;

import org.chasqui.diagnostic.Severity;

/**
 * What is wrong with a translation of one segment. An {@link Severity#ERROR} means that it must not
 * reach a page.
 *
 * @param severity how bad
 * @param code {@code code-span}, {@code link-internal}, {@code html}, {@code placeholder} …
 * @param message what differs
 */
public record TranslationProblem(Severity severity, String code, String message) {}
