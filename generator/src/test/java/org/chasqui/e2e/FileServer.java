package org.chasqui.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** Serves a folder to this machine, as simply as a web host does. */
final class FileServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private final HttpServer server;
  private final Path folder;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong pictures = new AtomicLong();
  private final boolean likeHosts;
  private volatile int answers = Integer.MAX_VALUE;

  FileServer(Path folder) throws IOException {
    this(folder, false);
  }

  /**
   * One that compresses texts, and lets browsers keep files for ten minutes, as hosts of pages do.
   */
  static FileServer likeHosts(Path folder) throws IOException {
    return new FileServer(folder, true);
  }

  private FileServer(Path folder, boolean likeHosts) throws IOException {
    this.folder = folder;
    this.likeHosts = likeHosts;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** From now on it answers so many times and then breaks every connection; 0 is no connection. */
  void answers(int count) {
    asked.clear();
    answers = count;
  }

  /** The paths that it answered since it was last told how often to. */
  Set<String> asked() {
    return new TreeSet<>(asked);
  }

  /** How many bytes of files it sent since this was last asked. */
  long sent() {
    return sent.getAndSet(0);
  }

  /** How many of them were of pictures that authors put beside their texts; asked before. */
  long pictures() {
    return pictures.getAndSet(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (answers <= 0) {
        return;
      }
      answers--;
      String path = exchange.getRequestURI().getPath().substring(1);
      asked.add(path);
      Path file = folder.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
      boolean there = Files.isRegularFile(file);
      Path missing = folder.resolve("404.html");
      byte[] none = Files.isRegularFile(missing) ? Files.readAllBytes(missing) : new byte[0];
      byte[] body = there ? Files.readAllBytes(file) : none;
      String name = there ? file.getFileName().toString() : "404.html";
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      exchange
          .getResponseHeaders()
          .set("Content-Type", type == null ? "application/octet-stream" : type);
      if (likeHosts) {
        exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
        if (type != null && body.length > 0) {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          body = zipped(body);
        }
      }
      sent.addAndGet(body.length);
      pictures.addAndGet(path.contains("images/") ? body.length : 0);
      exchange.sendResponseHeaders(there ? 200 : 404, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
