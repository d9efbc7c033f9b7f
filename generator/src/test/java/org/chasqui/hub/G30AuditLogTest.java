package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line for every change of a branch, chained to the one before. */
@DisplayName("G30 audit log")
class G30AuditLogTest {
  @TempDir Path folder;
  private final Hub hub = Hubs.embedded("h");
  private HubOptions options;

  @BeforeEach
  void clock() {
    Clock clock = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
    options = Hubs.options().log(clock);
  }

  private HubOutcome push(String text) {
    HubContent content = Hubs.content(hub, "es/a.ipynb", Hubs.notebook(text));
    return Hubs.push(folder, content, Hubs.FIRST, options);
  }

  private List<String> lines() throws Exception {
    return HubLog.read(folder).lines();
  }

  @Test
  void everyChangeIsThereAndNothingElse() throws Exception {
    assertEquals(List.of(), lines());
    push("uno");
    push("uno");
    String commit = ((HubOutcome.Published) push("dos")).commit();
    assertEquals(4, lines().size(), lines().toString());
    assertTrue(lines().get(2).contains("\"event\":\"moving\""), lines().get(2));
    assertTrue(lines().get(2).contains("\"to\":\"" + commit + "\""), lines().get(2));
    assertTrue(lines().get(3).contains("\"event\":\"published\""), lines().get(3));
    assertTrue(lines().get(0).contains("\"time\":\"2026-05-01T12:00:00Z\""), lines().get(0));
    HubLog log = HubLog.read(folder);
    assertEquals(List.of(), log.broken());
    assertEquals(List.of(), log.torn());
  }

  @Test
  void aChangedOrMissingLineIsFound() throws Exception {
    push("uno");
    push("dos");
    Path file = AuditLog.file(folder);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Files.writeString(
        file,
        String.join("\n", lines).replace("\"publication\":\"1\"", "\"publication\":\"9\"") + "\n");
    assertEquals(List.of(1, 2), HubLog.read(folder).broken());
    lines.remove(1);
    Files.write(file, lines);
    assertEquals(List.of(2), HubLog.read(folder).broken());
  }

  @Test
  @DisplayName("F42 a log that was cut off at any byte goes on")
  void aTornLineIsPassedOver() throws Exception {
    push("uno");
    Path file = AuditLog.file(folder);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 37) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      push("text " + length);
      HubLog log = HubLog.read(folder);
      assertEquals(List.of(), log.broken(), "cut at " + length);
      assertTrue(log.torn().size() <= 1, "cut at " + length);
      assertTrue(log.lines().get(log.lines().size() - 1).contains("published"));
    }
  }

  @Test
  void withoutALogNothingIsSent() throws Exception {
    Git.write(folder.resolve(".chasqui/log"), "a file where the folder belongs");
    HubOutcome.Unreachable outcome = assertInstanceOf(HubOutcome.Unreachable.class, push("uno"));
    assertEquals("LOCAL_DISK", outcome.code());
    assertFalse(Hubs.status(folder, Hubs.content(hub)).commit().isPresent());
  }
}
