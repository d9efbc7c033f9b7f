package org.chasqui.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.load.SourceTree;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Segment;
import org.chasqui.notebook.NotebookChanges;
import org.chasqui.notebook.NotebookChanges.BodyEdit;
import org.chasqui.notebook.NotebookChanges.FieldEdit;
import org.chasqui.site.Body;
import org.chasqui.site.CatalogueStyle;
import org.chasqui.site.Coverage;
import org.chasqui.site.Episode;
import org.chasqui.site.Site;
import org.chasqui.site.Text;

/**
 * Where changes of an episode are written: into the file its author wrote, or, where a catalogue
 * translates it, into the entries of the catalogue.
 */
final class PullTarget implements NotebookChanges.Destination {
  // What YAML takes for nothing but a text, without quotation marks.
  private static final Pattern BARE =
      Pattern.compile(
          "(?!(?i:true|false|yes|no|on|off|null)$)\\p{L}(?:[^#:\\n]|:(?=\\S)|(?<=\\S)#)*");

  private final Episode episode;
  private final Episode source;
  private final Optional<SourceFile> catalogue;
  private final boolean byCatalogue;
  private final List<Segment.Translatable> written;
  private final List<Segment.Translatable> shown;

  PullTarget(Site site, Episode episode, Path siteFolder) {
    this.episode = episode;
    this.source =
        (Episode) site.page(episode.ref().in(site.config().sourceLanguage())).orElse(episode);
    Coverage.Mode mode = episode.header().coverage().mode();
    this.byCatalogue = mode != Coverage.Mode.SOURCE && mode != Coverage.Mode.WHOLE_PAGE;
    this.catalogue =
        byCatalogue
            ? catalogue(siteFolder, site.config().arrangement().catalogues())
            : Optional.empty();
    this.written = byCatalogue ? texts(source.body().markdown()) : List.of();
    this.shown = byCatalogue ? texts(episode.body().markdown()) : List.of();
  }

  private Optional<SourceFile> catalogue(Path siteFolder, CatalogueStyle style) {
    String mirrored = source.header().source().path().replaceFirst("\\.[^./]+$", "");
    String id = episode.id().value();
    for (String name : List.of(style.catalogue(id), id, mirrored)) {
      Path file =
          siteFolder.resolve("locales").resolve(episode.language().tag()).resolve(name + ".po");
      if (Files.isRegularFile(file)) {
        return Optional.of(SourceTree.read(siteFolder, file, new Diagnostics()));
      }
    }
    return Optional.empty();
  }

  private static List<Segment.Translatable> texts(String markdown) {
    return Markdown.segments(markdown).stream()
        .filter(Segment.Translatable.class::isInstance)
        .map(Segment.Translatable.class::cast)
        .filter(segment -> !segment.message().isBlank())
        .toList();
  }

  // Everything that is not for translators.
  private static String rest(String markdown) {
    StringBuilder rest = new StringBuilder();
    for (Segment segment : Markdown.segments(markdown)) {
      boolean text = segment instanceof Segment.Translatable one && !one.message().isBlank();
      rest.append(text ? "\uFFFC" : segment.raw());
    }
    return rest.toString();
  }

  @Override
  public Optional<String> refusal(List<BodyEdit> edits, String markdown) {
    if (!byCatalogue) {
      return edits.stream().flatMap(edit -> place(edit).left().stream()).findFirst();
    }
    List<Segment.Translatable> now = texts(markdown);
    if (shown.size() != written.size()
        || now.size() != shown.size()
        || !rest(markdown).equals(rest(episode.body().markdown()))) {
      return Optional.of(
          "A catalogue translates words only; code and layout are those of the notebook in "
              + source.language()
              + ".");
    }
    return entries(now).left();
  }

  /** Either a refusal or what was found. */
  private record Found<T>(Optional<String> left, List<T> right) {
    static <T> Found<T> no(String why) {
      return new Found<>(Optional.of(why), List.of());
    }
  }

  private Found<SourceSpan> place(BodyEdit edit) {
    Body body = episode.body();
    Integer run = body.origins().floorKey(edit.start());
    Integer next = body.origins().higherKey(edit.start());
    if (run == null || (next != null && edit.end() > next)) {
      return Found.no("It was written in more than one file.");
    }
    SourceSpan from = body.origins().firstEntry().getValue();
    from = body.origins().getOrDefault(run, from);
    int start = from.start() + edit.start() - run;
    int end = from.start() + edit.end() - run;
    if (from.file().isConverted()) {
      return Found.no("The episode is a notebook itself; put the changed one in its place.");
    }
    return end > from.end() && end > from.file().text().length()
        ? Found.no("It was not found in " + from.file().path() + ".")
        : new Found<>(Optional.empty(), List.of(from.file().span(start, end)));
  }

