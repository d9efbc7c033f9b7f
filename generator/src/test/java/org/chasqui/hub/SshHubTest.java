package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing over ssh to the real git. */
@Tag("slow")
class SshHubTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;
  private Path keys;
  private SshServer server;
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    Git.needed();
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "NEEDS: openssh-client");
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("hub.git"));
    keys = folder.resolve("ssh");
    Git.mkdirs(keys);
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
    server.setPublickeyAuthenticator(
        new AuthorizedKeysAuthenticator(folder.resolve("authorized_keys")));
    server.setCommandFactory(
        (channel, command) ->
            new ProcessShellFactory(command, "/bin/sh", "-c", command).createShell(channel));
    server.start();
    hub = Hubs.at("tarija", "ssh://git@127.0.0.1:" + server.getPort() + repository);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  private HubContent says(String text) {
    return Hubs.content(hub, "es/a.ipynb", Hubs.notebook(text));
  }

  private Path key(String type, String name, String passphrase) throws IOException {
    Path key = keys.resolve(name);
    Git.program(
        folder,
        List.of(
            "ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "test", "-f", key.toString()));
    Files.copy(keys.resolve(name + ".pub"), folder.resolve("authorized_keys"));
    return key;
  }

  // The server makes its host key at its first connection.
  private void knowHost() {
    Git.Said said =
        Git.program(folder, List.of("ssh-keyscan", "-p", "" + server.getPort(), "127.0.0.1"));
    Git.write(
        keys.resolve("known_hosts"),
        said.out().lines().filter(line -> line.startsWith("[")).reduce("", (a, b) -> a + b + "\n"));
  }

  private HubOutcome push(HubContent content, Map<String, String> secrets) {
    HubOptions options =
        HubOptions.of(name -> Optional.ofNullable(secrets.get(name)))
            .within(Hubs.options().timeout(), Hubs.options().deadline())
            .ssh(keys);
    return Hubs.push(site, content, Hubs.FIRST, options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ecdsa", "ed25519"})
  void publishesWithAUsualKey(String type) throws IOException {
    key(type, "id_" + type, "");
    knowHost();
    HubOutcome.Published published =
        assertInstanceOf(HubOutcome.Published.class, push(says("uno"), Map.of()));
    assertEquals(published.commit(), Git.run(repository, "rev-parse", "main"));
    assertInstanceOf(HubOutcome.Unchanged.class, push(says("uno"), Map.of()));
    assertInstanceOf(HubOutcome.Published.class, push(says("dos"), Map.of()));
    Git.assertSound(repository);
  }

  @Test
  void publishesWithANamedKeyAndItsPassphrase() throws IOException {
    Path key = key("ecdsa", "deploy", "canary-phrase");
    knowHost();
    Map<String, String> named = Map.of("CHASQUI_HUB_TARIJA_SSH_KEY", key.toString());
    HubOutcome without = push(says("uno"), named);
    assertEquals("AUTH", ((HubOutcome.Rejected) without).code(), without.toString());

    Map<String, String> both =
        Map.of(
            "CHASQUI_HUB_TARIJA_SSH_KEY",
            key.toString(),
            "CHASQUI_HUB_TARIJA_SSH_PASSPHRASE",
            "canary-phrase");
    assertInstanceOf(HubOutcome.Published.class, push(says("uno"), both));
  }

  @Test
  void publishesWithAnAgent() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ssh-agent")), "NEEDS: openssh-client");
    Path key = key("ed25519", "elsewhere", "");
    Path socket = Files.createTempDirectory("agent").resolve("s");
    Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    try {
      for (int i = 0; i < 100 && !Files.exists(socket); i++) {
        Thread.sleep(50);
      }
      Git.Said added =
          Git.program(folder, List.of("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", key.toString()));
      assertEquals(0, added.code(), added.out());
      Files.delete(key);
      knowHost();
      HubOutcome without = push(says("uno"), Map.of());
      assertEquals("AUTH", ((HubOutcome.Rejected) without).code(), without.toString());
      HubOptions options = Hubs.options().ssh(keys).agent(socket);
      assertInstanceOf(
          HubOutcome.Published.class, Hubs.push(site, says("uno"), Hubs.FIRST, options));

      agent.destroy();
      agent.waitFor();
      HubOutcome dead = Hubs.push(site, says("dos"), Hubs.SECOND, options);
      assertEquals("AUTH", ((HubOutcome.Rejected) dead).code(), dead.toString());
    } finally {
      agent.destroyForcibly();
      LocalRemote.delete(socket.getParent());
    }
  }

  @Test
  void anUnknownOrChangedHostIsNotSpokenTo() throws IOException {
    key("ecdsa", "id_ecdsa", "");
    HubOutcome unknown = push(says("uno"), Map.of());
    assertEquals("HOSTKEY", ((HubOutcome.Unreachable) unknown).code(), unknown.toString());
    assertFalse(Files.exists(keys.resolve("known_hosts")));

    Path other = folder.resolve("other");
    Git.program(
        folder, List.of("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", other.toString()));
    String[] words = Git.read(folder.resolve("other.pub")).split(" ");
    Git.write(
        keys.resolve("known_hosts"),
        "[127.0.0.1]:" + server.getPort() + " " + words[0] + " " + words[1] + "\n");
    HubOutcome changed = push(says("uno"), Map.of());
    assertEquals("HOSTKEY", ((HubOutcome.Unreachable) changed).code(), changed.toString());
  }

  @Test
  void aKeyThatTheServerDoesNotKnowAndARepositoryThatIsNotThere() throws IOException {
    key("ecdsa", "id_ecdsa", "");
    knowHost();
    Hub missing =
        Hubs.at("x", "ssh://git@127.0.0.1:" + server.getPort() + folder.resolve("no.git"));
    HubOutcome none = push(Hubs.content(missing, "a", "b"), Map.of());
    assertEquals("NOT_FOUND", ((HubOutcome.Rejected) none).code(), none.toString());

    Files.writeString(folder.resolve("authorized_keys"), "");
    HubOutcome refused = push(says("uno"), Map.of());
    assertEquals("AUTH", ((HubOutcome.Rejected) refused).code(), refused.toString());
  }
}
