package org.chasqui.render;

import static org.chasqui.render.SampleSite.EN;
import static org.chasqui.render.SampleSite.ES;
import static org.chasqui.render.SampleSite.FR;
import static org.chasqui.render.SampleSite.day;
import static org.chasqui.render.SampleSite.moment;
import static org.chasqui.render.SampleSite.page;
import static org.chasqui.render.SampleSite.text;
import static org.chasqui.render.SampleSite.texts;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.*;

/** What the sample site holds. */
final class SampleContent {
  private SampleContent() {}

  static void fill(SampleSite site) {
    community(site);
    lessons(site);
    blog(site);
    work(site);
    records(site);
    Coverage all =
        new Coverage(Coverage.Mode.CATALOGUE, 20, 20, 0, List.of("Ana Prueba"), Optional.empty());
    Coverage some =
        new Coverage(Coverage.Mode.CATALOGUE, 50, 41, 3, List.of("Ana Prueba"), Optional.empty());
    for (Page page : List.copyOf(site.pages)) {
      site.translated("es", page.id().value(), all);
    }
    site.translated("es", "lessons/first-steps/intro", some);
    site.translated("fr", "index", all);
    site.translated("fr", "lessons/first-steps", all);
    site.coverage.remove("es:about");
    for (Page page : site.pages) {
      if (page instanceof Episode episode) {
        for (Language language : site.languages) {
          Episode translated = (Episode) page.in(language, page.path(), new Same());
          site.notebooks.add(
              new NotebookFile(
                  translated.ref(),
                  episode.details().lesson().name(),
                  NotebookFile.pathOf(translated),
                  "{\"cells\": []}\n"));
        }
      }
    }
  }

  private record Same() implements TextMapper {
    @Override
    public Text text(String field, Text text) {
      return text;
    }

    @Override
    public Body body(Body body) {
      return body;
    }
  }

  private static void community(SampleSite site) {
    site.community(
        page("index", "site-content/index.md", "Learn where the data is")
            .summary(
                "Lessons, hubs and people for communities that bring cloud notebooks into the biosciences.")
            .body(
                "A laptop and a slow connection should be enough to do good science. Read [what we do](about.md).\n"));
    site.community(
        page("about", "site-content/about.md", "About")
            .body(
                "# Who\n\nWe are many.\n\n# Why\n\nSee [the first lesson](../lessons/first-steps/01-intro.md#cells) and [the indicators](/kpis/2026/).\n"));
    site.community(
        page("blog", "site-content/blog/_index.md", "Notes")
            .body("What happens in the communities.\n"));
  }

  private static void lessons(SampleSite site) {
    var home =
        page("lessons/first-steps", "lessons/first-steps/index.md", "First steps")
            .summary("From an empty browser tab to a chart of your own data.")
            .authors("ana", "Ben Beispiel")
            .tags("cloud")
            .body("## Who this is for\n\nPeople who have never opened a notebook.\n");
    List<PageId> episodes =
        List.of(
            new PageId("lessons/first-steps/intro"),
            new PageId("lessons/first-steps/rain"),
            new PageId("lessons/first-steps/share"));
    site.add(
        new LessonHome(
            home.header(),
            home.text(),
            new Lesson(
                "first-steps",
                episodes,
                "python3",
                Optional.of("beginner"),
                texts("A browser", "An account in a hub"),
                Optional.of("CC-BY-4.0"),
                List.of("data/rain.csv"))));
    episode(site, 1, "intro", "Starting a notebook", EPISODE);
    episode(
        site,
        2,
        "rain",
        "Reading rain data",
        "## Reading\n\nRain is [data](data/rain.csv).\n\n## Next\n\nBack to [the start](01-intro.md).\n");
    episode(site, 3, "share", "Sharing your work", "Share it.\n");
    site.assets.add(
        new Asset(
            SampleSite.resource("rain.svg"),
            "lessons/first-steps/images/rain.svg",
            new SitePath("/lessons/first-steps/images/rain.svg")));
    site.assets.add(
        new Asset(
            SampleSite.resource("rain.svg"),
            "locales/es/assets/lessons/first-steps/images/rain.svg",
            new SitePath("/es/lessons/first-steps/images/rain.svg")));
    site.assets.add(
        new Asset(
            SampleSite.resource("rain.csv"),
            "lessons/first-steps/data/rain.csv",
            new SitePath("/lessons/first-steps/data/rain.csv")));
  }

