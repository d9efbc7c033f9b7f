package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.SiteConfig;
import org.chasqui.theme.Theme;

/** Finds a site's theme: in the site's own {@code themes/}, else among the built-in ones. */
final class Themes {
  private Themes() {}

  /** Opens the theme that the configuration names; without one, says so there. */
  static Optional<Theme> open(SiteConfig config, BuildRequest request, Diagnostics diagnostics) {
    List<Path> places = places(request);
    for (Path place : places) {
      Path folder = place.resolve(config.theme()).normalize();
      if (place.equals(folder.getParent()) && Files.isDirectory(folder)) {
        return Optional.of(Theme.open(folder));
      }
    }
    TreeSet<String> known = new TreeSet<>();
    places.forEach(place -> known.addAll(names(place)));
    String there =
        known.isEmpty() ? "There is none at all." : "There is " + String.join(", ", known) + ".";
    diagnostics.add(
        Diagnostic.error(
                "theme-unknown",
                span(config),
                "There is no theme '" + config.theme() + "' in themes/.")
            .help(Suggestion.didYouMean(config.theme(), known).orElse(there)));
    return Optional.empty();
  }

  private static List<Path> places(BuildRequest request) {
    return Stream.concat(Stream.of(request.siteFolder()), request.installation().stream())
        .map(folder -> folder.resolve("themes").normalize())
        .distinct()
        .toList();
  }

  private static List<String> names(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(place)) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static SourceSpan span(SiteConfig config) {
    SourceFile file = config.source();
    Matcher name =
        Pattern.compile(
                "(?m)^(?:theme|[ \\t]+name)[ \\t]*:.*?(" + Pattern.quote(config.theme()) + ")")
            .matcher(file.text());
    return name.find() ? file.span(name.start(1), name.end(1)) : file.top();
  }
}
