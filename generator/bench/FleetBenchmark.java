package org.chasqui.hub;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SourceRevision;

/**
 * Publishes to many hubs over {@code git http-backend} on this machine. {@code serve ROOT FILE}
 * serves the repositories below a folder and writes its address to a file; {@code write N DIR}
 * writes the notebooks; {@code publish URL HUBS SITE DIR} publishes them twice and prints for each
 * time the seconds that passed, the processor seconds of this program and of the server with all
 * its gits, and the number of requests; {@code toll URL} prints the last two so far.
 */
public final class FleetBenchmark {
  private static final AtomicLong REQUESTS = new AtomicLong();

  private FleetBenchmark() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "serve" -> serve(Path.of(args[1]), Path.of(args[2]));
      case "write" -> write(Integer.parseInt(args[1]), Path.of(args[2]));
      case "toll" -> {
        double[] toll = toll(URI.create(args[1]));
        System.out.printf(Locale.ROOT, "%.2f %.0f%n", toll[0], toll[1]);
      }
      default -> publish(args[1], Integer.parseInt(args[2]), Path.of(args[3]), Path.of(args[4]));
    }
  }

  // A notebook of some 25 cells, as lessons have them.
  private static void write(int notebooks, Path folder) throws IOException {
    for (int n = 0; n < notebooks; n++) {
      StringBuilder text = new StringBuilder("{\n \"cells\": [\n");
      for (int c = 0; c < 25; c++) {
        text.append(c == 0 ? "" : ",\n")
            .append("  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"cell-")
            .append(c)
            .append("\",\n   \"metadata\": {},\n   \"source\": [\n    \"Lesson ")
            .append(n)
            .append(", paragraph ")
            .append(Integer.toHexString(("" + n + c).hashCode() * 31))
            .append(" tells of genes, reads and tables.\"\n   ]\n  }");
      }
      text.append("\n ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n");
      Path file = folder.resolve("es/lesson-%02d/%02d-x.ipynb".formatted(n / 10, n % 10));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  private static void publish(String url, int hubs, Path site, Path notebooks) throws IOException {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    try (var all = Files.walk(notebooks)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        OutputPath path = OutputPath.of(notebooks.relativize(file).toString());
        files.put(path, new OutputFile.Text(path, Files.readString(file)));
      }
    }
    List<HubContent> contents = new ArrayList<>();
    for (int i = 0; i < hubs; i++) {
      contents.add(new HubContent(hub("hub-%03d".formatted(i), url), files));
    }
    // With the log that the command keeps, which is forced to the disk line by line.
    HubOptions options = HubOptions.of(name -> Optional.empty()).log(Clock.systemUTC());
    HubPublisher publisher = new HubPublisher(site, options);
    URI server = URI.create(url);
    String first = timed(publisher, contents, HubOutcome.Published.class, server);
    String again = timed(publisher, contents, HubOutcome.Unchanged.class, server);
    System.out.println(first + " " + again);
  }

  // Seconds that passed, processor seconds of this process and of the server, and requests.
  private static String timed(
      HubPublisher publisher,
      List<HubContent> contents,
      Class<? extends HubOutcome> expected,
      URI server)
      throws IOException {
    final double[] before = toll(server);
    final long busy = processorNanos();
    final long start = System.nanoTime();
    SourceRevision revision =
        new SourceRevision(Optional.empty(), Instant.parse("2026-03-01T10:00:00Z"));
    for (HubReport report : publisher.push(contents, revision, one -> {})) {
      if (!expected.isInstance(report.outcome())) {
        throw new IllegalStateException(report.toString());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double own = (processorNanos() - busy) / 1e9;
    double[] after = toll(server);
    return String.format(
        Locale.ROOT,
        "%.2f %.2f %.2f %.0f",
        seconds,
        own,
        after[0] - before[0],
        after[1] - before[1] - 1);
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  // What the server has cost so far: processor seconds with those of its programs, requests.
  private static double[] toll(URI server) throws IOException {
    try (InputStream in = server.resolve("/toll").toURL().openStream()) {
      String[] parts = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split(" ");
      return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }
  }

  private static Hub hub(String id, String url) {
    return new Hub(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        new Hub.Repository.Remote(url + id + ".git"),
        Optional.empty(),
        "main",
        "",
        id,
        List.of(),
        List.of(),
        Hub.Status.ACTIVE,
        "lab",
        NotebookStyle.PLAIN,
        new SourceFile("hub.yaml", "").top());
  }

  private static void serve(Path root, Path file) throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(here, 50);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", exchange -> answer(exchange, root));
    server.createContext("/toll", FleetBenchmark::tell);
    server.start();
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Files.move(draft, file);
  }

  private static void answer(HttpExchange exchange, Path root) throws IOException {
    REQUESTS.incrementAndGet();
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> env = builder.environment();
    env.put("GIT_PROJECT_ROOT", root.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("REMOTE_USER", "pusher");
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    env.put("PATH_INFO", exchange.getRequestURI().getPath());
    env.put("QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    for (String name : List.of("Content-Type", "Content-Encoding", "Git-Protocol")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
        env.put(
            switch (variable) {
              case "CONTENT_ENCODING" -> "HTTP_CONTENT_ENCODING";
              default -> variable;
            },
            value);
      }
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (exchange;
        OutputStream in = process.getOutputStream()) {
      in.write(body);
      in.close();
      InputStream out = new BufferedInputStream(process.getInputStream());
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        String[] parts = line.split(": *", 2);
        if (parts[0].equals("Status")) {
          status = Integer.parseInt(parts[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(parts[0], parts[1]);
        }
      }
      exchange.sendResponseHeaders(status, 0);
      out.transferTo(exchange.getResponseBody());
    }
  }

  private static void tell(HttpExchange exchange) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 11; i < 15; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    String text = String.format(Locale.ROOT, "%.2f %d", ticks / 100.0, REQUESTS.incrementAndGet());
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
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
}
