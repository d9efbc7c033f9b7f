package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody takes publications away: that is told, and nothing is put upon it unasked. */
class F35RewrittenTest {
  @TempDir Path folder;
  private Path site;
  private Path repository;
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    Git.needed();
    site = folder.resolve("site");
    repository = Git.bare(folder.resolve("hub.git"));
    hub = Hubs.at("h", repository);
    publish("uno");
    publish("dos");
  }

  private HubContent says(String text) {
    return Hubs.content(hub, "es/a/01-x.ipynb", Hubs.notebook(text));
  }

  private HubReport push(String text, HubOptions options) {
    return new HubPublisher(site, options)
        .push(List.of(says(text)), Hubs.SECOND, report -> {})
        .get(0);
  }

  private void publish(String text) throws IOException {
    HubReport report = push(text, Hubs.options());
    assertInstanceOf(HubOutcome.Published.class, report.outcome(), report.toString());
    assertTrue(PublishedRecord.add(site, Map.of(hub, report.edition().orElseThrow())));
  }

  private void isRefused(String words) {
    String before = Git.run(repository, "for-each-ref");
    HubOutcome.Rejected rejected =
        assertInstanceOf(HubOutcome.Rejected.class, push("tres", Hubs.options()).outcome());
    assertEquals("REWRITTEN", rejected.code());
    assertTrue(rejected.message().contains(words), rejected.message());
    assertEquals(before, Git.run(repository, "for-each-ref"));
    assertEquals("REWRITTEN", ((HubOutcome.Rejected) Hubs.plan(site, says("tres"))).code());
    assertTrue(Hubs.status(site, says("tres")).rewritten());
  }

  @Test
  @DisplayName("F35 a branch that was forced back is told of, and built upon only on purpose")
  void forcedBack() {
    assertFalse(Hubs.status(site, says("dos")).rewritten());
    Git.run(repository, "update-ref", "refs/heads/main", "main^");
    isRefused("Publication 2 is gone: the branch is back at 1.");
    HubReport report = push("tres", Hubs.options().acceptRewritten(true));
    assertInstanceOf(HubOutcome.Published.class, report.outcome(), report.toString());
  }

  @Test
  @DisplayName("F36 a branch that was deleted is not made anew unasked")
  void deleted() {
    Git.run(repository, "update-ref", "-d", "refs/heads/main");
    isRefused("the branch has none of ours any more");
  }

  @Test
  @DisplayName("F37 another repository in the place of ours is left alone")
  void replaced() {
    LocalRemote.delete(repository);
    Git.bare(repository);
    Path clone = Git.clone(repository, folder.resolve("clone"));
    Git.write(clone.resolve("README"), "Something else\n");
    Git.commitAndPush(clone, "Something else");
    isRefused("the branch has none of ours any more");
  }

  @Test
  @DisplayName("F35 a hub that moved on purpose begins anew, and another machine's news count")
  void moved() throws IOException {
    Hub other = Hubs.at("h", Git.bare(folder.resolve("new.git")));
    HubContent content = Hubs.content(other, "es/a/01-x.ipynb", Hubs.notebook("uno"));
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(site, content));

    Path elsewhere = folder.resolve("elsewhere");
    assertInstanceOf(HubOutcome.Published.class, Hubs.push(elsewhere, says("tres"), Hubs.SECOND));
    publish("cuatro");
  }
}
