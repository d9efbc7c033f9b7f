package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubRecordsTest {
  @TempDir Path site;

  private List<String> codes(Hub... hubs) {
    return new HubPublisher(site, Hubs.options())
        .check(List.of(hubs)).stream().map(Diagnostic::code).toList();
  }

  @Test
  void goodRecordsSayNothing() {
    assertEquals(
        List.of(),
        codes(
            Hubs.embedded("a"),
            Hubs.embedded("b"),
            Hubs.at("c", "https://git.example/o/r.git"),
            Hubs.in(Hubs.at("d", "https://git.example/o/r"), "folder"),
            Hubs.at("e", "ssh://git@git.example/o/r.git"),
            Hubs.at("f", "file:///srv/hub.git")));
  }

  @Test
  @DisplayName("G17 F39 one target is for one hub")
  void oneTargetIsForOneHub() {
    assertEquals(
        List.of("hub-target-shared"),
        codes(
            Hubs.at("a", "https://git.example/o/r.git"), Hubs.at("b", "https://GIT.example/o/r/")));
    assertEquals(
        List.of("hub-target-shared"),
        codes(Hubs.embedded("a"), Hubs.at("b", site.resolve(".chasqui/hubs/a.git"))));
  }

  @Test
  @DisplayName("G27 addresses with passwords are refused and not repeated")
  void addressesWithPasswordsAreRefusedAndNotRepeated() {
    for (String url :
        List.of(
            "https://user:canary@git.example/r.git",
            "https://canary@git.example/r.git",
            "ssh://git:canary@git.example/r.git",
            "http://git.example/r.git?canary",
            "ftp://canary/x",
            "git.example/canary",
            "https://")) {
      Hub hub = Hubs.at("a", url);
      assertEquals(List.of(), codes(hub), url);
      HubOutcome outcome = Hubs.push(site, Hubs.content(hub, "a", "b"));
      assertInstanceOf(HubOutcome.Rejected.class, outcome);
      assertFalse(outcome.toString().contains("canary"), outcome.toString());
    }
  }

  @Test
  void aRetiredHubTakesNobodysPlace() {
    Hub retired =
        Hubs.hub("a", new Hub.Repository.Remote("file:///x"), "main", "", Hub.Status.RETIRED);
    assertEquals(List.of(), codes(retired, Hubs.at("b", "file:///x")));
  }
}
