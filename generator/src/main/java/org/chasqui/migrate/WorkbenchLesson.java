package org.chasqui.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;

/** A lesson of the Carpentries Workbench: becomes a site with one lesson. */
final class WorkbenchLesson {
  private static final List<String> FOLDERS =
      List.of("episodes", "learners", "instructors", "profiles");
  private static final Set<String> NEEDLESS =
      Set.of("sandpaper", "varnish", "pegboard", "workbench-beta", "source", "branch");
  private static final Map<String, String> ADVICE =
      Map.of(
          "carpentry", "Name the programme in the text of the lesson.",
          "life_cycle", "Say it in 'summary' in lesson.yaml.",
          "contact", "Write it on a page, or make a person in site-content/people/.",
          "created", "Dates of lessons follow from the history of their files.",
          "analytics", "Analytics belong into a theme.",
          "handout", "Pages print well; there is no handout of exercises.");
  private static final Pattern FENCE = Pattern.compile("(?m)^(?:```+|~~~+)[ \\t]*\\{?\\.?(\\w+)");

  private final Draft draft;
  private final Source source;
  private final SiteRecord record;

  WorkbenchLesson(Draft draft) {
    this.draft = draft;
    this.source = draft.source();
    this.record = new SiteRecord(draft, Tool.WORKBENCH);
  }

  void read() {
    String path = source.has("config.yaml") ? "config.yaml" : "config.yml";
    if (!source.has(path) || source.below("episodes").isEmpty()) {
      throw new RunStopped.Usage(
          "There is no Workbench lesson in " + source.root() + " (no config.yaml and episodes/).");
    }
    Config config = draft.config(path);
    record.title = config.text("title").orElse("");
    record.baseUrl = config.text("url").filter(Draft::isWeb).orElse("");
    record.language(config.text("lang").orElse("en"));
    String lesson = "lessons/" + name(config);
    record.menu(record.title.isEmpty() ? source.name() : record.title, lesson);
    for (String index : List.of("index.md", "index.Rmd")) {
      if (source.has(index)) {
        take(index, lesson);
      }
    }
    FOLDERS.forEach(folder -> source.below(folder).forEach(file -> take(file, lesson)));
    draft.make(lesson + "/lesson.yaml", lesson(config));
    leftBehind(config);
    config.reportRest(NEEDLESS, ADVICE);
    record.write();
  }

  // The repository's name outlives the folder's.
  private String name(Config config) {
    String from = config.text("source").filter(Draft::isWeb).orElse(source.name());
    String name = Source.name(from.replaceAll("(\\.git)?/*$", "")).toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "lesson" : plain;
  }

  private void take(String path, String lesson) {
    String extension = Source.extension(path);
    if (source.isUnknitted(path)) {
      draft.chunked(path);
    } else if (extension.equals("rmd")) {
      return; // the page that was made of it is here
    }
    draft.copy(path, lesson + "/" + path);
  }

  private String lesson(Config config) {
    List<String> episodes = new ArrayList<>();
    for (Scalar word : config.words("episodes")) {
      String name = word.text().strip();
      boolean knitted = Source.extension(name).equals("rmd") && !draftHasEpisode(name);
      if (draftHasEpisode(knitted ? Source.stem(name) + ".md" : name)) {
        episodes.add(Source.stem(name));
      } else {
        draft.missing(word.span(), "There is no episode '" + name + "'.", "Add its file, or none.");
      }
    }
    List<String> tags = new ArrayList<>();
    for (Scalar word : config.words("keywords")) {
      for (String tag : word.text().split(",")) {
        if (!tag.isBlank()) {
          tags.add(tag.strip());
        }
      }
    }
    List<String> data =
        source.below("episodes/data").isEmpty() ? List.of() : List.of("episodes/data");
    return new Yaml()
        .remark("Made from the settings of the Carpentries Workbench; see import-report.md.")
        .put("title", record.title)
        .put("kernel", kernel())
        .put("license", config.text("license").orElse(""))
        .put("tags", tags)
        .put("episodes", episodes)
        .put("data", data)
        .text();
  }

  private boolean isPage(String path) {
    return Source.isMarkdown(path) || source.isUnknitted(path);
  }

  private boolean draftHasEpisode(String name) {
    return source.has("episodes/" + name);
  }

  // The language that most code blocks are in.
  private String kernel() {
    Map<String, Integer> kernels = new HashMap<>();
    for (String path : source.below("episodes")) {
      Matcher fence = FENCE.matcher(isPage(path) ? source.text(path).text() : "");
      while (fence.find()) {
        String kernel =
            switch (fence.group(1).toLowerCase(Locale.ROOT)) {
              case "python", "py", "python3" -> "python3";
              case "bash", "sh", "shell" -> "bash";
              case "r" -> "ir";
              case "julia" -> "julia";
              default -> "";
            };
        kernels.merge(kernel, kernel.isEmpty() ? 0 : 1, Integer::sum);
      }
    }
    return kernels.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void leftBehind(Config config) {
    for (String folder : List.of("learners", "instructors", "profiles")) {
      config
          .entry(folder)
          .ifPresent(
              entry ->
                  draft.missing(
                      entry.keySpan(),
                      "The order of pages beside the episodes is not kept.",
                      "Link to them from the lesson's index.md."));
    }
    if (source.has("links.md")) {
      SourceFile links = source.text("links.md");
      draft.missing(
          links.top(),
          "The link definitions of links.md are not added to every page.",
          "Copy those that an episode uses to its end.");
    }
    for (String path : List.of("CODE_OF_CONDUCT.md", "LICENSE.md", "CITATION", "AUTHORS")) {
      if (source.has(path)) {
        draft.notCopied(
            path, "It is about the repository.", "Copy it to site-content/ to make it a page.");
      }
    }
  }
}
