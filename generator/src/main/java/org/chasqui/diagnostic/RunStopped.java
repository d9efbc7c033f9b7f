package org.chasqui.diagnostic;

/**
 * What stops a run altogether: nothing about a page, which is a {@link Diagnostic}, but about the
 * call or the machine. Only {@code cli} catches it and turns it into an exit code.
 */
public abstract sealed class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RunStopped(String message, Throwable cause) {
    super(message, cause);
  }

  private RunStopped(String message) {
    super(message);
  }

  /** The call was wrong: an option, an argument, a site that is not there. Exit code 2. */
  public static final class Usage extends RunStopped {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was wrong and what to do
     */
    public Usage(String message) {
      super(message);
    }
  }

  /** The machine said no: disk full, no permission, port taken. Exit code 4. */
  public static final class Environment extends RunStopped {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what failed and what to do
     * @param cause what the machine said
     */
    public Environment(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
