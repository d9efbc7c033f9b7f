package org.chasqui.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to publish. Everything that this room may know of the machine is handed in here. Immutable:
 * every change makes another one.
 *
 * <p>Credentials are named, never given. For a hub {@code mx-oaxaca} at {@code git.example.org} a
 * name is asked for as {@code CHASQUI_HUB_MX_OAXACA_NAME}, then as {@code
 * CHASQUI_HOST_GIT_EXAMPLE_ORG_NAME}:
 *
 * <ul>
 *   <li>{@code TOKEN}, or {@code TOKEN_FILE} (the path of a file that holds it), and {@code USER}
 *   <li>{@code GITHUB_APP} (its id), {@code GITHUB_APP_KEY} (the path of its private key), {@code
 *       GITHUB_APP_INSTALLATION} and {@code GITHUB_APP_API}
 *   <li>{@code CREDENTIAL_HELPER}: {@code git} asks {@code git credential fill}
 *   <li>for {@code ssh://}: {@code SSH_KEY} (the path of a private key), {@code SSH_PASSPHRASE}
 *   <li>for signatures: {@code SIGNING_KEY}, {@code SIGNING_PASSPHRASE}
 * </ul>
 */
public final class HubOptions {
  private final Function<String, Optional<String>> secrets;
  private int parallel = 4;
  private int perHost = 4;
  private Duration pause = Duration.ofSeconds(1);
  private Duration timeout = Duration.ofSeconds(30);
  private Duration deadline = Duration.ofMinutes(5);
  private int attempts = 5;
  private long seed = 0;
  private Optional<Path> sshFolder = Optional.empty();
  private Optional<Path> agent = Optional.empty();
  private Drift drift = Drift.KEEP;
  private boolean strictMerge = false;
  private boolean requireSignature = false;
  private boolean fallback = false;
  private long warnBytes = 50L << 20;
  private long mostBytes = 100L << 20;
  private long mostFileBytes = 5L << 20;
  private Map<String, String> expected = Map.of();
  private Optional<Clock> clock = Optional.empty();
  private boolean offline;
  private boolean acceptRewritten;
  private String tool = ManifestFormat.TOOL;

  private HubOptions(Function<String, Optional<String>> secrets) {
    this.secrets = secrets;
  }

  private HubOptions(HubOptions other) {
    this.secrets = other.secrets;
    this.parallel = other.parallel;
    this.perHost = other.perHost;
    this.pause = other.pause;
    this.timeout = other.timeout;
    this.deadline = other.deadline;
    this.attempts = other.attempts;
    this.seed = other.seed;
    this.sshFolder = other.sshFolder;
    this.agent = other.agent;
    this.drift = other.drift;
    this.strictMerge = other.strictMerge;
    this.requireSignature = other.requireSignature;
    this.fallback = other.fallback;
    this.warnBytes = other.warnBytes;
    this.mostBytes = other.mostBytes;
    this.mostFileBytes = other.mostFileBytes;
    this.expected = other.expected;
    this.clock = other.clock;
    this.offline = other.offline;
    this.acceptRewritten = other.acceptRewritten;
    this.tool = other.tool;
  }

  /** What happens to a file of ours that somebody changed on the hub's side. */
  public enum Drift {
    /** Theirs stays, and is told of each time. */
    KEEP,
    /** Theirs stays, and is theirs from now on: it is not told of any more. */
    ADOPT,
    /** Ours is put there again; theirs stays in the history. */
    OVERWRITE
  }

  /**
   * Four at a time, a second between pushes to one host, 30 seconds for a read, five minutes for a
   * hub, five attempts, no ssh, no log; what others changed is kept.
   *
   * @param secrets looks a name up, usually in the environment
   */
  public static HubOptions of(Function<String, Optional<String>> secrets) {
    return new HubOptions(secrets);
  }

  /** The same with other time limits. */
  public HubOptions within(Duration newTimeout, Duration newDeadline) {
    HubOptions copy = new HubOptions(this);
    copy.timeout = positive(newTimeout);
    copy.deadline = positive(newDeadline);
    return copy;
  }

  /** The same with other manners towards one host: how many at a time, and how long between. */
  public HubOptions pacing(int newPerHost, Duration newPause) {
    HubOptions copy = new HubOptions(this);
    copy.perHost = positive(newPerHost);
    copy.pause = newPause;
    return copy;
  }

  /** The same with other sizes in bytes: to tell of, of all files together, of one file. */
  public HubOptions sizes(long warn, long most, long mostOfOne) {
    HubOptions copy = new HubOptions(this);
    copy.warnBytes = warn;
    copy.mostBytes = most;
    copy.mostFileBytes = mostOfOne;
    return copy;
  }

  /** The same with another number of repositories at a time. */
  public HubOptions parallel(int newParallel) {
    HubOptions copy = new HubOptions(this);
    copy.parallel = positive(newParallel);
    return copy;
  }

  /** The same with another number of attempts. */
  public HubOptions attempts(int newAttempts) {
    HubOptions copy = new HubOptions(this);
    copy.attempts = positive(newAttempts);
    return copy;
  }

  /** The same with another seed. */
  public HubOptions seed(long newSeed) {
    HubOptions copy = new HubOptions(this);
    copy.seed = newSeed;
    return copy;
  }

  /** The same with a folder for ssh, usually {@code ~/.ssh}. */
  public HubOptions ssh(Path folder) {
    HubOptions copy = new HubOptions(this);
    copy.sshFolder = Optional.of(folder);
    return copy;
  }

  /** The same with an ssh agent, by its socket. */
  public HubOptions agent(Path socket) {
    HubOptions copy = new HubOptions(this);
    copy.agent = Optional.of(socket);
    return copy;
  }

  /** The same with other manners towards what others changed. */
  public HubOptions drift(Drift newDrift) {
    HubOptions copy = new HubOptions(this);
    copy.drift = newDrift;
    return copy;
  }

  /** The same, but changes that learners would not receive in full are refused, or not. */
  public HubOptions strictMerge(boolean strict) {
    HubOptions copy = new HubOptions(this);
    copy.strictMerge = strict;
    return copy;
  }

  /** The same, but hubs without a signing key are refused, or not. */
  public HubOptions requireSignature(boolean require) {
    HubOptions copy = new HubOptions(this);
    copy.requireSignature = require;
    return copy;
  }

  /** The same, with or without a branch of our own where the hub's is protected. */
  public HubOptions fallback(boolean wanted) {
    HubOptions copy = new HubOptions(this);
    copy.fallback = wanted;
    return copy;
  }

  /** The same for branches that must still be where they were, by hub id; empty for none. */
  public HubOptions expecting(Map<String, String> commits) {
    HubOptions copy = new HubOptions(this);
    copy.expected = Map.copyOf(commits);
    return copy;
  }

  /** The same with a log, whose times are this clock's. */
  public HubOptions log(Clock newClock) {
    HubOptions copy = new HubOptions(this);
    copy.clock = Optional.of(newClock);
    return copy;
  }

  /** The same, but no server is asked: the copy that the last run left counts. Only reads. */
  public HubOptions offline(boolean wanted) {
    HubOptions copy = new HubOptions(this);
    copy.offline = wanted;
    return copy;
  }

  private static int positive(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("hub options must be positive");
    }
    return number;
  }

  private static Duration positive(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("hub options must be positive");
    }
    return duration;
  }

  /** The same with another name and version of what publishes, for the manifest. */
  public HubOptions tool(String newTool) {
    HubOptions copy = new HubOptions(this);
    copy.tool = newTool;
    return copy;
  }

  /** The same, but branches from which publications have vanished are built upon, or not. */
  public HubOptions acceptRewritten(boolean accept) {
    HubOptions copy = new HubOptions(this);
    copy.acceptRewritten = accept;
    return copy;
  }

  /** Whether branches from which publications have vanished are built upon. */
  boolean acceptsRewritten() {
    return acceptRewritten;
  }

  /** What the manifest says made the publication. */
  String tool() {
    return tool;
  }

  /** Whether no server is asked. */
  boolean offline() {
    return offline;
  }

  Optional<String> secret(String name) {
    return secrets.apply(name).filter(value -> !value.isBlank());
  }

  /** How many repositories are worked on at the same time. */
  int parallel() {
    return parallel;
  }

  /** How many of them may be on one host. */
  int perHost() {
    return perHost;
  }

  /** The least time between two pushes to one host, save for this machine itself. */
  Duration pause() {
    return pause;
  }

  /** How long one connection, or one read from it, may take. */
  public Duration timeout() {
    return timeout;
  }

  /** How long one hub may take in all. */
  public Duration deadline() {
    return deadline;
  }

  /** How often a hub is tried when somebody else was faster or the network failed. */
  int attempts() {
    return attempts;
  }

  /** Where the random part of the waits between attempts comes from. */
  long seed() {
    return seed;
  }

  /** The folder with {@code known_hosts}, keys and {@code config} for {@code ssh://}. */
  Optional<Path> sshFolder() {
    return sshFolder;
  }

  /** The socket of an ssh agent. */
  Optional<Path> agent() {
    return agent;
  }

  /** What happens to what somebody changed on the hub's side. */
  Drift drift() {
    return drift;
  }

  /** Whether a hub is refused when learners would not receive all of a change. */
  boolean strictMerge() {
    return strictMerge;
  }

  /** Whether a hub for which there is no signing key is refused. */
  boolean requireSignature() {
    return requireSignature;
  }

  /** Whether a protected branch is answered with a branch of our own. */
  boolean fallback() {
    return fallback;
  }

  /** How large our files may be together, compressed, before people are told. */
  long warnBytes() {
    return warnBytes;
  }

  /** How large they may be at all. */
  long mostBytes() {
    return mostBytes;
  }

  /** How large one of them may be. */
  long mostFileBytes() {
    return mostFileBytes;
  }

  /** Where the branch must still be, by hub id: a commit, or nothing for no branch. */
  Map<String, String> expected() {
    return expected;
  }

  /** What time it is, for the log; without it no log is written. */
  Optional<Clock> clock() {
    return clock;
  }
}
