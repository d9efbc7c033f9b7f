package org.chasqui.notebook;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Places;

/** MyST's roles as Markdown that Jupyter shows: references become links, or say what they name. */
final class RoleText {
  private static final Pattern TITLED = Pattern.compile("(.*?)\\s*<([^<>]*)>\\s*", Pattern.DOTALL);
  private static final Set<String> NUMBERED = Set.of("figure", "table", "code");

  private final String document;
  private final EpisodeTargets targets;
  private final Words words;
  private Optional<Places> places = Optional.empty();

  /**
   * @param document the episode's text, in which references name places
   */
  RoleText(String document, EpisodeTargets targets, Words words) {
    this.document = document;
    this.targets = targets;
    this.words = words;
  }

  /** What a role says. */
  String of(String name, String inside) {
    Matcher titled = TITLED.matcher(inside);
    boolean named = titled.matches();
    String target = (named ? titled.group(2) : inside).strip();
    Optional<String> title =
        Optional.of(named ? titled.group(1).strip() : "").filter(t -> !t.isEmpty());
    return switch (name) {
      case "math" -> "$" + inside + "$";
      case "kbd", "sub", "sup" -> "<" + name + ">" + inside + "</" + name + ">";
      case "subscript" -> "<sub>" + inside + "</sub>";
      case "superscript" -> "<sup>" + inside + "</sup>";
      case "strong" -> "**" + inside + "**";
      case "emphasis" -> "*" + inside + "*";
      case "code", "file", "command", "literal", "samp" -> "`" + inside + "`";
      case "ref", "any", "numref", "eq" -> reference(name, target, title);
      case "term" -> term(target, title.orElse(target));
      case "doc" -> link(title.or(() -> targets.title(target)).orElse(target), target);
      case "download", "link" -> link(title.orElse(target), target);
      default -> title.orElse(named ? "" : inside);
    };
  }

  private Places places() {
    Places found = places.orElseGet(() -> Places.of(document));
    places = Optional.of(found);
    return found;
  }

  private String reference(String role, String target, Optional<String> title) {
    String label = target.startsWith("#") ? target.substring(1) : target;
    Optional<Places.Place> place = places().find(label);
    if (place.isEmpty()) {
      Optional<String> elsewhere = targets.labelled(label);
      String shown = title.or(() -> targets.headed(label)).orElse(label);
      return elsewhere.map(url -> "[" + shown + "](" + url + ")").orElse(shown);
    }
    Places.Place found = place.get();
    if (found.kind().equals("equation")) {
      return title.orElse("(" + found.number() + ")");
    }
    if (NUMBERED.contains(found.kind()) && found.number() > 0) {
      return counted(role, found, title);
    }
    String own = found.top() ? targets.episodeTitle() : label;
    String shown = title.orElse(found.title().isEmpty() ? own : found.title());
    return found.kind().equals("section")
        ? "[" + shown + "](#" + found.title().replace(' ', '-') + ")"
        : shown;
  }

  private String counted(String role, Places.Place place, Optional<String> title) {
    String name = number(place.kind(), place.number());
    if (!role.equals("numref")) {
      return title.orElse(place.title().isEmpty() ? name : place.title());
    }
    String number = Integer.toString(place.number());
    return title
        .map(
            text ->
                text.replace("%s", number)
                    .replace("{number}", number)
                    .replace("{name}", place.title()))
        .orElse(name);
  }

  /** {@code Figure 2}, if the text speaks of numbers anywhere. */
  Optional<String> figure(String label) {
    if (!document.contains("{numref}") || label.isEmpty()) {
      return Optional.empty();
    }
    return places()
        .find(label)
        .filter(place -> place.number() > 0)
        .map(place -> number("figure", place.number()));
  }

  private String number(String kind, int number) {
    return words.text("reference." + kind) + " " + number;
  }

  private String term(String name, String shown) {
    Optional<String> url = places().hasTerm(name) ? Optional.empty() : targets.term(name);
    return url.map(to -> "[" + shown + "](" + to + ")").orElse(shown);
  }

  private String link(String shown, String target) {
    return "[" + shown + "](" + Brackets.writable(targets.link(target, false)) + ")";
  }
}
