package org.chasqui.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The link that opens a notebook in a hub through nbgitpuller: it clones the repository into the
 * learner's home, or merges what is new into it, then opens the file.
 *
 * <p>Format: {@code {hub}/hub/user-redirect/git-pull?repo=…&urlpath=…&branch=…&targetPath=…}, each
 * value form-encoded. {@code branch} and {@code targetPath} are always sent, because the defaults
 * of hubs and of link generators differ.
 */
public final class LaunchLink {
  private LaunchLink() {}

  /**
   * The link, or nothing if the hub is not active, has no address, or nobody but us can reach its
   * repository.
   *
   * @param file the notebook's path below the hub's folder
   */
  public static Optional<String> of(Hub hub, OutputPath file) {
    if (hub.status() != Hub.Status.ACTIVE) {
      return Optional.empty();
    }
    return hub.address()
        .flatMap(
            address -> repository(hub).map(repository -> link(hub, address, repository, file)));
  }

  /** The address from which the hub's learners can pull, if there is one. */
  public static Optional<String> repository(Hub hub) {
    if (hub.publicRepository().isPresent()) {
      return hub.publicRepository();
    }
    return hub.repository() instanceof Hub.Repository.Remote remote
            && remote.url().startsWith("https://")
        ? Optional.of(remote.url())
        : Optional.empty();
  }

  private static String link(Hub hub, String address, String repository, OutputPath file) {
    String inRepository = hub.folder().isEmpty() ? file.value() : hub.folder() + "/" + file.value();
    String tree =
        switch (hub.opens()) {
          case "notebook" -> "notebooks/";
          case "retro" -> "retro/tree/";
          default -> "lab/tree/";
        };
    return (address.endsWith("/") ? address : address + "/")
        + "hub/user-redirect/git-pull?repo="
        + form(repository)
        + "&urlpath="
        + form(tree + url(hub.target() + "/" + inRepository))
        + "&branch="
        + form(hub.branch())
        + "&targetPath="
        + form(hub.target());
  }

  // The hub uses the decoded value as a URL, so what is not plain in a path is encoded before.
  private static String url(String path) {
    return form(path).replace("%2F", "/").replace("+", "%20");
  }

  // Differs from application/x-www-form-urlencoded as browsers write it only for * (kept by both).
  private static String form(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
