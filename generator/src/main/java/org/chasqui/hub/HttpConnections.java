package org.chasqui.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * Makes the HTTP connections of one hub. JGit's own know no total deadline: a server that sends a
 * byte now and then would hold us for ever. They also hide why a server refused.
 */
final class HttpConnections implements HttpConnectionFactory {
  private final Deadline deadline;
  private volatile int lastStatus;
  private volatile Optional<Duration> retryAfter = Optional.empty();

  HttpConnections(Deadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(proxy);
    deadline.onEnd(() -> cut(connection));
    return new HttpExchange(connection, deadline, this);
  }

  // Closing may itself wait for the server.
  private static void cut(HttpURLConnection connection) {
    Thread cutter = new Thread(connection::disconnect, "chasqui-hub-cut");
    cutter.setDaemon(true);
    cutter.start();
  }

  void answered(HttpURLConnection connection, int status) {
    lastStatus = status;
    retryAfter = seconds(connection.getHeaderField("Retry-After"));
  }

  private static Optional<Duration> seconds(@org.jspecify.annotations.Nullable String header) {
    return header != null && header.matches("\\d{1,5}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
        : Optional.empty();
  }

  /** The status of the last answer; 0 if there was none. */
  int lastStatus() {
    return lastStatus;
  }

  /** How long the last answer asked us to wait. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Forgets the last answer. */
  void forget() {
    lastStatus = 0;
    retryAfter = Optional.empty();
  }
}
