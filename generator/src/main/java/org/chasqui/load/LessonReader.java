package org.chasqui.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Episode;
import org.chasqui.site.EpisodeDetails;
import org.chasqui.site.Lesson;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PageId;
import org.chasqui.site.SitePath;

/** Makes the pages of lessons: their homes and episodes. */
final class LessonReader {
  private final HeaderReader headers;
  private final NavigableSet<String> files;
  private final Diagnostics diagnostics;
  private final Map<PageId, List<Doc>> episodes = new TreeMap<>();
  private final Map<PageId, Integer> numbers = new HashMap<>();

  /**
   * @param files every file of the site, relative to its folder
   */
  LessonReader(HeaderReader headers, NavigableSet<String> files, Diagnostics diagnostics) {
    this.headers = headers;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /**
   * Finds out the order of every lesson.
   *
   * @param docs the documents in the source language, drafts included
   * @param publication what is shown
   * @return the documents without episodes that their lesson does not list
   */
  List<Doc> order(List<Doc> docs, Publication publication) {
    Map<PageId, List<Doc>> found = new TreeMap<>();
    docs.stream()
        .filter(doc -> doc.kind() == Kind.EPISODE)
        .forEach(doc -> found.computeIfAbsent(home(doc.id()), id -> new ArrayList<>()).add(doc));
    Set<PageId> unlisted = new LinkedHashSet<>();
    List<Doc> complete = new ArrayList<>(docs);
    complete.addAll(withoutHome(found, docs));
    for (Doc doc : complete) {
      if (doc.kind() == Kind.LESSON) {
        List<Doc> all = found.getOrDefault(doc.id(), List.of());
        List<Doc> listed = inOrder(doc, all);
        all.stream().filter(d -> !listed.contains(d)).forEach(d -> unlisted.add(d.id()));
        List<Doc> shown = listed.stream().filter(publication::shows).toList();
        number(doc.id(), shown);
        reportEmpty(doc, all);
      }
    }
    return complete.stream().filter(doc -> !unlisted.contains(doc.id())).toList();
  }

  // A folder of episodes is a lesson even if its record is still to be written.
  private List<Doc> withoutHome(Map<PageId, List<Doc>> found, List<Doc> docs) {
    Set<PageId> homes = new HashSet<>();
    docs.stream().filter(doc -> doc.kind() == Kind.LESSON).forEach(doc -> homes.add(doc.id()));
    List<Doc> made = new ArrayList<>();
    for (Map.Entry<PageId, List<Doc>> lesson : found.entrySet()) {
      if (!homes.contains(lesson.getKey())) {
        Doc first = lesson.getValue().get(0);
        made.add(unwritten(lesson.getKey(), first));
        diagnostics.add(
            Diagnostic.warning(
                    "lesson-record-missing",
                    first.file().top(),
                    "The lesson of this episode has no lesson.yaml.")
                .help("Write " + lesson.getKey() + "/lesson.yaml with a line 'title: …'."));
      }
    }
    return made;
  }

  private Doc unwritten(PageId lesson, Doc episode) {
    String path = lesson + "/lesson.yaml";
    SourceFile file = new SourceFile(path, "");
    return Doc.record(file, path, Mapping.empty(file.top()), episode.language(), diagnostics);
  }

  private void number(PageId lesson, List<Doc> shown) {
    episodes.put(lesson, shown);
    for (int i = 0; i < shown.size(); i++) {
      numbers.put(shown.get(i).id(), i + 1);
    }
  }

  private static PageId home(PageId episode) {
    return new PageId(episode.value().substring(0, episode.value().lastIndexOf('/')));
  }

  private List<Doc> inOrder(Doc lesson, List<Doc> all) {
    List<Scalar> names = lesson.fields().words(Key.EPISODES);
    if (names.isEmpty()) {
      List<Doc> sorted = all.stream().sorted(BY_NUMBER).toList();
      reportSameNumber(sorted);
      return sorted;
    }
    Map<String, Doc> byName = new LinkedHashMap<>();
    for (Doc doc : all) {
      byName.put(fileName(doc), doc);
      byName.putIfAbsent(doc.id().name(), doc);
    }
    Set<Doc> listed = new LinkedHashSet<>();
    for (Scalar name : names) {
      String written = name.text().strip();
      boolean whole = Place.isMarkdown(written) || Place.isNotebook(written);
      String bare = whole ? Place.withoutExtension(written) : written;
      Doc doc = byName.get(bare.substring(bare.lastIndexOf('/') + 1));
      if (doc == null) {
        missingEpisode(name, byName.keySet());
      } else if (!listed.add(doc)) {
        listedTwice(name);
      }
    }
    all.stream().filter(doc -> !listed.contains(doc)).forEach(this::reportUnlisted);
    return List.copyOf(listed);
  }

  private static final Comparator<Doc> BY_NUMBER =
      Comparator.comparingInt((Doc doc) -> number(doc)).thenComparing(LessonReader::fileName);

  // What the front matter says, or else what its file's name begins with.
  private static int number(Doc doc) {
    return doc.fields().number(Key.WEIGHT, number(fileName(doc)));
  }

  private static int number(String name) {
    String tail = Place.withoutNumber(name);
    String digits = tail.equals(name) ? "" : name.substring(0, name.length() - tail.length() - 1);
    return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  static String fileName(Doc doc) {
    String path = Place.withoutExtension(doc.file().path());
    String name = path.substring(path.lastIndexOf('/') + 1);
    return doc.place()
        .tag()
        .map(t -> name.substring(0, name.length() - t.length() - 1))
        .orElse(name);
  }

  private void missingEpisode(Scalar name, Set<String> names) {
    diagnostics.add(
        Diagnostic.error(
                "lesson-episode-missing",
                name.span(),
                "This lesson has no episode '" + name.text() + "'.")
            .help(
                Suggestion.didYouMean(name.text(), names)
                    .orElse("An episode is a Markdown file in the lesson's folder.")));
  }

  private void listedTwice(Scalar name) {
    diagnostics.add(
        Diagnostic.error(
                "lesson-episode-twice",
                name.span(),
                "The episode '" + name.text() + "' is listed a second time.")
            .help("An episode has one place in its lesson: take one of the two lines out."));
  }

  private void reportSameNumber(List<Doc> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      Doc earlier = sorted.get(i - 1);
      Doc doc = sorted.get(i);
      if (number(doc) != Integer.MAX_VALUE && number(doc) == number(earlier)) {
        Optional<SourceSpan> said = doc.fields().entry(Key.WEIGHT).map(e -> e.value().span());
        diagnostics.add(
            Diagnostic.warning(
                    "episode-order-duplicate",
                    said.orElse(doc.file().top()),
                    "This episode has the number of "
                        + earlier.file().path()
                        + ", so their names decide which comes first.")
                .help("Give one of them another number, or list them in lesson.yaml."));
      }
    }
  }

  private void reportUnlisted(Doc doc) {
    diagnostics.add(
        Diagnostic.warning(
                "lesson-episode-unlisted",
                doc.file().top(),
                "The lesson does not list this episode, so it is left out.")
            .help("Add '" + fileName(doc) + "' to 'episodes' in lesson.yaml."));
  }

  private void reportEmpty(Doc lesson, List<Doc> all) {
    if (all.isEmpty() && !lesson.broken()) {
      diagnostics.add(
          Diagnostic.warning(
                  "lesson-without-episodes", lesson.file().top(), "This lesson has no episodes.")
              .help("Put a file like 01-intro.md into its folder."));
    }
  }

  /** The home page of a lesson. */
  Page lesson(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    Fields fields = doc.fields();
    PageHeader header = headers.header(doc, title.text(), Key.IMAGE, Key.LESSON, source);
    Lesson lesson =
        new Lesson(
            doc.id().name(),
            episodes.getOrDefault(doc.id(), List.of()).stream().map(Doc::id).toList(),
            fields.string(Key.KERNEL).orElse("python3"),
            fields.string(Key.LEVEL),
            fields.texts(Key.PREREQUISITES),
            fields.string(Key.LICENSE),
            data(doc),
            new TimetableReader(diagnostics).read(doc, episodes.getOrDefault(doc.id(), List.of())),
            fields.choice(Key.SOLUTIONS, List.of("optional", "required")).equals("required"));
    return new LessonHome(header, title.body(), lesson);
  }

  private List<String> data(Doc doc) {
    String folder = doc.id().value() + "/";
    List<Scalar> named = doc.fields().words(Key.DATA);
    if (named.isEmpty()) {
      return below(folder, folder + "data/");
    }
    Set<String> data = new LinkedHashSet<>();
    for (Scalar name : named) {
      String written = name.text().strip();
      String path = folder + written;
      if (files.contains(path)) {
        data.add(written);
        continue;
      }
      List<String> inside = below(folder, path.endsWith("/") ? path : path + "/");
      data.addAll(inside);
      if (inside.isEmpty()) {
        missingData(name, folder);
      }
    }
    return List.copyOf(data);
  }

  private List<String> below(String lesson, String folder) {
    return files.tailSet(folder).stream()
        .takeWhile(path -> path.startsWith(folder))
        .map(path -> path.substring(lesson.length()))
        .toList();
  }

  private void missingData(Scalar name, String folder) {
    diagnostics.add(
        Diagnostic.error(
                "data-missing",
                name.span(),
                "There is no file '" + name.text() + "' in the lesson's folder.")
            .help(Suggestion.didYouMean(name.text(), below(folder, folder))));
  }

  /** A page beside the episodes. */
  Page beside(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    PageHeader header = headers.header(doc, title.text(), Key.IMAGE, Key.COMMUNITY_PAGE, source);
    LessonPage.Role role = LessonPage.Role.of(doc.id().name()).orElseThrow();
    return new LessonPage(header, title.body(), home(doc.id()), role);
  }

  /** An episode. */
  Page episode(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.TITLE);
    Fields fields = doc.fields();
    PageHeader header = headers.header(doc, title.text(), Key.IMAGE, Key.EPISODE, source);
    EpisodeDetails details =
        new EpisodeDetails(
            home(doc.id()),
            numbers.getOrDefault(doc.id(), 0),
            minutes(fields, Key.TEACHING),
            minutes(fields, Key.EXERCISES),
            fields.texts(Key.QUESTIONS),
            fields.texts(Key.OBJECTIVES),
            fields.texts(Key.KEYPOINTS),
            fields.string(Key.KERNEL));
    return new Episode(header, title.body(), details);
  }

  private int minutes(Fields fields, Key key) {
    int minutes = fields.number(key, 0);
    if (minutes >= 0 && minutes <= TimetableReader.LONGEST) {
      return minutes;
    }
    diagnostics.add(
        Diagnostic.error(
                "minutes-invalid",
                fields.word(key).map(Scalar::span).orElse(fields.span()),
                "An episode cannot take " + minutes + " minutes.")
            .help("Write how many minutes of " + key.name() + " there are, as in 'teaching: 20'."));
    return 0;
  }
}
