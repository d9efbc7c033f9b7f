package org.chasqui.ipynb;

import static org.chasqui.ipynb.NotebookDocument.mapping;
import static org.chasqui.ipynb.NotebookDocument.scalar;
import static org.chasqui.ipynb.NotebookDocument.text;
import static org.chasqui.ipynb.NotebookDocument.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;

/**
 * Reads a Jupyter notebook (formats 4.0 to 4.5) as a page: Markdown cells as they are, code cells
 * as {@code {code-cell}} blocks with their outputs after them, pictures as files beside the page.
 *
 * <p>Format: <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The
 * Notebook file format</a>.
 */
public final class NotebookSource {
  private static final int MOST_OUTPUT = 100_000;
  private static final Pattern UNTITLED =
      Pattern.compile("(?i)(?:.*/)?(?:untitled\\d*|.*-copy\\d+|.*-checkpoint)\\.ipynb");
  private static final Pattern FRONT_MATTER = Pattern.compile("(?s)---\\n.*?\\n---\\s*(?:\\n.*)?");
  private static final Pattern ATTACHMENT = Pattern.compile("attachment:([^)\\s\"'>]+)");
  private static final Set<String> NOT_SHOWN = Set.of("hide-output", "remove-output");

  private final SourceFile json;
  private final String folder;
  private final boolean ids;
  private final Diagnostics diagnostics;
  private final PageText page;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private String language = "";

