package org.chasqui.render;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.Problem;
import org.chasqui.site.Credit;
import org.chasqui.site.Language;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PersonPage;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;
import org.chasqui.site.Wording;
import org.chasqui.theme.DateView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.Phrases;

/**
 * Where a reader stands: on which address, in which language. Says links, dates and texts as they
 * must be said there.
 *
 * @param scene what all pages share
 * @param language the language of the page
 * @param path the address of the page
 */
record PageContext(Scene scene, Language language, SitePath path) {
  private static final Pattern CODE = Pattern.compile("<(?:pre|code|kbd|samp)\\b(?![^>]* dir=)");

  /** The URL that leads from here to an address. */
  String href(SitePath target) {
    return Urls.relative(path, target);
  }

  String href(Page target) {
    return href(target.path());
  }

  /** The absolute URL of an address. */
  String absolute(SitePath target) {
    return scene.config().absolute(target);
  }

  Phrases phrases() {
    Wording wording = wording();
    return new Phrases() {
      @Override
      public String text(String id, Map<String, ?> arguments) {
        return wording.text(id, arguments);
      }

      @Override
      public String plural(String id, long count, Map<String, ?> arguments) {
        return wording.plural(id, count, arguments);
      }

      @Override
      public String number(long n) {
        return wording.number(n);
      }

      @Override
      public String list(List<String> items) {
        return wording.list(items);
      }
    };
  }

  String word(String id) {
    return wording().text(id, Map.of());
  }

  String word(String id, Map<String, ?> arguments) {
    return wording().text(id, arguments);
  }

  String count(String id, long count) {
    return wording().plural(id, count, Map.of());
  }

  /** The words of the page's language. */
  Wording wording() {
    Wording wording = scene.input().wording().get(language);
    if (wording == null) {
      throw new IllegalArgumentException("no wording for " + language);
    }
    return wording;
  }

  /** A text as HTML, marked with its language where that is not the page's. */
  Html text(Text text) {
    String html =
        Markdown.inline(
            text.value(), this::word, scene.formulas(), problem -> report(problem, text));
    return marked(html, text.language());
  }

  private void report(Problem problem, Text text) {
    scene
        .diagnostics()
        .add(
            new Diagnostic(
                problem.severity(),
                problem.code(),
                problem.message(),
                text.span(),
                problem.help()));
  }

  /** Likewise of a text that holds no Markdown: a name. */
  Html name(String name) {
    return Html.escape(name);
  }

  List<Html> texts(List<Text> texts) {
    return texts.stream().map(this::text).toList();
  }

  Html text(Optional<Text> text) {
    return text.map(this::text).orElse(Html.EMPTY);
  }

  Html marked(String html, Language of) {
    return of.equals(language)
        ? new Html(leftToRightCode(html))
        : new Html(
            "<span lang=\"" + of.tag() + "\" dir=\"" + of.direction() + "\">" + html + "</span>");
  }

  /** Code runs from left to right whatever is around it, also where no style sheet says so. */
  String leftToRightCode(String html) {
    return language.direction().equals("rtl")
        ? CODE.matcher(html).replaceAll("$0 dir=\"ltr\"")
        : html;
  }

  static String plain(Text text) {
    return Markdown.plain(text.value()).strip();
  }

  static String plain(Optional<Text> text) {
    return text.map(PageContext::plain).orElse("");
  }

  DateView day(LocalDate day) {
    return new DateView(
        day.toString(), day.format(style(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG))));
  }

  DateView moment(ZonedDateTime moment) {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);
    return new DateView(
        moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), moment.format(style(formatter)));
  }

  /** The hour alone, for the end of an event on the day it began. */
  DateView hour(ZonedDateTime moment) {
    return new DateView(
        moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        moment.format(style(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT))));
  }

  /** The name of a moment's time zone, with its distance from UTC. */
  String zone(ZonedDateTime moment) {
    ZoneOffset offset = moment.getOffset();
    String utc =
        offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId().replace('-', '\u2212');
    if (moment.getZone() instanceof ZoneOffset || utc.equals(moment.getZone().getId())) {
      return utc;
    }
    return moment.getZone().getDisplayName(TextStyle.FULL, locale()) + " (" + utc + ")";
  }

  /** A formatter that speaks the language of the page, digits included. */
  DateTimeFormatter style(DateTimeFormatter formatter) {
    return formatter.withLocale(locale()).withDecimalStyle(DecimalStyle.of(locale()));
  }

  Locale locale() {
    return language.locale();
  }

  /** The name of a language, in the language of the page. */
  String nameOf(Language other) {
    return other.nameIn(locale());
  }

  /** {@code EN} beside a link whose target is not translated, else nothing. */
  String note(Page target) {
    return target.header().coverage().real()
        ? ""
        : languageOf(target).tag().toUpperCase(Locale.ROOT);
  }

  /** The language that a page's text is really in. */
  Language languageOf(Page target) {
    return target.header().coverage().real()
        ? target.language()
        : target.header().title().language();
  }

  LinkView link(Page target) {
    return new LinkView(
        href(target), text(target.header().title()), target.path().equals(path), note(target));
  }

  /** A person whom an author named: a link to their page if they have one. */
  LinkView person(Credit credit) {
    Optional<PersonPage> page = scene.person(credit.key(), language);
    return page.map(p -> new LinkView(href(p), name(p.person().name()), false, ""))
        .orElseGet(() -> new LinkView("", name(credit.key()), false, ""));
  }

  /** Who holds something, an organisation or a person: a link to their page if they have one. */
  LinkView holder(Credit credit) {
    return scene.organisation(credit.key(), language).isPresent()
        ? organisation(credit)
        : person(credit);
  }

  /** An organisation whom an author named: a link to its page if it has one. */
  LinkView organisation(Credit credit) {
    Optional<OrganisationPage> page = scene.organisation(credit.key(), language);
    return page.map(p -> new LinkView(href(p), name(p.organisation().name()), false, ""))
        .orElseGet(() -> new LinkView("", name(credit.key()), false, ""));
  }
}
