package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a PO file: a message, its translation and what is said about them.
 *
 * @param comments the translator's comments ({@code # …}), without the mark
 * @param extracted comments taken from the source ({@code #. …}), without the mark
 * @param references where the message stands ({@code #: …})
 * @param flags {@code fuzzy}, {@code no-wrap} … ({@code #, …})
 * @param previous the message that the translation really translates ({@code #| …})
 * @param key the message's context and text, by which it is found
 * @param plural the plural text, if the message has one
 * @param translations {@code msgstr}; of a plural message one for each form
 * @param obsolete whether no source uses it any more ({@code #~ …})
 * @param origin where it was read, if it was
 */
public record PoEntry(
    List<String> comments,
    List<String> extracted,
    List<String> references,
    List<String> flags,
    Optional<Previous> previous,
    Key key,
    Optional<String> plural,
    List<String> translations,
    boolean obsolete,
    Optional<Origin> origin) {

  /** How the comment of a suggestion begins that was taken from another catalogue. */
  public static final String FROM_MEMORY = "tm:";

  /** How the comment of a machine's draft begins. */
  public static final String FROM_MACHINE = "mt:";

  private static final String FUZZY = "fuzzy";

  /**
   * What identifies a message within a catalogue.
   *
   * @param context tells equal texts apart ({@code msgctxt})
   * @param id the text ({@code msgid}); empty for the header
   */
  public record Key(Optional<String> context, String id) {
    /** The key of a message without context. */
    public static Key of(String id) {
      return new Key(Optional.empty(), id);
    }

    // As a record would, but by itself: a table is asked for every message of every language.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && id.equals(key.id) && context.equals(key.context);
    }

    @Override
    public int hashCode() {
      return 31 * context.hashCode() + id.hashCode();
    }
  }

  /**
   * A message as it was when it was translated.
   *
   * @param key context and text
   * @param plural the plural text
   */
  public record Previous(Key key, Optional<String> plural) {}

  /** Where an entry was read: lets a writer keep its bytes, and a diagnostic point at it. */
  public static final class Origin {
    final PoEntry parsed;
    final SourceSpan all;
    final int message;
    final PoString id;
    final List<PoString> translations;

    // all: from the first comment to the last line end; message: where msgctxt or msgid begins.
    Origin(PoEntry parsed, SourceSpan all, int message, PoString id, List<PoString> translations) {
      this.parsed = parsed;
      this.all = all;
      this.message = message;
      this.id = id;
      this.translations = List.copyOf(translations);
    }
  }

  /** Copies, so that nobody can change it. */
  public PoEntry {
    comments = List.copyOf(comments);
    extracted = List.copyOf(extracted);
    references = List.copyOf(references);
    flags = List.copyOf(flags);
    translations = List.copyOf(translations);
  }

  /**
   * A message without translation, as a template has it.
   *
   * @param key context and text
   * @param plural the plural text
   * @param extracted what a translator is told
   * @param references where it stands
   */
  public static PoEntry message(
      Key key, Optional<String> plural, List<String> extracted, List<String> references) {
    List<String> none = plural.isPresent() ? List.of("", "") : List.of("");
    return new PoEntry(
        List.of(),
        extracted,
        references,
        List.of(),
        Optional.empty(),
        key,
        plural,
        none,
        false,
        Optional.empty());
  }

  /** A header entry with this text. */
  public static PoEntry header(PoHeader header, List<String> comments) {
    return message(Key.of(""), Optional.empty(), List.of(), List.of())
        .withComments(comments)
        .withTranslations(List.of(header.text()));
  }

  /** The text to translate. */
  public String id() {
    return key.id();
  }

  /** The translation of a message without plural; of a plural message its first form. */
  public String translation() {
    return translations.isEmpty() ? "" : translations.get(0);
  }

  /** Whether this is the file's header. */
  public boolean isHeader() {
    return key.id().isEmpty() && key.context().isEmpty() && !obsolete;
  }

  /** Whether somebody has to look at the translation before it counts. */
  public boolean fuzzy() {
    return flags.contains(FUZZY);
  }

  /** Whether every form has a text, fuzzy or not. */
  public boolean hasTranslation() {
    for (String translation : translations) {
      if (translation.isEmpty()) {
        return false;
      }
    }
    return !translations.isEmpty();
  }

  /** Whether it is translated and nobody has to look at it. */
  public boolean translated() {
    return hasTranslation() && !fuzzy();
  }

  /** Where the message stands in the file it was read from. */
  public Optional<SourceSpan> idSpan() {
    return origin.map(o -> o.id.span());
  }

  /** Where a form of the translation stands in the file it was read from. */
  public Optional<SourceSpan> translationSpan(int form) {
    return origin
        .filter(o -> form < o.translations.size())
        .map(o -> o.translations.get(form).span());
  }

  /**
   * For every stretch of the translation's text that stands in the file character by character: the
   * offset at which it begins in the text, and where it stands. Empty if it was not read from a
   * file.
   */
  public NavigableMap<Integer, SourceSpan> translationOrigins() {
    NavigableMap<Integer, SourceSpan> map = new TreeMap<>();
    origin
        .filter(o -> !o.translations.isEmpty())
        .ifPresent(
            o -> {
              PoString text = o.translations.get(0);
              for (PoString.Run run : text.runs()) {
                map.put(run.value(), text.span().file().span(run.file(), text.span().end()));
              }
            });
    return map;
  }

  /** The same with other translator's comments. */
  public PoEntry withComments(List<String> other) {
    return new PoEntry(
        other, extracted, references, flags, previous, key, plural, translations, obsolete, origin);
  }

  /** The same with another translation. */
  public PoEntry withTranslations(List<String> other) {
    return new PoEntry(
        comments, extracted, references, flags, previous, key, plural, other, obsolete, origin);
  }

  /** Translated for good: the same with this translation, no longer fuzzy, nobody's draft. */
  public PoEntry translatedAs(List<String> other) {
    return withTranslations(other)
        .withComments(comments.stream().filter(line -> !isOrigin(line)).toList())
        .withState(false, Optional.empty());
  }

  private static boolean isOrigin(String comment) {
    String line = comment.strip();
    return line.startsWith(FROM_MEMORY) || line.startsWith(FROM_MACHINE);
  }

  /** Whether a comment says where the translation comes from: {@code mt:}, {@code tm:}. */
  public boolean comesFrom(String origin) {
    return comments.stream().anyMatch(line -> line.strip().startsWith(origin));
  }

  /** The same, fuzzy or not, translating what {@code newPrevious} says. */
  public PoEntry withState(boolean fuzzy, Optional<Previous> newPrevious) {
    List<String> newFlags = new ArrayList<>(flags);
    newFlags.remove(FUZZY);
    if (fuzzy) {
      newFlags.add(0, FUZZY);
    }
    return new PoEntry(
        comments,
        extracted,
        references,
        newFlags,
        newPrevious,
        key,
        plural,
        translations,
        obsolete,
        origin);
  }

  /** The same message and comments as the template says them now, not obsolete. */
  PoEntry asIn(PoEntry template) {
    List<String> newFlags = new ArrayList<>(template.flags);
    newFlags.remove(FUZZY);
    if (fuzzy()) {
      newFlags.add(0, FUZZY);
    }
    return new PoEntry(
        comments,
        template.extracted,
        template.references,
        newFlags,
        previous,
        template.key,
        template.plural,
        translations,
        false,
        origin);
  }

  /** The same, out of use: what the source said about it goes. */
  PoEntry asObsolete() {
    return new PoEntry(
        comments, List.of(), List.of(), flags, previous, key, plural, translations, true, origin);
  }

  /** What is said, without where it was read. */
  PoEntry withoutOrigin() {
    return withOrigin(null);
  }

  PoEntry withOrigin(@Nullable Origin newOrigin) {
    return new PoEntry(
        comments,
        extracted,
        references,
        flags,
        previous,
        key,
        plural,
        translations,
        obsolete,
        Optional.ofNullable(newOrigin));
  }
}
