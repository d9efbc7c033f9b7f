package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Hub;
import org.chasqui.site.HubOutcome;
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
      List<Diagnostic> found = new HubPublisher(site, Hubs.options()).check(List.of(hub));
      assertEquals(1, found.size(), url);
      assertEquals("hub-repository-invalid", found.get(0).code());
      assertFalse(found.toString().replace(hub.span().toString(), "").contains("canary"));
      HubOutcome outcome = Hubs.push(site, Hubs.content(hub, "a", "b"));
      assertInstanceOf(HubOutcome.Rejected.class, outcome);
      assertFalse(outcome.toString().contains("canary"), outcome.toString());
    }
  }

  @Test
  void branchesAndFoldersThatGitWouldRefuse() {
    Hub.Repository embedded = new Hub.Repository.Embedded();
    assertEquals(
        List.of("hub-branch-invalid"),
        codes(Hubs.hub("a", embedded, "no branch..", "", Hub.Status.ACTIVE)));
    assertEquals(
        List.of("hub-folder-invalid"),
        codes(Hubs.hub("a", embedded, "main", "../out", Hub.Status.PLANNED)));
    assertTrue(codes(Hubs.hub("a", embedded, "..", "..", Hub.Status.RETIRED)).isEmpty());
  }
}
