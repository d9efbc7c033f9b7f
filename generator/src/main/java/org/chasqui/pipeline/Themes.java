package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return open(config.theme(), span(config), places(request), List.of(), diagnostics);
  }

  // A theme may stand on another of its own name: the site's "chasqui" on the built-in one.
  private static Optional<Theme> open(
      String name,
      SourceSpan named,
      List<Path> places,
      List<Path> children,
      Diagnostics diagnostics) {
    for (Path place : places) {
      Path folder = place.resolve(name).normalize();
      if (place.equals(folder.getParent())
          && Files.isDirectory(folder)
          && !children.contains(folder)) {
        return on(folder, places, children, diagnostics);
      }
    }
    TreeSet<String> known = new TreeSet<>();
    places.forEach(place -> known.addAll(names(place)));
    String there =
        known.isEmpty() ? "There is none at all." : "There is " + String.join(", ", known) + ".";
    known.remove(name);
    diagnostics.add(
        Diagnostic.error("theme-unknown", named, "There is no theme '" + name + "' in themes/.")
            .help(Suggestion.didYouMean(name, known).orElse(there)));
    return Optional.empty();
  }

  private static Optional<Theme> on(
      Path folder, List<Path> places, List<Path> children, Diagnostics diagnostics) {
    Optional<SourceSpan> parent = Theme.parentOf(folder);
    if (parent.isEmpty()) {
      return Optional.of(Theme.open(folder));
    }
    List<Path> all = new ArrayList<>(children);
    all.add(folder);
    return open(parent.get().text(), parent.get(), places, all, diagnostics)
        .map(found -> Theme.open(folder, Optional.of(found)));
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
