package org.chasqui.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.Hub;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * The name and password of one hub's repository: looked up when a server asks, told to that server
 * only, and struck out of everything that people get to read.
 */
final class Credentials extends CredentialsProvider {
  private static final String STRUCK = "***";
  private static final int SHORTEST_SECRET = 4;

  private final HubOptions options;
  private final Secrets secrets;
  private final Deadline deadline;
  private final URI origin;
  private final Set<String> told = new LinkedHashSet<>();
  private @Nullable Login login;
  private @Nullable Trouble trouble;
  private boolean refused;

  Credentials(Hub hub, URI origin, HubOptions options, Deadline deadline) {
    this.options = options;
    this.origin = origin;
    this.deadline = deadline;
    this.secrets = new Secrets(hub, origin.getHost(), options);
  }

  /**
   * A user's name and password.
   *
   * @param user who
   * @param password the password or token
   */
  record Login(String user, String password) {}

  /** The private key that is to be used, if one is named. */
  Optional<Path> sshKey() {
    return secrets.look("SSH_KEY").map(Path::of);
  }

  /** What opens that key. */
  Optional<String> sshPassphrase() {
    return secrets.look("SSH_PASSPHRASE");
  }

  /** What people should set when a server asks for a password. */
  String hint() {
    return secrets.hint("TOKEN");
  }

  /** What went wrong when a password was looked up, if anything did. */
  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username)
          && !(item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    // A server that refused it once would refuse it again; another server has no business with it.
    if (refused || !isOrigin(uri) || !supports(items)) {
      return false;
    }
    Optional<Login> found = login();
    for (CredentialItem item : items) {
      if (found.isPresent() && item instanceof CredentialItem.Username user) {
        user.setValue(found.get().user());
      } else if (found.isPresent() && item instanceof CredentialItem.Password password) {
        password.setValue(found.get().password().toCharArray());
      }
    }
    return found.isPresent();
  }

  @Override
  public void reset(URIish uri) {
    refused = true;
  }

  private Optional<Login> login() {
    if (login == null) {
      try {
        login = find().orElse(null);
      } catch (IOException e) {
        trouble = new Trouble(Trouble.Code.AUTH, redact(Troubles.shorten(Troubles.words(e))));
      } catch (Trouble e) {
        trouble = e;
      }
      if (login != null) {
        told.add(login.password());
      }
    }
    return Optional.ofNullable(login);
  }

  // A file is read each time that a hub is worked on: whoever renews it needs to tell nobody.
  private Optional<Login> find() throws IOException, Trouble {
    String user = secrets.look("USER").orElse("git");
    Optional<String> token = secrets.look("TOKEN");
    if (token.isEmpty()) {
      Optional<String> file = secrets.look("TOKEN_FILE");
      token = file.isPresent() ? Optional.of(fromFile(file.get())) : Optional.empty();
    }
    if (token.isPresent()) {
      return Optional.of(new Login(user, token.get()));
    }
    if (secrets.look("GITHUB_APP").isPresent()) {
      return Optional.of(
          new Login("x-access-token", new GitHubApp(secrets, options, deadline).token()));
    }
    return secrets.look("CREDENTIAL_HELPER").filter("git"::equals).isPresent()
        ? GitCredential.fill(origin, secrets.look("USER"), deadline)
        : Optional.empty();
  }

  private static String fromFile(String name) throws IOException, Trouble {
    try {
      String token = Files.readString(Path.of(name)).strip();
      if (token.isEmpty() || token.lines().count() > 1) {
        throw new Trouble(Trouble.Code.AUTH, "The file " + name + " does not hold one token.");
      }
      return token;
    } catch (InvalidPathException e) {
      throw new Trouble(Trouble.Code.AUTH, "TOKEN_FILE does not name a file.");
    } catch (IOException e) {
      throw new Trouble(Trouble.Code.AUTH, "The file " + name + " could not be read.");
    }
  }

  private boolean isOrigin(URIish uri) {
    return origin.getHost().equalsIgnoreCase(uri.getHost())
        && origin.getScheme().equalsIgnoreCase(uri.getScheme())
        && origin.getPort() == uri.getPort();
  }

  /** A text without our secrets, however they are written in it. */
  String redact(String text) {
    String clean = text.replaceAll("://[^/@\\s]*@", "://" + STRUCK + "@");
    for (String secret : written()) {
      clean = clean.replace(secret, STRUCK);
    }
    return clean;
  }

  private List<String> written() {
    Set<String> all = new LinkedHashSet<>(told);
    List.of("TOKEN", "SSH_PASSPHRASE", "SIGNING_PASSPHRASE")
        .forEach(what -> secrets.look(what).ifPresent(all::add));
    List<String> written = new ArrayList<>();
    String user = login == null ? secrets.look("USER").orElse("git") : login.user();
    for (String secret : all) {
      if (secret.length() >= SHORTEST_SECRET) {
        written.add(base64(user + ":" + secret));
        written.add(base64(secret));
        written.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        written.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        written.add(secret);
      }
    }
    return written;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
