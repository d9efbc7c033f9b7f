package org.chasqui.notebook;

import java.util.Locale;
import java.util.Map;
import org.chasqui.site.Language;
import org.chasqui.site.Wording;
import org.jspecify.annotations.Nullable;

/** What a notebook says besides what the episode says. */
final class Words {
  /** The English of every text, for themes that do not have it. */
  static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("episode.questions", "Questions"),
          Map.entry("episode.objectives", "Objectives"),
          Map.entry("episode.keypoints", "Key points"),
          Map.entry("notebook.site", "Read this episode on the website"),
          Map.entry("notebook.shortcode", "See this on the website"),
          Map.entry(
              "notebook.partial",
              "{percent} % of this episode is translated; the rest is in its original language."),
          Map.entry(
              "notebook.untranslated",
              "This episode is not translated yet; it is in its original language."),
          Map.entry("notebook.end", "This is the end of the episode. Add cells of your own below."),
          Map.entry("notebook.solutions", "Solutions"),
          Map.entry("reference.figure", "Figure"),
          Map.entry("reference.table", "Table"),
          Map.entry("reference.code", "Program"),
          Map.entry("callout.solution", "Solution"),
          Map.entry("callout.instructor", "For instructors"),
          Map.entry("callout.challenge", "Challenge"),
          Map.entry("callout.exercise", "Exercise"),
          Map.entry("callout.hint", "Hint"),
          Map.entry("callout.spoiler", "More"));

  private final Language language;
  private final @Nullable Wording wording;

  /**
   * @param wording what the theme says in the language, if there is any
   */
  Words(Language language, @Nullable Wording wording) {
    this.language = language;
    this.wording = wording;
  }

  /** A text. */
  String text(String id) {
    return text(id, Map.of());
  }

  /** A text with its placeholders filled. */
  String text(String id, Map<String, ?> arguments) {
    String said = wording == null ? id : wording.text(id, arguments);
    return said.equals(id) ? english(id, arguments) : said;
  }

  private static String english(String id, Map<String, ?> arguments) {
    String text = ENGLISH.getOrDefault(id, "");
    for (Map.Entry<String, ?> argument : arguments.entrySet()) {
      text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
    }
    return text;
  }

  /** What a box of a name is called. */
  String box(String name) {
    String said = text("callout." + name);
    if (!said.isEmpty()) {
      return said;
    }
    Locale locale = language.locale();
    int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(locale) + name.substring(first);
  }
}