  // The new translations, by message.
  private Found<Map.Entry<PoEntry.Key, String>> entries(List<Segment.Translatable> now) {
    Map<PoEntry.Key, String> said = new LinkedHashMap<>();
    Map<PoEntry.Key, String> changed = new LinkedHashMap<>();
    for (int i = 0; i < now.size(); i++) {
      PoEntry.Key key = new PoEntry.Key(written.get(i).context(), written.get(i).message());
      String before = said.putIfAbsent(key, now.get(i).message());
      if (before != null && !before.equals(now.get(i).message())) {
        return Found.no("The same words stand elsewhere on the page, and are translated once.");
      }
      if (!now.get(i).message().equals(shown.get(i).message())) {
        if (!hasEntry(key)) {
          return Found.no("No catalogue has it yet: run 'chasqui translate update'.");
        }
        changed.put(key, now.get(i).message());
      }
    }
    return new Found<>(Optional.empty(), List.copyOf(changed.entrySet()));
  }

  private boolean hasEntry(PoEntry.Key key) {
    return catalogue
        .map(file -> PoFile.parse(file, problem -> {}))
        .filter(po -> po.messages().stream().anyMatch(entry -> entry.key().equals(key)))
        .isPresent();
  }

  @Override
  public Optional<String> refusal(FieldEdit edit) {
    if (byCatalogue) {
      return sourceOf(edit.field()).filter(text -> hasEntry(key(text))).isPresent()
          ? Optional.empty()
          : Optional.of("No catalogue has it yet: run 'chasqui translate update'.");
    }
    return rewritten(edit).isEmpty()
        ? Optional.of("It is written over several lines or in a way that must not be guessed.")
        : Optional.empty();
  }

  private static List<Text> fields(Episode episode) {
    List<Text> fields = new ArrayList<>(List.of(episode.header().title()));
    fields.addAll(episode.details().questions());
    fields.addAll(episode.details().objectives());
    fields.addAll(episode.details().keypoints());
    return fields;
  }

  private Optional<Text> sourceOf(Text field) {
    List<Text> mine = fields(episode);
    List<Text> theirs = fields(source);
    for (int i = 0; i < mine.size() && mine.size() == theirs.size(); i++) {
      if (mine.get(i).equals(field)) {
        return Optional.of(theirs.get(i));
      }
    }
    return Optional.empty();
  }

  private static PoEntry.Key key(Text text) {
    String composed = Normalizer.normalize(text.value(), Normalizer.Form.NFC);
    return PoEntry.Key.of(composed.strip().replaceAll("\\s+", " "));
  }

  // A text of the front matter in the manner in which it is written there.
  private Optional<String> rewritten(FieldEdit edit) {
    SourceSpan span = edit.field().span();
    String raw = span.text();
    String old = edit.field().value();
    String quoted = "\"" + edit.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    SourceSpan body = episode.body().origins().firstEntry().getValue();
    boolean heading = span.file().equals(body.file()) && span.start() >= body.start();
    if (span.file().isConverted() || raw.contains("\n")) {
      return Optional.empty();
    }
    if (raw.equals(old)) {
      boolean bare = heading || BARE.matcher(edit.value()).matches();
      return Optional.of(bare ? edit.value() : quoted);
    }
    if (raw.equals("'" + old + "'") && !edit.value().contains("'")) {
      return Optional.of("'" + edit.value() + "'");
    }
    return raw.startsWith("\"") || raw.startsWith("'") ? Optional.of(quoted) : Optional.empty();
  }

  /** Takes down what to write. */
  void write(NotebookChanges.Result result, String markdown, SourceEdits edits) {
    if (byCatalogue) {
      catalogue.ifPresent(file -> write(file, result, markdown, edits));
      return;
    }
    result.edits().forEach(edit -> edits.replace(place(edit).right().get(0), edit.text()));
    for (FieldEdit field : result.fields()) {
      edits.replace(field.field().span(), rewritten(field).orElseThrow());
    }
  }

  private void write(
      SourceFile file, NotebookChanges.Result result, String markdown, SourceEdits edits) {
    Map<PoEntry.Key, String> changed = new LinkedHashMap<>();
    entries(texts(markdown)).right().forEach(e -> changed.put(e.getKey(), e.getValue()));
    for (FieldEdit field : result.fields()) {
      changed.put(key(sourceOf(field.field()).orElseThrow()), field.value());
    }
    PoFile po = PoFile.parse(file, problem -> {});
    List<PoEntry> entries =
        po.entries().stream()
            .map(
                entry ->
                    changed.containsKey(entry.key()) && !entry.obsolete()
                        ? entry.translatedAs(List.of(changed.get(entry.key())))
                        : entry)
            .toList();
    if (!changed.isEmpty()) {
      edits.replace(file.span(0, file.text().length()), po.withEntries(entries).text());
    }
  }
}
