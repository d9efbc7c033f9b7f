package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ServeTest {
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  private DevServer server() throws IOException {
    Path picture = folder.resolve("p.png");
    Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    DevServer server = DevServer.start(0, true);
    server.show(
        ServedSite.NOTHING.next(
            "1",
            List.of(
                text("index.html", "<html><body>home </body> in text</body></html>"),
                text("404.html", "<body>none</body>"),
                text("es/index.html", "<body>inicio ñ</body>"),
                text("es/404.html", "<body>no hay</body>"),
                text("a/b/index.html", "<p>no body tag"),
                text("a/x.ipynb", "{}"),
                text("style.css", "p {}"),
                new OutputFile.Copy(OutputPath.of("p.png"), picture))));
    return server;
  }

  private static OutputFile text(String path, String content) {
    return new OutputFile.Text(OutputPath.of(path), content);
  }

  private HttpResponse<String> get(DevServer server, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void servesPagesWithTheRightTypes() throws Exception {
    try (DevServer server = server()) {
      HttpResponse<String> home = get(server, "/");
      assertEquals(200, home.statusCode());
      assertEquals("text/html; charset=utf-8", type(home));
      assertEquals("no-store", home.headers().firstValue("Cache-Control").orElse(""));
      assertEquals(
          "<html><body>home </body> in text<script src=\"/.chasqui/live.js\" data-build=\""
              + server.shown().version("/")
              + "\"></script></body></html>",
          home.body());
      assertTrue(get(server, "/es/").body().contains("inicio ñ"));
      assertEquals("text/css; charset=utf-8", type(get(server, "/style.css")));
      assertEquals("p {}", get(server, "/style.css").body());
      assertEquals("application/x-ipynb+json", type(get(server, "/a/x.ipynb")));
      assertEquals("image/png", type(get(server, "/p.png")));
      assertEquals("text/javascript; charset=utf-8", type(get(server, "/.chasqui/live.js")));
    }
  }

  @Test
  void whoWritesSeesNoPageThatABrowserKept() throws Exception {
    String html =
        "<html><body class=\"page\" data-worker=\"sw.js\" data-copy=\"x\">a</body></html>";
    try (DevServer server = DevServer.start(0, true)) {
      server.show(ServedSite.NOTHING.next("1", List.of(text("index.html", html))));
      String page = get(server, "/").body();
      assertTrue(page.startsWith("<html><body class=\"page\" data-copy=\"x\">a"), page);
      String worker = get(server, "/sw.js").body();
      assertTrue(worker.contains("unregister()"), worker);
    }
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void aFolderWithoutItsSlashLeadsThere() throws Exception {
    try (DevServer server = server()) {
      HttpResponse<String> moved = get(server, "/a/b?x=1");
      assertEquals(301, moved.statusCode());
      assertEquals("/a/b/?x=1", moved.headers().firstValue("Location").orElse(""));
      assertTrue(get(server, "/a/b/").body().startsWith("<p>no body tag<script"));
    }
  }

  @Test
  void whatIsNotThereGetsTheNearestPageForIt() throws Exception {
    try (DevServer server = server()) {
      assertEquals(404, get(server, "/nowhere/at/all").statusCode());
      assertTrue(get(server, "/nowhere/at/all").body().contains("none"));
      assertTrue(get(server, "/es/nada/").body().contains("no hay"));
    }
  }

  @Test
  void nothingOutsideTheSiteIsServed() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    try (DevServer server = server()) {
      for (String path :
          List.of(
              "/../secret.txt",
              "/es/../../secret.txt",
              "/%2e%2e/secret.txt",
              "/..%2fsecret.txt",
              "/%2fetc/passwd",
              "//etc/passwd",
              "/p.png/../secret.txt",
              "/..\\secret.txt",
              "/\u0000")) {
        String answer = raw(server, "GET " + path + " HTTP/1.1", "localhost");
        assertFalse(answer.contains("secret\n") || answer.contains("root:"), path);
        assertFalse(answer.startsWith("HTTP/1.1 200"), path + ": " + answer);
      }
    }
  }

  @Test
  void aForeignHostNameIsRefused() throws Exception {
    try (DevServer server = server()) {
      assertTrue(raw(server, "GET / HTTP/1.1", "evil.example.org").startsWith("HTTP/1.1 403"));
      assertTrue(
          raw(server, "GET / HTTP/1.1", "localhost.evil.example.org").startsWith("HTTP/1.1 403"));
      assertTrue(
          raw(server, "GET / HTTP/1.1", "127.0.0.1.evil.org:8000").startsWith("HTTP/1.1 403"));
      for (String own :
          List.of("localhost:" + server.port(), "127.0.0.1", "[::1]:80", "LOCALHOST")) {
        assertTrue(raw(server, "GET / HTTP/1.1", own).startsWith("HTTP/1.1 200"), own);
      }
      assertTrue(raw(server, "POST / HTTP/1.1", "localhost").startsWith("HTTP/1.1 405"));
      String head = raw(server, "HEAD /style.css HTTP/1.1", "localhost");
      assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("ontent-length: 4"), head);
      assertFalse(head.contains("p {}"), head);
    }
  }

  private static String raw(DevServer server, String request, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          (request + "\r\nHost: " + host + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aTakenPortIsPassedOverUnlessItWasAskedFor() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      Assertions.assertThrows(RunStopped.Environment.class, () -> DevServer.start(port, true));
      try (DevServer next = DevServer.start(port, false)) {
        assertTrue(next.port() > port, next.port() + " after " + port);
      }
    }
  }

  @Test
  void openPagesAreToldOfEachState() throws Exception {
    try (DevServer server = server();
        Events events = new Events(server, "/");
        Events other = new Events(server, "/es/")) {
      String first = server.shown().version("/");
      String spanish = server.shown().version("/es/");
      assertEquals(state(first, ""), events.next());
      assertEquals(state(spanish, ""), other.next());
      server.show(server.shown().broken("error: <oh>"));
      assertEquals(state(first, "error: <oh>"), events.next());
      other.next();
      // One page has changed: who looks at another is not disturbed.
      OutputFile changed = text("es/index.html", "<body>otro</body>");
      server.show(server.shown().next("1", List.of(server.shown().at("/").orElseThrow(), changed)));
      assertEquals(state(first, ""), events.next());
      String next = server.shown().version("/es/");
      Assertions.assertNotEquals(spanish, next);
      assertEquals(state(next, ""), other.next());
      // A picture may have, so that every page may look different.
      server.show(server.shown().next("2", List.copyOf(server.shown().files().values())));
      Assertions.assertNotEquals(first, server.shown().version("/"));
      assertEquals(state(server.shown().version("/"), ""), events.next());
    }
  }

  private static String state(String build, String problems) {
    return "{\"build\":\"" + build + "\",\"problems\":\"" + problems + "\"}";
  }

  /** A page that listens. */
  private static final class Events implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Events(DevServer server, String path) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("GET /.chasqui/live?path=" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String next() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return line == null ? "end" : line.substring("data: ".length());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  @Tag("slow")
  void aChangeIsBuiltAndAMistakeIsShownWhileTheRestStays() throws Exception {
    Session session = Session.withSite(folder);
    Thread serving = new Thread(() -> session.run("serve", "--port", "0"), "serving");
    serving.start();
    try {
      Matcher at =
          await(
              () -> {
                Matcher m =
                    Pattern.compile("at (http://127\\.0\\.0\\.1:\\d+/)").matcher(session.out());
                return m.find() ? m : null;
              });
      String base = at.group(1);
      assertTrue(body(base + "about/").contains("We are little."));
      session.write("site-content/about.md", "---\ntitle: About\n---\n\nWe have grown.\n");
      await(() -> body(base + "about/").contains("We have grown.") ? true : null);
      session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [it](nowhere.md).\n");
      await(() -> session.err().contains("error[link-dead]") ? true : null);
      assertTrue(body(base + "about/").contains("See "), "what was written is shown");
      assertTrue(body(base).contains("</html>"), "and all the rest");
      assertTrue(session.err().contains("the last good site stays up"), session.err());
      session.write("site-content/new.md", "---\ntitle: New\n---\n\nA new page.\n");
      session.write("site-content/about.md", "---\ntitle: About\n---\n\nSee [it](new.md).\n");
      await(() -> body(base + "new/").contains("A new page.") ? true : null);
      assertFalse(session.has("public"));
    } finally {
      serving.interrupt();
      serving.join(Duration.ofSeconds(30).toMillis());
    }
    assertFalse(serving.isAlive());
  }

  private String body(String address) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static <T> T await(Callable<T> question) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
    while (System.nanoTime() < end) {
      T answer = question.call();
      if (answer != null) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it did not happen");
  }
}