  private static void episode(SampleSite site, int number, String name, String title, String body) {
    var front =
        page(
                "lessons/first-steps/" + name,
                "lessons/first-steps/0" + number + "-" + name + ".md",
                title)
            .weight(number)
            .body(body);
    front.updated = "2026-04-0" + number;
    site.add(
        new Episode(
            front.header(),
            front.text(),
            new EpisodeDetails(
                new PageId("lessons/first-steps"),
                number,
                20,
                10 * number,
                texts("What is a notebook?", "How do I run a cell?"),
                texts("Open a notebook in your hub.", "Run, add and move cells."),
                texts(
                    "A notebook is text, code and results in one file.",
                    "`Shift`+`Enter` runs a cell."))));
  }

  private static void blog(SampleSite site) {
    site.post(
        page("blog/three-hubs", "site-content/blog/three-hubs.md", "Three hubs, one week")
            .date("2026-04-20")
            .summary("How three communities taught the same lesson in two languages.")
            .authors("ana", "Ben Beispiel")
            .tags("cloud", "teaching")
            .aliases("/posts/three-hubs", "/old/three.html")
            .picture(
                new Picture(
                    "/images/week.svg",
                    Optional.of(text("Three rooms of learners")),
                    Optional.of(text("Drawing by Ana Prueba")),
                    Optional.of("https://art.example.org/"),
                    new SourceFile("site-content/blog/three-hubs.md", "image: /images/week.svg")
                        .span(7, 23)))
            .body(POST));
    site.assets.add(
        new Asset(
            SampleSite.resource("week.svg"),
            "site-content/images/week.svg",
            new SitePath("/images/week.svg")));
    for (int i = 1; i <= 12; i++) {
      site.post(
          page("blog/note-" + i, "site-content/blog/note-" + i + ".md", "Note " + i)
              .date(String.format("2025-%02d-01", i))
              .tags("teaching")
              .body("Short note number " + i + ".\n"));
    }
  }

