package org.chasqui.math;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * KaTeX for many threads: each works with an engine of its own while it needs one. What was asked
 * before is remembered, as pages are rendered in several languages and again while serving.
 */
final class Katex {
  /** The longest formula that is tried, in characters; the longest of real lessons has 1,500. */
  static final int LONGEST = 10_000;

  private static final int MOST_REMEMBERED = 10_000;

  private final ConcurrentLinkedDeque<KatexEngine> idle = new ConcurrentLinkedDeque<>();
  private final Map<Request, Formula> remembered = new ConcurrentHashMap<>();
  private final KatexEngine.Bundle bundle = KatexEngine.Bundle.load();

  /** One formula to make. */
  record Request(String tex, boolean display, SortedMap<String, String> macros) {
    Request {
      macros = new TreeMap<>(macros);
    }
  }

  // Reading the script is costly and pages without formulas need none of it: it waits for the
  // first.
  private static final class Lazy {
    static final Katex SHARED = new Katex();
  }

  /** The one of this process. It holds nothing but what pure functions gave. */
  static Katex shared() {
    return Lazy.SHARED;
  }

  Formula formula(Request request) {
    Formula known = remembered.get(request);
    if (known != null) {
      return known;
    }
    if (request.tex().length() > LONGEST) {
      return new Formula.Fault(
          "This formula has more than " + LONGEST + " characters.",
          0,
          request.tex().length(),
          Optional.of("Split it."));
    }
    Formula made = made(request);
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(request, made);
    return made;
  }

  private Formula made(Request request) {
    KatexEngine free = idle.poll();
    KatexEngine engine = free == null ? new KatexEngine(bundle) : free;
    try {
      Formula formula = engine.formula(request);
      idle.push(engine);
      return formula;
    } catch (KatexEngine.Exhausted e) {
      // Who was stopped in the middle may be left in any state: it is not used again.
      return new Formula.Fault(
          "This formula is too long or too deeply nested.",
          0,
          request.tex().length(),
          Optional.of("Write it with fewer macros, or with fewer braces within each other."));
    }
  }
}
