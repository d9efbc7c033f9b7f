package org.chasqui.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Segment;
import org.chasqui.markdown.Segment.Translatable;
import org.chasqui.site.Body;
import org.chasqui.site.Memory;
import org.chasqui.site.Page;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Text;
import org.chasqui.site.TextMapper;

/**
 * What there is to translate on a page, in the order in which readers meet it.
 *
 * @param page the page
 * @param fields the texts of its front matter
 * @param sections the texts of the blocks of a landing page
 * @param segments the segments of its body
 */
record PageTexts(Page page, List<Field> fields, List<Part> sections, List<Translatable> segments) {
  private static final Memory.Kept<List<Translatable>> SEGMENTS =
      new Memory.Kept<>("segments", new Memory.Written<>(Segment::down, Segment::up));

  /**
   * A Markdown text of the front matter.
   *
   * @param field where it stands: {@code sections[1].text}
   * @param text the text
   * @param segments its segments
   */
  record Part(String field, Body text, List<Translatable> segments) {}

  /**
   * A text of the front matter.
   *
   * @param field where it stands: {@code questions[2]}
   * @param text the text
   */
  record Field(String field, Text text) {}

  /** Copies, so that nobody can change it. */
  PageTexts {
    fields = List.copyOf(fields);
    sections = List.copyOf(sections);
    segments = List.copyOf(segments);
  }

  /** All texts of a page, whatever of them there is to translate, by their names. */
  static List<String> values(Page page) {
    List<String> values = new ArrayList<>();
    page.in(
        page.language(),
        page.path(),
        new TextMapper() {
          @Override
          public Text text(String field, Text text) {
            values.add(field + "=" + text.value());
            return text;
          }

          @Override
          public Body text(String field, Body text) {
            values.add(field + "=" + text.digest());
            return text;
          }

          @Override
          public Body body(Body body) {
            values.add(body.digest());
            return body;
          }
        });
    return values;
  }

  /** What there is to translate on a page. */
  static PageTexts of(Page page) {
    return of(page, Memory.NONE);
  }

  /**
   * Likewise.
   *
   * @param memory what was read before
   */
  static PageTexts of(Page page, Memory memory) {
    List<Field> fields = new ArrayList<>();
    List<Part> sections = new ArrayList<>();
    page.in(
        page.language(),
        page.path(),
        new TextMapper() {
          @Override
          public Text text(String field, Text text) {
            if (!text.value().isBlank() && !isName(page, field)) {
              fields.add(new Field(field, text));
            }
            return text;
          }

          @Override
          public Body text(String field, Body text) {
            sections.add(new Part(field, text, translatable(text)));
            return text;
          }

          @Override
          public Body body(Body body) {
            return body;
          }
        });
    List<Translatable> segments =
        memory.recall(
            SEGMENTS,
            page.ref().toString(),
            List.of(page.body().digest()),
            () -> translatable(page.body()));
    return new PageTexts(page, fields, sections, segments);
  }

  /**
   * The texts of what has no page of its own, in reading order.
   *
   * @param source hands each of its texts to a mapper
   */
  static List<Field> fields(Consumer<TextMapper> source) {
    List<Field> fields = new ArrayList<>();
    source.accept(
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

  /** The file that a segment is included from; nothing if it is the page's own. */
  Optional<String> includedFrom(Translatable segment) {
    String file = page.body().origin(segment.start(), segment.end()).file().path();
    return file.equals(page.header().source().path()) ? Optional.empty() : Optional.of(file);
  }

  /** The segments that were written for this page. */
  List<Translatable> ownSegments() {
    return segments.stream().filter(segment -> includedFrom(segment).isEmpty()).toList();
  }

  /** The segments that come from other files, by the paths of these. */
  Map<String, List<Translatable>> includedSegments() {
    Map<String, List<Translatable>> all = new TreeMap<>();
    for (Translatable segment : segments) {
      includedFrom(segment)
          .ifPresent(file -> all.computeIfAbsent(file, f -> new ArrayList<>()).add(segment));
    }
    return all;
  }

  /** What there is to translate in a Markdown text. */
  static List<Translatable> translatable(Body body) {
    return Markdown.segments(body.markdown()).stream()
        .filter(Translatable.class::isInstance)
        .map(Translatable.class::cast)
        .filter(segment -> !segment.message().isBlank())
        .toList();
  }

  /** Whether a field is a person's name, which nobody translates. */
  static boolean isName(Page page, String field) {
    return page instanceof PersonPage && field.equals("title");
  }
}
