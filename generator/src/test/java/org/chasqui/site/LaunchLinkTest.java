package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class LaunchLinkTest {
  private static Hub hub(String address, String repository, String folder, Hub.Status status) {
    return new Hub(
        "mx",
        "Hub",
        Optional.of(address),
        Optional.empty(),
        new Hub.Repository.Embedded(),
        Optional.ofNullable(repository),
        "main",
        folder,
        "lecciones",
        List.of(),
        List.of(),
        status,
        "lab",
        org.chasqui.site.NotebookStyle.PLAIN,
        new SourceFile("hub.yaml", "").top());
  }

  /** The form that nbgitpuller's own link generator writes. */
  @Test
  void isWhatNbgitpullerReads() {
    Hub hub = hub("https://h.example/x/", "https://github.com/o/hub-mx", "", Hub.Status.ACTIVE);
    assertEquals(
        Optional.of(
            "https://h.example/x/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fo%2Fhub-mx"
                + "&urlpath=lab%2Ftree%2Flecciones%2Fes%2Fleccion-1.ipynb&branch=main&targetPath=lecciones"),
        LaunchLink.of(hub, OutputPath.of("es/leccion-1.ipynb")));
  }

  @Test
  void namesTheFolderOfTheRepository() {
    Hub hub = hub("https://h.example", "https://g.example/r.git", "chasqui", Hub.Status.ACTIVE);
    assertEquals(
        Optional.of(
            "https://h.example/hub/user-redirect/git-pull?repo=https%3A%2F%2Fg.example%2Fr.git"
                + "&urlpath=lab%2Ftree%2Flecciones%2Fchasqui%2Fa.ipynb&branch=main&targetPath=lecciones"),
        LaunchLink.of(hub, OutputPath.of("a.ipynb")));
  }

  @Test
  void thereIsNoneWhereItCouldNotWork() {
    OutputPath file = OutputPath.of("a.ipynb");
    assertEquals(
        Optional.empty(),
        LaunchLink.of(hub("https://h.example", null, "", Hub.Status.ACTIVE), file));
    assertEquals(
        Optional.empty(),
        LaunchLink.of(
            hub("https://h.example", "https://g.example/r", "", Hub.Status.RETIRED), file));
  }
}
