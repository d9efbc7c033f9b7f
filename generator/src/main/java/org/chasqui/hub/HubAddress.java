package org.chasqui.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;

/** Where a hub's repository is. */
sealed interface HubAddress {
  /** The same for two hubs that share a repository. */
  String key();

  /** The host; empty for a repository on this machine's disks. */
  String host();

  /** Whether it is on this machine, so that nobody else is kept waiting. */
  boolean isNear();

  /**
   * A bare repository on this machine.
   *
   * @param folder where
   * @param embedded whether it is ours, to be made when it is missing
   */
  record Local(Path folder, boolean embedded) implements HubAddress {
    @Override
    public String key() {
      return folder.toAbsolutePath().normalize().toString();
    }

    @Override
    public String host() {
      return "";
    }

    @Override
    public boolean isNear() {
      return true;
    }
  }

  /**
   * A repository on a server.
   *
   * @param uri {@code https}, {@code http} (to this machine only) or {@code ssh}
   */
  record Server(URI uri) implements HubAddress {
    @Override
    public String key() {
      String path = uri.getPath().replaceAll("/+$", "").replaceAll("\\.git$", "");
      return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT) + path;
    }

    @Override
    public String host() {
      return uri.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isNear() {
      return isLoopback(host());
    }

    boolean ssh() {
      return uri.getScheme().equalsIgnoreCase("ssh");
    }
  }

  /**
   * What a hub's record says, or what is wrong with it.
   *
   * @throws IllegalArgumentException with a sentence for people, without the URL's secrets
   */
  static HubAddress of(Path siteFolder, Hub hub) {
    if (hub.repository() instanceof Hub.Repository.Remote remote) {
      return parse(remote.url());
    }
    return new Local(HubContent.embedded(siteFolder, hub), true);
  }

  /** As {@link #of}, for hubs that are known to be right. */
  static Optional<HubAddress> find(Path siteFolder, Hub hub) {
    try {
      return Optional.of(of(siteFolder, hub));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HubAddress parse(String url) {
    URI uri = uri(url);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "file" -> new Local(Path.of(uri.getPath()), false);
      case "https", "http", "ssh" -> {
        checkServer(uri, scheme);
        yield new Server(uri);
      }
      default ->
          throw new IllegalArgumentException(
              "A repository is embedded, or an address that begins with https://, ssh:// or"
                  + " file://.");
    };
  }

  private static URI uri(String url) {
    try {
      return new URI(url.replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("The repository's address is not a URL.", e);
    }
  }

  private static void checkServer(URI uri, String scheme) {
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("The repository's address names no host.");
    }
    String user = uri.getRawUserInfo();
    if (user != null && (!scheme.equals("ssh") || user.contains(":"))) {
      throw new IllegalArgumentException(
          "The repository's address must not hold a user's name or password.");
    }
    if (scheme.equals("http") && !isLoopback(uri.getHost())) {
      throw new IllegalArgumentException(
          "Passwords must not travel over http://; use https:// or ssh://.");
    }
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
