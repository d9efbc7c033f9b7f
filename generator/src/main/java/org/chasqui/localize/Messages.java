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
import org.chasqui.site.PersonPage;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;
import org.chasqui.site.TextMapper;

/**
 * The messages of a page or of {@code site.yaml}, in the order in which readers meet them. Equal
 * texts of one page are one message.
 */
final class Messages {
  /**
   * A text of the front matter.
   *
   * @param field where it stands: {@code questions[2]}
   * @param text the text
   */
  record Field(String field, Text text) {}

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

  /** Whether a text of the front matter is for translators: people's names are not. */
  static boolean translatable(Page page, String field, Text text) {
    return !text.value().isBlank() && !(page instanceof PersonPage && field.equals("title"));
  }

  /** The segments of a body that are translated. */
  static List<Segment.Translatable> segments(Body body) {
    return Markdown.segments(body.markdown()).stream()
        .filter(Segment.Translatable.class::isInstance)
        .map(Segment.Translatable.class::cast)
        .filter(segment -> !segment.message().isBlank())
        .toList();
  }

  /** The texts of a page's front matter that are translated, in order. */
  static List<Field> fields(Page page) {
    List<Field> fields = new ArrayList<>();
    page.in(
        page.language(),
        page.path(),
        new TextMapper() {
          @Override
          public Text text(String field, Text text) {
            if (translatable(page, field, text)) {
              fields.add(new Field(field, text));
            }
            return text;
          }

          @Override
          public Body body(Body body) {
            return body;
          }
        });
    return fields;
  }

  /** The texts of {@code site.yaml}. */
  static List<Field> fields(SiteConfig config) {
    List<Field> fields = new ArrayList<>();
    config.in(
        new TextMapper() {
          @Override
          public Text text(String field, Text text) {
            if (!text.value().isBlank()) {
              fields.add(new Field(field, text));
            }
            return text;
          }

          @Override
          public Body body(Body body) {
            return body;
          }
        });
    return fields;
  }

  /**
   * The messages of a page, as a template has them.
   *
   * @param preview the address at which a translator sees the page
   */
  static List<PoEntry> of(Page page, SitePath preview) {
    Messages messages = new Messages();
    fields(page).forEach(field -> messages.add(field, Optional.of(preview)));
    messages.add(page.body(), preview);
    return messages.entries();
  }

  /** The messages of {@code site.yaml}. */
  static List<PoEntry> of(SiteConfig config) {
    Messages messages = new Messages();
    fields(config).forEach(field -> messages.add(field, Optional.empty()));
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

  private void add(Field field, Optional<SitePath> preview) {
    Collected message =
        all.computeIfAbsent(
            key(field.text()), k -> new Collected(preview.map(SitePath::value).orElse("")));
    message.kinds.add(field.field().replaceFirst("\\[\\d+]$", ""));
    message.references.add(reference(field.text().span().file().path()));
  }

  private void add(Body body, SitePath preview) {
    NavigableMap<Integer, String> anchors = new TreeMap<>();
    anchors(Markdown.blocks(body.markdown()), anchors);
    for (Segment.Translatable segment : segments(body)) {
      Map.Entry<Integer, String> anchor = anchors.floorEntry(segment.start());
      String place = anchor == null ? "" : "#" + anchor.getValue();
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

  private static void anchors(List<Block> blocks, NavigableMap<Integer, String> anchors) {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        anchors.put(heading.start(), heading.id());
      } else if (block instanceof Block.Container container) {
        anchors(container.children(), anchors);
      }
    }
  }
}
