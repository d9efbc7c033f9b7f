package org.chasqui.markdown;

import java.util.Optional;
import org.chasqui.diagnostic.Severity;

/**
 * Something wrong in a Markdown text. Offsets are the text's own: who knows the file turns it into
 * a diagnostic.
 *
 * @param severity how bad
 * @param code the diagnostic's code
 * @param message what is wrong
 * @param start where it begins
 * @param end where it ends
 * @param help what to do
 */
public record Problem(
    Severity severity, String code, String message, int start, int end, Optional<String> help) {}
