package org.chasqui.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.SourceRevision;

/** Hubs and their contents, for tests. */
final class Hubs {
  static final SourceRevision FIRST =
      new SourceRevision(Optional.of("1".repeat(40)), Instant.parse("2026-03-01T10:00:00Z"));
  static final SourceRevision SECOND =
      new SourceRevision(Optional.of("2".repeat(40)), Instant.parse("2026-03-02T10:00:00Z"));

  private Hubs() {}

  static Hub embedded(String id) {
    return hub(id, new Hub.Repository.Embedded(), "main", "", Hub.Status.ACTIVE);
  }

  static Hub at(String id, Path repository) {
    return at(id, repository.toUri().toString());
  }

  static Hub at(String id, String url) {
    return hub(id, new Hub.Repository.Remote(url), "main", "", Hub.Status.ACTIVE);
  }

  static Hub in(Hub hub, String folder) {
    return hub(hub.id(), hub.repository(), hub.branch(), folder, hub.status());
  }

  static Hub hub(
      String id, Hub.Repository repository, String branch, String folder, Hub.Status status) {
    return new Hub(
        id,
        "Hub " + id,
        Optional.empty(),
        Optional.empty(),
        repository,
        Optional.empty(),
        branch,
        folder,
        id,
        List.of(),
        List.of(),
        status,
        "lab",
        org.chasqui.site.NotebookStyle.PLAIN,
        new SourceFile("site-content/hubs/" + id + ".yaml", "name: x\n").top());
  }

  static HubContent content(Hub hub, String... pathsAndTexts) {
    SortedMap<OutputPath, OutputFile> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      OutputPath path = OutputPath.of(pathsAndTexts[i]);
      files.put(path, new OutputFile.Text(path, pathsAndTexts[i + 1]));
    }
    return new HubContent(hub, files);
  }

  static HubContent content(Hub hub, Map<String, String> texts) {
    return content(
        hub,
        texts.entrySet().stream()
            .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
            .toArray(String[]::new));
  }

  /** A notebook in Jupyter's bytes, one Markdown cell for each text. */
  static String notebook(String... cells) {
    StringBuilder text = new StringBuilder("{\n \"cells\": [\n");
    for (int i = 0; i < cells.length; i++) {
      text.append("  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"cell-%d\",\n".formatted(i))
          .append(
              "   \"metadata\": {},\n   \"source\": [\n    \"%s\"\n   ]\n  }".formatted(cells[i]))
          .append(i + 1 < cells.length ? ",\n" : "\n");
    }
    return text + " ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
  }

  static HubOptions options() {
    return HubOptions.of(name -> Optional.empty())
        .within(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  static HubOutcome push(Path site, HubContent content) {
    return push(site, content, FIRST);
  }

  static HubOutcome push(Path site, HubContent content, SourceRevision revision) {
    return push(site, content, revision, options());
  }

  static HubOutcome push(
      Path site, HubContent content, SourceRevision revision, HubOptions options) {
    return new HubPublisher(site, options)
        .push(List.of(content), revision, report -> {})
        .get(0)
        .outcome();
  }

  static HubOutcome plan(Path site, HubContent content) {
    return new HubPublisher(site, options())
        .plan(List.of(content), FIRST, report -> {})
        .get(0)
        .outcome();
  }

  static HubStatus status(Path site, HubContent content) {
    return new HubPublisher(site, options()).status(List.of(content), FIRST, s -> {}).get(0);
  }

  static List<OutputPath> paths(String... paths) {
    return java.util.Arrays.stream(paths).map(OutputPath::of).toList();
  }
}
