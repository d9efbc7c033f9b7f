package org.chasqui.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.HubOutcome;

/** Why a repository could not be read or written: never leaves this room. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kinds of trouble; their names are the stable codes of {@link HubOutcome}. */
  enum Code {
    AUTH,
    FORBIDDEN,
    NOT_FOUND,
    RATE_LIMITED,
    PROTECTED,
    HOOK,
    RACE,
    NET,
    TIMEOUT,
    REMOTE_DISK,
    LOCAL_DISK,
    TLS,
    HOSTKEY,
    QUOTA,
    CORRUPT,
    MOVED,
    REWRITTEN,
    MERGE,
    SIGNATURE
  }

  private static final Set<Code> NO_ANSWER =
      Set.of(Code.NET, Code.TIMEOUT, Code.TLS, Code.HOSTKEY, Code.LOCAL_DISK);
  private static final Set<Code> PASSING = Set.of(Code.NET, Code.RACE, Code.RATE_LIMITED);

  private final Code code;
  private final transient Optional<Duration> after;

  Trouble(Code code, String message) {
    this(code, message, Optional.empty());
  }

  Trouble(Code code, String message, Optional<Duration> after) {
    super(message, null, false, false);
    this.code = code;
    this.after = after;
  }

  Code code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** The same with a time after which another attempt may help. */
  Trouble after(Duration time) {
    return new Trouble(code, text(), Optional.of(time));
  }

  /** How long the server asks us to wait, or how long our own mending takes. */
  Optional<Duration> retryAfter() {
    return after == null ? Optional.empty() : after;
  }

  /** Whether another attempt may help. */
  boolean passes() {
    // What is damaged stays so, unless it was a copy of ours, which is made anew at once.
    return PASSING.contains(code) || (code == Code.CORRUPT && retryAfter().isPresent());
  }

  HubOutcome outcome() {
    return NO_ANSWER.contains(code)
        ? new HubOutcome.Unreachable(code.name(), text())
        : new HubOutcome.Rejected(code.name(), text());
  }
}
