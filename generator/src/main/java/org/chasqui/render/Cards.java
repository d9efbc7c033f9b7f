package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PathPage;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Picture;
import org.chasqui.site.Post;
import org.chasqui.theme.CardView;
import org.chasqui.theme.DateView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LinkView;
import org.jspecify.annotations.Nullable;

/** What a list says about each of its pages. */
final class Cards {
  private Cards() {}

  static List<CardView> of(List<? extends Page> pages, PageContext context) {
    return pages.stream().map(page -> of(page, context)).toList();
  }

  static CardView of(Page page, PageContext context) {
    String state = state(page, context);
    Optional<Picture> picture = picture(page);
    return new CardView(
        Details.kind(page),
        page.header().elsewhere().orElseGet(() -> context.href(page)),
        page.header().elsewhere().isPresent(),
        context.text(page.header().title()),
        summary(page, context),
        context.note(page),
        date(page, context),
        facts(page, context),
        state.isEmpty() ? "" : context.word("state." + state),
        state,
        picture.flatMap(p -> Pictures.of(page, p, context)).orElse(null));
  }

  private static Html summary(Page page, PageContext context) {
    return page.header()
        .summary()
        .map(context::text)
        .or(
            () ->
                Heads.excerpt(page)
                    .map(Html::escape)
                    .map(text -> context.marked(text.markup(), context.languageOf(page))))
        .orElse(Html.EMPTY);
  }

  private static Optional<Picture> picture(Page page) {
    if (page instanceof PersonPage person) {
      return person.person().picture().or(() -> page.header().picture());
    }
    if (page instanceof OrganisationPage organisation) {
      return organisation.organisation().logo().or(() -> page.header().picture());
    }
    return page.header().picture();
  }

  private static @Nullable DateView date(Page page, PageContext context) {
    if (page instanceof Event event) {
      return event.details().allDay()
          ? context.day(event.details().start().toLocalDate())
          : context.moment(event.details().start());
    }
    return page instanceof Post || page instanceof Job
        ? page.header().date().map(d -> context.day(d.toLocalDate())).orElse(null)
        : null;
  }

  /** The word for the state that a page is in, as style sheets know it; empty for most. */
  static String state(Page page, PageContext context) {
    if (page instanceof Job job) {
      return context.scene().isOpen(job) ? "open" : "closed";
    }
    if (page instanceof Event event) {
      return context.scene().isPast(event) ? "past" : "upcoming";
    }
    return page instanceof HubPage hub ? hub.hub().status().name().toLowerCase(Locale.ROOT) : "";
  }

  private static List<Html> facts(Page page, PageContext context) {
    List<Html> facts = new ArrayList<>();
    if (page instanceof LessonHome home) {
      lesson(home, context, facts);
    } else if (page instanceof Post || page instanceof CommunityPage) {
      page.header().authors().forEach(author -> facts.add(label(context.person(author))));
    } else if (page instanceof Job job) {
      job.details().organisation().ifPresent(o -> facts.add(label(context.organisation(o))));
      job.details().location().ifPresent(text -> facts.add(context.text(text)));
      if (job.details().remote()) {
        facts.add(Html.escape(context.word("job.remote")));
      }
      job.details()
          .deadline()
          .ifPresent(
              day ->
                  facts.add(
                      Html.escape(
                          context.word("card.until", Map.of("date", context.day(day).text())))));
    } else if (page instanceof Event event) {
      event.details().place().ifPresent(text -> facts.add(context.text(text)));
    } else if (page instanceof PersonPage person) {
      person.person().role().ifPresent(text -> facts.add(context.text(text)));
      person.person().organisation().ifPresent(o -> facts.add(label(context.organisation(o))));
    } else if (page instanceof OrganisationPage organisation) {
      organisation.organisation().place().ifPresent(text -> facts.add(context.text(text)));
    } else if (page instanceof HubPage hub) {
      hub.hub().community().ifPresent(o -> facts.add(label(context.organisation(o))));
    } else if (page instanceof PathPage path) {
      facts.add(Html.escape(context.count("path.lessons", path.steps().size())));
      String time = new Lessons(context).time(path);
      if (!time.isEmpty()) {
        facts.add(Html.escape(time));
      }
    } else if (page instanceof Episode episode) {
      facts.add(Html.escape(context.count("time.minutes", minutes(episode))));
    }
    page.header().elsewhere().ifPresent(url -> facts.add(Urls.host(url)));
    return facts;
  }

  private static int minutes(Episode episode) {
    return episode.details().teaching() + episode.details().exercises();
  }

  private static void lesson(LessonHome home, PageContext context, List<Html> facts) {
    List<Episode> episodes = context.scene().site().episodes(home.lesson(), context.language());
    home.lesson().level().ifPresent(level -> facts.add(Html.escape(Details.level(level, context))));
    facts.add(Html.escape(context.count("lesson.episodes", episodes.size())));
    int minutes = episodes.stream().mapToInt(Cards::minutes).sum();
    if (minutes > 0) {
      facts.add(Html.escape(Details.duration(minutes, context)));
    }
  }

  private static Html label(LinkView link) {
    return link.label();
  }
}
