package org.chasqui.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.sshd.IdentityPasswordProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** The ssh sessions of one hub: its own key, and the hosts that the caller's folder knows. */
final class SshSessions implements AutoCloseable {
  private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");
  private final SshdSessionFactory factory;

  /**
   * @param nowhere a folder to look into when the caller gave none
   */
  SshSessions(Credentials credentials, HubOptions options, Path nowhere) {
    Path folder = options.sshFolder().orElse(nowhere);
    Optional<Path> key = credentials.sshKey();
    factory =
        new SshdSessionFactoryBuilder()
            .setPreferredAuthentications("publickey")
            .setHomeDirectory(folder.toFile())
            .setSshDirectory(folder.toFile())
            .setDefaultIdentities(at -> key.map(List::of).orElseGet(() -> usualKeys(folder)))
            .setConnectorFactory(options.agent().map(SshAgent::at).orElse(null))
            .setKeyPasswordProvider(
                provider -> new Passphrase(provider, credentials.sshPassphrase()))
            .build(null);
  }

  private static List<Path> usualKeys(Path folder) {
    return USUAL_KEYS.stream().map(folder::resolve).filter(java.nio.file.Files::exists).toList();
  }

  void serve(SshTransport transport) {
    transport.setSshSessionFactory(factory);
  }

  @Override
  public void close() {
    factory.close();
  }

  /** Opens an encrypted key without asking anybody. */
  private static final class Passphrase extends IdentityPasswordProvider {
    private final Optional<String> passphrase;

    Passphrase(org.eclipse.jgit.transport.CredentialsProvider provider, Optional<String> given) {
      super(provider);
      this.passphrase = given;
    }

    @Override
    protected char @org.jspecify.annotations.Nullable [] getPassword(
        org.eclipse.jgit.transport.URIish uri, String message) {
      return passphrase.map(String::toCharArray).orElse(null);
    }
  }
}
