package org.chasqui.localize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Severity;
import org.chasqui.gettext.MergeOptions;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoMerge;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.TranslationProblem;
import org.chasqui.site.Body;
import org.chasqui.site.Language;

/**
 * What a catalogue says about each message of a page as the page is now, and whether readers may
 * see it.
 */
final class Translations {
  /** How a build and {@code update} merge: everything that helps. */
  static final MergeOptions HELPFUL =
      new MergeOptions(Optional.of(new LinkCarryOver()), true, Optional.empty());

  /** What becomes of a message. */
  enum State {
    /** Its translation is shown. */
    TRANSLATED,
    /** The language of which this one is a regional form says it; that is shown. */
    INHERITED,
    /** The source has changed in form only: the former translation is shown. */
    COSMETIC,
    /** The source has changed: it is shown itself. */
    OUTDATED,
    /** There is only the translation of a text that is like it, here or on another page. */
    SUGGESTED,
    /** There is only a machine's draft. */
    DRAFT,
    /** There is no translation. */
    UNTRANSLATED,
    /** There is one that would break the page. */
    REFUSED;

    boolean shown() {
      return this == TRANSLATED || this == INHERITED || this == COSMETIC;
    }

    /** Why the source stands in; only for what is not shown. */
    Body.Fallback.State fallback() {
      return switch (this) {
        case OUTDATED -> Body.Fallback.State.OUTDATED;
        case REFUSED -> Body.Fallback.State.REFUSED;
        default -> Body.Fallback.State.UNTRANSLATED;
      };
    }
  }

  /**
   * An entry and what becomes of it.
   *
   * @param entry what the catalogue says
   * @param state what becomes of it
   */
  record Decision(PoEntry entry, State state) {}

  private final Map<PoEntry.Key, Decision> decisions = new HashMap<>();
  private final List<PoEntry.Key> messages;
  private final boolean markup;
  private final Language source;
  private final Consumer<Diagnostic> problems;

  /**
   * What there is to translate with.
   *
   * @param catalogues the catalogue as it stands in its file and, of a regional form of a language,
   *     that of the language; may be none
   * @param options how they are brought up to date
   */
  record Known(List<PoFile> catalogues, MergeOptions options) {
    /** Of a language that says nothing yet. */
    static final Known NOTHING = new Known(List.of(), HELPFUL);

    Known {
      catalogues = List.copyOf(catalogues);
    }

    /** One catalogue and nothing else. */
    static Known of(PoFile catalogue) {
      return new Known(List.of(catalogue), HELPFUL);
    }

    private Known base() {
      return new Known(catalogues.subList(1, catalogues.size()), HELPFUL);
    }
  }

  /**
   * @param known what there is to translate with
   * @param messages the messages as they are now
   * @param source their language
   * @param problems told of translations that are refused
   */
  Translations(
      Known known, List<PoEntry> messages, Language source, Consumer<Diagnostic> problems) {
    this(known, messages, source, problems, true);
  }

  private Translations(
      Known known,
      List<PoEntry> messages,
      Language source,
      Consumer<Diagnostic> problems,
      boolean markup) {
    this.markup = markup;
    this.messages = messages.stream().map(PoEntry::key).toList();
    this.source = source;
    this.problems = problems;
    PoFile catalogue = known.catalogues.isEmpty() ? PoFile.of(List.of()) : known.catalogues.get(0);
    decide(catalogue, messages, known.options);
    if (known.catalogues.size() > 1) {
      inherit(new Translations(known.base(), messages, source, problem -> {}, markup));
    }
  }

  // What the regional form does not say, the language says.
  private void inherit(Translations base) {
    for (PoEntry.Key key : messages) {
      Decision above = base.of(key);
      if (!of(key).state().shown() && above.state().shown()) {
        decisions.put(key, new Decision(above.entry(), State.INHERITED));
      }
    }
  }

  private void decide(PoFile catalogue, List<PoEntry> messages, MergeOptions options) {
    Set<PoEntry.Key> inUse = messages.stream().map(PoEntry::key).collect(Collectors.toSet());
    for (PoEntry entry : PoMerge.merge(catalogue, messages, options).messages()) {
      // A suggestion from a text that is still there only means that this one is like it.
      boolean borrowed =
          entry.previous().filter(previous -> inUse.contains(previous.key())).isPresent();
      State state = decide(entry);
      decisions.put(
          entry.key(),
          new Decision(entry, borrowed && state == State.OUTDATED ? State.SUGGESTED : state));
    }
  }

  /** Of messages that are no Markdown, or whose markup does not matter. */
  static Translations unchecked(Known known, List<PoEntry> messages, Language source) {
    return new Translations(known, messages, source, problem -> {}, false);
  }

  /** What becomes of each message, in their order; what was refused meanwhile is refused here. */
  List<Decision> decisions() {
    return messages.stream().map(this::of).toList();
  }

  /** What becomes of a message. */
  Decision of(PoEntry.Key key) {
    return decisions.computeIfAbsent(
        key,
        k ->
            new Decision(
                PoEntry.message(k, Optional.empty(), List.of(), List.of()), State.UNTRANSLATED));
  }

  /** Takes a translation back that turned out to break the page. */
  void refuse(PoEntry.Key key) {
    PoEntry entry = of(key).entry();
    decisions.put(key, new Decision(entry, State.REFUSED));
    report(
        entry,
        "structure",
        "With this translation the page would have other paragraphs, lists or headings than the"
            + " source.");
  }

  private State decide(PoEntry entry) {
    State state = state(entry, source);
    if (!state.shown() || !markup) {
      return state;
    }
    List<TranslationProblem> errors =
        Markdown.checkTranslation(entry.id(), entry.translation()).stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .toList();
    errors.forEach(problem -> report(entry, problem.code(), problem.message()));
    return errors.isEmpty() ? state : State.REFUSED;
  }

  /** What an entry's flags and texts say, without looking into its markup. */
  static State state(PoEntry entry, Language source) {
    if (!entry.hasTranslation() || entry.translation().isBlank()) {
      return State.UNTRANSLATED;
    }
    if (entry.comesFrom(PoEntry.FROM_MACHINE)) {
      return State.DRAFT;
    }
    if (!entry.fuzzy()) {
      return State.TRANSLATED;
    }
    if (entry.comesFrom(PoEntry.FROM_MEMORY)) {
      return State.SUGGESTED;
    }
    boolean cosmetic =
        entry
            .previous()
            .filter(old -> CosmeticChange.between(old.key().id(), entry.id(), source))
            .isPresent();
    return cosmetic ? State.COSMETIC : State.OUTDATED;
  }

  private void report(PoEntry entry, String kind, String message) {
    entry
        .translationSpan(0)
        .ifPresent(
            span ->
                problems.accept(
                    Diagnostic.warning("translation-refused", span, message)
                        .help(
                            "Readers see the source text instead until this is mended ("
                                + kind
                                + ").")));
  }
}