  /**
   * A notebook as a page.
   *
   * @param page its Markdown; lines and columns are those of the notebook file
   * @param files the pictures it shows, by path relative to the page
   * @param kernel the kernel it names, if it does
   */
  public record Converted(
      SourceFile page, SortedMap<String, byte[]> files, Optional<Scalar> kernel) {
    /** Copies, so that nobody can change it. */
    public Converted {
      files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
  }

  private NotebookSource(SourceFile json, boolean ids, Diagnostics diagnostics) {
    String name = json.path().substring(json.path().lastIndexOf('/') + 1);
    this.json = json;
    this.folder = name.replaceFirst("\\.[^.]*$", "") + "-files/";
    this.ids = ids;
    this.diagnostics = diagnostics;
    this.page = new PageText(json);
  }

  /**
   * Reads a notebook.
   *
   * @param json the file
   * @param ids whether code cells keep their ids
   * @param diagnostics takes what is wrong with it
   */
  public static Converted read(SourceFile json, boolean ids, Diagnostics diagnostics) {
    return new NotebookSource(json, ids, diagnostics).read();
  }

  private Converted read() {
    named();
    Optional<Mapping> read = NotebookDocument.read(json, diagnostics);
    if (read.isEmpty()) {
      return empty();
    }
    Mapping notebook = read.get();
    Optional<Scalar> kernel = kernel(notebook);
    cells(notebook);
    return new Converted(page.page(), files, kernel);
  }

  private Converted empty() {
    return new Converted(json.converted("", new TreeMap<>()), new TreeMap<>(), Optional.empty());
  }

  private void named() {
    if (UNTITLED.matcher(json.path()).matches()) {
      diagnostics.add(
          Diagnostic.warning(
                  "notebook-name", json.top(), "The notebook has the name that Jupyter gave it.")
              .help("Rename it: its name becomes the address of the page."));
    }
  }

  private Optional<Scalar> kernel(Mapping notebook) {
    Optional<Mapping> metadata = mapping(notebook, "metadata");
    Optional<Mapping> spec = metadata.flatMap(m -> mapping(m, "kernelspec"));
    Optional<Mapping> info = metadata.flatMap(m -> mapping(m, "language_info"));
    language =
        spec.flatMap(m -> scalar(m, "language"))
            .or(() -> info.flatMap(m -> scalar(m, "name")))
            .map(word -> word.text().toLowerCase(java.util.Locale.ROOT))
            .orElse("");
    return spec.flatMap(m -> scalar(m, "name"));
  }

  private void cells(Mapping notebook) {
    boolean first = true;
    for (Mapping cell : NotebookDocument.cells(notebook)) {
      String kind = scalar(cell, "cell_type").map(Scalar::text).orElse("");
      Optional<Node> source = value(cell, "source");
      String text = source.map(PageText::textOf).orElse("");
      boolean front = first && FRONT_MATTER.matcher(text).matches();
      id(cell);
      if (source.isPresent() && (kind.equals("markdown") || front)) {
        markdown(cell, source.get(), text);
      } else if (source.isPresent() && kind.equals("code") && !tags(cell).contains("remove-cell")) {
        code(cell, source.get(), text);
      }
      first = false;
    }
  }

  private void id(Mapping cell) {
    Optional<Scalar> id = scalar(cell, "id");
    if (id.isPresent() && !seen.add(id.get().text())) {
      diagnostics.add(
          Diagnostic.warning(
                  "notebook-cell-id",
                  id.get().span(),
                  "Another cell has the id '" + id.get().text() + "' already.")
              .help("Open the notebook in Jupyter and save it; that gives the cell a new id."));
    }
  }

  private void markdown(Mapping cell, Node source, String text) {
    Matcher attached = ATTACHMENT.matcher(text);
    if (!attached.find()) {
      page.source(source).endLine().own("\n", cell.span().start());
      return;
    }
    Map<String, String> links = new TreeMap<>();
    mapping(cell, "attachments")
        .ifPresent(all -> all.entries().forEach((name, e) -> attachment(name, e.value(), links)));
    StringBuilder linked = new StringBuilder();
    attached.reset();
    while (attached.find()) {
      String link = links.getOrDefault(attached.group(1), attached.group());
      attached.appendReplacement(linked, Matcher.quoteReplacement(link));
      if (link.startsWith("attachment:")) {
        diagnostics.add(
            Diagnostic.error(
                    "notebook-attachment",
                    source.span(),
                    "The picture " + link + " is not attached to this cell.")
                .help("Attach it again in Jupyter, or put it into the lesson's images folder."));
      }
    }
    attached.appendTail(linked);
    page.own(linked.toString(), source.span().start()).endLine().own("\n", cell.span().start());
  }

  private void attachment(String name, Node bundle, Map<String, String> links) {
    if (bundle instanceof Mapping types) {
      types
          .entries()
          .forEach(
              (type, entry) ->
                  OutputText.decode(PageText.textOf(entry.value()))
                      .filter(bytes -> type.startsWith("image/") && !type.contains("svg"))
                      .ifPresent(bytes -> links.put(name, file(ending(type), bytes))));
    }
  }

  private static String ending(String type) {
    String ending = type.substring(type.indexOf('/') + 1);
    return ending.equals("jpeg") ? "jpg" : ending.replaceAll("[^a-z0-9]", "");
  }

  private String file(String ending, byte[] bytes) {
    String path = folder + Hashes.of(bytes) + "." + ending;
    files.put(path, bytes);
    return path;
  }

  private void code(Mapping cell, Node source, String text) {
    int about = cell.span().start();
    List<String> tags = tags(cell);
    String fence = OutputText.fenceFor(text);
    page.own(fence + "{code-cell} " + language + "\n", about);
    if (!tags.isEmpty()) {
      page.own(":tags: [" + String.join(", ", tags) + "]\n", about);
    }
    if (ids) {
      scalar(cell, "id").ifPresent(id -> page.own(":id: " + id.text() + "\n", about));
    }
    page.source(source).endLine().own(fence + "\n\n", about);
    value(cell, "outputs")
        .filter(Sequence.class::isInstance)
        .ifPresent(outputs -> outputs((Sequence) outputs, tags, alt(cell, text)));
  }

  private static String alt(Mapping cell, String code) {
    Optional<Mapping> metadata = mapping(cell, "metadata");
    return metadata
        .flatMap(m -> scalar(m, "alt").or(() -> scalar(m, "fig-alt")))
        .map(Scalar::text)
        .orElseGet(() -> OutputText.alt(code));
  }

  private void outputs(Sequence list, List<String> tags, String alt) {
    int size = list.span().end() - list.span().start();
    if (tags.stream().anyMatch(NOT_SHOWN::contains)) {
      return;
    }
    if (size > MOST_OUTPUT) {
      diagnostics.add(
          Diagnostic.warning(
                  "notebook-output-size",
                  firstLine(list.span()),
                  "The outputs of this cell take " + size / 1000 + " kB.")
              .help("Show less, or tag the cell 'remove-output': learners pay for every byte."));
    }
    List<CellOutput> outputs = new ArrayList<>();
    for (Node node : list.items()) {
      if (node instanceof Mapping output) {
        output(output, tags).ifPresent(outputs::add);
      }
    }
    String text =
        OutputText.of(
            outputs,
            OutputText.Part.ALL,
            alt,
            (ending, bytes) -> {
              needsAlt(list.span(), alt);
              return file(ending, bytes);
            });
    page.own(text, list.span().start());
  }

  private void needsAlt(SourceSpan span, String alt) {
    if (alt.isBlank()) {
      diagnostics.add(
          Diagnostic.warning(
                  "output-alt", firstLine(span), "The picture that this cell draws has no text.")
              .help("Say what it shows in the cell: #| fig-alt: …"));
    }
  }

  private Optional<CellOutput> output(Mapping output, List<String> tags) {
    String type = scalar(output, "output_type").map(Scalar::text).orElse("");
    return switch (type) {
      case "stream" ->
          Optional.of(new CellOutput.Stream(text(output, "name"), text(output, "text")));
      case "error" -> {
        if (!tags.contains("raises-exception")) {
          diagnostics.add(
              Diagnostic.warning(
                      "notebook-error-output",
                      firstLine(output.span()),
                      "The notebook was saved with an error: " + text(output, "ename") + ".")
                  .help("Mend the cell and run it, or tag it 'raises-exception'."));
        }
        yield Optional.of(
            new CellOutput.Failure(text(output, "ename"), text(output, "evalue"), ""));
      }
      case "execute_result", "display_data" ->
          mapping(output, "data").map(data -> data(type.equals("execute_result"), data));
      default -> Optional.empty();
    };
  }

  private static CellOutput data(boolean result, Mapping data) {
    TreeMap<String, String> forms = new TreeMap<>();
    data.entries().forEach((type, entry) -> forms.put(type, PageText.textOf(entry.value())));
    return new CellOutput.Data(result, forms);
  }

  private static SourceSpan firstLine(SourceSpan span) {
    int end = span.text().indexOf('\n');
    return end < 0 ? span : span.file().span(span.start(), span.start() + end);
  }

  private static List<String> tags(Mapping cell) {
    return mapping(cell, "metadata")
        .flatMap(m -> value(m, "tags"))
        .filter(Sequence.class::isInstance)
        .map(tags -> ((Sequence) tags).items().stream().map(PageText::textOf).toList())
        .orElse(List.of());
  }
}
