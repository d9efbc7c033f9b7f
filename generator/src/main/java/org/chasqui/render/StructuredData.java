package org.chasqui.render;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.EventDetails;
import org.chasqui.site.Job;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Post;
import org.chasqui.site.Text;
import org.chasqui.theme.Html;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says about itself in the words of <a href="https://schema.org/">schema.org</a>, as
 * JSON-LD.
 */
final class StructuredData {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  // What people write as the place of work that is done from home.
  private static final Pattern ANYWHERE =
      Pattern.compile(
          "(?:fully |100 ?% )?(?:remote|remot[oa]|anywhere|from anywhere|from home|online"
              + "|teletrabajo|en remoto|en línea|a distancia|à distance|télétravail|en ligne"
              + "|remotamente|teletrabalho)[.!]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final PageContext context;

  StructuredData(PageContext context) {
    this.context = context;
  }

  /**
   * The facts of a page as JSON that may stand in a script element, or nothing.
   *
   * @param text the page's text
   */
  Html of(Page page, String picture, Html text) {
    Map<String, Object> facts = facts(page);
    if (facts.isEmpty() || !page.header().coverage().real()) {
      return Html.EMPTY;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", "https://schema.org");
    all.putAll(facts);
    all.put("inLanguage", page.language().tag());
    all.put("url", context.absolute(page.path()));
    put(all, "description", description(page, text));
    put(all, "image", picture);
    page.header().canonical().ifPresent(url -> all.put("mainEntityOfPage", url));
    // A text that says </script> must not end the element.
    return new Html(JSON.writeValueAsString(all).replace("<", "\\u003c"));
  }

  // An offer is searched for by all that it says, so it is told whole, as HTML.
  private String description(Page page, Html text) {
    return page instanceof Job && !text.isEmpty()
        ? FeedEntry.absolute(text.markup(), context.absolute(page.path()))
        : context.scene().description(page);
  }

  private Map<String, Object> facts(Page page) {
    if (page.id().equals(PageId.HOME)) {
      return typed(
          "WebSite",
          "name",
          PageContext.plain(context.scene().site().config(context.language()).title()));
    }
    if (page instanceof Post) {
      return post(page);
    }
    if (page instanceof Event event) {
      return event(event);
    }
    if (page instanceof Job job) {
      return job(job);
    }
    if (page instanceof LessonHome || page instanceof Episode) {
      return lesson(page);
    }
    if (page instanceof PersonPage person) {
      Map<String, Object> facts = typed("Person", "name", person.person().name());
      person.person().orcid().ifPresent(o -> facts.put("sameAs", "https://orcid.org/" + o));
      return facts;
    }
    if (page instanceof OrganisationPage organisation) {
      Map<String, Object> facts = typed("Organization", "name", organisation.organisation().name());
      organisation.organisation().url().ifPresent(u -> facts.put("sameAs", u));
      return facts;
    }
    return Map.of();
  }

  private Map<String, Object> post(Page page) {
    Map<String, Object> facts = typed("BlogPosting", "headline", title(page));
    page.header().date().ifPresent(d -> facts.put("datePublished", d.toLocalDate().toString()));
    context
        .scene()
        .updated(page)
        .ifPresent(d -> facts.put("dateModified", d.toLocalDate().toString()));
    List<Map<String, Object>> authors =
        page.header().authors().stream()
            .map(a -> typed("Person", "name", nameOf(a.key())))
            .toList();
    if (!authors.isEmpty()) {
      facts.put("author", authors);
    }
    return facts;
  }

  private String nameOf(String key) {
    return context.scene().person(key, context.language()).map(p -> p.person().name()).orElse(key);
  }

  private Map<String, Object> event(Event event) {
    var details = event.details();
    Map<String, Object> facts = typed("Event", "name", title(event));
    boolean allDay = details.allDay();
    facts.put(
        "startDate",
        allDay
            ? details.start().toLocalDate().toString()
            : details.start().toOffsetDateTime().toString());
    details
        .end()
        .ifPresent(
            end ->
                facts.put(
                    "endDate",
                    allDay ? end.toLocalDate().toString() : end.toOffsetDateTime().toString()));
    facts.put("eventStatus", "https://schema.org/EventScheduled");
    locations(details, facts);
    details.organiser().ifPresent(o -> facts.put("organizer", holder(o.key())));
    return facts;
  }

  private static void locations(EventDetails details, Map<String, Object> facts) {
    List<Object> locations = new ArrayList<>();
    details.place().ifPresent(text -> locations.add(place(text)));
    details
        .online()
        .ifPresent(
            room ->
                locations.add(
                    typed("VirtualLocation", Urls.isAbsolute(room) ? "url" : "name", room)));
    if (!locations.isEmpty()) {
      String mode =
          locations.size() > 1 ? "Mixed" : details.online().isPresent() ? "Online" : "Offline";
      facts.put("eventAttendanceMode", "https://schema.org/" + mode + "EventAttendanceMode");
      facts.put("location", locations.size() > 1 ? locations : locations.get(0));
    }
  }

  // Where a person says the place in words, its name is its address.
  private static Map<String, Object> place(Text text) {
    Map<String, Object> place = typed("Place", "name", PageContext.plain(text));
    place.put("address", PageContext.plain(text));
    return place;
  }

  private Map<String, Object> holder(String key) {
    boolean organisation = context.scene().organisation(key, context.language()).isPresent();
    Optional<PersonPage> person = context.scene().person(key, context.language());
    return organisation || person.isEmpty()
        ? organisation(key)
        : typed("Person", "name", person.get().person().name());
  }

  private Map<String, Object> organisation(String key) {
    Optional<OrganisationPage> page = context.scene().organisation(key, context.language());
    Map<String, Object> facts =
        typed("Organization", "name", page.map(o -> o.organisation().name()).orElse(key));
    page.flatMap(o -> o.organisation().url()).ifPresent(url -> facts.put("sameAs", url));
    return facts;
  }

  // A closed job is no offer: search engines must not list it.
  private Map<String, Object> job(Job job) {
    if (!context.scene().isOpen(job)) {
      return Map.of();
    }
    var details = job.details();
    Map<String, Object> facts = typed("JobPosting", "title", title(job));
    job.header().date().ifPresent(d -> facts.put("datePosted", d.toLocalDate().toString()));
    ZoneId zone = context.scene().config().zone();
    details
        .deadline()
        .map(day -> day.atTime(23, 59, 59).atZone(zone).toOffsetDateTime().toString())
        .ifPresent(end -> facts.put("validThrough", end));
    String site = PageContext.plain(context.scene().site().config(context.language()).title());
    facts.put(
        "hiringOrganization",
        details.organisation().map(o -> organisation(o.key())).orElseGet(() -> community(site)));
    Optional<Text> location = details.location();
    boolean anywhere =
        location.filter(text -> ANYWHERE.matcher(PageContext.plain(text)).matches()).isPresent();
    if (details.remote() || anywhere) {
      facts.put("jobLocationType", "TELECOMMUTE");
    }
    location.filter(text -> !anywhere).ifPresent(text -> facts.put("jobLocation", place(text)));
    return facts;
  }

  // Who offers a job and says no more is the community itself.
  private Map<String, Object> community(String name) {
    Map<String, Object> facts = typed("Organization", "name", name);
    facts.put("url", context.absolute(context.scene().config().root(context.language())));
    return facts;
  }

  private Map<String, Object> lesson(Page page) {
    Map<String, Object> facts = typed("LearningResource", "name", title(page));
    if (page instanceof Episode episode) {
      int minutes = episode.details().teaching() + episode.details().exercises();
      if (minutes > 0) {
        facts.put("timeRequired", "PT" + minutes + "M");
      }
      facts.put(
          "teaches", episode.details().objectives().stream().map(PageContext::plain).toList());
    } else if (page instanceof LessonHome home) {
      home.lesson().level().ifPresent(level -> facts.put("educationalLevel", level));
      home.lesson().license().ifPresent(licence -> facts.put("license", licence));
    }
    return facts;
  }

  private static String title(Page page) {
    return PageContext.plain(page.header().title());
  }

  private static Map<String, Object> typed(String type, String key, String value) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("@type", type);
    facts.put(key, value);
    return facts;
  }

  private static void put(Map<String, Object> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.put(key, value);
    }
  }
}
