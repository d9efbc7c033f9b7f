package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoHeader;
import org.chasqui.localize.Translations.Decision;
import org.chasqui.localize.Translations.Known;
import org.chasqui.localize.Translations.State;
import org.chasqui.markdown.Segment.Translatable;
import org.chasqui.site.Body;
import org.chasqui.site.Coverage;
import org.chasqui.site.Gallery;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;
import org.chasqui.site.TextMapper;

/** Says one page, or {@code site.yaml}, in another language, with what its catalogue holds. */
final class PageTranslator {
  private final Language into;
  private final Known known;
  private final Consumer<Diagnostic> problems;

  PageTranslator(Language into, Known known, Consumer<Diagnostic> problems) {
    this.into = into;
    this.known = known;
    this.problems = problems;
  }

  /**
   * A page in another language, and what became of each of its messages.
   *
   * @param page the page
   * @param decisions what became of its messages
   */
  record Said(Page page, List<Decision> decisions) {}

  /**
   * A page in the other language.
   *
   * @param texts the page as its author wrote it
   * @param path its address in the other language
   * @param included the catalogue of a file that the page includes
   */
  Said translate(
      PageTexts texts, SitePath path, BiFunction<String, List<PoEntry>, Known> included) {
    Page page = texts.page();
    Translations translations = translations(Messages.bare(texts), page.language());
    Map<String, Translations> others = new HashMap<>();
    texts
        .includedSegments()
        .forEach(
            (file, segments) -> {
              List<PoEntry> messages = Messages.bare(segments);
              Known other = included.apply(file, messages);
              others.put(file, new Translations(other, messages, page.language(), problems));
            });
    Mapper mapper = new Mapper(texts, translations, others);
    Page translated = page.in(into, path, mapper);
    // After translating, when it is known what was refused.
    List<Decision> all = new ArrayList<>(translations.decisions());
    others.values().forEach(other -> all.addAll(other.decisions()));
    return new Said(translated.withCoverage(coverage(all)), translations.decisions());
  }

  /** {@code site.yaml} in the other language. */
  SiteConfig translate(SiteConfig config) {
    Translations translations = translations(Messages.of(config), config.sourceLanguage());
    return config.in(new Texts(translations));
  }

  /** A gallery in the other language. */
  Gallery translate(Gallery gallery, List<PoEntry> messages, Language source) {
    return gallery.in(new Texts(translations(messages, source)));
  }

  private Translations translations(List<PoEntry> messages, Language source) {
    return new Translations(known, messages, source, problems);
  }

  private Coverage coverage(List<Decision> decisions) {
    List<State> states = decisions.stream().map(Decision::state).toList();
    int translated = count(states, State.TRANSLATED) + count(states, State.INHERITED);
    int cosmetic = count(states, State.COSMETIC);
    int stale = count(states, State.STALE);
    int outdated = cosmetic + stale + count(states, State.OUTDATED);
    // A page without any text to translate is as much in this language as it can be.
    boolean nothing = translated + cosmetic + stale == 0 && !states.isEmpty();
    Coverage.Mode mode = nothing ? Coverage.Mode.FALLBACK : Coverage.Mode.CATALOGUE;
    PoFile catalogue = known.voices().get(0).catalogue();
    PoHeader header = catalogue.header();
    List<String> comments = catalogue.headerEntry().map(PoEntry::comments).orElse(List.of());
    return new Coverage(
        mode,
        states.size(),
        translated,
        outdated,
        nothing ? List.of() : Translators.names(header, comments),
        nothing ? Optional.empty() : Translators.revised(header));
  }

  private static int count(List<State> states, State state) {
    return (int) states.stream().filter(s -> s == state).count();
  }

  private class Texts implements TextMapper {
    final Translations translations;

    Texts(Translations translations) {
      this.translations = translations;
    }

    @Override
    public Text text(String field, Text text) {
      Decision decision = translations.of(Messages.key(text));
      return decision.state().shown() && !text.value().isBlank()
          ? text.translated(
              decision.entry().translation(),
              decision.state() == State.BORROWED ? decision.language() : into,
              decision.entry().translationSpan(0).orElse(text.span()))
          : text;
    }

    @Override
    public Body body(Body body) {
      return body;
    }
  }

  private final class Mapper extends Texts {
    private final PageTexts texts;
    private final Map<String, Translations> included;

    /**
     * @param included what the catalogues of other files say, by their paths
     */
    Mapper(PageTexts texts, Translations translations, Map<String, Translations> included) {
      super(translations);
      this.texts = texts;
      this.included = included;
    }

    private Translations of(Translatable segment) {
      Translations other =
          included.isEmpty() ? null : included.get(texts.includedFrom(segment).orElse(""));
      return other == null ? translations : other;
    }

    @Override
    public Text text(String field, Text text) {
      if (PageTexts.isName(texts.page(), field)) {
        // A name is the same in every language, so it is no text in a foreign one.
        return text.translated(text.value(), into, text.span());
      }
      return super.text(field, text);
    }

    @Override
    public Body text(String field, Body text) {
      Language source = texts.page().language();
      return new BodyTranslator(text, PageTexts.translatable(text), source, s -> translations)
          .translate();
    }

    @Override
    public Body body(Body body) {
      Language source = texts.page().language();
      return new BodyTranslator(body, texts.segments(), source, this::of).translate();
    }
  }
}
