package org.chasqui.hub;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What was done to hubs' branches, a line of JSON for each change, in {@code
 * .chasqui/log/hubs.jsonl}. Each line names the digest of the one before it and its own, so that a
 * line that was changed or taken out is found. Lines are only added, each is on the disk before we
 * go on; one that was cut off by a power failure is passed over.
 */
final class AuditLog {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long TAIL = 1 << 14;
  private static final String HASH = ",\"hash\":\"";

  private final Path file;
  private final Optional<Clock> clock;

  /**
   * @param clock what time it is; without it nothing is written
   */
  AuditLog(Path siteFolder, Optional<Clock> clock) {
    this.file = file(siteFolder);
    this.clock = clock;
  }

  static Path file(Path siteFolder) {
    return siteFolder.resolve(".chasqui").resolve("log").resolve("hubs.jsonl");
  }

  /** The lines of one change of one hub. */
  Entry entry(Hub hub) {
    return new Entry(hub);
  }

  /** A change: first that it begins, then what became of it. */
  final class Entry {
    private final Hub hub;
    private final String id;

    private Entry(Hub hub) {
      this.hub = hub;
      String now = clock.map(c -> c.instant().toString()).orElse("");
      String process = ProcessHandle.current().pid() + " " + System.nanoTime();
      this.id = digest(hub.id() + " " + now + " " + process).substring(0, 12);
    }

    /**
     * Says that a branch is about to move.
     *
     * @throws Trouble LOCAL_DISK if that cannot be written down: then nothing is sent
     */
    void moves(String from, String to, int publication, HubDetails details) throws Trouble {
      Map<String, String> facts = new TreeMap<>();
      facts.put("from", from);
      facts.put("to", to);
      facts.put("publication", String.valueOf(publication));
      details.overwritten().forEach((path, blob) -> facts.put("overwrote:" + path, blob));
      begin(facts);
    }

    /** The same for another branch than the hub's. */
    void moves(String from, String to, String branch) throws Trouble {
      begin(Map.of("from", from, "to", to, "branch", branch));
    }

    private void begin(Map<String, String> facts) throws Trouble {
      try {
        append(hub, id, "moving", facts);
      } catch (IOException e) {
        throw new Trouble(
            Trouble.Code.LOCAL_DISK,
            "The log could not be written, so nothing was sent: "
                + Troubles.shorten(String.valueOf(e.getMessage())));
      }
    }

    /** Says what became of it. What has happened is not undone because it could not be written. */
    void ended(HubOutcome outcome) {
      try {
        String word = outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        append(hub, id, word, facts(outcome));
      } catch (IOException e) {
        // The branch itself is the truth; the line before says what was meant to happen.
      }
    }

    private Map<String, String> facts(HubOutcome outcome) {
      if (outcome instanceof HubOutcome.Rejected it) {
        return Map.of("code", it.code());
      }
      return outcome instanceof HubOutcome.Unreachable it ? Map.of("code", it.code()) : Map.of();
    }
  }

  private void append(Hub hub, String id, String event, Map<String, String> facts)
      throws IOException {
    if (clock.isEmpty()) {
      return;
    }
    String time = clock.get().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock held = lock(channel)) {
      String text = tail(channel);
      boolean torn = !text.isEmpty() && !text.endsWith("\n");
      String line = line(previous(text), time, hub, id, event, facts);
      ByteBuffer bytes =
          ByteBuffer.wrap(((torn ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      held.release();
    }
  }

  // Others write too: threads of this process, and other processes.
  private static FileLock lock(FileChannel channel) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        if (attempt > 1000) {
          throw new IOException("the log is in use", e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  // What was added last. A log grows for years; only its end counts here.
  private static String tail(FileChannel channel) throws IOException {
    for (long most = TAIL; ; most *= 16) {
      long from = Math.max(0, channel.size() - most);
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // Until all of it is read.
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      if (from == 0 || !previous(text).isEmpty()) {
        return text;
      }
    }
  }

  private static String previous(String text) {
    String[] lines = text.split("\n");
    for (int i = lines.length - 1; i >= 0; i--) {
      Optional<String> hash = hash(lines[i]);
      if (hash.isPresent()) {
        return hash.get();
      }
    }
    return "";
  }

  private static String line(
      String previous, String time, Hub hub, String id, String event, Map<String, String> facts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("previous", previous);
      json.writeStringProperty("time", time);
      json.writeStringProperty("hub", hub.id());
      json.writeStringProperty("run", id);
      json.writeStringProperty("event", event);
      new TreeMap<>(facts).forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    String body = text.toString().substring(0, text.toString().length() - 1);
    return body + HASH + digest(body) + "\"}";
  }

  /** The digest that a line says of itself, if it is right. */
  static Optional<String> hash(String line) {
    int at = line.lastIndexOf(HASH);
    if (at < 0 || !line.endsWith("\"}")) {
      return Optional.empty();
    }
    String said = line.substring(at + HASH.length(), line.length() - 2);
    return said.equals(digest(line.substring(0, at))) ? Optional.of(said) : Optional.empty();
  }

  private static String digest(String text) {
    return Contents.Content.of(text.getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
