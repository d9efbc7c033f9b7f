package org.chasqui.localize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.markdown.Segment.Translatable;
import org.chasqui.site.Body;
import org.chasqui.site.Page;
import org.chasqui.site.Text;

/**
 * What a translated page says for each message of its source: fields of the front matter by name,
 * segments by their order. What has no counterpart is told where it stands, so that nothing that
 * somebody translated is lost unseen.
 */
final class PagePairs {
  // A longer text that is the same in both languages was left untranslated.
  private static final int LONGEST_SAME = 4;
  private static final int SHOWN = 40;

  /**
   * A translation of a message.
   *
   * @param text what it says
   * @param span where
   * @param sure whether this is no guess
   */
  record Found(String text, SourceSpan span, boolean sure) {}

  private final Page source;
  private final Page translated;
  private final Map<PoEntry.Key, Found> found = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * @param source the page in the source language
   * @param translated the same page as somebody translated it
   */
  PagePairs(Page source, Page translated) {
    this.source = source;
    this.translated = translated;
    PageTexts ours = PageTexts.of(source);
    PageTexts theirs = PageTexts.of(translated);
    Map<String, Text> fields = ownFields(ours, theirs);
    Map<String, PageTexts.Part> blocks = ownBlocks(theirs);
    FieldPairs places = new FieldPairs(names(ours), union(fields.keySet(), blocks.keySet()));
    ours.fields().forEach(field -> field(field, places.of(field.field()), fields));
    ours.sections().forEach(part -> block(part, places.of(part.field()), blocks));
    fields.forEach((name, text) -> problems.add(unknown(name, text.span(), text.value())));
    blocks.values().forEach(part -> part.segments().forEach(segment -> alone(part, segment)));
    text(body(source, ours), body(translated, theirs), true);
  }

  private static PageTexts.Part body(Page page, PageTexts texts) {
    return new PageTexts.Part("", page.body(), texts.segments());
  }

  /** The translations, by what they translate. */
  Map<PoEntry.Key, Found> found() {
    return found;
  }

  /** Where the two pages do not fit. */
  List<Diagnostic> problems() {
    return problems;
  }

  // What a page does not say itself it takes over from its source.
  private static Map<String, Text> ownFields(PageTexts ours, PageTexts theirs) {
    Set<SourceSpan> inherited =
        ours.fields().stream().map(field -> field.text().span()).collect(Collectors.toSet());
    Map<String, Text> own = new LinkedHashMap<>();
    theirs.fields().stream()
        .filter(field -> !inherited.contains(field.text().span()))
        .forEach(field -> own.put(field.field(), field.text()));
    return own;
  }

  private Map<String, PageTexts.Part> ownBlocks(PageTexts theirs) {
    String inherited = source.header().source().path();
    Map<String, PageTexts.Part> own = new LinkedHashMap<>();
    for (PageTexts.Part part : theirs.sections()) {
      if (!part.text().origin(0, 0).file().path().equals(inherited)) {
        own.put(part.field(), part);
      }
    }
    return own;
  }

  private static Set<String> names(PageTexts texts) {
    return union(
        texts.fields().stream().map(PageTexts.Field::field).toList(),
        texts.sections().stream().map(PageTexts.Part::field).toList());
  }

  private static Set<String> union(Iterable<String> some, Iterable<String> others) {
    Set<String> all = new LinkedHashSet<>();
    some.forEach(all::add);
    others.forEach(all::add);
    return all;
  }

  private void field(
      PageTexts.Field field, Optional<FieldPairs.There> there, Map<String, Text> theirs) {
    Optional<Text> text = there.map(place -> theirs.remove(place.field()));
    if (text.isEmpty()) {
      problems.add(missing(field.field()));
    } else {
      boolean sure = there.orElseThrow().sure();
      Text said = text.get();
      found(Messages.key(field.text()), Messages.key(said).id(), said.span(), sure);
    }
  }

  private void block(
      PageTexts.Part part, Optional<FieldPairs.There> there, Map<String, PageTexts.Part> theirs) {
    Optional<PageTexts.Part> other = there.map(place -> theirs.remove(place.field()));
    if (other.isEmpty()) {
      problems.add(missing(part.field()));
    } else {
      text(part, other.get(), there.orElseThrow().sure());
    }
  }

