package org.chasqui.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Asset;
import org.chasqui.site.Credit;
import org.chasqui.site.Episode;
import org.chasqui.site.Event;
import org.chasqui.site.HubPage;
import org.chasqui.site.Job;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PersonPage;
import org.chasqui.site.Site;
import org.chasqui.site.Text;

/** What was loaded, in lines that people can compare. */
final class SiteSummary {
  private SiteSummary() {}

  static String of(Site site, Diagnostics diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic d : diagnostics.sorted()) {
      String severity = d.severity().name().toLowerCase(java.util.Locale.ROOT);
      line(text, d.span().location() + " " + severity + " " + d.code() + ": " + d.message());
      line(text, "  | " + d.span().text().replace("\n", "\\n"));
      d.help().ifPresent(help -> line(text, "  = " + help));
    }
    line(text, "");
    site.pages().forEach(page -> page(text, page));
    for (Asset asset : site.assets().values()) {
      line(text, "asset " + asset.path() + " <- " + asset.source());
    }
    return text.toString();
  }

  private static void page(StringBuilder text, Page page) {
    PageHeader header = page.header();
    line(text, page.getClass().getSimpleName() + " " + page.id() + " " + page.language());
    line(text, "  " + header.path() + " <- " + header.source().path());
    line(text, "  title: " + text(header.title()));
    header.summary().ifPresent(summary -> line(text, "  summary: " + text(summary)));
    header.date().ifPresent(date -> line(text, "  date: " + date));
    header.updated().ifPresent(date -> line(text, "  updated: " + date));
    if (header.weight() != Integer.MAX_VALUE || header.draft()) {
      line(text, "  weight: " + header.weight() + " draft: " + header.draft());
    }
    list(text, "authors", header.authors().stream().map(SiteSummary::credit).toList());
    list(text, "tags", header.tags().stream().map(SiteSummary::text).toList());
    header
        .terms()
        .forEach((key, terms) -> list(text, key, terms.stream().map(SiteSummary::text).toList()));
    header.canonical().ifPresent(url -> line(text, "  canonical: " + url));
    list(text, "aliases", header.aliases());
    header
        .picture()
        .ifPresent(
            p ->
                line(
                    text,
                    "  picture: "
                        + p.source()
                        + p.alt().map(a -> " alt=" + a).orElse("")
                        + p.credit().map(c -> " credit=" + c).orElse("")
                        + p.creditUrl().map(u -> " " + u).orElse("")));
    if (!header.coverage().mode().name().equals("SOURCE")) {
      line(text, "  coverage: " + header.coverage().mode());
    }
    if (!header.params().isEmpty()) {
      line(text, "  params: " + header.params());
    }
    details(text, page);
    line(text, "  body: " + shortened(page.body().markdown()));
  }

  private static void details(StringBuilder text, Page page) {
    if (page instanceof Job job) {
      line(
          text,
          "  job: open="
              + job.details().open()
              + opt(" until ", job.details().deadline())
              + opt(" at ", job.details().organisation().map(SiteSummary::credit))
              + opt(" in ", job.details().location())
              + opt(" for ", job.details().salary())
              + opt(" apply ", job.details().apply())
              + " tasks="
              + job.details().tasks());
    } else if (page instanceof Event event) {
      line(
          text,
          "  event: "
              + event.details().start()
              + opt(" to ", event.details().end())
              + (event.details().allDay() ? " all day" : "")
              + opt(" in ", event.details().place())
              + opt(" online ", event.details().online())
              + opt(" by ", event.details().organiser().map(SiteSummary::credit))
              + opt(" spoken ", event.details().teachingLanguage()));
    } else if (page instanceof PersonPage person) {
      line(
          text,
          "  person: "
              + person.person().id()
              + opt(" role ", person.person().role())
              + opt(" of ", person.person().organisation().map(SiteSummary::credit))
              + opt(" pronouns ", person.person().pronouns())
              + opt(" orcid ", person.person().orcid())
              + " links="
              + person.person().links());
    } else if (page instanceof OrganisationPage organisation) {
      line(
          text,
          "  organisation: "
              + organisation.organisation().id()
              + " "
              + organisation.organisation().kind()
              + opt(" in ", organisation.organisation().place())
              + opt(" ", organisation.organisation().url()));
    } else if (page instanceof HubPage hub) {
      line(text, "  hub: " + hub.hub().toString().replaceAll("(, )?span=SourceSpan.[^]]*.", ""));
    } else if (page instanceof LessonHome lesson) {
      line(text, "  lesson: " + lesson.lesson());
    } else if (page instanceof Episode episode) {
      line(text, "  episode: " + episode.details());
    }
  }

  private static String opt(String label, Optional<?> value) {
    return value.map(v -> label + v).orElse("");
  }

  private static void list(StringBuilder text, String name, List<?> values) {
    if (!values.isEmpty()) {
      line(
          text,
          "  "
              + name
              + ": "
              + values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  private static String credit(Credit credit) {
    return credit.key() + "@" + credit.span().line() + ":" + credit.span().column();
  }

  private static String text(Text text) {
    return text.value() + " [" + text.language() + " " + text.span().location() + "]";
  }

  private static String shortened(String body) {
    String line = body.replace("\n", "\\n");
    return line.length() <= 100 ? line : line.substring(0, 100) + "…";
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
