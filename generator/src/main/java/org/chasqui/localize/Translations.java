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
    /** Another language that stands in for this one says it; that is shown, marked as such. */
    BORROWED,
    /** The source has changed in form only: the former translation is shown. */
    COSMETIC,
    /** The source has changed, and the former translation is shown all the same, marked. */
    STALE,
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
      return this == TRANSLATED
          || this == INHERITED
          || this == BORROWED
          || this == COSMETIC
          || this == STALE;
    }

    /** Whether it says, in the page's language, what the source says now. */
    boolean upToDate() {
      return this == TRANSLATED || this == INHERITED;
    }

    /** Why the page's text is not in its language, or not what the source says. */
    Body.Fallback.State fallback() {
      return switch (this) {
        case OUTDATED, STALE -> Body.Fallback.State.OUTDATED;
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
   * @param language the language of its translation
   */
  record Decision(PoEntry entry, State state, Language language) {
    /** Whether readers have to be told of it though it is a translation. */
    boolean marked() {
      return state == State.BORROWED || state == State.STALE;
    }

    private Decision as(State other) {
      return new Decision(entry, other, language);
    }
  }

  /**
   * What a language says.
   *
   * @param language which
   * @param catalogue its catalogue as it stands in its file
   */
  record Voice(Language language, PoFile catalogue) {}

  private final Map<PoEntry.Key, Decision> decisions = new HashMap<>();
  private final List<PoEntry.Key> messages;
  private final boolean markup;
  private final Language source;
  private final Known known;
  private final Consumer<Diagnostic> problems;

  /**
   * What there is to translate with.
   *
   * @param voices the page's language, then those that stand in where it says nothing, the nearest
   *     first
   * @param options how its catalogue is brought up to date
   * @param showsStale whether translations are shown whose source has changed
   */
  record Known(List<Voice> voices, MergeOptions options, boolean showsStale) {
    Known {
      voices = List.copyOf(voices);
    }

    /** One catalogue and nothing else. */
    static Known of(Language language, PoFile catalogue) {
      return new Known(List.of(new Voice(language, catalogue)), HELPFUL, false);
    }

    private Voice own() {
      return voices.get(0);
    }

    private Known base() {
      return new Known(voices.subList(1, voices.size()), HELPFUL, showsStale);
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
    this.known = known;
    decide(known.own().catalogue(), messages, known.options);
    if (known.voices.size() > 1) {
      inherit(new Translations(known.base(), messages, source, problem -> {}, markup));
    }
  }

  // What the language does not say, those say that stand in for it. Of a language that few of its
  // readers know only what says what the source says now.
  private void inherit(Translations base) {
    for (PoEntry.Key key : messages) {
      State own = of(key).state();
      Decision below = base.of(key);
      boolean form = below.language().isFormOf(known.own().language());
      boolean better = !own.shown() || own == State.STALE && form && below.state().upToDate();
      if (better && below.state().shown()) {
        if (below.state() == State.STALE) {
          decisions.put(key, form ? below : of(key));
        } else {
          decisions.put(key, below.as(form ? State.INHERITED : State.BORROWED));
        }
      }
    }
  }

  private void decide(PoFile catalogue, List<PoEntry> messages, MergeOptions options) {
    Set<PoEntry.Key> inUse = messages.stream().map(PoEntry::key).collect(Collectors.toSet());
    for (PoEntry entry : PoMerge.merge(catalogue, messages, options).messages()) {
      // A suggestion from a text that is still there only means that this one is like it.
      boolean borrowed =
          entry.previous().filter(previous -> inUse.contains(previous.key())).isPresent();
      State state = decide(entry, borrowed);
      decisions.put(entry.key(), new Decision(entry, state, known.own().language()));
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
                PoEntry.message(k, Optional.empty(), List.of(), List.of()),
                State.UNTRANSLATED,
                known.own().language()));
  }

  /** Takes a translation back that turned out to break the page. */
  void refuse(PoEntry.Key key) {
    Decision decision = of(key);
    if (decision.state() == State.STALE) {
      // It fitted the source it was made for.
      decisions.put(key, decision.as(State.OUTDATED));
      return;
    }
    decisions.put(key, decision.as(State.REFUSED));
    report(
        decision.entry(),
        "structure",
        "With this translation the page would have other paragraphs, lists or headings than the"
            + " source.");
  }

  private State decide(PoEntry entry, boolean borrowed) {
    State state = state(entry, source);
    if (state == State.OUTDATED) {
      boolean shown = known.showsStale && !borrowed && entry.previous().isPresent();
      return borrowed
          ? State.SUGGESTED
          : shown && errors(entry).isEmpty() ? State.STALE : State.OUTDATED;
    }
    if (!state.shown()) {
      return state;
    }
    List<TranslationProblem> errors = errors(entry);
    errors.forEach(problem -> report(entry, problem.code(), problem.message()));
    return errors.isEmpty() ? state : State.REFUSED;
  }

  private List<TranslationProblem> errors(PoEntry entry) {
    return !markup
        ? List.of()
        : Markdown.checkTranslation(entry.id(), entry.translation()).stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .toList();
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
