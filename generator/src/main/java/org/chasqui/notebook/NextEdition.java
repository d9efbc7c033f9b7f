package org.chasqui.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.notebook.NotebookText.CellText;

/**
 * Fits a notebook to the edition of it that learners already have, so that {@code git merge -Xours}
 * brings them what is new.
 *
 * <p>Three rules, each for a way in which git drops a change or doubles a cell:
 *
 * <ul>
 *   <li>A cell that was there keeps its id, whatever became of its neighbours and of its text.
 *   <li>A cell that has moved gets a fresh id ({@code NAME-V2}): learners who changed it keep the
 *       old one, and two cells of one id are no valid notebook.
 *   <li>A group of new cells before a code cell begins with a Markdown cell. Both would otherwise
 *       begin with the same lines, and git would place the new ones inside the old cell, right
 *       beside the number that running it has changed.
 * </ul>
 *
 * <p>The closing cell, which every notebook has, does the same for what is added at the end.
 */
public final class NextEdition {
  /** What Jupyter shows as an empty line. */
  private static final String NOTHING_BETWEEN = "<!-- -->";

  private final List<CellText> published;
  private final List<CellText> wanted;
  private final int[] partner;
  private final Map<String, Integer> versions = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<CellText> result = new ArrayList<>();

  private NextEdition(List<CellText> published, List<CellText> wanted) {
    this.published = published;
    this.wanted = wanted;
    this.partner = CellAlignment.of(published, wanted);
    for (CellText cell : published) {
      taken.add(cell.id());
      versions.merge(CellIds.keyOf(cell.id()), CellIds.versionOf(cell.id()), Math::max);
    }
    wanted.forEach(cell -> taken.add(cell.id()));
  }

  /**
   * The bytes to publish.
   *
   * @param published the file as it is published
   * @param wanted the file as {@link NotebookWriter} makes it
   * @return the wanted file with the ids and separating cells that suit the published one; the
   *     wanted file itself if the published one is not of our making. Fitting the result again
   *     changes nothing.
   */
  public static String of(String published, String wanted) {
    Optional<NotebookText> before = NotebookText.of(published);
    Optional<NotebookText> after = NotebookText.of(wanted);
    if (before.isEmpty() || after.isEmpty()) {
      return wanted;
    }
    NextEdition edition = new NextEdition(before.get().cells(), after.get().cells());
    return new NotebookText(after.get().head(), edition.cells(), after.get().tail()).text();
  }

  private List<CellText> cells() {
    int now = 0;
    while (now < wanted.size()) {
      int end = now;
      while (end < wanted.size() && partner[end] < 0) {
        end++;
      }
      boolean beforeCode = end < wanted.size() && wanted.get(end).code();
      boolean separated = end < wanted.size() && separator(partner[end]).isPresent();
      if (end > now && beforeCode && !separated && wanted.get(now).code()) {
        String id = fresh(CellIds.keyOf(wanted.get(now).id()) + "-space");
        result.add(CellText.markdown(id, NOTHING_BETWEEN));
      }
      wanted.subList(now, end).forEach(cell -> result.add(cell.withId(newId(cell))));
      if (end < wanted.size()) {
        separator(partner[end]).ifPresent(result::add);
        result.add(wanted.get(end).withId(published.get(partner[end]).id()));
      }
      now = end + 1;
    }
    return result;
  }

  // One of our separators before a published cell. To take it away would be as risky as to leave
  // it out was.
  private Optional<CellText> separator(int cell) {
    if (cell == 0 || !published.get(cell).code()) {
      return Optional.empty();
    }
    CellText before = published.get(cell - 1);
    boolean used = java.util.Arrays.stream(partner).anyMatch(p -> p == cell - 1);
    boolean ours = before.source().equals(CellText.markdown("", NOTHING_BETWEEN).source());
    return ours && !used ? Optional.of(before) : Optional.empty();
  }

  private String newId(CellText cell) {
    return versions.containsKey(CellIds.keyOf(cell.id())) ? fresh(cell.id()) : cell.id();
  }

  private String fresh(String wish) {
    String key = CellIds.keyOf(wish);
    int version = versions.getOrDefault(key, 0) + 1;
    String id = CellIds.version(key, version);
    while (!taken.add(id)) {
      id = CellIds.version(key, ++version);
    }
    versions.put(key, version);
    return id;
  }
}
