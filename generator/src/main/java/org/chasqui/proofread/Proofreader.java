package org.chasqui.proofread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PluralForms;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.site.Language;
import org.chasqui.site.Parallel;

/**
 * Reads translations as a careful person would: markup, numbers, spaces, marks, words of the
 * glossary, the language itself. Only what is translated and not fuzzy is read.
 *
 * <p>A translator who knows better writes {@code # check: ignore=CODE} above an entry, or, for a
 * whole language, {@code checks: {ignore: [CODE]}} in {@code locales/LANG/locale.yaml}.
 */
public final class Proofreader {
  private static final Pattern IGNORE = Pattern.compile("check:\\s*ignore=([\\w,\\s-]+)");

  private static final List<Rule> ALWAYS =
      List.of(
          new EncodingRule(),
          new MarkupRule(),
          new FormRule(),
          new NumberRule(),
          new SpanishMarks(),
          new FrenchQuotes(),
          new FrenchSpaces(),
          new SameTextRule(),
          new LanguageRule(),
          new LengthRule());

  private final Map<Language, Rulebook> rulebooks = new ConcurrentHashMap<>();
  private final Map<Language, Rule> spelling = new ConcurrentHashMap<>();
  private final Diagnostics diagnostics;

  /**
   * A catalogue to read.
   *
   * @param language the language it translates to
   * @param file what it says
   */
  public record Catalogue(Language language, PoFile file) {
    // Its path below the language's folder: that of the page, in every language.
    private String page() {
      String path =
          file.entries().stream()
              .flatMap(entry -> entry.idSpan().stream())
              .map(span -> span.file().path())
              .findFirst()
              .orElse("");
      return path.replaceFirst("^locales/[^/]+/", "");
    }
  }

  /**
   * @param rules for each language the files {@code glossary.csv}, {@code style.csv} and {@code
   *     locale.yaml}, those that are there
   * @param diagnostics told of rules that cannot be read
   */
  public Proofreader(Map<Language, List<SourceFile>> rules, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    rules.forEach((language, files) -> rulebooks.put(language, Rulebook.read(files, diagnostics)));
  }

  /**
   * Has the spelling read as well.
   *
   * @param catalogues what will be read
   * @param dictionary which of some words of a language it does not know, with what it takes each
   *     for
   */
  public void spell(
      Collection<Catalogue> catalogues,
      BiFunction<Language, SortedSet<String>, Map<String, List<String>>> dictionary) {
    Map<Language, SortedSet<String>> words = new TreeMap<>();
    for (Catalogue catalogue : catalogues) {
      Set<String> own = rulebook(catalogue.language).words();
      SortedSet<String> all = words.computeIfAbsent(catalogue.language, l -> new TreeSet<>());
      for (PoEntry entry : catalogue.file.messages()) {
        if (!entry.obsolete() && entry.translated()) {
          texts(catalogue.language, entry).forEach(t -> all.addAll(SpellRule.words(t, own)));
        }
      }
    }
    words.forEach(
        (language, all) -> spelling.put(language, new SpellRule(dictionary.apply(language, all))));
  }

  /** What there is to say about catalogues; of one language all, for they are compared. */
  public List<Diagnostic> check(Collection<Catalogue> catalogues) {
    // The catalogues of a page in all languages together, for they have the same sources; each page
    // by itself, on all cores.
    List<Diagnostic> found =
        new ArrayList<>(
            Parallel.map(byPage(catalogues), this::checkPage).stream()
                .flatMap(List::stream)
                .toList());
    Map<Language, List<Catalogue>> byLanguage =
        catalogues.stream()
            .collect(Collectors.groupingBy(Catalogue::language, TreeMap::new, Collectors.toList()));
    Parallel.map(byLanguage.values(), Proofreader::consistency).forEach(found::addAll);
    found.sort(null);
    return found;
  }

  private static List<List<Catalogue>> byPage(Collection<Catalogue> catalogues) {
    Map<String, List<Catalogue>> pages = new LinkedHashMap<>();
    for (Catalogue catalogue : catalogues) {
      pages.computeIfAbsent(catalogue.page(), page -> new ArrayList<>()).add(catalogue);
    }
    return List.copyOf(pages.values());
  }

  private List<Diagnostic> checkPage(List<Catalogue> languages) {
    Map<String, Source> sources = new HashMap<>();
    List<Diagnostic> found = new ArrayList<>();
    for (Catalogue catalogue : languages) {
      Function<String, Source> read =
          languages.size() == 1 ? Source::of : text -> sources.computeIfAbsent(text, Source::of);
      check(catalogue, read, found);
    }
    return found;
  }

  private void check(
      Catalogue catalogue, Function<String, Source> sources, List<Diagnostic> found) {
    Set<String> unwanted = rulebook(catalogue.language).ignored();
    List<Rule> rules = rules(catalogue.language);
    header(catalogue, found);
    for (PoEntry entry : catalogue.file.messages()) {
      if (!entry.obsolete() && entry.translated()) {
        List<Text> texts = texts(catalogue.language, entry, sources);
        check(entry, texts, unwanted, rules, found);
      }
    }
  }

  /** The terms of the language's glossary that a source text has, and the words for them. */
  public Map<String, List<String>> terms(Language language, String source) {
    return rulebook(language).glossary().terms(source);
  }

  private Rulebook rulebook(Language language) {
    return rulebooks.computeIfAbsent(language, l -> Rulebook.read(List.of(), diagnostics));
  }

  private List<Rule> rules(Language language) {
    List<Rule> rules = new ArrayList<>(ALWAYS);
    rules.add(rulebook(language).glossary());
    rules.add(rulebook(language).style());
    rules.add(rulebook(language).register());
    Optional.ofNullable(spelling.get(language)).ifPresent(rules::add);
    return rules;
  }

