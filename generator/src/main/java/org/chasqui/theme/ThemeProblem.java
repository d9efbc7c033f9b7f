package org.chasqui.theme;

import org.chasqui.diagnostic.SourceSpan;

/** A template that cannot be used, with the place in it. */
public abstract sealed class ThemeProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SourceSpan span;
  private final String message;

  private ThemeProblem(SourceSpan span, String message, Throwable cause) {
    super(message, cause);
    this.span = span;
    this.message = message;
  }

  /** What is wrong, in a sentence. */
  public String message() {
    return message;
  }

  /** Where in which template. */
  public SourceSpan span() {
    return span;
  }

  /** The template is not written right: Freemarker cannot read it. */
  public static final class Syntax extends ThemeProblem {
    private static final long serialVersionUID = 1L;

    Syntax(SourceSpan span, String message, Throwable cause) {
      super(span, message, cause);
    }
  }

  /** The template asks for something that is not there, or does with it what cannot be done. */
  public static final class Evaluation extends ThemeProblem {
    private static final long serialVersionUID = 1L;

    Evaluation(SourceSpan span, String message, Throwable cause) {
      super(span, message, cause);
    }
  }

  /** The theme has no such template. */
  public static final class Missing extends ThemeProblem {
    private static final long serialVersionUID = 1L;

    Missing(SourceSpan span, String message, Throwable cause) {
      super(span, message, cause);
    }
  }
}
