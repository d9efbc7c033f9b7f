package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many hubs in one run. */
class FleetTest {
  @TempDir Path folder;

  @Test
  void theTroubleOfOneIsNotTheTroubleOfAnother() throws Exception {
    Git.needed();
    Git.bare(folder.resolve("srv/hub.git"));
    try (GitServer server = new GitServer(folder.resolve("srv"))) {
      server.when("/hang.git", GitServer.hang());
      server.when("/500.git", GitServer.status(500));
      server.when("/401.git", GitServer.status(401, "WWW-Authenticate", "Basic realm=\"x\""));
      List<HubContent> contents = new ArrayList<>();
      for (String bad : List.of("hang", "500", "401", "404")) {
        contents.add(Hubs.content(Hubs.at("bad-" + bad, server.url(bad + ".git")), "a", "b"));
      }
      // A file that cannot be read, and content that is no content: the machine's trouble.
      contents.add(
          new HubContent(
              Hubs.embedded("bad-file"),
              new TreeMap<>(
                  Map.of(
                      org.chasqui.site.OutputPath.of("x"),
                      new org.chasqui.site.OutputFile.Copy(
                          org.chasqui.site.OutputPath.of("x"), folder.resolve("none"))))));
      for (int i = 0; i < 12; i++) {
        contents.add(
            Hubs.content(Hubs.embedded("good-%02d".formatted(i)), "a.ipynb", Hubs.notebook("x")));
      }
      contents.add(Hubs.content(Hubs.at("good-http", server.url("hub.git")), "a.ipynb", "{}"));

      List<HubReport> told = new ArrayList<>();
      HubOptions options =
          Hubs.options().within(Duration.ofMillis(600), Duration.ofSeconds(2)).attempts(2);
      List<HubReport> reports =
          new HubPublisher(folder.resolve("site"), options).push(contents, Hubs.FIRST, told::add);

      assertEquals(contents.size(), reports.size());
      assertEquals(contents.size(), told.size());
      assertEquals(
          reports.stream().map(r -> r.hub().id()).sorted().toList(),
          reports.stream().map(r -> r.hub().id()).toList());
      for (HubReport report : reports) {
        if (report.hub().id().startsWith("good")) {
          assertTrue(report.outcome() instanceof HubOutcome.Published, report.toString());
        } else {
          assertFalse(report.outcome().fine(), report.toString());
        }
      }
    }
  }

  @Test
  void manyHubsAgainSendNothing() {
    List<HubContent> contents = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String[] files = new String[40];
      for (int f = 0; f < files.length; f += 2) {
        files[f] = "es/lesson/%02d.ipynb".formatted(f);
        files[f + 1] = Hubs.notebook("cell " + f);
      }
      contents.add(Hubs.content(Hubs.embedded("hub-%02d".formatted(i)), files));
    }
    HubPublisher publisher = new HubPublisher(folder, Hubs.options());
    List<HubReport> first = publisher.push(contents, Hubs.FIRST, report -> {});
    List<HubReport> second = publisher.push(contents, Hubs.SECOND, report -> {});
    for (int i = 0; i < first.size(); i++) {
      String commit = ((HubOutcome.Published) first.get(i).outcome()).commit();
      assertEquals(new HubOutcome.Unchanged(commit), second.get(i).outcome());
    }
  }
}
