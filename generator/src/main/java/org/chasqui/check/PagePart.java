package org.chasqui.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import org.chasqui.check.PageTags.Tag;
import org.chasqui.site.SentBytes;

/**
 * Something that a page is made of.
 *
 * @param name a file, or a section by its heading
 * @param bytes how many are sent of it, compressed as gzip does it
 */
record PagePart(String name, int bytes) {
  /** Name and weight, as people read them. */
  @Override
  public String toString() {
    return name + " " + kilobytes(bytes);
  }

  /** A number of bytes as people read it: {@code 4.9 KB}. */
  static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
  }

  /** What the sections of a page weigh, each as it adds to those before it. */
  static List<PagePart> sections(String html, List<Tag> tags) {
    List<Integer> ends = new ArrayList<>();
    List<String> names = new ArrayList<>();
    names.add("<head>, <header>");
    int level = tags.stream().anyMatch(t -> t.main() && t.name().equals("h2")) ? 2 : 3;
    int close = html.lastIndexOf("</main>");
    for (Tag tag : tags) {
      boolean main = tag.name().equals("main");
      if (main || (tag.main() && tag.name().equals("h" + level))) {
        ends.add(html.lastIndexOf('<', tag.end() - 1));
        names.add(main ? "<h1>" : "'" + PageTags.headingText(html, tag) + "'");
      }
    }
    ends.add(close < 0 ? html.length() : close);
    names.add("<footer>");
    ends.add(html.length());
    List<PagePart> parts = new ArrayList<>();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    int at = 0;
    for (int i = 0; i < ends.size(); i++) {
      byte[] bytes = html.substring(at, Math.max(at, ends.get(i))).getBytes(StandardCharsets.UTF_8);
      at = Math.max(at, ends.get(i));
      parts.add(new PagePart(names.get(i), SentBytes.next(deflater, bytes, i + 1 == ends.size())));
    }
    deflater.end();
    return parts;
  }
}
