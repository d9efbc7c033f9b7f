package org.chasqui.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Credit;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PathPage;
import org.chasqui.site.SitePath;

/** Makes the pages of learning paths. */
final class PathReader {
  private final HeaderReader headers;
  private final Diagnostics diagnostics;

  PathReader(HeaderReader headers, Diagnostics diagnostics) {
    this.headers = headers;
    this.diagnostics = diagnostics;
  }

  Page page(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    PageHeader header = headers.header(doc, title.text(), Key.IMAGE, Key.PATH, source);
    List<PathPage.Step> steps = steps(doc.fields());
    if (steps.isEmpty() && !doc.broken()) {
      diagnostics.add(
          Diagnostic.warning(
                  "path-without-lessons", header.title().span(), "This path leads to no lesson.")
              .help("List the names of lessons below 'lessons:', in the order to take them."));
    }
    return new PathPage(header, title.body(), steps);
  }

  private List<PathPage.Step> steps(Fields fields) {
    List<PathPage.Step> steps = new ArrayList<>();
    Optional<Entry> entry = fields.entry(Key.LESSONS);
    if (entry.isEmpty()) {
      return steps;
    }
    List<Node> items =
        entry.get().value() instanceof Sequence list ? list.items() : List.of(entry.get().value());
    for (Node item : items) {
      if (item instanceof Scalar name) {
        steps.add(new PathPage.Step(credit(name), Optional.empty()));
      } else if (item instanceof Mapping mapping) {
        step(fields.of(mapping)).ifPresent(steps::add);
      } else {
        fields.wrongType(entry.get(), "a list of lessons");
      }
    }
    return steps;
  }

  private static Optional<PathPage.Step> step(Fields fields) {
    fields.reportUnknown(Key.PATH_STEP, "A step has 'lesson' and 'text'.");
    return fields
        .word(Key.LESSON_NAME)
        .map(name -> new PathPage.Step(credit(name), fields.text(Key.TEXT)));
  }

  private static Credit credit(Scalar name) {
    return new Credit(name.text().strip(), name.span());
  }
}
