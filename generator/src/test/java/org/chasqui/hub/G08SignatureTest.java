package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commits that git itself verifies. */
@DisplayName("G8 signed commits")
class G08SignatureTest {
  @TempDir Path folder;
  private final Map<String, String> env = new HashMap<>();
  private Path site;
  private Path repository;
  private Hub hub;

  @BeforeEach
  void place() {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("hub.git"));
    hub = Hubs.at("h", repository);
  }

  private HubOutcome push(boolean require) {
    HubOptions options =
        HubOptions.of(name -> Optional.ofNullable(env.get(name))).requireSignature(require);
    return Hubs.push(
        site, Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno")), Hubs.FIRST, options);
  }

  @ParameterizedTest
  @CsvSource({"ed25519,''", "ecdsa,''", "rsa,a phrase"})
  void anSshKeySigns(String type, String phrase) {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "NEEDS: openssh-client");
    Path key = folder.resolve("key");
    Git.program(
        folder,
        List.of("ssh-keygen", "-q", "-t", type, "-N", phrase, "-C", "hubs", "-f", key.toString()));
    env.put("CHASQUI_HUB_H_SIGNING_KEY", key.toString());
    if (!phrase.isEmpty()) {
      env.put("CHASQUI_HUB_H_SIGNING_PASSPHRASE", phrase);
    }
    assertInstanceOf(HubOutcome.Published.class, push(true));
    String known = "chasqui@chasqui.invalid " + Git.read(folder.resolve("key.pub"));
    Git.write(folder.resolve("signers"), known);
    Git.Said said =
        Git.program(
            repository,
            List.of(
                "git",
                "-c",
                "gpg.ssh.allowedSignersFile=" + folder.resolve("signers"),
                "verify-commit",
                "main"));
    assertEquals(0, said.code(), said.out());
    assertTrue(said.out().contains("Good \"git\" signature"), said.out());
    Git.assertSound(repository);
  }

  @Test
  void withoutAKeyNothingIsSentWhereASignatureIsRequired() {
    HubOutcome.Rejected rejected = assertInstanceOf(HubOutcome.Rejected.class, push(true));
    assertEquals("SIGNATURE", rejected.code());
    assertTrue(rejected.message().contains("CHASQUI_HUB_H_SIGNING_KEY"), rejected.message());
    assertEquals("", Git.run(repository, "for-each-ref"));
    assertInstanceOf(HubOutcome.Published.class, push(false));
  }

  @Test
  void aKeyThatCannotSignSendsNothing() {
    Git.write(folder.resolve("key"), "this is no key\n");
    env.put("CHASQUI_HUB_H_SIGNING_KEY", folder.resolve("key").toString());
    assertEquals("SIGNATURE", ((HubOutcome.Rejected) push(false)).code());
    assertEquals("", Git.run(repository, "for-each-ref"));
  }

  /** Publishes signed with gpg, in a process that has a key ring of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      HubOptions options =
          HubOptions.of(
              name ->
                  Optional.ofNullable(
                      name.endsWith("H_SIGNING_KEY")
                          ? "keeper@hub.example"
                          : name.endsWith("H_SIGNING_PASSPHRASE") ? "canary" : null));
      Hub hub = Hubs.at("h", Path.of(args[1]));
      System.out.println(
          Hubs.push(
              Path.of(args[0]),
              Hubs.content(hub, "es/a.ipynb", Hubs.notebook("uno")),
              Hubs.FIRST,
              options));
    }
  }

  @Test
  void gpgSigns() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gpg")), "NEEDS: gpg");
    // The socket of gpg's agent has to have a short name.
    Path home = Files.createTempDirectory("gpg");
    try {
      home.toFile().setReadable(false, false);
      home.toFile().setReadable(true, true);
      Files.setPosixFilePermissions(
          home, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
      Git.Said made =
          Git.program(
              folder,
              List.of(
                  "gpg",
                  "--homedir",
                  home.toString(),
                  "--batch",
                  "--pinentry-mode",
                  "loopback",
                  "--passphrase",
                  "canary",
                  "--quick-gen-key",
                  "Keeper <keeper@hub.example>",
                  "ed25519",
                  "sign",
                  "never"));
      assertEquals(0, made.code(), made.out());
      Path out = folder.resolve("out");
      Map<String, String> at = Map.of("GNUPGHOME", home.toString());
      Fork.run(Program.class, out, at, List.of(), site.toString(), repository.toString());
      assertTrue(Git.read(out).contains("Published"), Git.read(out));
      Git.Said said =
          Git.program(
              repository,
              List.of("env", "GNUPGHOME=" + home, "git", "verify-commit", "--raw", "main"));
      assertEquals(0, said.code(), said.out());
      assertTrue(said.out().contains("GOODSIG"), said.out());
    } finally {
      Git.program(folder, List.of("gpgconf", "--homedir", home.toString(), "--kill", "gpg-agent"));
      LocalRemote.delete(home);
    }
  }
}
