package org.chasqui.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chasqui.markdown.LinkResolver;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Credit;
import org.chasqui.site.Language;
import org.chasqui.theme.DateView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.TemplateFunction;

/**
 * How pages show what stands in data files, for people write there as they write elsewhere: dates
 * are said in the reader's language, texts are Markdown, names lead to the pages of people.
 *
 * @param context the page that shows them
 * @param language the language of the data
 * @param links turns what is written into URLs
 */
record ShownData(PageContext context, Language language, LinkResolver links) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("(" + DAY + ")[T ](\\d{2}:\\d{2}(?::\\d{2})?)(Z|[+-]\\d{2}:\\d{2})?");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** What templates call. */
  Map<String, TemplateFunction> functions() {
    return Map.of(
        "day", all -> day(text(all, 0)),
        "said", this::said,
        "line", all -> line(text(all, 0), language),
        "people", all -> all.isEmpty() ? List.of() : people(all.get(0)),
        "href", all -> text(all, 0).isBlank() ? "" : links.resolve(text(all, 0), false, 0, 0));
  }

  private static String text(List<Object> arguments, int index) {
    return index < arguments.size() ? text(arguments.get(index)) : "";
  }

  private static String text(Object value) {
    return value instanceof Map || value instanceof List ? "" : value.toString();
  }

  // What is no date of ISO 8601 is shown as it is written: "week 3".
  private DateView day(String written) {
    String value = written.strip();
    try {
      if (DAY.matcher(value).matches()) {
        return context.day(LocalDate.parse(value));
      }
      var moment = MOMENT.matcher(value);
      if (moment.matches()) {
        return context.moment(moment(moment.group(1) + "T" + moment.group(2), moment.group(3)));
      }
    } catch (DateTimeParseException e) {
      // 2026-02-30: no day that a reader could be told
    }
    return new DateView("", value);
  }

  private ZonedDateTime moment(String local, @org.jspecify.annotations.Nullable String offset) {
    return offset == null
        ? LocalDateTime.parse(local).atZone(context.scene().config().zone())
        : OffsetDateTime.parse(local + offset).toZonedDateTime();
  }

  // said(entry, "quote", "cita"): en_quote for English readers, else quote, under its first name.
  private Html said(List<Object> arguments) {
    if (arguments.isEmpty() || !(arguments.get(0) instanceof Map<?, ?> entry)) {
      return line(text(arguments, 0), language);
    }
    List<String> names = arguments.stream().skip(1).map(ShownData::text).toList();
    String own = context.language().tag();
    for (String prefix : List.of(own, own.replaceAll("-.*", ""))) {
      Optional<String> found = first(entry, names, name -> prefix + "_" + name);
      if (found.isPresent()) {
        return line(found.get(), context.language());
      }
    }
    return first(entry, names, name -> name).map(t -> line(t, language)).orElse(Html.EMPTY);
  }

  private static Optional<String> first(
      Map<?, ?> entry, List<String> names, Function<String, String> key) {
    return names.stream()
        .map(key)
        .flatMap(name -> Optional.<Object>ofNullable(entry.get(name)).stream())
        .map(ShownData::text)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private Html line(String written, Language of) {
    String html = Markdown.inline(written.strip(), context::word, links);
    return LETTER.matcher(written).find() ? context.marked(html, of) : new Html(html);
  }

  // A list of names, names joined by commas, or people as groups of keys.
  private List<LinkView> people(Object value) {
    List<LinkView> people = new ArrayList<>();
    List<?> several =
        value instanceof List<?> list
            ? list
            : value instanceof Map ? List.of(value) : Arrays.asList(text(value).split(","));
    for (Object one : several) {
      String name =
          one instanceof Map<?, ?> keys
              ? first(keys, List.of("name", "nombre", "title"), key -> key).orElse("")
              : text(one).strip();
      if (!name.isEmpty()) {
        people.add(context.person(new Credit(name, context.scene().config().source().top())));
      }
    }
    return people;
  }
}
