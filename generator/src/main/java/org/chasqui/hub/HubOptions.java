package org.chasqui.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to publish. Everything that this room may know of the machine is handed in here.
 *
 * <p>Credentials are named, never given. For a hub {@code mx-oaxaca} at {@code git.example.org} the
 * {@code secrets} are asked, in this order, for
 *
 * <ul>
 *   <li>{@code CHASQUI_HUB_MX_OAXACA_TOKEN} and {@code CHASQUI_HUB_MX_OAXACA_USER}
 *   <li>{@code CHASQUI_HOST_GIT_EXAMPLE_ORG_TOKEN} and {@code CHASQUI_HOST_GIT_EXAMPLE_ORG_USER}
 * </ul>
 *
 * and for {@code ssh://} for {@code …_SSH_KEY} (the path of a private key) and {@code
 * …_SSH_PASSPHRASE}.
 *
 * @param parallel how many repositories are worked on at the same time
 * @param timeout how long one connection, or one read from it, may take
 * @param deadline how long one hub may take in all
 * @param attempts how often a hub is tried when somebody else was faster or the network failed
 * @param seed where the random part of the waits between attempts comes from
 * @param secrets looks a name up, usually in the environment
 * @param sshFolder the folder with {@code known_hosts}, keys and {@code config} for {@code ssh://},
 *     usually {@code ~/.ssh}
 */
public record HubOptions(
    int parallel,
    Duration timeout,
    Duration deadline,
    int attempts,
    long seed,
    Function<String, Optional<String>> secrets,
    Optional<Path> sshFolder) {

  /**
   * @throws IllegalArgumentException if a number or a duration is not positive
   */
  public HubOptions {
    if (parallel < 1 || attempts < 1 || !positive(timeout) || !positive(deadline)) {
      throw new IllegalArgumentException("hub options must be positive");
    }
  }

  /**
   * Four at a time, 30 seconds for a read, five minutes for a hub, five attempts, no ssh folder.
   */
  public static HubOptions of(Function<String, Optional<String>> secrets) {
    return new HubOptions(
        4, Duration.ofSeconds(30), Duration.ofMinutes(5), 5, 0, secrets, Optional.empty());
  }

  /** The same with other time limits. */
  public HubOptions within(Duration newTimeout, Duration newDeadline) {
    return new HubOptions(parallel, newTimeout, newDeadline, attempts, seed, secrets, sshFolder);
  }

  /** The same with another number of repositories at a time. */
  public HubOptions parallel(int newParallel) {
    return new HubOptions(newParallel, timeout, deadline, attempts, seed, secrets, sshFolder);
  }

  /** The same with another number of attempts. */
  public HubOptions attempts(int newAttempts) {
    return new HubOptions(parallel, timeout, deadline, newAttempts, seed, secrets, sshFolder);
  }

  /** The same with another seed. */
  public HubOptions seed(long newSeed) {
    return new HubOptions(parallel, timeout, deadline, attempts, newSeed, secrets, sshFolder);
  }

  /** The same with a folder for ssh. */
  public HubOptions ssh(Path folder) {
    return new HubOptions(
        parallel, timeout, deadline, attempts, seed, secrets, Optional.of(folder));
  }

  private static boolean positive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }
}