  private Diagnostic missing(String field) {
    return Diagnostic.warning(
        "import-field",
        translated.header().source().top(),
        "The translation has no " + field + ", which the source has.");
  }

  private static Diagnostic unknown(String field, SourceSpan span, String text) {
    return Diagnostic.warning(
            "import-field", span, "The translation has " + field + ", which the source has not.")
        .help("It is not in the catalogue: " + cut(text));
  }

  private void text(PageTexts.Part ours, PageTexts.Part theirs, boolean sure) {
    List<Alignment.Pair> pairs = Alignment.of(ours.segments(), theirs.segments());
    int difference = difference(ours.segments(), theirs.segments(), pairs);
    if (difference >= 0) {
      problems.add(skeleton(ours, theirs, difference));
    }
    Set<Integer> paired = new HashSet<>();
    for (Alignment.Pair pair : pairs) {
      Translatable their = theirs.segments().get(pair.translated());
      paired.add(pair.translated());
      found(
          Messages.key(ours.segments().get(pair.source())),
          their.message(),
          span(theirs.text(), their),
          sure && pair.sure());
    }
    for (int i = 0; i < theirs.segments().size(); i++) {
      if (!paired.contains(i)) {
        alone(theirs, theirs.segments().get(i));
      }
    }
  }

  // Of texts that are built alike the first segment that was found elsewhere: sections were moved.
  private static int difference(
      List<Translatable> ours, List<Translatable> theirs, List<Alignment.Pair> pairs) {
    int difference = Alignment.firstDifference(ours, theirs);
    return difference >= 0
        ? difference
        : pairs.stream()
            .filter(pair -> pair.source() != pair.translated())
            .mapToInt(Alignment.Pair::source)
            .findFirst()
            .orElse(-1);
  }

  private void alone(PageTexts.Part part, Translatable segment) {
    problems.add(
        Diagnostic.warning(
                "import-unpaired",
                span(part.text(), segment),
                "Nothing in the source was found for " + shown(segment) + ".")
            .help(
                "It is not in the catalogue. If it translates something, write it there before you"
                    + " remove the page."));
  }

  private static Diagnostic skeleton(PageTexts.Part ours, PageTexts.Part theirs, int at) {
    List<Translatable> here = ours.segments();
    SourceSpan there =
        at < theirs.segments().size()
            ? span(theirs.text(), theirs.segments().get(at))
            : end(theirs.text());
    String where = at < here.size() ? " (" + span(ours.text(), here.get(at)).location() + ")" : "";
    return Diagnostic.warning(
            "import-skeleton",
            there,
            "The translation has "
                + shown(theirs.segments(), at)
                + " where the source has "
                + shown(here, at)
                + where
                + ".")
        .help(
            "Make both texts alike up to here and import again; pairs below are guesses, marked"
                + " fuzzy.");
  }

  private static SourceSpan end(Body body) {
    int length = body.markdown().length();
    return body.origin(length, length);
  }

  private static SourceSpan span(Body body, Translatable segment) {
    return body.origin(segment.start(), segment.end());
  }

  private static String shown(List<Translatable> segments, int at) {
    return at >= segments.size() ? "nothing more" : shown(segments.get(at));
  }

  private static String shown(Translatable segment) {
    return segment.kind().label() + " \"" + cut(segment.message()) + "\"";
  }

  private static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private void found(PoEntry.Key key, String text, SourceSpan span, boolean sure) {
    boolean left = key.id().equals(text) && text.split("\\s+").length > LONGEST_SAME;
    if (left || text.isBlank()) {
      return;
    }
    Found before = found.get(key);
    if (before == null) {
      found.put(key, new Found(text, span, sure));
    } else if (!before.text.equals(text)) {
      boolean better = sure && !before.sure;
      found.put(key, better ? new Found(text, span, true) : before);
      problems.add(twice(better ? before.span : span, better ? text : before.text));
    } else if (sure) {
      found.put(key, new Found(text, span, true));
    }
  }

  private static Diagnostic twice(SourceSpan span, String kept) {
    return Diagnostic.info(
            "import-twice",
            span,
            "The source says the same text twice, the translation says it in two ways.")
        .help("Only one of them is kept: " + kept);
  }
}
