package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.DisplayName;
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
  @DisplayName("G17 is what nbgitpuller reads")
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

  private static Hub kind(Hub.Kind kind, String address, String repository, String opens) {
    Hub hub = hub(address, repository, "", Hub.Status.ACTIVE);
    Hub with =
        new Hub(
            "mx",
            "Hub",
            hub.address(),
            Optional.empty(),
            hub.repository(),
            hub.publicRepository(),
            "feature/x",
            "",
            "lecciones",
            List.of(),
            List.of(),
            Hub.Status.ACTIVE,
            opens,
            org.chasqui.site.NotebookStyle.PLAIN,
            hub.span());
    return with.with(
        new Hub.Delivery(
            kind, Optional.empty(), List.of(), List.of(), false, false, Optional.empty()));
  }

  private static String link(Hub hub) {
    return LaunchLink.of(hub, OutputPath.of("es/a b.ipynb")).orElse("none");
  }

  /** The form of each kind, as its own documentation gives it. */
  @Test
  @DisplayName("G33 every kind has its form")
  void everyKindHasItsForm() {
    assertEquals(
        "https://h.example/hub/user-redirect/notebooks/lecciones/es/a%20b.ipynb",
        link(kind(Hub.Kind.FOLDER, "https://h.example", null, "notebook")));
    assertEquals(
        "https://b.example/v2/gh/o/r/feature/x?urlpath=lab%2Ftree%2Fes%2Fa%2520b.ipynb",
        link(kind(Hub.Kind.BINDER, "https://b.example/", "https://github.com/o/r.git", "lab")));
    assertEquals(
        "https://b.example/v2/gl/g%2Fs%2Fr/feature/x?urlpath=lab%2Ftree%2Fes%2Fa%2520b.ipynb",
        link(kind(Hub.Kind.BINDER, "https://b.example/", "https://gitlab.com/g/s/r", "lab")));
    assertEquals(
        "https://b.example/v2/git/https%3A%2F%2Fg.example%2Fr.git/feature/x"
            + "?urlpath=notebooks%2Fes%2Fa%2520b.ipynb",
        link(kind(Hub.Kind.BINDER, "https://b.example/", "https://g.example/r.git", "notebook")));
    assertEquals("none", link(kind(Hub.Kind.BINDER, "https://b.example/", null, "lab")));
    assertEquals(
        "https://l.example/lite/notebooks/index.html?path=es%2Fa+b.ipynb",
        link(kind(Hub.Kind.JUPYTERLITE, "https://l.example/lite", null, "notebook")));
    assertEquals(
        "none", link(kind(Hub.Kind.DOWNLOAD, "https://h.example", "https://g.example/r", "lab")));
  }
}
