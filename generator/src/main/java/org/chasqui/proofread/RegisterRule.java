package org.chasqui.proofread;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;

/**
 * Who is spoken to is spoken to in one way: as <i>tú</i>, <i>vos</i> or <i>usted</i>, as <i>tu</i>
 * or <i>vous</i>. Only words are looked for that nothing else is said with: {@code su} may be hers,
 * and {@code abre} may be what a program does.
 *
 * @param wanted how this language has agreed to speak ({@code register:} in its {@code
 *     locale.yaml}); without that no text may mix two ways
 */
record RegisterRule(Optional<String> wanted) implements Rule {
  private static final Map<String, Map<String, Way>> WAYS = new LinkedHashMap<>();
  // Most texts have no sign of any way.
  private static final Map<String, Set<String>> SIGNS = new LinkedHashMap<>();

  /**
   * How somebody is spoken to.
   *
   * @param signs words one of which a text must have for the pattern to be looked for at all
   * @param pattern what gives the way away
   */
  private record Way(Set<String> signs, Pattern pattern) {
    boolean mayBeIn(Text text) {
      return !Collections.disjoint(signs, text.words());
    }
  }

  static {
    Map<String, Way> spanish = new LinkedHashMap<>();
    spanish.put(
        "tú",
        words(
            "tú|ti|puedes|quieres|tienes|debes|necesitas|eres|estás|haces|sabes|vas|podrás|tendrás"
                + "|verás|deberás|necesitarás|haz"));
    spanish.put(
        "vos",
        words(
            "vos|podés|tenés|querés|sabés|debés|necesitás|ejecutá|probá|mirá|usá|hacé|escribí"
                + "|elegí|guardá|abrí"));
    spanish.put(
        "usted",
        words(
            "usted|abra|ejecute|haga|lea|escriba|utilice|seleccione|instale|guarde|compruebe"
                + "|consulte|elija|pulse|copie|recuerde|descargue|asegúrese|fíjese"));
    WAYS.put("es", spanish);
    Map<String, Way> french = new LinkedHashMap<>();
    french.put("tu", words("tu|toi|ta|tes|t['’](?:as|es)", "t'"));
    french.put("vous", words("vous|votre|vos"));
    WAYS.put("fr", french);
    WAYS.forEach(
        (language, ways) -> {
          Set<String> signs = new HashSet<>();
          ways.values().forEach(way -> signs.addAll(way.signs));
          SIGNS.put(language, signs);
        });
  }

  private static Way words(String words, String... others) {
    Set<String> signs = new HashSet<>(List.of(words.split("\\|")));
    signs.addAll(List.of(others));
    return new Way(
        Set.copyOf(signs),
        Pattern.compile(
            "(?<![\\p{L}-])(?:" + words + ")(?![\\p{L}-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  @Override
  public String code() {
    return "register";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    String language = text.locale().getLanguage();
    if (Collections.disjoint(SIGNS.getOrDefault(language, Set.of()), text.words())) {
      return;
    }
    Map<String, Way> ways = WAYS.getOrDefault(language, Map.of());
    String prose = text.prose();
    Map<String, Matcher> used = new LinkedHashMap<>();
    ways.forEach(
        (way, words) -> {
          if (words.mayBeIn(text)) {
            Matcher matcher = words.pattern.matcher(prose);
            if (matcher.find() && !subjunctive(way, prose, matcher.start())) {
              used.put(way, matcher);
            }
          }
        });
    Optional<String> agreed = wanted.filter(ways::containsKey);
    if (agreed.isPresent()) {
      used.remove(agreed.get());
      used.forEach((way, place) -> found.accept(other(text, way, place, agreed.get())));
    } else if (used.size() > 1) {
      found.accept(mixed(text, used));
    }
  }

  // "para que abra", "cuando ejecute": what somebody else may do.
  private static boolean subjunctive(String way, String prose, int start) {
    String before = prose.substring(Math.max(0, start - 24), start).stripTrailing();
    boolean begins =
        before.isEmpty() || ".:;!?¡¿)".indexOf(before.charAt(before.length() - 1)) >= 0;
    return way.equals("usted") && !begins && !prose.startsWith("usted", start);
  }

  private static Diagnostic other(Text text, String way, Matcher place, String agreed) {
    return Diagnostic.warning(
            "register",
            text.span(place.start(), place.end()),
            "Here readers are '" + way + "', elsewhere '" + agreed + "'.")
        .help("The language's locale.yaml says register: " + agreed + ".");
  }

  private static Diagnostic mixed(Text text, Map<String, Matcher> used) {
    Matcher last =
        used.values().stream().max(Comparator.comparingInt(Matcher::start)).orElseThrow();
    return Diagnostic.warning(
            "register",
            text.span(last.start(), last.end()),
            "This text speaks to its readers in two ways: '"
                + String.join("', '", used.keySet())
                + "'.")
        .help("Choose one, and write it as register: into the language's locale.yaml.");
  }
}
