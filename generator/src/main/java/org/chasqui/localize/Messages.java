package org.chasqui.localize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.gettext.PoEntry;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Segment;
import org.chasqui.site.Body;
import org.chasqui.site.Page;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;

/**
 * The messages of a page or of {@code site.yaml}, in the order in which readers meet them. Equal
 * texts of one page are one message.
 */
final class Messages {
  private static final class Collected {
    final Set<String> kinds = new LinkedHashSet<>();
    final Set<String> notes = new LinkedHashSet<>();
    final Set<String> references = new LinkedHashSet<>();
    final String preview;

    // preview: the address of its first place; empty if it has none.
    Collected(String preview) {
      this.preview = preview;
    }

    List<String> extracted() {
      List<String> lines = new ArrayList<>(kinds);
      if (!preview.isEmpty()) {
        lines.add("preview: " + preview);
      }
      lines.addAll(notes);
      return lines;
    }
  }

  private final Map<PoEntry.Key, Collected> all = new LinkedHashMap<>();

  private Messages() {}

  /** The key under which a text of the front matter is translated. */
  static PoEntry.Key key(Text text) {
    String composed = Normalizer.normalize(text.value(), Normalizer.Form.NFC);
    return PoEntry.Key.of(composed.strip().replaceAll("\\s+", " "));
  }

  /** The key under which a segment of a body is translated. */
  static PoEntry.Key key(Segment.Translatable segment) {
    return new PoEntry.Key(segment.context(), segment.message());
  }

  /** The texts of {@code site.yaml}. */
  static List<PageTexts.Field> fields(SiteConfig config) {
    return PageTexts.fields(config::in);
  }

  /**
   * The messages of a page, as a template has them.
   *
   * @param page the page
   * @param preview the address at which a translator sees it
   */
  static List<PoEntry> of(Page page, SitePath preview) {
    return of(PageTexts.of(page), preview);
  }

  /**
   * The messages of a page whose texts were read before, which costs much more than all that is
   * done with them: once for all languages.
   */
  static List<PoEntry> of(PageTexts texts, SitePath preview) {
    Messages messages = new Messages();
    texts.fields().forEach(field -> messages.add(field, Optional.of(preview)));
    texts.sections().forEach(part -> messages.add(part, preview));
    messages.add(texts, preview);
    return messages.entries();
  }

  /** The same without what only translators read. */
  static List<PoEntry> bare(PageTexts texts) {
    Set<PoEntry.Key> keys = new LinkedHashSet<>();
    texts.fields().forEach(field -> keys.add(key(field.text())));
    texts.sections().forEach(part -> part.segments().forEach(s -> keys.add(key(s))));
    texts.ownSegments().forEach(segment -> keys.add(key(segment)));
    return bare(keys);
  }

  private static List<PoEntry> bare(Set<PoEntry.Key> keys) {
    return keys.stream()
        .map(key -> PoEntry.message(key, Optional.empty(), List.of(), List.of()))
        .toList();
  }

  /** The messages of segments, without what only translators read. */
  static List<PoEntry> bare(List<Segment.Translatable> segments) {
    Set<PoEntry.Key> keys = new LinkedHashSet<>();
    segments.forEach(segment -> keys.add(key(segment)));
    return bare(keys);
  }

  /**
   * The messages of a file that pages include, in its own order.
   *
   * @param file the file
   * @param pages those that include it, with what there is to translate on them
   */
  static List<PoEntry> of(String file, List<PageTexts> pages) {
    Messages messages = new Messages();
    NavigableMap<Integer, List<Runnable>> inOrder = new TreeMap<>();
    for (PageTexts texts : pages) {
      Body body = texts.page().body();
      for (Segment.Translatable segment : texts.includedSegments().getOrDefault(file, List.of())) {
        int place = body.origin(segment.start(), segment.end()).start();
        inOrder
            .computeIfAbsent(place, p -> new ArrayList<>())
            .add(() -> messages.add(segment, file, texts.page().path()));
      }
    }
    inOrder.values().forEach(all -> all.forEach(Runnable::run));
    return messages.entries();
  }

  private void add(Segment.Translatable segment, String file, SitePath preview) {
    Collected message = all.computeIfAbsent(key(segment), k -> new Collected(preview.value()));
    message.kinds.add(comment(segment));
    segment.notes().stream().flatMap(String::lines).forEach(message.notes::add);
    message.references.add(reference(file));
  }

  /** The heading below which each message of a page's body stands first. */
  static Map<PoEntry.Key, String> anchors(Page page) {
    Map<PoEntry.Key, String> all = new LinkedHashMap<>();
    for (Segment.Translatable segment : PageTexts.translatable(page.body())) {
      all.putIfAbsent(key(segment), segment.anchor());
    }
    return all;
  }

  /** What the headings of a page's body say, by their ids. */
  static Map<String, String> headings(Page page) {
    Map<String, String> titles = new LinkedHashMap<>();
    headings(Markdown.blocks(page.body().markdown()), titles);
    return titles;
  }

  private static void headings(List<Block> blocks, Map<String, String> titles) {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        titles.put(heading.id(), Markdown.plain(heading.markdown()));
      } else if (block instanceof Block.Container container) {
        headings(container.children(), titles);
      }
    }
  }

  /** The messages of {@code site.yaml}. */
  static List<PoEntry> of(SiteConfig config) {
    return of(fields(config));
  }

  /** The messages of texts that stand on no page of their own. */
  static List<PoEntry> of(List<PageTexts.Field> fields) {
    Messages messages = new Messages();
    fields.forEach(field -> messages.add(field, Optional.empty()));
    return messages.entries();
  }

  private List<PoEntry> entries() {
    return all.entrySet().stream()
        .map(
            e ->
                PoEntry.message(
                    e.getKey(),
                    Optional.empty(),
                    e.getValue().extracted(),
                    List.copyOf(e.getValue().references)))
        .toList();
  }

  private void add(PageTexts.Field field, Optional<SitePath> preview) {
    Collected message =
        all.computeIfAbsent(
            key(field.text()), k -> new Collected(preview.map(SitePath::value).orElse("")));
    message.kinds.add(field.field().replaceFirst("\\[\\d+]$", ""));
    message.references.add(reference(field.text().span().file().path()));
  }

  private void add(PageTexts.Part part, SitePath preview) {
    for (Segment.Translatable segment : part.segments()) {
      Collected message = all.computeIfAbsent(key(segment), k -> new Collected(preview.value()));
      message.kinds.add(comment(segment) + " · " + part.field());
      segment.notes().stream().flatMap(String::lines).forEach(message.notes::add);
      message.references.add(
          reference(part.text().origin(segment.start(), segment.end()).file().path()));
    }
  }

  private void add(PageTexts texts, SitePath preview) {
    Body body = texts.page().body();
    for (Segment.Translatable segment : texts.ownSegments()) {
      String place = segment.anchor().isEmpty() ? "" : "#" + segment.anchor();
      Collected message = all.computeIfAbsent(key(segment), k -> new Collected(preview + place));
      message.kinds.add(comment(segment));
      segment.notes().stream().flatMap(String::lines).forEach(message.notes::add);
      int end = segment.end();
      message.references.add(reference(body.origin(segment.start(), end).file().path()));
    }
  }

  // gettext before 0.22 takes a space for the end of a path.
  private static String reference(String path) {
    return path.replace(" ", "%20");
  }

  private static String comment(Segment.Translatable segment) {
    String kind = segment.kind().label();
    return segment.breadcrumb().isEmpty()
        ? kind
        : kind + " · " + String.join(" › ", segment.breadcrumb());
  }
}
