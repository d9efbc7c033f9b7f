package org.chasqui.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Fallbacks;
import org.chasqui.site.Language;

/**
 * Reads what {@code locales/LANG/locale.yaml} says of a language: its name, its direction, what
 * stands in where it says nothing. What it says of the wording of translations is read by those who
 * check them.
 */
final class LocaleReader {
  private static final String HELP =
      "A language's file has name, dir, fallback, stale, register and checks.";
  private static final List<String> DIRECTIONS = List.of("ltr", "rtl");
  private static final List<String> STALE = List.of("auto", "translation");

  private final Path siteFolder;
  private final List<Language> all;
  private final Diagnostics diagnostics;
  private final Map<Language, Optional<Fields>> files = new HashMap<>();

  LocaleReader(Path siteFolder, List<Language> all, Diagnostics diagnostics) {
    this.siteFolder = siteFolder;
    this.all = List.copyOf(all);
    this.diagnostics = diagnostics;
  }

  /** The site's languages, shown as their files say. */
  List<Language> languages() {
    return all.stream().map(this::shown).toList();
  }

  private Language shown(Language language) {
    Optional<Fields> file = file(language);
    Optional<String> direction =
        file.filter(fields -> fields.entry(Key.DIRECTION).isPresent())
            .map(fields -> fields.choice(Key.DIRECTION, DIRECTIONS));
    return language.shown(file.flatMap(fields -> fields.string(Key.LANGUAGE_NAME)), direction);
  }

  /** What stands in for each language but the source's. */
  Map<Language, Fallbacks> fallbacks() {
    Map<Language, Fallbacks> fallbacks = new HashMap<>();
    for (Language language : all.subList(1, all.size())) {
      Set<Language> chain = new LinkedHashSet<>();
      follow(language, chain);
      chain.remove(language);
      boolean stale =
          file(language)
              .map(fields -> fields.choice(Key.STALE, STALE).equals("translation"))
              .orElse(false);
      fallbacks.put(language, new Fallbacks(chain.stream().map(this::shown).toList(), stale));
    }
    return fallbacks;
  }

  // What stands in for that which stands in comes right behind it. The source ends it all.
  private boolean follow(Language language, Set<Language> chain) {
    if (language.equals(all.get(0))) {
      return false;
    }
    return !chain.add(language)
        || next(language).stream().allMatch(standIn -> follow(standIn, chain));
  }

  private List<Language> next(Language language) {
    Optional<Fields> file = file(language).filter(f -> f.entry(Key.FALLBACK).isPresent());
    return file.isEmpty()
        ? language.base().stream().toList()
        : file.get().words(Key.FALLBACK).stream()
            .flatMap(word -> standIn(language, word).stream())
            .toList();
  }

  private Optional<Language> standIn(Language language, Scalar word) {
    Optional<Language> found = Languages.parse(word.text().strip());
    boolean there =
        found.isPresent() && (all.contains(found.get()) || Files.isDirectory(folder(found.get())));
    if (!there || found.get().equals(language)) {
      String message =
          there
              ? "A language cannot stand in for itself."
              : "There is no translation into '" + word.text() + "' that could stand in.";
      diagnostics.add(
          Diagnostic.warning("locale-fallback", word.span(), message)
              .help("Name languages of the site, or others that have a folder in locales/."));
      return Optional.empty();
    }
    return found;
  }

  private Path folder(Language language) {
    return siteFolder.resolve("locales").resolve(language.tag());
  }

  private Optional<Fields> file(Language language) {
    Optional<Fields> known = files.get(language);
    if (known == null) {
      known = read(language);
      files.put(language, known);
    }
    return known;
  }

  private Optional<Fields> read(Language language) {
    Path path = folder(language).resolve("locale.yaml");
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    SourceFile file = DocReader.withUnixLines(SourceTree.read(siteFolder, path, diagnostics));
    Fields fields = Fields.of(Nodes.record(file, diagnostics), language, diagnostics);
    fields.reportUnknown(Key.LOCALE, HELP);
    return Optional.of(fields);
  }
}
