package org.chasqui.load;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.site.HubPage;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Page;
import org.chasqui.site.Text;

/** Finds the lessons that hubs choose by tag. */
final class HubLessons {
  private HubLessons() {}

  /** The tags of all lessons. */
  static Set<String> tags(Collection<Page> pages) {
    Set<String> tags = new TreeSet<>();
    for (Page page : pages) {
      if (page instanceof LessonHome) {
        page.header().tags().forEach(tag -> tags.add(tag.value()));
      }
    }
    return tags;
  }

  /** The same pages; hubs know the lessons that bear their tags in the source language. */
  static List<Page> chosen(List<Page> pages, Language source) {
    return pages.stream()
        .map(page -> page instanceof HubPage hub ? chosen(hub, pages, source) : page)
        .toList();
  }

  private static Page chosen(HubPage page, List<Page> pages, Language source) {
    List<String> tags = page.hub().delivery().tags();
    if (tags.isEmpty()) {
      return page;
    }
    List<String> names =
        pages.stream()
            .filter(p -> p instanceof LessonHome && p.language().equals(source))
            .filter(p -> p.header().tags().stream().anyMatch(tag -> isOneOf(tag, tags)))
            .map(p -> ((LessonHome) p).lesson().name())
            .sorted()
            .toList();
    return new HubPage(page.header(), page.body(), page.hub().tagged(names));
  }

  private static boolean isOneOf(Text tag, List<String> tags) {
    return tags.stream().anyMatch(tag.value()::equalsIgnoreCase);
  }
}
