package org.chasqui.render;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Credit;
import org.chasqui.site.Event;
import org.chasqui.site.EventDetails;
import org.chasqui.site.Hub;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.JobDetails;
import org.chasqui.site.LessonHome;
import org.chasqui.site.LessonPage;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageId;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Post;
import org.chasqui.theme.CardView;
import org.chasqui.theme.DateView;
import org.chasqui.theme.EventView;
import org.chasqui.theme.Html;
import org.chasqui.theme.JobView;
import org.chasqui.theme.LinkView;
import org.chasqui.theme.OrganisationView;
import org.chasqui.theme.PersonView;
import org.chasqui.theme.PictureView;
import org.jspecify.annotations.Nullable;

/** What pages of one kind have and others have not: of jobs, events, people, organisations. */
final class Details {
  private static final Set<String> LEVELS = Set.of("beginner", "intermediate", "advanced");

  private final PageContext context;

  Details(PageContext context) {
    this.context = context;
  }

  /** The name of a page's kind, which is also its template's. */
  static String kind(Page page) {
    if (page instanceof CommunityPage) {
      return page.id().equals(PageId.HOME) ? "home" : "page";
    }
    if (page instanceof LessonHome) {
      return "lesson";
    }
    if (page instanceof LessonPage) {
      return "lesson-page";
    }
    String name = page.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return name.endsWith("page") ? name.substring(0, name.length() - "page".length()) : name;
  }

  /** A lesson's level, in the reader's language if it is one of those that we know. */
  static String level(String level, PageContext context) {
    String known = level.toLowerCase(Locale.ROOT);
    return LEVELS.contains(known) ? context.word("level." + known) : level;
  }

  /** A number of minutes as people say it. */
  static String duration(int minutes, PageContext context) {
    if (minutes < 60) {
      return context.count("time.minutes", minutes);
    }
    return minutes % 60 == 0
        ? context.count("time.hours", minutes / 60)
        : context.word(
            "time.hours-minutes", Map.of("hours", minutes / 60, "minutes", minutes % 60));
  }

  JobView job(Job job) {
    JobDetails details = job.details();
    return new JobView(
        context.scene().isOpen(job),
        details.deadline().map(context::day).orElse(null),
        organisation(details.organisation().orElse(null)),
        context.text(details.location()),
        details.remote(),
        context.text(details.salary()),
        context.texts(details.tasks()),
        details.apply().map(Details::applyUrl).orElse(""));
  }

  private static String applyUrl(String apply) {
    boolean mail = apply.contains("@") && !Urls.isAbsolute(apply) && !apply.contains("/");
    return mail ? "mailto:" + apply : apply;
  }

  private @Nullable LinkView organisation(@Nullable Credit credit) {
    return credit == null ? null : context.organisation(credit);
  }

  EventView event(Event event) {
    EventDetails details = event.details();
    return new EventView(
        context.scene().isPast(event),
        details.allDay()
            ? context.day(details.start().toLocalDate())
            : context.moment(details.start()),
        end(details),
        details.allDay() ? "" : context.zone(details.start()),
        context.text(details.place()),
        details.online().orElse(""),
        details.organiser().map(context::holder).orElse(null),
        details.teachingLanguage().map(context::nameOf).orElse(""),
        context.href(Scene.calendar(event)));
  }

  private @Nullable DateView end(EventDetails details) {
    if (details.end().isEmpty()) {
      return null;
    }
    ZonedDateTime end = details.end().get();
    boolean sameDay = end.toLocalDate().equals(details.start().toLocalDate());
    if (details.allDay()) {
      return sameDay ? null : context.day(end.toLocalDate());
    }
    return sameDay ? context.hour(end) : context.moment(end);
  }

  PersonView person(PersonPage page, @Nullable PictureView picture) {
    var person = page.person();
    List<LinkView> links = new ArrayList<>();
    person
        .links()
        .forEach(l -> links.add(new LinkView(l.url(), Html.escape(l.label()), false, "")));
    return new PersonView(
        context.text(person.role()),
        context.text(person.pronouns()),
        organisation(person.organisation().orElse(null)),
        person.orcid().orElse(""),
        links,
        picture,
        workOf(page));
  }

  private boolean is(Credit credit, PersonPage page) {
    return context
        .scene()
        .person(credit.key(), context.language())
        .filter(person -> person.id().equals(page.id()))
        .isPresent();
  }

  private List<CardView> workOf(PersonPage page) {
    List<Page> work = new ArrayList<>();
    work.addAll(context.scene().site().pages(LessonHome.class, context.language()));
    work.addAll(context.scene().site().newest(Post.class, context.language()));
    work.removeIf(w -> w.header().authors().stream().noneMatch(author -> is(author, page)));
    context.scene().entries(Section.EVENTS, context.language()).stream()
        .map(Event.class::cast)
        .filter(event -> event.details().organiser().filter(o -> is(o, page)).isPresent())
        .forEach(work::add);
    Html name = context.name(page.person().name());
    return Cards.of(work, context).stream()
        .map(card -> card.facts().equals(List.of(name)) ? card.without(name) : card)
        .toList();
  }

  OrganisationView organisation(OrganisationPage page, @Nullable PictureView logo) {
    var organisation = page.organisation();
    Scene scene = context.scene();
    List<PersonPage> people = scene.site().pages(PersonPage.class, context.language());
    List<HubPage> hubs = scene.site().pages(HubPage.class, context.language());
    List<Page> news = new ArrayList<>();
    scene.entries(Section.EVENTS, context.language()).stream()
        .map(Event.class::cast)
        .filter(e -> is(e.details().organiser().orElse(null), page))
        .forEach(news::add);
    scene.entries(Section.JOBS, context.language()).stream()
        .map(Job.class::cast)
        .filter(j -> is(j.details().organisation().orElse(null), page))
        .forEach(news::add);
    return new OrganisationView(
        organisation.kind(),
        organisation.url().orElse(""),
        context.text(organisation.place()),
        logo,
        Cards.of(
            people.stream().filter(p -> is(p.person().organisation().orElse(null), page)).toList(),
            context),
        Cards.of(hubs.stream().filter(h -> is(community(h.hub()), page)).toList(), context),
        Cards.of(news, context));
  }

  private static @Nullable Credit community(Hub hub) {
    return hub.community().orElse(null);
  }

  private boolean is(@Nullable Credit credit, OrganisationPage page) {
    return credit != null
        && context.scene().organisation(credit.key(), context.language()).stream()
            .anyMatch(o -> o.id().equals(page.id()));
  }
}
