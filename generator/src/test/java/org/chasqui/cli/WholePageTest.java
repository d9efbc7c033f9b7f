package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page translated as a whole knows of what, and tells its readers what has changed since. */
class WholePageTest {
  private static final String SOURCE =
      "---\ntitle: Rules\n---\n\nWe are kind.\n\n## Meetings\n\nOn Mondays.\n\n## Money\n\nNone.\n";
  private static final String COPY = "locales/es/pages/rules.md";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write("site-content/rules.md", SOURCE);
    session.write(
        COPY, "---\ntitle: Reglas\n---\n\nSomos amables.\n\n## Reuniones\n\nLos lunes.\n");
    assertEquals(0, session.run("translate", "touch", COPY), session.err());
    assertTrue(session.out().contains("Wrote " + COPY), session.out());
  }

  private String built() {
    assertEquals(0, session.run("build"), session.err());
    return session.read("public/es/rules/index.html");
  }

  @Test
  void untouchedSourcesSayNothing() {
    assertFalse(built().contains("class=\"notice"));
    assertEquals(0, session.run("translate", "touch", COPY));
    assertTrue(session.out().contains("Everything is up to date."), session.out());
  }

  @Test
  void formattingIsNoChange() {
    session.write(
        "site-content/rules.md",
        SOURCE.replace("We are kind.", "We are\nkind.").replace("## Money", "Money\n-----"));
    assertFalse(built().contains("class=\"notice"));
  }

  @Test
  void changedSectionsAreNamedAndLinkedInTheSource() {
    session.write("site-content/rules.md", SOURCE.replace("On Mondays.", "On Tuesdays."));
    String page = built();
    assertTrue(page.contains("class=\"notice outdated\""), page);
    assertTrue(page.contains("Cambió desde entonces:"), page);
    assertTrue(
        page.contains("<a href=\"../../rules/#meetings\" hreflang=\"en\" lang=\"en\">Meetings</a>"),
        page);
    assertFalse(page.contains("#money"), page);
    assertTrue(page.contains("Los lunes."), page);
    String json = session.read("public/l10n/status.json").replaceAll("\\s", "");
    assertTrue(
        json.contains(
            "\"path\":\"rules\",\"mode\":\"page\",\"file\":\"locales/es/pages/rules.md\","
                + "\"segments\":6,\"translated\":5,\"cosmetic\":0,\"outdated\":1,"),
        json);
    assertEquals(0, session.run("translate", "touch", COPY), session.err());
    assertFalse(built().contains("class=\"notice"));
  }

  @Test
  void whatIsGoneIsAChangeToo() {
    session.write("site-content/rules.md", SOURCE.replace("On Mondays.\n\n", ""));
    assertTrue(built().contains("../../rules/#meetings"));
  }

  @Test
  void onlyPagesTranslatedAsAWholeAreTouched() {
    assertEquals(2, session.run("translate", "touch", "site-content/rules.md"));
    assertTrue(session.err().contains("is no page that was translated as a whole"));
  }
}
