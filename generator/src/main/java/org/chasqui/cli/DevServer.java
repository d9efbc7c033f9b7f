package org.chasqui.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.SiteBuilder;
import org.chasqui.site.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * The web server of {@code chasqui serve}: shows a site that lies in memory, to this machine only,
 * and tells open pages when there is a new one.
 *
 * <p>It listens on the loopback address, and answers only requests that name it as the host: a
 * foreign page whose host name was pointed at this machine (DNS rebinding) gets nothing.
 */
final class DevServer implements AutoCloseable {
  private static final int TRIES = 20;
  private static final Pattern OWN_HOST =
      Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Pattern BODY_END = Pattern.compile("(?i)</body\\s*>");
  private static final Pattern WORKER = Pattern.compile("(<body [^>]*?) data-worker=\"[^\"]*\"");

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool(DevServer::daemon);
  private final LiveStates states = new LiveStates();
  private volatile @Nullable TranslationPages desk;

  private DevServer(HttpServer http) {
    this.http = http;
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /**
   * Starts a server.
   *
   * @param port the first port to try
   * @param only whether only that port will do; else the next ones are tried too
   */
  static DevServer start(int port, boolean only) {
    for (int next = port; ; next++) {
      try {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new DevServer(HttpServer.create(new InetSocketAddress(here, next), 0));
      } catch (BindException e) {
        if (only || next + 1 >= Math.min(port + TRIES, 65536)) {
          throw new RunStopped.Environment(
              "Port " + next + " is taken. '--port' names another.", e);
        }
      } catch (IOException e) {
        throw new RunStopped.Environment("No server could be started: " + e.getMessage(), e);
      }
    }
  }

  /** The port it listens on. */
  int port() {
    return http.getAddress().getPort();
  }

  /** Serves a translator's desk too. */
  void serve(TranslationPages pages) {
    desk = pages;
  }

  /** Shows another state of the site from now on, and tells the open pages. */
  void show(ServedSite site) {
    states.set(site);
  }

  /** What it shows. */
  ServedSite shown() {
    return states.get();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "serve");
    thread.setDaemon(true);
    return thread;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
      String path = exchange.getRequestURI().getPath();
      if (!OWN_HOST.matcher(host).matches()) {
        plain(exchange, 403, "This server answers only to localhost.\n");
      } else if (desk != null && path != null && path.startsWith(TranslationPages.ROOT)) {
        desk(exchange, desk);
      } else if (!METHODS.contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        plain(exchange, 405, "Only GET and HEAD.\n");
      } else if (path == null || !path.startsWith("/")) {
        plain(exchange, 400, "No path.\n");
      } else if (path.equals("/.chasqui/live")) {
        states.stream(exchange);
      } else if (path.equals("/.chasqui/live.js")) {
        bytes(exchange, 200, "live.js", script());
      } else if (path.equals("/sw.js")) {
        // Who writes wants to see the page as it is now, whatever another server left here.
        bytes(exchange, 200, "sw.js", SiteBuilder.farewell().getBytes(StandardCharsets.UTF_8));
      } else {
        page(exchange, states.get(), path);
      }
    }
  }

  private static void desk(HttpExchange exchange, TranslationPages desk) throws IOException {
    TranslationPages.Answer answer;
    try {
      answer = desk.answer(exchange);
    } catch (RunStopped e) {
      answer = TranslationPages.Answer.text(500, "x.txt", e.getMessage() + "\n");
    }
    answer.location().ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
    bytes(exchange, answer.status(), answer.name(), answer.text().getBytes(StandardCharsets.UTF_8));
  }

  private void page(HttpExchange exchange, ServedSite site, String path) throws IOException {
    Optional<OutputFile> file = site.at(path);
    if (file.isPresent()) {
      send(exchange, 200, file.get(), site);
    } else if (!path.endsWith("/") && site.isFolder(path)) {
      String query = exchange.getRequestURI().getRawQuery();
      String raw = exchange.getRequestURI().getRawPath() + "/" + (query == null ? "" : "?" + query);
      // Two slashes at the start would name another host.
      exchange.getResponseHeaders().set("Location", raw.replaceFirst("^/+", "/"));
      plain(exchange, 301, "");
    } else {
      Optional<OutputFile> notFound = site.notFound(path);
      if (notFound.isPresent()) {
        send(exchange, 404, notFound.get(), site);
      } else {
        String text = site.files().isEmpty() ? "There is no site yet." : "Not found.";
        String html =
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Chasqui</title><body><p>"
                + text
                + "</p></body></html>";
        bytes(exchange, 404, "404.html", alive(html, site.build()));
      }
    }
  }

  private void send(HttpExchange exchange, int status, OutputFile file, ServedSite site)
      throws IOException {
    String name = file.path().fileName();
    if (file instanceof OutputFile.Text text) {
      byte[] content =
          name.endsWith(".html")
              ? alive(text.content(), site.version(file))
              : text.content().getBytes(StandardCharsets.UTF_8);
      bytes(exchange, status, name, content);
    } else if (file instanceof OutputFile.Copy copy) {
      copy(exchange, status, name, copy);
    }
  }

  private static void copy(HttpExchange exchange, int status, String name, OutputFile.Copy copy)
      throws IOException {
    if (!Files.isReadable(copy.from())) {
      plain(exchange, 404, "The file has gone.\n");
      return;
    }
    bytes(exchange, status, name, Files.readAllBytes(copy.from()));
  }

  /** A page with the script that keeps it up to date. */
  private static byte[] alive(String finished, String version) {
    String tag = "<script src=\"/.chasqui/live.js\" data-build=\"" + version + "\"></script>";
    // No page is kept here.
    String html = WORKER.matcher(finished).replaceFirst("$1");
    var end = BODY_END.matcher(html);
    int at = -1;
    while (end.find()) {
      at = end.start();
    }
    String page = at < 0 ? html + tag : html.substring(0, at) + tag + html.substring(at);
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] script() throws IOException {
    try (InputStream in = DevServer.class.getResourceAsStream("live.js")) {
      if (in == null) {
        throw new IOException("live.js is missing");
      }
      return in.readAllBytes();
    }
  }

  private static void plain(HttpExchange exchange, int status, String text) throws IOException {
    bytes(exchange, status, "x.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(HttpExchange exchange, int status, String name, byte[] content)
      throws IOException {
    Map.of(
            "Content-Type", ContentTypes.of(name),
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin")
        .forEach(exchange.getResponseHeaders()::set);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
    }
    exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
    if (!head && content.length > 0) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(content);
      }
    }
  }
}
