package org.chasqui.localize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.chasqui.gettext.PoEntry;
import org.chasqui.site.Coverage;
import org.chasqui.site.Page;

/**
 * What a page says, as numbers: so that a translation of the whole page can tell, without a
 * history, what of it has changed. Hashes are of texts in the normal form of messages, so
 * reformatting a page changes nothing.
 */
public final class Fingerprints {
  private static final int PART = 8;

  private Fingerprints() {}

  /** The fingerprint of a page as it is. */
  public static Coverage.Fingerprint of(Page page) {
    return of(Messages.bare(PageTexts.of(page)));
  }

  private static Coverage.Fingerprint of(List<PoEntry> messages) {
    List<String> hashes = messages.stream().map(Fingerprints::hash).toList();
    return new Coverage.Fingerprint(
        "sha256:" + sha256(String.join("\n", hashes)),
        hashes.stream().map(hash -> hash.substring(0, PART)).toList());
  }

  private static String hash(PoEntry message) {
    return sha256(message.key().context().orElse("") + "\u0004" + message.id());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The texts of a page that its translation does not know. All of them, if it is known only that
   * something has changed; none if nothing has.
   *
   * @param texts the page as it is now
   * @param known what its translation is of
   */
  static List<PoEntry> stale(PageTexts texts, Coverage.Fingerprint known) {
    List<PoEntry> messages = Messages.bare(texts);
    if (of(messages).hash().equals(known.hash())) {
      return List.of();
    }
    Map<String, Integer> before = new HashMap<>();
    known.parts().forEach(part -> before.merge(part, 1, Integer::sum));
    List<PoEntry> stale = new ArrayList<>();
    for (PoEntry message : messages) {
      boolean there = before.merge(hash(message).substring(0, PART), -1, Integer::sum) >= 0;
      if (!there) {
        stale.add(message);
      }
    }
    return stale.isEmpty() ? beforeGap(messages, known) : stale;
  }

  // Nothing is new, so something is gone, or moved: what stands before the first such place.
  private static List<PoEntry> beforeGap(List<PoEntry> messages, Coverage.Fingerprint known) {
    int same = 0;
    while (same < Math.min(messages.size(), known.parts().size())
        && hash(messages.get(same)).startsWith(known.parts().get(same))) {
      same++;
    }
    int before = Math.max(0, Math.min(same, messages.size()) - 1);
    return messages.isEmpty() ? List.of() : List.of(messages.get(before));
  }

  /** The sections in which texts stand, in their order; a title or key point is in none. */
  static List<Coverage.Section> sections(Page page, List<PoEntry> stale) {
    Map<PoEntry.Key, String> anchors = Messages.anchors(page);
    Map<String, String> titles = Messages.headings(page);
    return stale.stream()
        .map(message -> anchors.getOrDefault(message.key(), ""))
        .distinct()
        .map(anchor -> new Coverage.Section(anchor, titles.getOrDefault(anchor, "")))
        .toList();
  }
}
