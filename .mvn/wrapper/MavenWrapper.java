import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Fetches a Maven distribution by its coordinates, checks it, and unpacks it: what {@code mvnw}
 * runs the first time. One file, so that a JDK can run it from source.
 *
 * <p>Arguments: {@code group:artifact:version:zip:bin}, the SHA-512 of the zip, the folder to make.
 * Every step works in a folder of its own beside the goal and ends in one rename, so that two runs
 * at once, or one that is killed, leave nothing half done.
 */
public final class MavenWrapper {
  private static final int TRIES = 3;

  private MavenWrapper() {}

  /** Exit code 0, or 4 with one line that says what went wrong. */
  public static void main(String[] args) {
    try {
      install(args[0].split(":"), args[1], Path.of(args[2]));
    } catch (IOException e) {
      System.err.println("mvnw: " + e.getMessage());
      System.exit(4);
    } catch (InterruptedException e) {
      System.exit(4);
    }
  }

  private static void install(String[] coordinates, String sha512, Path home)
      throws IOException, InterruptedException {
    Files.createDirectories(home.getParent());
    Path work = Files.createTempDirectory(home.getParent(), ".fetch-");
    try {
      Path zip = work.resolve("maven.zip");
      URI source = address(coordinates);
      System.err.println("mvnw: fetching Maven " + coordinates[2] + " (9 MB, once) ...");
      fetch(source, zip);
      verify(zip, sha512, source);
      unpack(zip, work.resolve("maven"));
      publish(work.resolve("maven"), home);
    } finally {
      delete(work);
    }
  }

  /**
   * Where the file lies in a repository. Without MVNW_REPOURL that is Maven's own central one,
   * whose host is named after Maven's group.
   */
  private static URI address(String[] c) throws IOException {
    String base = System.getenv("MVNW_REPOURL");
    if (base == null || base.isBlank()) {
      List<String> host = new ArrayList<>(List.of(c[0].split("\\.")));
      Collections.reverse(host);
      base = "https://repo." + String.join(".", host) + "/maven2";
    }
    String file = c[1] + "-" + c[2] + "-" + c[4] + "." + c[3];
    String path = String.join("/", c[0].replace('.', '/'), c[1], c[2], file);
    try {
      return URI.create((base.endsWith("/") ? base : base + "/") + path);
    } catch (IllegalArgumentException e) {
      throw new IOException("MVNW_REPOURL is no address: " + base, e);
    }
  }

  private static void fetch(URI source, Path zip) throws IOException, InterruptedException {
    if ("file".equals(source.getScheme())) {
      Files.copy(Path.of(source), zip);
      return;
    }
    IOException last = null;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        download(source, zip);
        return;
      } catch (IOException e) {
        last = e;
        Thread.sleep(Duration.ofSeconds(attempt).toMillis());
      }
    }
    String reason = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    throw new IOException(
        "could not fetch " + source + ": " + reason + " (MVNW_REPOURL names another repository)",
        last);
  }

  private static void download(URI source, Path zip) throws IOException, InterruptedException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL);
    proxy(source).ifPresent(proxy -> through(client, proxy));
    HttpResponse<Path> answer =
        client
            .build()
            .send(
                HttpRequest.newBuilder(source).timeout(Duration.ofMinutes(10)).build(),
                HttpResponse.BodyHandlers.ofFile(zip));
    if (answer.statusCode() != 200) {
      throw new IOException("it answered " + answer.statusCode());
    }
  }

  /** The proxy of the environment: HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, minus NO_PROXY. */
  private static Optional<URI> proxy(URI source) {
    for (String host : env("no_proxy").orElse("").split("[,\\s]+")) {
      String suffix = host.startsWith(".") ? host : "." + host;
      if (host.equals("*") || (!host.isEmpty() && ("." + source.getHost()).endsWith(suffix))) {
        return Optional.empty();
      }
    }
    return env(source.getScheme() + "_proxy")
        .or(() -> env("all_proxy"))
        .map(value -> URI.create(value.contains("://") ? value : "http://" + value))
        .filter(uri -> uri.getHost() != null);
  }

  private static void through(HttpClient.Builder client, URI proxy) {
    int port = proxy.getPort() < 0 ? 8080 : proxy.getPort();
    client.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), port)));
    if (proxy.getUserInfo() != null) {
      String[] user = proxy.getUserInfo().split(":", 2);
      char[] password = (user.length > 1 ? user[1] : "").toCharArray();
      client.authenticator(
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              return new PasswordAuthentication(user[0], password);
            }
          });
    }
  }

  private static Optional<String> env(String name) {
    Map<String, String> env = System.getenv();
    return Optional.ofNullable(env.getOrDefault(name, env.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private static void verify(Path zip, String sha512, URI source) throws IOException {
    String actual;
    try (InputStream in = Files.newInputStream(zip)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      actual = HexFormat.of().formatHex(digest.digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
    if (!actual.equals(sha512)) {
      throw new IOException(
          source + " is not the file we know (its SHA-512 differs); nothing was installed");
    }
  }

  /** Unpacks without the zip's own top folder; keeps entries below the goal. */
  private static void unpack(Path zip, Path into) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Path target = into.resolve(name).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("unsafe path in the zip: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, target);
        }
        if (target.getParent().endsWith("bin") && !name.contains(".")) {
          target.toFile().setExecutable(true, false);
        }
      }
    }
  }

  private static void publish(Path made, Path home) throws IOException {
    try {
      Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isExecutable(home.resolve("bin/mvn"))) {
        throw e;
      }
      // Another run was faster; its copy is as good.
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
