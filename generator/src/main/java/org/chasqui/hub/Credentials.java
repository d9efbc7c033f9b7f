package org.chasqui.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * The name and password of one hub's repository: looked up when a server asks, told to that server
 * only, and struck out of everything that people get to read.
 */
final class Credentials extends CredentialsProvider {
  private static final String STRUCK = "***";
  private static final int SHORTEST_SECRET = 4;

  private final HubOptions options;
  private final List<String> prefixes;
  private final URI origin;
  private boolean refused;

  Credentials(Hub hub, URI origin, HubOptions options) {
    this.options = options;
    this.origin = origin;
    this.prefixes =
        List.of("CHASQUI_HUB_" + name(hub.id()), "CHASQUI_HOST_" + name(origin.getHost()));
  }

  private static String name(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private Optional<String> look(String what) {
    return prefixes.stream()
        .flatMap(prefix -> options.secrets().apply(prefix + what).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** The private key that is to be used, if one is named. */
  Optional<Path> sshKey() {
    return look("_SSH_KEY").map(Path::of);
  }

  /** What opens that key. */
  Optional<String> sshPassphrase() {
    return look("_SSH_PASSPHRASE");
  }

  /** What people should set when a server asks for a password. */
  String hint() {
    return "Set " + prefixes.get(0) + "_TOKEN or " + prefixes.get(1) + "_TOKEN.";
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
    Optional<String> token = look("_TOKEN");
    // A server that refused it once would refuse it again; another server has no business with it.
    if (refused || token.isEmpty() || !isOrigin(uri) || !supports(items)) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(look("_USER").orElse("git"));
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(token.get().toCharArray());
      }
    }
    return true;
  }

  @Override
  public void reset(URIish uri) {
    refused = true;
  }

  private boolean isOrigin(URIish uri) {
    return origin.getHost().equalsIgnoreCase(uri.getHost())
        && origin.getScheme().equalsIgnoreCase(uri.getScheme())
        && origin.getPort() == uri.getPort();
  }

  /** A text without our secrets, however they are written in it. */
  String redact(String text) {
    String clean = text.replaceAll("://[^/@\\s]*@", "://" + STRUCK + "@");
    for (String secret : secrets()) {
      clean = clean.replace(secret, STRUCK);
    }
    return clean;
  }

  private List<String> secrets() {
    List<String> written = new ArrayList<>();
    String user = look("_USER").orElse("git");
    for (String what : List.of("_TOKEN", "_SSH_PASSPHRASE")) {
      look(what)
          .filter(secret -> secret.length() >= SHORTEST_SECRET)
          .ifPresent(
              secret -> {
                written.add(base64(user + ":" + secret));
                written.add(base64(secret));
                written.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                written.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
                written.add(secret);
              });
    }
    return written;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
