package org.chasqui.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;

/** Which pages lie in which folder. */
final class Folders {
  private static final Comparator<Page> ORDER =
      Comparator.comparingInt((Page page) -> page.header().weight())
          .thenComparing(page -> page.header().date(), newest())
          .thenComparing(page -> page.header().title().value())
          .thenComparing(Page::id);

  private Folders() {}

  /** The pages of one language directly in each folder, in the order of lists. */
  static Map<PageId, List<Page>> of(List<CommunityPage> pages) {
    Map<PageId, List<Page>> folders = new HashMap<>();
    for (Page page : pages) {
      String id = page.id().value();
      int slash = id.lastIndexOf('/');
      if (slash > 0) {
        PageId folder = new PageId(id.substring(0, slash));
        folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(page);
      }
    }
    folders.values().forEach(list -> list.sort(ORDER));
    return folders;
  }

  // What has no date comes last.
  private static <T extends Comparable<? super T>> Comparator<Optional<T>> newest() {
    return Comparator.comparing(
        date -> date.orElse(null), Comparator.nullsLast(Comparator.<T>reverseOrder()));
  }
}
