package org.chasqui.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The link that opens a notebook in a hub.
 *
 * <p>For nbgitpuller, which clones the repository into the learner's home, or merges what is new
 * into it, then opens the file: {@code
 * {hub}/hub/user-redirect/git-pull?repo=…&urlpath=…&branch=…&targetPath=…}, each value
 * form-encoded. {@code branch} and {@code targetPath} are always sent, because the defaults of hubs
 * and of link generators differ.
 *
 * <p>For a folder that the hub keeps up to date itself: {@code
 * {hub}/hub/user-redirect/lab/tree/PATH}. For Binder: {@code
 * {binder}/v2/gh/OWNER/NAME/BRANCH?urlpath=…}, {@code /v2/gl/} and {@code /v2/git/} likewise. For
 * JupyterLite: {@code {site}/lab/index.html?path=…}.
 */
public final class LaunchLink {
  private static final String PUBLIC_BINDER = "https://mybinder.org/";

  private LaunchLink() {}

  /**
   * The link, or nothing if the hub neither runs nor has a Binder in its place, has no address, or
   * nobody but us can reach its repository.
   *
   * @param file the notebook's path below the hub's folder
   */
  public static Optional<String> of(Hub hub, OutputPath file) {
    if (hub.status() == Hub.Status.RETIRED) {
      return hub.delivery().binder().flatMap(binder -> binder(hub, binder, file));
    }
    if (hub.status() != Hub.Status.ACTIVE) {
      return Optional.empty();
    }
    return switch (hub.delivery().kind()) {
      case NBGITPULLER ->
          hub.address()
              .flatMap(address -> repository(hub).map(open -> puller(hub, address, open, file)));
      case FOLDER ->
          hub.address()
              .map(
                  address -> slash(address) + "hub/user-redirect/" + tree(hub) + inHome(hub, file));
      case BINDER ->
          binder(hub, hub.delivery().binder().or(hub::address).orElse(PUBLIC_BINDER), file);
      case JUPYTERLITE -> hub.address().map(address -> lite(hub, address, file));
      case DOWNLOAD -> Optional.empty();
    };
  }

  /** Whether the link leads to Binder. */
  public static boolean isBinder(Hub hub) {
    return hub.status() == Hub.Status.RETIRED || hub.delivery().kind() == Hub.Kind.BINDER;
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

  private static String puller(Hub hub, String address, String repository, OutputPath file) {
    return slash(address)
        + "hub/user-redirect/git-pull?repo="
        + form(repository)
        + "&urlpath="
        + form(tree(hub) + inHome(hub, file))
        + "&branch="
        + form(hub.branch())
        + "&targetPath="
        + form(hub.target());
  }

  private static Optional<String> binder(Hub hub, String binder, OutputPath file) {
    return repository(hub)
        .map(
            repository ->
                slash(binder)
                    + "v2/"
                    + place(repository)
                    + "/"
                    + url(hub.branch())
                    + "?urlpath="
                    + form(tree(hub) + url(inRepository(hub, file))));
  }

  // Binder knows the forges by letters; any other repository by its address.
  private static String place(String repository) {
    String bare = repository.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
    URI uri = URI.create(bare);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/+", "");
    if ("github.com".equals(uri.getHost()) && path.matches("[^/]+/[^/]+")) {
      return "gh/" + path;
    }
    return "gitlab.com".equals(uri.getHost()) ? "gl/" + form(path) : "git/" + form(repository);
  }

  private static String lite(Hub hub, String address, OutputPath file) {
    String app = hub.opens().equals("lab") ? "lab" : "notebooks";
    return slash(address) + app + "/index.html?path=" + form(file.value());
  }

  private static String tree(Hub hub) {
    return switch (hub.opens()) {
      case "notebook" -> "notebooks/";
      case "retro" -> "retro/tree/";
      default -> "lab/tree/";
    };
  }

  private static String inHome(Hub hub, OutputPath file) {
    return url(hub.target() + "/" + inRepository(hub, file));
  }

  private static String inRepository(Hub hub, OutputPath file) {
    return hub.folder().isEmpty() ? file.value() : hub.folder() + "/" + file.value();
  }

  private static String slash(String address) {
    return address.endsWith("/") ? address : address + "/";
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
