package org.chasqui.site;

import java.util.List;

/**
 * What readers of a language see where nothing in it is up to date.
 *
 * @param chain the languages that stand in, the nearest first; neither the language itself nor the
 *     source language, which comes last for every language
 * @param showsStale whether a translation whose source has changed is shown all the same, marked as
 *     such; else the source is
 */
public record Fallbacks(List<Language> chain, boolean showsStale) {
  /** Copies, so that nobody can change it. */
  public Fallbacks {
    chain = List.copyOf(chain);
  }
}
