package org.chasqui.cli;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of the served site, and the pages that wait for the next one: server-sent events, as
 * the HTML standard describes them.
 */
final class LiveStates {
  // Now and then a comment, so that a page that was closed is noticed.
  private static final long HEARTBEAT_MILLIS = 15_000;

  private ServedSite site = ServedSite.NOTHING;
  private long version;

  /** The state now. */
  synchronized ServedSite get() {
    return site;
  }

  /** Changes it and wakes whoever waits. */
  synchronized void set(ServedSite next) {
    site = next;
    version++;
    notifyAll();
  }

  /** Tells one page the state now and each one after it, until the page goes. */
  void stream(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String path = query == null ? "/" : query.replaceFirst("^path=(?=/)", "");
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      long told = -1;
      while (true) {
        Told next = await(told, path);
        out.write(next.event().getBytes(StandardCharsets.UTF_8));
        out.flush();
        told = next.version();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // waking early only sends a heartbeat early
  private synchronized Told await(long told, String path) throws InterruptedException {
    if (told == version) {
      wait(HEARTBEAT_MILLIS);
    }
    if (told == version) {
      return new Told(version, ": still here\n\n");
    }
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("build", site.version(path));
    state.put("problems", site.problems());
    return new Told(version, "data: " + Json.write(state) + "\n\n");
  }

  private record Told(long version, String event) {}
}
