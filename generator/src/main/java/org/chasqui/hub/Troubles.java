package org.chasqui.hub;

import static org.chasqui.hub.Trouble.Code.AUTH;
import static org.chasqui.hub.Trouble.Code.CORRUPT;
import static org.chasqui.hub.Trouble.Code.FORBIDDEN;
import static org.chasqui.hub.Trouble.Code.HOOK;
import static org.chasqui.hub.Trouble.Code.HOSTKEY;
import static org.chasqui.hub.Trouble.Code.LOCAL_DISK;
import static org.chasqui.hub.Trouble.Code.NET;
import static org.chasqui.hub.Trouble.Code.NOT_FOUND;
import static org.chasqui.hub.Trouble.Code.PROTECTED;
import static org.chasqui.hub.Trouble.Code.QUOTA;
import static org.chasqui.hub.Trouble.Code.RACE;
import static org.chasqui.hub.Trouble.Code.RATE_LIMITED;
import static org.chasqui.hub.Trouble.Code.REMOTE_DISK;
import static org.chasqui.hub.Trouble.Code.TIMEOUT;
import static org.chasqui.hub.Trouble.Code.TLS;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.chasqui.hub.Trouble.Code;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.PackMismatchException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.StoredObjectRepresentationNotAvailableException;

/** Finds out what an exception or a server's words mean. */
final class Troubles {
  private static final int LONGEST = 300;

  /** What servers say, in the order in which it is looked for. */
  private static final Map<Pattern, Code> REFUSALS = new LinkedHashMap<>();

  static {
    says(
        "gh006|gh013|tf402455|protected branch|branch (\\S+ )?is protected"
            + "|through a pull request|use a pull request",
        PROTECTED);
    says("quota|exceed|too large|larger than", QUOTA);
    says("hook declined", HOOK);
    says("no space|disk full|unpack|index-pack|unable to write|i/o error", REMOTE_DISK);
    says(
        "cannot lock|lock ref|failed to lock|failed to update ref|atomic transaction|"
            + "but expected|fetch first|non-fast-forward|reference already exists",
        RACE);
    says("denied|not allowed|permission|read-only|read only|archived", FORBIDDEN);
    says("checked out|denycurrentbranch|currentbranch", PROTECTED);
  }

  /** What JGit and ssh say. */
  private static final Map<Pattern, Code> FAILURES = new LinkedHashMap<>();

  static {
    // The server is well, but something on the way cut off what was sent.
    fails("eof before pack header|early eof", NET);
    fails("unpacking on the remote|remote end hung up during unpack", REMOTE_DISK);
    fails("no space left|disk quota exceeded", LOCAL_DISK);
    fails("server key|host key|hostkey|known_hosts|reject.*key", HOSTKEY);
    fails(
        "not authorized|auth fail|cannot log in|no more authentication|credentialsprovider"
            + "|authentication (is )?not supported|authentication cancel",
        AUTH);
    fails("not permitted|forbidden|permission denied", FORBIDDEN);
    fails("not found|does not exist|does not appear to be a git", NOT_FOUND);
    fails("time(d)? ?out|deadline", TIMEOUT);
    fails("certificate|ssl|secure connection", TLS);
    fails("unpack|abnormal exit", REMOTE_DISK);
  }

  /** What is thrown where objects are read; a connection never throws it. */
  private static final List<Class<?>> OUR_OBJECTS =
      List.<Class<?>>of(
          MissingObjectException.class,
          CorruptObjectException.class,
          IncorrectObjectTypeException.class,
          PackMismatchException.class,
          StoredObjectRepresentationNotAvailableException.class,
          FileSystemException.class,
          FileNotFoundException.class);

  private Troubles() {}

  private static void says(String pattern, Code code) {
    REFUSALS.put(Pattern.compile(pattern), code);
  }

  private static void fails(String pattern, Code code) {
    FAILURES.put(Pattern.compile(pattern), code);
  }

  /** Why a server refused to move a branch, from its words. */
  static Trouble refused(String words) {
    String text = words.isBlank() ? "The repository refused without a word." : words;
    return new Trouble(match(REFUSALS, text).orElse(HOOK), shorten(text));
  }

  /**
   * What went wrong on the way, from an exception and the last HTTP status (0 if there is none).
   */
  static Trouble failed(Throwable problem, int status, Optional<java.time.Duration> retryAfter) {
    String words = words(problem);
    Code code =
        byType(problem).or(() -> byStatus(status)).or(() -> match(FAILURES, words)).orElse(NET);
    return new Trouble(code, shorten(words), retryAfter);
  }

  /** What went wrong on this machine. */
  static Trouble here(Throwable problem, Code disk) {
    String words = words(problem);
    boolean full = match(FAILURES, words).filter(c -> c == LOCAL_DISK).isPresent();
    boolean files = problem instanceof FileSystemException;
    return new Trouble(full || files ? disk : CORRUPT, shorten(words));
  }

  /** Why our own objects could not be read to send them, where that is behind an exception. */
  static Optional<IOException> ofOurObjects(Throwable problem) {
    for (Throwable hidden : problem.getSuppressed()) {
      for (Throwable t = hidden; t != null; t = t.getCause()) {
        if (t instanceof IOException e
            && OUR_OBJECTS.stream().anyMatch(type -> type.isInstance(e))) {
          return Optional.of(e);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Code> byType(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof NoRemoteRepositoryException || t instanceof RepositoryNotFoundException) {
        return Optional.of(NOT_FOUND);
      }
      if (t instanceof InterruptedIOException) {
        return Optional.of(TIMEOUT);
      }
      if (t instanceof SSLException) {
        return Optional.of(TLS);
      }
      if (t instanceof java.net.SocketException || t instanceof java.net.UnknownHostException) {
        return Optional.of(NET);
      }
      if (t instanceof FileSystemException) {
        return Optional.of(LOCAL_DISK);
      }
    }
    return Optional.empty();
  }

  private static Optional<Code> byStatus(int status) {
    return switch (status) {
      case 401, 407 -> Optional.of(AUTH);
      case 403 -> Optional.of(FORBIDDEN);
      case 404, 410 -> Optional.of(NOT_FOUND);
      case 413, 507 -> Optional.of(QUOTA);
      case 429 -> Optional.of(RATE_LIMITED);
      case 408, 504 -> Optional.of(TIMEOUT);
      default -> status >= 500 ? Optional.of(NET) : Optional.empty();
    };
  }

  private static Optional<Code> match(Map<Pattern, Code> table, String words) {
    String text = words.toLowerCase(Locale.ROOT);
    return table.entrySet().stream()
        .filter(row -> row.getKey().matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  static String words(Throwable problem) {
    StringBuilder words = new StringBuilder();
    for (Throwable t = problem; t != null; t = t.getCause()) {
      String message = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
      if (words.indexOf(message) < 0) {
        words.append(words.length() == 0 ? "" : ": ").append(message);
      }
    }
    return words.toString();
  }

  /** One line, not too long. */
  static String shorten(String text) {
    String line = text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " / ").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** An exception that nobody expected, for the report. */
  static String unexpected(Throwable problem) {
    StringWriter where = new StringWriter();
    problem.printStackTrace(new PrintWriter(where));
    return "unexpected: " + shorten(where.toString());
  }
}
