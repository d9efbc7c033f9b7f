package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing over HTTP to the real git, behind a server that can misbehave. */
class ServerHubTest {
  @TempDir Path folder;
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
    Git.assertSound(repository);
  }

  private HubContent says(String text) {
    return Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook(text));
  }

  private HubOutcome quickly(HubContent content) {
    HubOptions options =
        Hubs.options().within(Duration.ofSeconds(1), Duration.ofSeconds(3)).attempts(2);
    return Hubs.push(site, content, Hubs.FIRST, options);
  }

  private String tip() {
    return Git.run(repository, "rev-parse", "main");
  }

  private boolean isPushed() {
    return server.log().stream().anyMatch(request -> request.contains("receive-pack"));
  }

  private static void assertCode(String code, HubOutcome outcome) {
    String found =
        outcome instanceof HubOutcome.Rejected rejected
            ? rejected.code()
            : outcome instanceof HubOutcome.Unreachable unreachable
                ? unreachable.code()
                : outcome.toString();
    assertEquals(code, found, outcome.toString());
  }

  @Test
  @DisplayName("G3 G5 publishes then sends nothing then sends what changed")
  void publishesThenSendsNothingThenSendsWhatChanged() {
    HubOutcome.Published first =
        assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno")));
    assertEquals(first.commit(), tip());

    server.clearLog();
    assertEquals(new HubOutcome.Unchanged(first.commit()), Hubs.push(site, says("uno")));
    assertFalse(isPushed(), server.log().toString());

    assertInstanceOf(HubOutcome.Planned.class, Hubs.plan(site, says("dos")));
    assertEquals(1, Hubs.status(site, says("dos")).pending().size());
    assertFalse(Hubs.status(site, says("dos")).headElsewhere());
    assertFalse(isPushed(), server.log().toString());
    assertEquals(first.commit(), tip());

    HubOutcome.Published second =
        assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("dos"), Hubs.SECOND));
    assertEquals(second.commit(), tip());
    assertEquals("2", Git.run(repository, "rev-list", "--count", "main"));
  }

  @Test
  void fetchesTreesOnlyFromARepositoryFullOfOtherThings() throws IOException {
    Git.run(repository, "config", "uploadpack.allowFilter", "true");
    Path clone = Git.clone(repository, folder.resolve("clone"));
    byte[] noise = new byte[2_000_000];
    new java.util.Random(1).nextBytes(noise);
    Files.write(clone.resolve("film.bin"), noise);
    Git.commitAndPush(clone, "A film");

    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno")));
    assertEquals("2000000", Git.run(repository, "cat-file", "-s", "main:film.bin"));
    try (var files = Files.walk(site.resolve(".chasqui/cache/hubs/lima"))) {
      long size = files.mapToLong(f -> f.toFile().length()).sum();
      assertTrue(size < 200_000, "the cache holds " + size);
    }
    delete(site);
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("dos"), Hubs.SECOND));
  }

  @Test
  @DisplayName("F30 a server without filters gives more")
  void aServerWithoutFiltersGivesMore() {
    Git.run(repository, "config", "uploadpack.allowFilter", "false");
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("theirs.txt"), "theirs\n");
    String theirs = Git.commitAndPush(clone, "Ours");

    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno")));
    assertEquals(theirs, Git.run(repository, "rev-parse", "main^"));
    assertEquals("theirs", Git.run(repository, "show", "main:theirs.txt"));
  }

  @Test
  @DisplayName("F43 a broken or lost cache is made anew")
  void aBrokenOrLostCacheIsMadeAnew() throws IOException {
    Hubs.push(site, says("uno"));
    Path cache = site.resolve(".chasqui/cache/hubs/lima");
    try (var files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        file.toFile().setWritable(true);
        Files.writeString(file, "broken");
      }
    }
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("dos"), Hubs.SECOND));
    delete(cache);
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("tres"), Hubs.SECOND));
    try (var files = Files.walk(cache.resolve("objects"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        file.toFile().delete();
      }
    }
    assertInstanceOf(HubOutcome.Unchanged.class, Hubs.push(site, says("tres"), Hubs.SECOND));
  }

  private static void delete(Path folder) {
    LocalRemote.delete(folder);
  }

  @Test
  @DisplayName("F1 passwords are looked up by name and never told")
  void passwordsAreLookedUpByNameAndNeverTold() {
    server.when("/", GitServer.password("git", "s3cret-canary/+x"));
    HubOutcome without = quickly(says("uno"));
    assertCode("AUTH", without);
    assertTrue(without.toString().contains("CHASQUI_HUB_LIMA_TOKEN"), without.toString());

    HubOptions wrong =
        HubOptions.of(
            name -> name.endsWith("LIMA_TOKEN") ? Optional.of("wr0ng-canary") : Optional.empty());
    HubOutcome refused = Hubs.push(site, says("uno"), Hubs.FIRST, wrong);
    assertCode("AUTH", refused);
    assertFalse(refused.toString().contains("wr0ng"), refused.toString());

    HubOptions right =
        HubOptions.of(
            name ->
                name.equals("CHASQUI_HOST_127_0_0_1_TOKEN")
                    ? Optional.of("s3cret-canary/+x")
                    : Optional.empty());
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno"), Hubs.FIRST, right));
    assertFalse(Git.program(site, List.of("grep", "-r", "canary", ".")).code() == 0);
  }

  @Test
  @DisplayName("F17 a password is not carried to another server")
  void aPasswordIsNotCarriedToAnotherServer() throws IOException {
    List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (GitServer other = new GitServer(folder.resolve("srv"))) {
      other.when(
          "/",
          (exchange, self) -> {
            heard.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            GitServer.status(401, "WWW-Authenticate", "Basic realm=\"x\"").answer(exchange, self);
          });
      server.when(
          "info/refs",
          (exchange, self) ->
              GitServer.status(
                      302,
                      "Location",
                      other.url("hub.git") + "/info/refs?" + exchange.getRequestURI().getQuery())
                  .answer(exchange, self));
      HubOptions options = HubOptions.of(name -> Optional.of("s3cret"));
      assertCode("AUTH", Hubs.push(site, says("uno"), Hubs.FIRST, options));
    }
    assertEquals(List.of(), heard);
  }

  @Test
  @DisplayName("G31 F2 F3 F4 F5 F18 every refusal has its code")
  void everyRefusalHasItsCode() {
    server.when("/", GitServer.status(403));
    assertCode("FORBIDDEN", quickly(says("uno")));
    server.well();
    server.when("/", GitServer.status(404));
    assertCode("NOT_FOUND", quickly(says("uno")));
    server.well();
    server.when("/", GitServer.status(429, "Retry-After", "600"));
    assertCode("RATE_LIMITED", quickly(says("uno")));
    server.well();
    server.when("/", GitServer.status(500));
    assertCode("NET", quickly(says("uno")));
    server.well();
    server.when("/", GitServer.text("text/html", "<html>Please log in to the WiFi</html>"));
    assertCode("NET", quickly(says("uno")));
    server.well();
    assertCode("NOT_FOUND", quickly(Hubs.content(Hubs.at("x", server.url("no.git")), "a", "b")));
  }

  @Test
  @DisplayName("F6 a passing failure is tried again")
  void aPassingFailureIsTriedAgain() {
    int[] left = {2};
    server.when(
        "info/refs",
        (exchange, self) -> {
          if (left[0]-- > 0) {
            GitServer.status(503, "Retry-After", "0").answer(exchange, self);
          } else {
            self.serve(exchange, true);
          }
        });
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, says("uno")));
  }

  @Test
  @DisplayName("G3 F7 a failure of the push itself leaves the old state")
  void aFailureOfThePushItselfLeavesTheOldState() {
    Hubs.push(site, says("uno"));
    String before = tip();
    server.when("POST /hub.git/git-receive-pack", GitServer.status(500));
    assertCode("NET", quickly(says("dos")));
    assertEquals(before, tip());
  }

  @Test
  @DisplayName("G6 F10 a lost answer is found out by asking")
  void aLostAnswerIsFoundOutByAsking() {
    server.when("POST /hub.git/git-receive-pack", GitServer.applyAndBreak());
    HubOutcome.Published published =
        assertInstanceOf(HubOutcome.Published.class, quickly(says("uno")));
    assertEquals(published.commit(), tip());
    assertEquals("1", Git.run(repository, "rev-list", "--count", "main"));
  }

  @Test
  @DisplayName("G6 an answer that stays lost is unknown")
  void anAnswerThatStaysLostIsUnknown() {
    server.when(
        "POST /hub.git/git-receive-pack",
        (exchange, self) -> {
          self.serve(exchange, false);
          self.when("upload-pack", GitServer.status(500));
        });
    assertInstanceOf(HubOutcome.Unknown.class, quickly(says("uno")));
    server.well();
    assertInstanceOf(HubOutcome.Unchanged.class, quickly(says("uno")));
  }

  @Test
  @Tag("slow")
  @DisplayName("G21 F12 F13 F14 silence and dripping end at the deadline")
  void silenceAndDrippingEndAtTheDeadline() throws IOException {
    server.when("info/refs", GitServer.hang());
    assertInTime("TIMEOUT", says("uno"));
    server.well();
    server.when("info/refs", GitServer.drip());
    assertInTime("TIMEOUT", says("uno"));
    server.well();
    server.when("POST /hub.git/git-receive-pack", GitServer.hang());
    assertInTime("TIMEOUT", says("uno"));
    try (ServerSocket deaf = new ServerSocket(0)) {
      Hub nobody = Hubs.at("lima", "https://127.0.0.1:" + deaf.getLocalPort() + "/hub.git");
      assertInTime("TIMEOUT", Hubs.content(nobody, "a.ipynb", "{}"));
    }
  }

  private void assertInTime(String code, HubContent content) {
    long start = System.nanoTime();
    assertCode(code, quickly(content));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "took " + took);
  }

  @Test
  void nobodyIsThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertCode(
        "NET",
        quickly(Hubs.content(Hubs.at("x", "http://127.0.0.1:" + free + "/x.git"), "a", "b")));
    assertCode("NET", quickly(Hubs.content(Hubs.at("x", "https://no.invalid/x.git"), "a", "b")));
  }

  @Test
  @DisplayName("F15 F16 a certificate that nobody vouches for is refused")
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    Path store = folder.resolve("store.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Git.program(
        folder,
        List.of(
            (keytool
                    + " -genkeypair -keyalg RSA -storetype PKCS12 -storepass changeit"
                    + " -dname CN=127.0.0.1 -alias x -keystore "
                    + store)
                .split(" ")));
    java.security.KeyStore keys =
        java.security.KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    var factory = javax.net.ssl.KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, "changeit".toCharArray());
    var context = javax.net.ssl.SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    var https =
        com.sun.net.httpserver.HttpsServer.create(
            new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 5);
    https.setHttpsConfigurator(new com.sun.net.httpserver.HttpsConfigurator(context));
    https.start();
    try {
      String url = "https://127.0.0.1:" + https.getAddress().getPort() + "/hub.git";
      assertCode("TLS", quickly(Hubs.content(Hubs.at("x", url), "a", "b")));
    } finally {
      https.stop(0);
    }
  }

  @Test
  @DisplayName("F22 F23 F24 a hook of the server declines")
  void aHookOfTheServerDeclines() {
    Path hook = repository.resolve("hooks/pre-receive");
    Git.write(hook, "#!/bin/sh\necho 'Only on Mondays.'\nexit 1\n");
    hook.toFile().setExecutable(true);
    HubOutcome outcome = quickly(says("uno"));
    assertCode("HOOK", outcome);
    assertTrue(outcome.toString().contains("Only on Mondays."), outcome.toString());

    Git.write(hook, "#!/bin/sh\necho 'GH006: Protected branch update failed'\nexit 1\n");
    assertCode("PROTECTED", quickly(says("uno")));
    assertEquals("", Git.run(repository, "for-each-ref"));
  }

  @Test
  @DisplayName("F28 a stale lock of the server is a race")
  void aStaleLockOfTheServerIsARace() throws IOException {
    Path lock = repository.resolve("refs/heads/main.lock");
    Files.createFile(lock);
    assertCode("RACE", quickly(says("uno")));
    Files.delete(lock);
    assertInstanceOf(HubOutcome.Published.class, quickly(says("uno")));
  }

  @Test
  @DisplayName("F34 an unborn head elsewhere is told")
  void anUnbornHeadElsewhereIsTold() {
    Git.run(repository, "symbolic-ref", "HEAD", "refs/heads/master");
    assertInstanceOf(HubOutcome.Published.class, quickly(says("uno")));
    assertTrue(Hubs.status(site, says("uno")).headElsewhere());
    Path clone = folder.resolve("clone");
    Git.run(folder, "clone", "-q", "-b", "main", server.url("hub.git"), clone.toString());
    assertEquals(Hubs.notebook("uno"), Git.read(clone.resolve("es/a/01-x.ipynb")));
  }
}
