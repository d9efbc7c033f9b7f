package org.chasqui.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.Language;

/**
 * The languages of a site, found by the tags that people write: {@code es_LA} and {@code es-419}
 * are {@code es} on a site that has no nearer one (BCP 47 lookup, RFC 4647 section 3.4).
 */
final class Languages {
  private static final Set<String> CODES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));

  private final List<Language> all;

  Languages(List<Language> all) {
    this.all = List.copyOf(all);
  }

  /** The language that authors write in. */
  Language source() {
    return all.get(0);
  }

  List<Language> all() {
    return all;
  }

  /** The site's language for a tag. */
  Optional<Language> match(String tag) {
    Optional<Language> wanted = parse(tag);
    if (wanted.isEmpty() || all.contains(wanted.get())) {
      return wanted.map(this::shown);
    }
    List<String> tags = all.stream().map(Language::tag).toList();
    List<Locale.LanguageRange> ranges =
        List.of(new Locale.LanguageRange(wanted.get().tag().toLowerCase(Locale.ROOT)));
    String found = Locale.lookupTag(ranges, tags);
    return found == null ? sameLanguage(wanted.get()) : Optional.of(shown(Language.of(found)));
  }

  // As the site wants it shown.
  private Language shown(Language language) {
    return all.get(all.indexOf(language));
  }

  // 'es' on a site whose only Spanish is 'es-419'.
  private Optional<Language> sameLanguage(Language wanted) {
    List<Language> same = new ArrayList<>();
    for (Language language : all) {
      if (language.locale().getLanguage().equals(wanted.locale().getLanguage())) {
        same.add(language);
      }
    }
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** Whether a part of a file name looks like a language: two letters, or with a region. */
  static boolean looksLikeTag(String part) {
    if (part.length() > 11) {
      return false;
    }
    int cut = Math.max(part.indexOf('-'), part.indexOf('_'));
    String code = cut < 0 ? part : part.substring(0, cut);
    return code.length() == 2 && CODES.contains(code) && parse(part).isPresent();
  }

  /** The language of a tag, if it is one. */
  static Optional<Language> parse(String tag) {
    try {
      // The grammar takes 'Spanish' for a tag; no registered language has more than three letters.
      return Optional.of(Language.of(tag))
          .filter(found -> found.locale().getLanguage().length() < 4);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
