package org.chasqui.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.pipeline.BuildRequest;
import org.chasqui.site.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that build pages: which of them, and for which address. */
final class BuildOptions {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the site will be served, instead of what site.yaml says.")
  private @Nullable String baseUrl;

  @Option(
      names = "--locale",
      paramLabel = "LANG",
      description = "Build only this language beside the source language; may be repeated.")
  private List<String> locales = List.of();

  @Option(names = "--drafts", description = "Build drafts too.")
  private boolean drafts;

  @Option(names = "--future", description = "Build pages dated in the future too.")
  private boolean future;

  /** What they ask for. */
  BuildRequest request(Path siteFolder, Console console) {
    return new BuildRequest(
        siteFolder,
        console.installation(),
        Optional.ofNullable(baseUrl).map(BuildOptions::address),
        locales.stream().map(BuildOptions::language).toList(),
        drafts,
        future,
        console.now());
  }

  /** The address of {@code --base-url}, with a slash at its end. */
  static URI address(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new RunStopped.Usage(
        "--base-url is '" + text + "'; it should look like https://example.org/lessons/.");
  }

  private static Language language(String tag) {
    try {
      return Language.of(tag);
    } catch (IllegalArgumentException e) {
      throw new RunStopped.Usage("--locale is '" + tag + "', not a language tag such as es.");
    }
  }
}
