package org.chasqui.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks {@code git credential fill}, and so whatever helper people have set up for git. It never
 * asks a person. What a server refused is not told to the helper: a refusal may have other reasons,
 * and to forget a password is for people to decide.
 */
final class GitCredential {
  private GitCredential() {}

  /** The login for a repository, if a helper knows it. */
  static Optional<Credentials.Login> fill(URI uri, Optional<String> user, Deadline deadline)
      throws IOException, Trouble {
    String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    String path = uri.getPath().replaceAll("^/+", "");
    String question =
        "protocol="
            + uri.getScheme()
            + "\nhost="
            + host
            + "\npath="
            + path
            + "\n"
            + user.map(name -> "username=" + name + "\n").orElse("")
            + "\n";
    Programs.Said said =
        Programs.run(
            List.of("git", "-c", "core.askPass=", "credential", "fill"),
            question.getBytes(StandardCharsets.UTF_8),
            deadline);
    if (said.code() != 0) {
      throw new Trouble(Trouble.Code.AUTH, "git credential knows nothing for " + host + ".");
    }
    Map<String, String> answer = new TreeMap<>();
    new String(said.out(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .forEach(line -> answer.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", "")));
    String password = answer.getOrDefault("password", "");
    return password.isEmpty()
        ? Optional.empty()
        : Optional.of(new Credentials.Login(answer.getOrDefault("username", "git"), password));
  }
}
