package org.chasqui.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.pipeline.ProgramWords;

/**
 * What the program says, in the user's language.
 *
 * <p>The rooms speak English. What they say is translated at the door, when it is printed: a
 * catalogue knows each sentence as it stands in the sources, {@code There is no page '{1}'.}, with
 * a number for whatever was put in; the phrase that fits a text with the most letters of its own
 * gives the translation, and what was put in is translated likewise unless it stands between
 * quotes. What fits no phrase stays as it is.
 */
final class Words {
  private static final Set<String> SPOKEN = Set.of("en", "es", "fr");
  private static final int DEEPEST = 4;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** What is said of a branch ends with its commit. */
  private static final Pattern COMMIT = Pattern.compile("(\\S.*?)( \\([0-9a-f]{10}\\))");

  private static final Pattern LANGUAGE =
      Pattern.compile("\\p{Lu}\\p{Ll}+( \\(\\p{Lu}[\\p{L} ]+\\))?");

  private final String language;
  // Read when something has to be said; most runs in English say nothing that needs it.
  private final java.util.function.Supplier<List<Phrase>> phrases;

  private Words(String language) {
    this.language = language;
    this.phrases = new Once(language);
  }

  /**
   * The words in the language of {@code CHASQUI_LANG} (which {@code --lang} sets), {@code LC_ALL},
   * {@code LC_MESSAGES} or {@code LANG}; English if they name no language that the program speaks.
   */
  static Words of(Map<String, String> env) {
    String locale =
        List.of("CHASQUI_LANG", "LC_ALL", "LC_MESSAGES", "LANG").stream()
            .map(name -> env.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new Words(language(locale).orElse("en"));
  }

  /** The language of a locale like {@code es_PE.UTF-8}, if the program speaks it. */
  static Optional<String> language(String locale) {
    return Optional.of(locale.toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", ""))
        .filter(SPOKEN::contains);
  }

  /** The language's tag. */
  String language() {
    return language;
  }

  /** A text of the program in the user's language. */
  String say(String english) {
    return language.equals("en") ? english : say(english, 0);
  }

  private String say(String text, int depth) {
    if (depth > DEEPEST || text.isBlank()) {
      return text;
    }
    String start = text.substring(0, text.length() - text.stripLeading().length());
    if (!start.isEmpty()) {
      return start + say(text.substring(start.length()), depth);
    }
    if (text.startsWith("| ") && text.endsWith(" |")) {
      return row(text, depth);
    }
    Matcher commit = COMMIT.matcher(text);
    if (commit.matches()) {
      return say(commit.group(1), depth) + commit.group(2);
    }
    return whole(text, depth)
        .or(() -> byParts(text, "(?<=\n)", depth))
        .or(() -> byParts(text, "(?<=[.!?]) (?=\\S)", depth))
        .or(() -> afterColon(text, depth))
        .or(() -> allParts(text, ", ", depth))
        .or(() -> allParts(text, "; ", depth))
        .or(() -> depth == 0 ? Optional.empty() : languageName(text))
        .orElse(text);
  }

  // Of a table in Markdown each cell.
  private String row(String text, int depth) {
    return Arrays.stream(text.substring(2, text.length() - 2).split(" \\| "))
        .map(cell -> say(cell, depth + 1))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private Optional<String> whole(String text, int depth) {
    return phrases.get().stream()
        .flatMap(phrase -> phrase.match(text).stream())
        .max(Comparator.comparingInt(Phrase.Match::letters))
        .map(match -> match.said(argument -> say(argument, depth + 1)));
  }

  // Sentence by sentence: what is known is said, the rest stays.
  private Optional<String> byParts(String text, String border, int depth) {
    String[] parts = text.split(border, -1);
    if (parts.length < 2) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      said.add(say(part, depth + 1));
    }
    String joined = String.join(border.equals("(?<=\n)") ? "" : " ", said);
    return joined.equals(text) ? Optional.empty() : Optional.of(joined);
  }

  // The name of a language, as rooms say it: English, Portuguese (Brazil).
  private Optional<String> languageName(String text) {
    if (!LANGUAGE.matcher(text).matches()) {
      return Optional.empty();
    }
    Locale ours = Locale.forLanguageTag(language);
    return Arrays.stream(Locale.getAvailableLocales())
        .filter(locale -> locale.getDisplayName(Locale.ENGLISH).equals(text))
        .findFirst()
        .map(locale -> locale.getDisplayName(ours));
  }

  // A hub's name before a remark.
  private Optional<String> afterColon(String text, int depth) {
    int colon = text.indexOf(": ");
    if (colon < 0) {
      return Optional.empty();
    }
    String rest = text.substring(colon + 2);
    String said = say(rest, depth + 1);
    return said.equals(rest) ? Optional.empty() : Optional.of(text.substring(0, colon + 2) + said);
  }

  // Lists of words: all or nothing, for a list that an author wrote is not ours.
  private Optional<String> allParts(String text, String border, int depth) {
    String[] parts = text.split(border, -1);
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      Optional<String> one = parts.length < 2 ? Optional.empty() : part(part, depth);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      said.add(one.get());
    }
    return Optional.of(String.join(border, said));
  }

  private Optional<String> part(String part, int depth) {
    return NUMBER.matcher(part).matches() ? Optional.of(part) : whole(part, depth + 1);
  }

  private static final class Once implements java.util.function.Supplier<List<Phrase>> {
    private final String language;
    private volatile List<Phrase> read = List.of();

    Once(String language) {
      this.language = language;
    }

    @Override
    public List<Phrase> get() {
      if (read.isEmpty()) {
        List<Phrase> phrases = new ArrayList<>();
        ProgramWords.read(language, text(language))
            .forEach(word -> phrases.addAll(Phrase.of(word)));
        read = List.copyOf(phrases);
      }
      return read;
    }

    private static String text(String language) {
      try (InputStream in = Words.class.getResourceAsStream("program_" + language + ".po")) {
        if (in == null) {
          throw new IllegalStateException("no words in " + language);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
