package org.chasqui.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.site.Language;

/**
 * What to build, and from where.
 *
 * @param siteFolder the folder with {@code site-content} and its neighbours, absolute
 * @param installation the folder with the built-in {@code themes}, if there is one
 * @param baseUrl where the site will be served, if not where {@code site.yaml} says; ends with
 *     {@code /}
 * @param languages the languages to build beside the source language; all if empty
 * @param drafts whether drafts are built
 * @param future whether pages dated after {@code now} are built
 * @param now the moment that counts as now
 */
public record BuildRequest(
    Path siteFolder,
    Optional<Path> installation,
    Optional<URI> baseUrl,
    List<Language> languages,
    boolean drafts,
    boolean future,
    Instant now) {

  /** Copies, so that nobody can change it. */
  public BuildRequest {
    languages = List.copyOf(languages);
  }

  /** All of a site as the public shall see it. */
  public static BuildRequest of(Path siteFolder, Optional<Path> installation, Instant now) {
    return new BuildRequest(
        siteFolder, installation, Optional.empty(), List.of(), false, false, now);
  }

  /** The same for another address, if one is given. */
  public BuildRequest at(Optional<URI> address) {
    return new BuildRequest(
        siteFolder, installation, address.or(() -> baseUrl), languages, drafts, future, now);
  }

  /** The same for another address, unless one was asked for already. */
  public BuildRequest orAt(URI address) {
    return at(baseUrl.or(() -> Optional.of(address)));
  }
}
