package org.chasqui.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Signs commits with the key that {@code …_SIGNING_KEY} names: a file is an ssh key; anything else
 * is the name of an OpenPGP key, with which {@code gpg} signs, as it does for git.
 */
final class Signing {
  private static final PersonIdent NOBODY =
      new PersonIdent("Chasqui", "chasqui@chasqui.invalid", Instant.EPOCH, ZoneOffset.UTC);

  private final String key;
  private final Optional<String> passphrase;
  private final Deadline deadline;

  private Signing(String key, Optional<String> passphrase, Deadline deadline) {
    this.key = key;
    this.passphrase = passphrase;
    this.deadline = deadline;
  }

  /**
   * The signer of a hub's commits, if it has one.
   *
   * @throws Trouble SIGNATURE if it has none and must have one
   */
  static Optional<CommitMaker.Signer> of(Hub hub, HubAddress address, HubOptions options)
      throws Trouble {
    Secrets secrets = new Secrets(hub, address.host(), options);
    Optional<String> key = secrets.look("SIGNING_KEY");
    boolean required = options.requireSignature() || hub.delivery().requireSignature();
    if (key.isEmpty() && required) {
      throw new Trouble(
          Trouble.Code.SIGNATURE, "There is no key to sign with. " + secrets.hint("SIGNING_KEY"));
    }
    Deadline time = new Deadline(options.timeout(), options.timeout());
    return key.map(name -> new Signing(name, secrets.look("SIGNING_PASSPHRASE"), time)::sign);
  }

  private GpgSignature sign(byte[] commit) throws Trouble {
    try {
      return isFile() ? withSsh(commit) : withGpg(commit);
    } catch (IOException | GitAPIException e) {
      throw new Trouble(
          Trouble.Code.SIGNATURE,
          "The commit could not be signed: " + Troubles.shorten(String.valueOf(e.getMessage())));
    }
  }

  private boolean isFile() {
    try {
      return Files.isRegularFile(Path.of(key));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private GpgSignature withSsh(byte[] commit) throws IOException, GitAPIException {
    return Signers.get(GpgConfig.GpgFormat.SSH)
        .sign(null, new GpgConfig(new Config()), commit, NOBODY, key, new Passphrase(passphrase));
  }

  private GpgSignature withGpg(byte[] commit) throws IOException, Trouble {
    List<String> command =
        passphrase.isPresent()
            ? List.of(
                "gpg",
                "--batch",
                "--pinentry-mode",
                "loopback",
                "--passphrase-fd",
                "0",
                "-bsau",
                key)
            : List.of("gpg", "--batch", "-bsau", key);
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    passphrase.ifPresent(
        phrase -> input.writeBytes((phrase + "\n").getBytes(StandardCharsets.UTF_8)));
    input.writeBytes(commit);
    Programs.Said said = Programs.run(command, input.toByteArray(), deadline);
    if (said.code() != 0 || said.out().length == 0) {
      throw new Trouble(
          Trouble.Code.SIGNATURE, "gpg did not sign: " + Troubles.shorten(said.err()));
    }
    return new GpgSignature(said.out());
  }

  /** Opens an encrypted key without asking anybody. */
  private static final class Passphrase extends CredentialsProvider {
    private final Optional<String> passphrase;

    Passphrase(Optional<String> passphrase) {
      this.passphrase = passphrase;
    }

    @Override
    public boolean isInteractive() {
      return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
      return passphrase.isPresent();
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
      for (CredentialItem item : items) {
        if (item instanceof CredentialItem.Password password && passphrase.isPresent()) {
          password.setValue(passphrase.get().toCharArray());
        } else if (!(item instanceof CredentialItem.InformationalMessage)) {
          return false;
        }
      }
      return passphrase.isPresent();
    }
  }
}
