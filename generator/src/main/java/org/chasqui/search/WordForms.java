package org.chasqui.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.chasqui.site.Language;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * What a language knows of its words: which say nothing, and which are forms of the same word.
 *
 * <p>Words are folded: small letters, no accents, so that {@code imágenes} and {@code imagenes} are
 * the same. {@code search.js} folds what is typed in the same way. Stems are Snowball's where it
 * has the language, because they are made for that; else what Lucene's analyser of the language
 * makes of the word. In a language that Lucene does not know each word is its own stem.
 *
 * <p>Safe for many threads.
 */
final class WordForms {
  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f\\u064b-\\u065f\\u0640]+");

  /** What English leaves after an apostrophe, as words. */
  private static final Set<String> LEFT = Set.of("s", "t", "d", "m", "ll", "re", "ve");

  // What says nothing, what makes stems, and what takes the plural away alone.
  private record Knowledge(
      Supplier<CharArraySet> stopWords, Analyzer analyzer, Optional<Analyzer> singular) {
    Knowledge(Supplier<CharArraySet> stopWords, Analyzer analyzer) {
      this(stopWords, analyzer, Optional.empty());
    }

    static Knowledge snowball(Supplier<CharArraySet> stopWords, Supplier<SnowballStemmer> stemmer) {
      return new Knowledge(stopWords, filter(word -> new SnowballFilter(word, stemmer.get())));
    }

    Knowledge singular(UnaryOperator<TokenStream> filter) {
      return new Knowledge(stopWords, analyzer, Optional.of(filter(filter)));
    }

    private static Analyzer filter(UnaryOperator<TokenStream> filter) {
      return new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          KeywordTokenizer word = new KeywordTokenizer();
          return new TokenStreamComponents(word, filter.apply(word));
        }
      };
    }
  }

  private static Optional<Knowledge> about(String language) {
    return Optional.ofNullable(
        switch (language) {
          case "ar" -> new Knowledge(ArabicAnalyzer::getDefaultStopSet, new ArabicAnalyzer());
          case "ca" -> Knowledge.snowball(CatalanAnalyzer::getDefaultStopSet, CatalanStemmer::new);
          case "de" -> Knowledge.snowball(GermanAnalyzer::getDefaultStopSet, GermanStemmer::new);
          case "en" -> Knowledge.snowball(EnglishAnalyzer::getDefaultStopSet, EnglishStemmer::new);
          case "es" ->
              Knowledge.snowball(SpanishAnalyzer::getDefaultStopSet, SpanishStemmer::new)
                  .singular(SpanishPluralStemFilter::new);
          case "fa" -> new Knowledge(PersianAnalyzer::getDefaultStopSet, new PersianAnalyzer());
          case "fr" -> Knowledge.snowball(FrenchAnalyzer::getDefaultStopSet, FrenchStemmer::new);
          case "hi" -> new Knowledge(HindiAnalyzer::getDefaultStopSet, new HindiAnalyzer());
          case "id" ->
              new Knowledge(IndonesianAnalyzer::getDefaultStopSet, new IndonesianAnalyzer());
          case "it" -> Knowledge.snowball(ItalianAnalyzer::getDefaultStopSet, ItalianStemmer::new);
          case "nl" -> Knowledge.snowball(DutchAnalyzer::getDefaultStopSet, DutchStemmer::new);
          case "pt" ->
              Knowledge.snowball(PortugueseAnalyzer::getDefaultStopSet, PortugueseStemmer::new)
                  .singular(PortugueseMinimalStemFilter::new);
          case "ru" -> Knowledge.snowball(RussianAnalyzer::getDefaultStopSet, RussianStemmer::new);
          case "tr" -> new Knowledge(TurkishAnalyzer::getDefaultStopSet, new TurkishAnalyzer());
          default -> null;
        });
  }

  private final Locale locale;
  private final Set<String> stopWords = new TreeSet<>();
  private final Optional<Knowledge> knowledge;
  private final Map<String, Form> known = new ConcurrentHashMap<>();

  private final Map<String, String> stems = new ConcurrentHashMap<>();

  /**
   * A word as it stands in a text.
   *
   * @param folded how it is searched
   * @param stem what its forms have in common; empty if it says nothing
   */
  record Form(String folded, String stem) {}

  WordForms(Language language) {
    this.locale = language.locale();
    this.knowledge = about(locale.getLanguage());
    knowledge.ifPresent(this::readStopWords);
  }

  private void readStopWords(Knowledge knowledge) {
    for (Object stop : knowledge.stopWords().get()) {
      for (String part : fold(new String((char[]) stop)).split("[^\\p{L}\\p{N}]+")) {
        stopWords.add(part);
      }
    }
    if (locale.getLanguage().equals("en")) {
      stopWords.addAll(LEFT);
    }
    stopWords.remove("");
  }

  /** The words that say nothing, folded, sorted. */
  Set<String> stopWords() {
    return stopWords;
  }

  /** A word: letters and digits alone. */
  Form of(String word) {
    return known.computeIfAbsent(word, this::make);
  }

  private Form make(String word) {
    String small = word.toLowerCase(locale);
    String folded = fold(small);
    if (folded.isEmpty() || stopWords.contains(folded) || isNoise(folded)) {
      return new Form(folded, "");
    }
    // Of the word with its accents, which stems depend on; so it is the same in whatever order
    // pages
    // are read, and whichever of them are read again.
    return new Form(folded, stems.computeIfAbsent(small, s -> fold(stem(s))));
  }

  // Long rows of digits and letters are not words: addresses, hashes, what a program printed.
  private static boolean isNoise(String folded) {
    return folded.length() > 30
        || (folded.length() > 4 && folded.chars().filter(Character::isDigit).count() > 3);
  }

  private String stem(String word) {
    return knowledge.map(k -> stem(k, word)).orElse(word);
  }

  // Snowball cuts some plurals unlike their singulars (imágenes, imagen; cuadernos, cuaderno):
  // where Lucene can take the plural away alone, the stem is that of the singular.
  private static String stem(Knowledge knowledge, String word) {
    String singular = knowledge.singular().map(s -> first(s, word)).orElse(word);
    boolean plural = !fold(singular).equals(fold(word));
    return first(knowledge.analyzer(), plural ? accented(word, singular) : word);
  }

  // Lucene forgets the accent that Spanish words in -n get in the singular: lecciones, lección.
  private static String accented(String plural, String singular) {
    int last = singular.length() - 2;
    int vowel = last < 0 || !singular.endsWith("n") ? -1 : "aeiou".indexOf(singular.charAt(last));
    boolean hadOne = !plural.equals(fold(plural));
    return vowel < 0 || hadOne
        ? singular
        : singular.substring(0, last) + "áéíóú".charAt(vowel) + "n";
  }

  private static String first(Analyzer analyzer, String word) {
    try (TokenStream tokens = analyzer.tokenStream("", word)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      String stem = tokens.incrementToken() ? term.toString() : word;
      tokens.end();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Small letters without accents, as {@code search.js} makes them too. */
  static String fold(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    String plain = MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      switch (plain.charAt(i)) {
        case 'œ' -> out.append("oe");
        case 'æ' -> out.append("ae");
        case 'ß' -> out.append("ss");
        case 'ø' -> out.append('o');
        case 'ł' -> out.append('l');
        case 'đ' -> out.append('d');
        case 'ı' -> out.append('i');
        default -> out.append(plain.charAt(i));
      }
    }
    return out.toString();
  }
}
