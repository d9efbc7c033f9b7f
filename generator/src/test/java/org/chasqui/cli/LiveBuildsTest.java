package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.BuildRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveBuildsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  private BuildRequest slowly() {
    asked.incrementAndGet();
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RunStopped.Usage("This far it came.");
  }

  // Who waits for changes asks every five seconds whether one is left to build; a site of ten
  // thousand pages takes longer, and was begun again each time.
  @Test
  void aBuildThatTakesLongIsNotBegunAgain() throws Exception {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            out,
            out,
            Map.of(),
            Clock.systemUTC(),
            folder.toAbsolutePath(),
            Optional.empty(),
            false);
    try (DevServer server = DevServer.start(0, true);
        LiveBuilds builds = new LiveBuilds(console, true, server, this::slowly)) {
      builds.changed(Set.of(folder.resolve("a.md")));
      begun.await();
      builds.catchUp();
      builds.catchUp();
      go.countDown();
      while (!builds.idle()) {
        Thread.sleep(5);
      }
      builds.catchUp();
      assertTrue(builds.idle(), "nothing is left to build");
    }
    assertEquals(1, asked.get());
    assertEquals("chasqui: This far it came.\n", said.toString(StandardCharsets.UTF_8));
  }
}
