package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where passwords come from, and where they never go. */
@DisplayName("G27 credentials by reference, and in no output")
class G27CredentialsTest {
  private static final String CANARY = "canary-\"s3cr\\et/+ä";
  @TempDir Path folder;
  private final Map<String, String> env = new HashMap<>();
  private Path site;
  private Path repository;
  private GitServer server;
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("srv/hub.git"));
    server = new GitServer(folder.resolve("srv"));
    hub = Hubs.at("lima", server.url("hub.git"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HubReport push(String text) {
    HubContent content = Hubs.content(hub, "es/a.ipynb", Hubs.notebook(text));
    HubOptions options =
        HubOptions.of(name -> Optional.ofNullable(env.get(name)))
            .within(Duration.ofSeconds(2), Duration.ofSeconds(8))
            .attempts(2)
            .log(Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC));
    return new HubPublisher(site, options).push(List.of(content), Hubs.FIRST, r -> {}).get(0);
  }

  private static List<String> written(String user, String secret) {
    return List.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        secret.replace("\\", "\\\\").replace("\"", "\\\""),
        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
        Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8)));
  }

  private void assertNowhere(String user, String secret, Object... said) throws IOException {
    List<String> places = new ArrayList<>();
    for (Object one : said) {
      places.add(one.toString());
    }
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        places.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    for (String form : written(user, secret)) {
      for (String place : places) {
        assertFalse(place.contains(form), form + " in " + place);
      }
    }
  }

  @Test
  void aTokenIsStruckOutWhateverTheServerSays() throws IOException {
    env.put("CHASQUI_HUB_LIMA_TOKEN", CANARY);
    env.put("CHASQUI_HUB_LIMA_USER", "oca");
    StringBuilder echo = new StringBuilder("#!/bin/sh\n");
    int n = 0;
    for (String form : written("oca", CANARY)) {
      Git.write(folder.resolve("said" + n), form + "\n");
      echo.append("cat '" + folder.resolve("said" + n++) + "'\n");
    }
    Path hook = repository.resolve("hooks/pre-receive");
    Git.write(hook, echo + "exit 1\n");
    hook.toFile().setExecutable(true);
    server.when("/", GitServer.password("oca", CANARY));
    HubReport declined = push("uno");
    assertInstanceOf(HubOutcome.Rejected.class, declined.outcome());
    assertTrue(declined.toString().contains("***"), declined.toString());
    Files.delete(hook);
    HubReport published = push("uno");
    assertInstanceOf(HubOutcome.Published.class, published.outcome());
    server.well();
    server.when("/", GitServer.status(500, "X-Echo", "no"));
    assertNowhere("oca", CANARY, declined, published, push("dos"));
    assertFalse(
        Git.run(repository, "log", "-p", "--all").contains("canary"), "in the hub's repository");
  }

  @Test
  @DisplayName("F69 a file is read anew each time")
  void aFileIsReadAnewEachTime() throws IOException {
    Path file = folder.resolve("token");
    Git.write(file, "old-canary\n");
    env.put("CHASQUI_HUB_LIMA_TOKEN_FILE", file.toString());
    server.when("/", GitServer.password("git", "new-canary"));
    HubReport refused = push("uno");
    assertEquals("AUTH", ((HubOutcome.Rejected) refused.outcome()).code(), refused.toString());
    Git.write(file, "new-canary\n");
    HubReport published = push("uno");
    assertInstanceOf(HubOutcome.Published.class, published.outcome());
    assertNowhere("git", "new-canary", refused, published);

    Files.delete(file);
    HubReport missing = push("dos");
    assertTrue(missing.toString().contains("could not be read"), missing.toString());
  }

  @Test
  void aGitHubAppGetsATokenForItself() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "NEEDS: openssl");
    Path key = folder.resolve("app.pem");
    String made = "openssl genrsa -traditional -out " + key + " 2048";
    assertEquals(0, Git.program(folder, List.of(made.split(" "))).code());
    List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    api.createContext(
        "/app/installations/77/access_tokens",
        exchange -> {
          asked.add(exchange.getRequestMethod());
          asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = "{\"permissions\":{\"a\":1},\"token\":\"ghs_canary99\"}".getBytes();
          exchange.sendResponseHeaders(201, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    api.start();
    try {
      env.put("CHASQUI_HUB_LIMA_GITHUB_APP", "4711");
      env.put("CHASQUI_HUB_LIMA_GITHUB_APP_KEY", key.toString());
      env.put("CHASQUI_HUB_LIMA_GITHUB_APP_INSTALLATION", "77");
      env.put("CHASQUI_HUB_LIMA_GITHUB_APP_API", "http://127.0.0.1:" + api.getAddress().getPort());
      server.when("/", GitServer.password("x-access-token", "ghs_canary99"));
      HubReport published = push("uno");
      assertInstanceOf(HubOutcome.Published.class, published.outcome(), published.toString());
      assertNowhere("x-access-token", "ghs_canary99", published);
    } finally {
      api.stop(0);
    }
    assertEquals("POST", asked.get(0));
    assertTokenIsSigned(asked.get(1).replaceFirst("^Bearer ", ""), key);
  }

  private static void assertTokenIsSigned(String token, Path pem) throws Exception {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    // Noon of the first of May 2026: 1777636800.
    assertEquals("{\"iat\":1777636740,\"exp\":1777637340,\"iss\":\"4711\"}", claims);
    Path der = pem.resolveSibling("app.der");
    String convert = "openssl pkcs8 -topk8 -nocrypt -outform DER -in " + pem + " -out " + der;
    assertEquals(0, Git.program(pem.getParent(), List.of(convert.split(" "))).code());
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    RSAPrivateCrtKey key =
        (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(der)));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
  }

  @Test
  void anAppThatLacksSomethingSaysWhat() {
    env.put("CHASQUI_HUB_LIMA_GITHUB_APP", "4711");
    server.when("/", GitServer.password("x", "y"));
    String said = push("uno").toString();
    assertTrue(said.contains("CHASQUI_HUB_LIMA_GITHUB_APP_INSTALLATION"), said);
    env.put("CHASQUI_HUB_LIMA_GITHUB_APP_INSTALLATION", "1");
    env.put("CHASQUI_HUB_LIMA_GITHUB_APP_API", "http://api.example.org");
    assertTrue(push("uno").toString().contains("must begin with https://"));
  }

  /** Publishes with git's own helper, in a process whose HOME has one. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      HubOptions options =
          HubOptions.of(
                  name ->
                      name.endsWith("CREDENTIAL_HELPER") ? Optional.of("git") : Optional.empty())
              .within(Duration.ofSeconds(5), Duration.ofSeconds(20))
              .attempts(1);
      Hub hub = Hubs.at("lima", args[1]);
      System.out.println(
          Hubs.push(
              Path.of(args[0]),
              Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno")),
              Hubs.FIRST,
              options));
    }
  }

  @Test
  void gitsOwnHelpersAreAsked() throws Exception {
    Path home = folder.resolve("home");
    Git.write(
        home.resolve(".gitconfig"),
        "[credential]\n  helper = store --file " + home.resolve("stored") + "\n");
    Git.write(
        home.resolve("stored"), "http://quipu:helper-canary@127.0.0.1:" + server.port() + "\n");
    server.when("/", GitServer.password("quipu", "helper-canary"));
    Path out = folder.resolve("out");
    Map<String, String> at = Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home + "/x");
    Fork.run(Program.class, out, at, List.of(), site.toString(), server.url("hub.git"));
    assertTrue(Git.read(out).contains("Published"), Git.read(out));
    assertNowhere("quipu", "helper-canary", Git.read(out));

    Git.write(home.resolve("stored"), "");
    Fork.run(Program.class, out, at, List.of(), site + "2", server.url("hub.git"));
    assertTrue(Git.read(out).contains("git credential knows nothing"), Git.read(out));
  }

  @Test
  void anAddressWithAPasswordIsRefused() {
    for (String url :
        List.of("https://oca:canary@h.example/x.git", "https://canary@h.example/x.git")) {
      hub = Hubs.at("lima", url);
      HubReport report = push("uno");
      assertInstanceOf(HubOutcome.Rejected.class, report.outcome());
      assertTrue(report.outcome().toString().contains("must not hold"), report.toString());
      assertFalse(report.outcome().toString().contains("canary"), report.toString());
    }
  }
}