  private static void work(SampleSite site) {
    var job =
        page("jobs/engineer", "site-content/jobs/engineer.md", "Notebook engineer")
            .date("2026-03-01")
            .summary("Keep the hubs running, and teach others to.")
            .body("Work with us.\n\n{{% job_details %}}\n\n## How to apply\n\nWrite to us.\n");
    site.add(
        new Job(
            job.header(),
            job.text(),
            new JobDetails(
                false,
                Optional.of(day("2026-04-01")),
                Optional.of(new Credit("openlab", job.file().top())),
                Optional.of(text("anywhere")),
                false,
                Optional.of(text("$1,000 – $2,000")),
                texts("Run the hubs.", "Write lessons."),
                Optional.of("jobs@example.org"))));
    var open =
        page("jobs/trainer", "site-content/jobs/trainer.md", "Trainer, part time")
            .date("2026-05-01")
            .body("Teach.\n");
    site.add(
        new Job(
            open.header(),
            open.text(),
            new JobDetails(
                true,
                Optional.of(day("2026-06-30")),
                Optional.of(new Credit("Open Lab Abroad", open.file().top())),
                Optional.of(text("Córdoba or remote")),
                true,
                Optional.empty(),
                texts("Teach the first lesson twice a month."),
                Optional.of("https://apply.example.org/"))));
    var workshop =
        page(
                "events/workshop",
                "site-content/events/workshop.md",
                "Workshop: notebooks; first, steps")
            .summary("Two afternoons online.")
            .body("Bring a laptop.\n");
    site.add(
        new Event(
            workshop.header(),
            workshop.text(),
            new EventDetails(
                moment("2026-06-03T14:00:00-03:00[America/Argentina/Buenos_Aires]"),
                Optional.of(moment("2026-06-03T17:00:00-03:00[America/Argentina/Buenos_Aires]")),
                false,
                Optional.of(text("Room 3, Córdoba")),
                Optional.of("https://meet.example.org/x"),
                Optional.of(new Credit("openlab", workshop.file().top())),
                Optional.of(ES))));
    var past = page("events/meeting", "site-content/events/meeting.md", "Yearly meeting");
    site.add(
        new Event(
            past.header(),
            past.text(),
            new EventDetails(
                moment("2026-02-01T00:00:00Z"),
                Optional.of(moment("2026-02-02T00:00:00Z")),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private static void records(SampleSite site) {
    var ana =
        page("people/ana", "site-content/people/ana.yaml", "Ana Prueba").body("Ana teaches.\n");
    site.add(
        new PersonPage(
            ana.header(),
            ana.text(),
            new Person(
                "ana",
                "Ana Prueba",
                Optional.of(text("Trainer")),
                Optional.of(new Credit("openlab", ana.file().top())),
                Optional.of(text("she/her")),
                Optional.of("0000-0002-1825-0097"),
                List.of(new Person.Link("Code", "https://git.example.org/ana")),
                Optional.empty())));
    var lab =
        page("organisations/openlab", "site-content/organisations/openlab.yaml", "Open Lab Abroad")
            .body("A lab.\n")
            .summary("A teaching lab with its own hub.");
    site.add(
        new OrganisationPage(
            lab.header(),
            lab.text(),
            new Organisation(
                "openlab",
                "Open Lab Abroad",
                Optional.of("https://lab.example.org/"),
                Optional.of(text("Córdoba, Argentina")),
                "community",
                Optional.empty())));
    hub(site, "cordoba", "Hub Córdoba", Hub.Status.ACTIVE, List.of(ES, EN));
    hub(site, "dakar", "Hub Dakar", Hub.Status.ACTIVE, List.of(FR, EN));
    hub(site, "old", "Old hub", Hub.Status.RETIRED, List.of(EN, ES, FR));
  }

  private static void hub(
      SampleSite site, String id, String name, Hub.Status status, List<Language> languages) {
    var front =
        page("hubs/" + id, "site-content/hubs/" + id + ".yaml", name)
            .summary("A hub for everyone who learns here.")
            .body("Ask for an account by mail.\n");
    site.add(
        new HubPage(
            front.header(),
            front.text(),
            new Hub(
                id,
                name,
                Optional.of("https://" + id + ".example.org/"),
                Optional.of(new Credit("openlab", front.file().top())),
                new Hub.Repository.Remote("https://git.example.org/" + id + "/lessons.git"),
                Optional.empty(),
                "main",
                "",
                "lessons",
                languages,
                List.of(),
                status,
                "lab",
                org.chasqui.site.NotebookStyle.PLAIN,
                front.file().top())));
  }

  private static final String EPISODE =
      """
      A *notebook* keeps text, code and results together. You read it like a page and run it like a program.

      ## What a cell is {#cells}

      A cell holds either text or code. Here is one that reads `rain.csv` and adds up the rain of a month:

      ```python
      # millimetres of rain, by day
      rain = [0.0, 12.5, 3.2, 0.0]
      for day, amount in enumerate(rain, start=1):
          print(f"day {day}: {amount} mm")
      ```

      ```output
      day 1: 0.0 mm
      day 2: 12.5 mm
      ```

      ![A line that rises in March](images/rain.svg)

      ### In which order

      Cells run in the order in which *you* run them, not in the order on the page.

      ::: challenge

      ### Add it all up

      Write a cell that prints the sum of `rain`.

      ::: solution

      ```python
      print(sum(rain))
      ```

      :::

      :::

      ## Text cells

      Text is written in Markdown. See [the next episode](02-rain.md) for how to read a file.

      | Key | What it does |
      |-----|--------------|
      | `Shift`+`Enter` | runs a cell |
      | `B` | adds a cell below |

      ::: tip

      Save often.

      :::

      > [!WARNING]
      > A restart forgets every variable.

      ## Where it all lives

      In your hub, which keeps your files from one day to the next.
      """;

  private static final String POST =
      """
      In March three hubs taught [the same lesson](../../lessons/first-steps/index.md) in one week. Nobody travelled.

      ## What we did

      Each hub pulled the notebooks in its own language. Read [about us](/about/), or [the lesson in Spanish](/es/lessons/first-steps/).

      > We saw the same chart in Spanish and in French, and nobody had copied a file.

      ## What comes next

      - More [events](/events/)
      - A [dead link](/nowhere/)
      - The [site itself](https://learn.example.org/about/#why)

      {{< youtube abc123 >}}

      {{% quote author="Nadia" %}}
      Sharing is easy now.
      {{% /quote %}}
      """;
}