  private static void check(
      PoEntry entry,
      List<Text> texts,
      Set<String> unwanted,
      List<Rule> rules,
      List<Diagnostic> found) {
    Set<String> ignored = new TreeSet<>(unwanted);
    ignored.addAll(ignored(entry));
    for (Text text : texts) {
      Consumer<Diagnostic> wanted =
          diagnostic -> {
            if (!ignored.contains(diagnostic.code()) && !countsWord(text, diagnostic)) {
              found.add(diagnostic);
            }
          };
      rules.forEach(rule -> rule.check(text, wanted));
    }
  }

  // "One episode" need not repeat the number.
  private static boolean countsWord(Text text, Diagnostic diagnostic) {
    boolean one = text.entry().plural().isPresent() && text.form() == 0;
    return one && Set.of("placeholder", "number").contains(diagnostic.code());
  }

  private static Set<String> ignored(PoEntry entry) {
    Set<String> codes = new TreeSet<>();
    for (String comment : entry.comments()) {
      Matcher matcher = IGNORE.matcher(comment);
      if (matcher.find()) {
        codes.addAll(List.of(matcher.group(1).strip().split("[\\s,]+")));
      }
    }
    return codes;
  }

  private static List<Text> texts(Language language, PoEntry entry) {
    return texts(language, entry, Source::of);
  }

  private static List<Text> texts(
      Language language, PoEntry entry, Function<String, Source> sources) {
    List<Text> texts = new ArrayList<>();
    for (int form = 0; form < entry.translations().size(); form++) {
      String source = form == 0 ? entry.id() : entry.plural().orElse(entry.id());
      texts.add(Text.of(language, entry, form, sources.apply(source)));
    }
    return texts;
  }

  private static void header(Catalogue catalogue, List<Diagnostic> found) {
    Optional<String> field = catalogue.file.header().get("Plural-Forms");
    Optional<PluralForms> forms =
        field.flatMap(PluralForms::parse).or(() -> Optional.of(plural(catalogue.language)));
    for (PoEntry entry : catalogue.file.messages()) {
      boolean counted = entry.plural().isPresent() && !entry.obsolete();
      int count = forms.map(PluralForms::count).orElse(0);
      if (counted && entry.translated() && entry.translations().size() != count) {
        entry
            .translationSpan(0)
            .ifPresent(
                span ->
                    found.add(
                        Diagnostic.error(
                                "plural-count",
                                span,
                                "The header counts "
                                    + count
                                    + " forms, and here are "
                                    + entry.translations().size()
                                    + ".")
                            .help("Write one msgstr[…] for each form of Plural-Forms.")));
      }
    }
  }

  private static PluralForms plural(Language language) {
    return PluralForms.of(language.tag());
  }

  // The same words on two pages should not be two things to the reader.
  private static List<Diagnostic> consistency(List<Catalogue> catalogues) {
    Map<PoEntry.Key, PoEntry> first = new HashMap<>();
    Map<PoEntry.Key, List<PoEntry>> several = new LinkedHashMap<>();
    for (Catalogue catalogue : catalogues) {
      for (PoEntry entry : catalogue.file.messages()) {
        if (!entry.obsolete() && entry.translated()) {
          PoEntry before = first.putIfAbsent(entry.key(), entry);
          if (before != null) {
            several.computeIfAbsent(entry.key(), k -> new ArrayList<>(List.of(before))).add(entry);
          }
        }
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    several.values().forEach(all -> differing(all, found));
    return found;
  }

  private static void differing(List<PoEntry> all, List<Diagnostic> found) {
    Map<String, Integer> votes = new TreeMap<>();
    all.forEach(entry -> votes.merge(entry.translation(), 1, Integer::sum));
    if (votes.size() < 2) {
      return;
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    String usual =
        votes.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .findFirst()
            .orElseThrow()
            .getKey();
    for (PoEntry entry : all) {
      if (!entry.translation().equals(usual) && !ignored(entry).contains("consistency")) {
        entry
            .translationSpan(0)
            .ifPresent(
                span ->
                    found.add(
                        Diagnostic.info(
                            "consistency",
                            span,
                            "Elsewhere the same text is translated as '" + usual + "'.")));
      }
    }
  }

  /** The catalogue with everything mended that is beyond doubt; the same file if nothing is. */
  public PoFile mend(Catalogue catalogue) {
    Set<String> unwanted = rulebook(catalogue.language).ignored();
    boolean changed = false;
    List<PoEntry> entries = new ArrayList<>();
    for (PoEntry entry : catalogue.file.entries()) {
      boolean read = !entry.isHeader() && !entry.obsolete() && entry.translated();
      PoEntry mended = read ? mended(catalogue.language, entry, unwanted) : entry;
      changed |= !mended.translations().equals(entry.translations());
      entries.add(mended);
    }
    return changed ? catalogue.file.withEntries(entries) : catalogue.file;
  }

  private PoEntry mended(Language language, PoEntry entry, Set<String> unwanted) {
    List<String> translations = new ArrayList<>();
    Set<String> ignored = new TreeSet<>(unwanted);
    ignored.addAll(ignored(entry));
    for (Text text : texts(language, entry)) {
      Text now = text;
      for (Rule rule : rules(language)) {
        if (!ignored.contains(rule.code())) {
          now = now.translatedAs(rule.mend(now));
        }
      }
      translations.add(now.translation());
    }
    return translations.equals(entry.translations()) ? entry : entry.withTranslations(translations);
  }
}
