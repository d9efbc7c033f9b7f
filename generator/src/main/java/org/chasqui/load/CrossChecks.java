package org.chasqui.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.load.Place.Kind;
import org.chasqui.site.Asset;
import org.chasqui.site.Credit;
import org.chasqui.site.Event;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PathPage;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Picture;
import org.chasqui.site.SitePath;

/** What can only be said of pages together: names that lead nowhere, addresses taken twice. */
final class CrossChecks {
  private final List<Page> pages;
  private final List<Asset> assets;
  private final Diagnostics diagnostics;
  private final Set<String> people = new TreeSet<>();
  private final Set<String> organisations = new TreeSet<>();
  private final Set<String> lessons = new TreeSet<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, SourceFile> roles = new HashMap<>();
  private final Set<String> assetPlaces = new HashSet<>();

  CrossChecks(List<Page> pages, List<Asset> assets, Diagnostics diagnostics) {
    this.pages = pages;
    this.assets = assets;
    this.diagnostics = diagnostics;
  }

  /** Checks everything; {@code docs} are the documents of the source language. */
  void run(List<Doc> docs) {
    pages.forEach(this::index);
    for (Asset asset : assets) {
      assetPlaces.add(asset.source());
      assetPlaces.add(asset.path().value());
    }
    addresses();
    new NearTerms(pages, diagnostics).check();
    for (Page page : pages) {
      page.header().authors().forEach(this::author);
      page.header().picture().ifPresent(picture -> picture(page, picture));
      organisationOf(page).ifPresent(this::organisation);
    }
    docs.stream().filter(doc -> doc.kind() == Kind.HUB).forEach(this::lessonsOf);
    docs.stream().filter(doc -> doc.kind() == Kind.LESSON_PAGE).forEach(this::lessonOf);
    for (Page page : pages) {
      if (page instanceof PathPage path) {
        path.steps().forEach(step -> lesson(step.lesson().key(), step.lesson().span()));
      }
    }
  }

  private void index(Page page) {
    if (page instanceof PersonPage person) {
      people.add(person.person().id());
      names.add(person.person().name().toLowerCase(Locale.ROOT));
    } else if (page instanceof OrganisationPage organisation) {
      organisations.add(organisation.organisation().id());
      names.add(organisation.organisation().name().toLowerCase(Locale.ROOT));
    } else if (page instanceof LessonHome lesson) {
      lessons.add(lesson.lesson().name());
    }
  }

  private Optional<Credit> organisationOf(Page page) {
    if (page instanceof PersonPage person) {
      return person.person().organisation();
    }
    if (page instanceof Job job) {
      return job.details().organisation();
    }
    if (page instanceof Event event) { // a person may hold one, too
      return event.details().organiser().filter(o -> !people.contains(o.key()));
    }
    return page instanceof HubPage hub ? hub.hub().community() : Optional.empty();
  }

  private void author(Credit credit) {
    if (looksLikeId(credit) && !people.contains(credit.key())) {
      diagnostics.add(
          Diagnostic.warning(
                  "author-unknown", credit.span(), "Nobody here has the id '" + credit.key() + "'.")
              .help(
                  Suggestion.didYouMean(credit.key(), people)
                      .orElse("Add site-content/people/" + credit.key() + ".yaml.")));
    }
  }

  // 'NASA' is a name; ids of records are file names, written small.
  private void organisation(Credit credit) {
    boolean small = credit.key().equals(credit.key().toLowerCase(Locale.ROOT));
    if (small && looksLikeId(credit) && !organisations.contains(credit.key())) {
      diagnostics.add(
          Diagnostic.warning(
                  "organisation-unknown",
                  credit.span(),
                  "No organisation here has the id '" + credit.key() + "'.")
              .help(
                  Suggestion.didYouMean(credit.key(), organisations)
                      .orElse("Add site-content/organisations/" + credit.key() + ".yaml.")));
    }
  }

  private boolean looksLikeId(Credit credit) {
    String key = credit.key();
    return !key.isEmpty()
        && key.chars().noneMatch(Character::isWhitespace)
        && !names.contains(key.toLowerCase(Locale.ROOT));
  }

  private void lessonsOf(Doc hub) {
    for (Scalar lesson : hub.fields().words(Key.LESSONS)) {
      lesson(lesson.text().strip(), lesson.span());
    }
    for (Scalar tag : hub.fields().words(Key.LESSON_TAGS)) {
      lessonTag(tag.text().strip(), tag.span());
    }
  }

