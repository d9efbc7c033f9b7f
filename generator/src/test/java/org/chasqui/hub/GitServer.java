package org.chasqui.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The real {@code git http-backend} behind an HTTP server on this machine that can misbehave. The
 * first rule that takes a request decides; without one the request is answered as it should be.
 */
final class GitServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path root;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Map<Predicate<String>, Fault> faults = new java.util.LinkedHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** How new a git it speaks like. */
  enum Speech {
    NEW,
    /** Protocol version 0, without filters. */
    OLD,
    /** The same, and it knows no shallow clones. */
    WITHOUT_SHALLOW
  }

  private volatile Speech speech = Speech.NEW;

  void speak(Speech newSpeech) {
    speech = newSpeech;
  }

  /** What happens to a request instead of, or around, a right answer. */
  interface Fault {
    void answer(HttpExchange exchange, GitServer server) throws IOException;
  }

  GitServer(Path root) throws IOException {
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The requests so far: {@code GET /hub.git/info/refs?service=git-upload-pack}. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** How many bytes went to and fro, without headers. */
  long bytes() {
    return bytes.get();
  }

  void clearLog() {
    bytes.set(0);
    log.clear();
  }

  synchronized void when(String part, Fault fault) {
    faults.put(request -> request.contains(part), fault);
  }

  synchronized void well() {
    faults.clear();
  }

  private synchronized Fault faultOf(String request) {
    return faults.entrySet().stream()
        .filter(rule -> rule.getKey().test(request))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse((exchange, self) -> self.serve(exchange, true));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    log.add(request);
    try (exchange) {
      faultOf(request).answer(exchange, this);
    }
  }

  static Fault status(int status, String... headers) {
    return (exchange, server) -> {
      exchange.getRequestBody().readAllBytes();
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Answers only those who say a user's name and password. */
  static Fault password(String user, String password) {
    String right =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return (exchange, server) -> {
      if (right.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        server.serve(exchange, true);
      } else {
        status(401, "WWW-Authenticate", "Basic realm=\"hub\"").answer(exchange, server);
      }
    };
  }

  /** Takes the request and never answers. */
  static Fault hang() {
    return (exchange, server) -> server.waitForTheEnd();
  }

  /** Does what was asked, and breaks the connection instead of saying so. */
  static Fault applyAndBreak() {
    return (exchange, server) -> server.serve(exchange, false);
  }

  /** Sends a right beginning, then a byte now and then. */
  static Fault drip() {
    return (exchange, server) -> {
      exchange
          .getResponseHeaders()
          .set("Content-Type", "application/x-git-upload-pack-advertisement");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      out.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
      out.write("ffff".getBytes(StandardCharsets.US_ASCII));
      while (!server.closedWithin(200)) {
        out.write('x');
        out.flush();
      }
    };
  }

  static Fault text(String contentType, String text) {
    return (exchange, server) -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private void waitForTheEnd() {
    closedWithin(60_000);
  }

  private boolean closedWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Passes on what a push asks for, but not the pack: something on the way cut it off. */
  static Fault withoutPack() {
    return (exchange, server) -> {
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream in = exchange.getRequestBody();
      byte[] body = (packed ? new GZIPInputStream(in) : in).readAllBytes();
      int pack = new String(body, StandardCharsets.ISO_8859_1).indexOf("0000PACK") + 4;
      ByteArrayOutputStream cut = new ByteArrayOutputStream();
      try (OutputStream out = packed ? new GZIPOutputStream(cut) : cut) {
        out.write(body, 0, pack);
      }
      server.serve(exchange, cut.toByteArray(), true);
    };
  }

  /** Something that happens once; after that all is well. */
  static Fault once(Fault fault) {
    AtomicBoolean happened = new AtomicBoolean();
    return (exchange, server) -> {
      if (happened.compareAndSet(false, true)) {
        fault.answer(exchange, server);
      } else {
        server.serve(exchange, true);
      }
    };
  }

  /** Answers as git does. */
  void serve(HttpExchange exchange, boolean answer) throws IOException {
    serve(exchange, exchange.getRequestBody().readAllBytes(), answer);
  }

  private void serve(HttpExchange exchange, byte[] body, boolean answer) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    environment(builder.environment(), exchange);
    Process process = builder.start();
    bytes.addAndGet(body.length);
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    } catch (IOException e) {
      // It did not want to read all of it.
    }
    byte[] said;
    int status;
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      status = headers(out, exchange);
      said = out.readAllBytes();
      if (speech == Speech.WITHOUT_SHALLOW && exchange.getRequestMethod().equals("GET")) {
        // Of the same length, so that the lengths of the lines stay right.
        said =
            new String(said, StandardCharsets.ISO_8859_1)
                .replace(" shallow ", " xhallow ")
                .getBytes(StandardCharsets.ISO_8859_1);
      }
      bytes.addAndGet(said.length);
    }
    if (answer) {
      exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
      if (said.length > 0) {
        exchange.getResponseBody().write(said);
      }
    }
  }

  private void environment(Map<String, String> env, HttpExchange exchange) {
    env.put("GIT_CONFIG_GLOBAL", "/dev/null");
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    env.put("GIT_PROJECT_ROOT", root.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("REMOTE_USER", "pusher");
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    env.put("PATH_INFO", exchange.getRequestURI().getPath());
    String query = exchange.getRequestURI().getRawQuery();
    env.put("QUERY_STRING", query == null ? "" : query);
    header(env, exchange, "Content-Type", "CONTENT_TYPE");
    header(env, exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING");
    if (speech == Speech.NEW) {
      header(env, exchange, "Git-Protocol", "GIT_PROTOCOL");
    }
  }

  private static void header(
      Map<String, String> env, HttpExchange exchange, String header, String variable) {
    String value = exchange.getRequestHeaders().getFirst(header);
    if (value != null) {
      env.put(variable, value);
    }
  }

  private static int headers(InputStream out, HttpExchange exchange) throws IOException {
    int status = 200;
    for (String line = line(out); !line.isEmpty(); line = line(out)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.equals("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(name, value);
      }
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
