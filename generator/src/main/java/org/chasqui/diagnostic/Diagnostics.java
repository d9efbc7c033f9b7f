package org.chasqui.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects what one run has to say. Safe for many threads; each diagnostic is kept once; the order
 * of arrival does not show.
 */
public final class Diagnostics {
  private final Set<Diagnostic> all = ConcurrentHashMap.newKeySet();

  /** Takes one. */
  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /** Takes several. */
  public void addAll(Collection<Diagnostic> diagnostics) {
    all.addAll(diagnostics);
  }

  /** All of them, sorted by file and place. */
  public List<Diagnostic> sorted() {
    return all.stream().sorted().toList();
  }

  /** Whether any of them is an error. */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** How many there are of a severity. */
  public long count(Severity severity) {
    return all.stream().filter(d -> d.severity() == severity).count();
  }
}
