package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a catalogue up to date with its messages as they are now, keeping every translation that
 * can be kept: an equal message keeps its own, one that was edited gets that of the nearest as a
 * suggestion (fuzzy, with the text that it translates), and what is no longer used waits at the end
 * until it returns.
 *
 * <p>With {@link MergeOptions#STRICT} the result is that of {@code msgmerge --previous}.
 */
public final class PoMerge {
  private static final double ALIKE = 0.6;
  // Between equally near texts the one with the same context is meant.
  private static final double SAME_CONTEXT = 0.00001;
  private static final int SHORTEST_PART = 15;

  private final MergeOptions options;
  private final int forms;
  private final List<PoEntry> existing;
  private final Map<PoEntry.Key, PoEntry> byKey = new LinkedHashMap<>();
  private final List<PoEntry> pool = new ArrayList<>();
  private @Nullable NearestText texts;
  private final List<PoEntry> vanished = new ArrayList<>();
  private final Map<PoEntry.Key, PoEntry> changedBack = new HashMap<>();
  private final Map<PoEntry.Key, PoEntry> bySkeleton = new HashMap<>();
  private final Map<String, PoEntry> byContext = new HashMap<>();
  private final Set<PoEntry> used = Collections.newSetFromMap(new java.util.IdentityHashMap<>());

  private PoMerge(PoFile file, List<PoEntry> template, MergeOptions options) {
    this.options = options;
    this.existing = file.entries().stream().filter(entry -> !entry.isHeader()).toList();
    this.forms =
        file.header()
            .get("Plural-Forms")
            .flatMap(PluralForms::parse)
            .map(PluralForms::count)
            .orElse(2);
    Set<PoEntry.Key> wanted = new HashSet<>();
    template.forEach(message -> wanted.add(message.key()));
    for (PoEntry entry : existing) {
      byKey.putIfAbsent(entry.key(), entry);
      if (!entry.translation().isEmpty()) {
        pool.add(entry);
        if (!wanted.contains(entry.key())) {
          indexVanished(entry);
        }
      }
    }
  }

  /**
   * A catalogue brought up to date.
   *
   * @param file the catalogue; its header stays as it is
   * @param template the messages as they are now, in order, without header
   * @param options how
   */
  public static PoFile merge(PoFile file, List<PoEntry> template, MergeOptions options) {
    PoMerge merge = new PoMerge(file, template, options);
    List<PoEntry> result = new ArrayList<>(file.headerEntry().stream().toList());
    template.forEach(message -> result.add(merge.find(message)));
    merge.existing.stream()
        .filter(entry -> !merge.used.contains(entry))
        .filter(
            entry -> entry.obsolete() || entry.translations().stream().anyMatch(t -> !t.isEmpty()))
        .forEach(entry -> result.add(entry.obsolete() ? entry : entry.asObsolete()));
    return file.withEntries(result);
  }

  private void indexVanished(PoEntry entry) {
    vanished.add(entry);
    if (entry.fuzzy()) {
      entry.previous().ifPresent(previous -> changedBack.putIfAbsent(previous.key(), entry));
    }
    options
        .carryOver()
        .filter(carry -> entry.translated() && entry.plural().isEmpty())
        .ifPresent(carry -> bySkeleton.putIfAbsent(skeleton(carry, entry), entry));
    entry.key().context().ifPresent(context -> byContext.putIfAbsent(context, entry));
  }

  private static PoEntry.Key skeleton(CarryOver carry, PoEntry entry) {
    return new PoEntry.Key(entry.key().context(), carry.skeleton(entry.id()));
  }

  private PoEntry find(PoEntry message) {
    PoEntry same = byKey.get(message.key());
    if (same != null) {
      return exact(same, message);
    }
    if (options.helpers()) {
      PoEntry back = changedBack.get(message.key());
      if (back != null && samePlural(back, message)) {
        return use(back).asIn(message).translatedAs(back.translations());
      }
    }
    Optional<PoEntry> carried = options.carryOver().flatMap(carry -> carried(carry, message));
    if (carried.isPresent()) {
      return carried.get();
    }
    Optional<PoEntry> known = remembered(message);
    if (known.isPresent()) {
      return known.get();
    }
    PoEntry near = options.helpers() ? sameContext(message) : null;
    near = near == null ? nearest(message) : near;
    near = near == null && options.helpers() ? part(message) : near;
    return near == null ? suggested(message) : suggestion(near, message);
  }

  // Just this text, translated elsewhere and always in the same way.
  private Optional<PoEntry> remembered(PoEntry message) {
    return bare(message)
        ? options.memory().sure(message.id()).map(unit -> said(message, unit))
        : Optional.empty();
  }

  private PoEntry said(PoEntry message, TranslationMemory.Unit unit) {
    List<String> note =
        options.carryNote().isPresent() ? List.of("auto: as in " + unit.from()) : List.of();
    return message.withTranslations(List.of(unit.translation())).withComments(note);
  }

  private PoEntry suggested(PoEntry message) {
    Optional<TranslationMemory.Unit> unit =
        bare(message) ? options.memory().suggestion(message.id()) : Optional.empty();
    return unit.map(u -> suggestion(u, message)).orElseGet(() -> untranslated(message));
  }

  private static PoEntry suggestion(TranslationMemory.Unit unit, PoEntry message) {
    PoEntry.Key key = PoEntry.Key.of(unit.source());
    return message
        .withTranslations(List.of(unit.translation()))
        .withComments(List.of(PoEntry.FROM_MEMORY + " " + unit.from()))
        .withState(true, Optional.of(new PoEntry.Previous(key, Optional.empty())));
  }

  // A context says that the same text means something else here.
  private static boolean bare(PoEntry message) {
    return message.key().context().isEmpty() && message.plural().isEmpty();
  }

  private PoEntry exact(PoEntry same, PoEntry message) {
    if (samePlural(same, message)) {
      return use(same).asIn(message);
    }
    return same.translation().isEmpty() ? untranslated(message) : suggestion(same, message);
  }

  private static boolean samePlural(PoEntry one, PoEntry message) {
    return one.plural().equals(message.plural());
  }

  private Optional<PoEntry> carried(CarryOver carry, PoEntry message) {
    PoEntry before = bySkeleton.get(skeleton(carry, message));
    if (before == null || message.plural().isPresent()) {
      return Optional.empty();
    }
    Optional<String> translation = carry.carry(before.id(), message.id(), before.translation());
    if (translation.isEmpty()) {
      return Optional.of(suggestion(before, message));
    }
    List<String> comments = new ArrayList<>(before.comments());
    options.carryNote().filter(note -> !comments.contains(note)).ifPresent(comments::add);
    return Optional.of(
        use(before)
            .asIn(message)
            .withComments(comments)
            .withTranslations(List.of(translation.get()))
            .withState(false, Optional.empty()));
  }

  private @Nullable PoEntry sameContext(PoEntry message) {
    return message.key().context().map(byContext::get).orElse(null);
  }

  private @Nullable PoEntry nearest(PoEntry message) {
    Optional<String> context = message.key().context();
    int found =
        texts()
            .find(
                message.id(),
                ALIKE,
                i -> pool.get(i).key().context().equals(context) ? SAME_CONTEXT : 0);
    return found < 0 ? null : pool.get(found);
  }

  // Most catalogues have nothing to look for.
  private NearestText texts() {
    NearestText made = texts;
    if (made == null) {
      made = new NearestText();
      for (PoEntry entry : pool) {
        made.add(entry.id());
      }
      texts = made;
    }
    return made;
  }

  /** The vanished message that this one was cut from, or the longest that went into it. */
  private @Nullable PoEntry part(PoEntry message) {
    PoEntry longest = null;
    for (PoEntry old : vanished) {
      if (message.id().length() >= SHORTEST_PART && old.id().contains(message.id())) {
        return old;
      }
      boolean joined = old.id().length() >= SHORTEST_PART && message.id().contains(old.id());
      if (joined && (longest == null || longest.id().length() < old.id().length())) {
        longest = old;
      }
    }
    return longest;
  }

  private PoEntry suggestion(PoEntry near, PoEntry message) {
    Optional<PoEntry.Previous> previous =
        near.fuzzy()
            ? near.previous()
            : Optional.of(new PoEntry.Previous(near.key(), near.plural()));
    return use(near)
        .asIn(message)
        .withTranslations(formsOf(near, message))
        .withState(true, previous);
  }

  private List<String> formsOf(PoEntry near, PoEntry message) {
    if (samePlural(near, message) || (near.plural().isPresent() && message.plural().isPresent())) {
      return near.translations();
    }
    return message.plural().isPresent()
        ? Collections.nCopies(forms, near.translation())
        : List.of(near.translation());
  }

  private PoEntry untranslated(PoEntry message) {
    return message.withTranslations(
        Collections.nCopies(message.plural().isPresent() ? forms : 1, ""));
  }

  private PoEntry use(PoEntry entry) {
    used.add(entry);
    return entry;
  }
}