  // A hub that asks for a tag that no lesson has would get nothing, and nobody would know why.
  private void lessonTag(String tag, SourceSpan span) {
    Set<String> tags = HubLessons.tags(pages);
    if (tags.stream().noneMatch(tag::equalsIgnoreCase)) {
      diagnostics.add(
          Diagnostic.error(
                  "record-unknown-lesson-tag", span, "No lesson has the tag '" + tag + "'.")
              .help(
                  Suggestion.didYouMean(tag, tags)
                      .orElse(
                          tags.isEmpty()
                              ? "Give lessons 'tags:' in their lesson.yaml."
                              : "Their tags are: " + String.join(", ", tags) + ".")));
    }
  }

  private void lesson(String name, SourceSpan span) {
    if (!lessons.contains(name)) {
      diagnostics.add(
          Diagnostic.error("record-unknown-lesson", span, "There is no lesson '" + name + "'.")
              .help(
                  Suggestion.didYouMean(name, lessons)
                      .orElse("The lessons are: " + String.join(", ", lessons) + ".")));
    }
  }

  // Of two pages for one purpose only the first would be found.
  private void lessonOf(Doc page) {
    String lesson = page.id().value().substring(0, page.id().value().lastIndexOf('/'));
    String role = lesson + " " + LessonPage.Role.of(page.id().name()).orElseThrow();
    SourceFile earlier = roles.putIfAbsent(role, page.file());
    if (earlier != null) {
      diagnostics.add(
          Diagnostic.warning(
                  "lesson-page-duplicate",
                  page.file().top(),
                  "The lesson has a page for this purpose already: " + earlier.path() + ".")
              .help("Join the two, or give one of them another name."));
    }
  }

  private void picture(Page page, Picture picture) {
    String source = picture.source();
    if (source.contains("://") || source.startsWith("//") || source.startsWith("data:")) {
      return;
    }
    if (candidates(page, source).stream().noneMatch(assetPlaces::contains)) {
      diagnostics.add(
          Diagnostic.warning(
                  "picture-missing", picture.span(), "There is no picture '" + source + "'.")
              .help(
                  Suggestion.didYouMean(source, ofLength(source.length()))
                      .orElse("The page is made without a picture until the file is there.")));
    }
  }

  // A site has thousands of files: only those that can be near are worth a comparison.
  private List<String> ofLength(int length) {
    return assetPlaces.stream()
        .filter(place -> Math.abs(place.length() - length) <= length / 3)
        .toList();
  }

  private static List<String> candidates(Page page, String source) {
    List<String> places = new ArrayList<>();
    String bare = source.startsWith("/") ? source.substring(1) : source;
    if (!source.startsWith("/")) {
      String file = page.header().source().path();
      places.add(normal(file.substring(0, file.lastIndexOf('/') + 1) + source));
      places.add(normal(page.path().value() + source));
    }
    places.add("/" + bare);
    places.add("site-content/" + bare);
    return places;
  }

  private static String normal(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.remove(steps.size() - 1);
      } else if (!step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  private void addresses() {
    Map<SitePath, SourceSpan> taken = new HashMap<>();
    for (Page page : pages) {
      take(
          taken,
          page.path(),
          page.header().title().span().file().equals(page.header().source())
              ? page.header().title().span()
              : page.header().source().top());
    }
    for (Asset asset : assets) {
      take(taken, asset.path(), new SourceFile(asset.source(), "").top());
    }
    for (Page page : pages) {
      for (SitePath alias : page.header().aliases()) {
        SourceSpan owner = taken.get(alias);
        if (owner != null) {
          aliasTaken(page, alias, owner);
        }
      }
    }
  }

  private void take(Map<SitePath, SourceSpan> taken, SitePath path, SourceSpan span) {
    SourceSpan earlier = taken.putIfAbsent(path, span);
    if (earlier != null) {
      diagnostics.add(
          Diagnostic.error(
                  "path-duplicate",
                  span,
                  "The address " + path + " is taken by " + earlier.location() + " already.")
              .help("Rename one of the two, or give a page another 'slug'."));
    }
  }

  private void aliasTaken(Page page, SitePath alias, SourceSpan owner) {
    diagnostics.add(
        Diagnostic.warning(
                "alias-taken",
                page.header().source().top(),
                "The alias " + alias + " is the address of " + owner.location() + ".")
            .help("Remove the alias; nobody is redirected from a page that is there."));
  }
}
