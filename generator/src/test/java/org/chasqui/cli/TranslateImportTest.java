package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that somebody translated as a whole become catalogues, wherever they lie. */
class TranslateImportTest {
  private static final String SPANISH =
      "---\ntitle: Reglas\n---\n\nSomos amables.\n\n## Reuniones\n\nLos lunes.\n";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void site() {
    session = Session.withSite(folder);
    session.write(
        "site-content/rules.md",
        "---\ntitle: Rules\n---\n\nWe are kind.\n\n## Meetings\n\nOn Mondays.\n");
  }

  private void imports(String file, String catalogue) {
    assertEquals(0, session.run("translate", "import", file), file + session.err());
    String po = session.read(catalogue);
    assertTrue(po.contains("msgid \"On Mondays.\"\nmsgstr \"Los lunes.\""), file + po);
    assertTrue(po.contains("msgid \"Rules\"\nmsgstr \"Reglas\""), file + po);
    assertFalse(po.contains("fuzzy"), po);
    assertTrue(session.out().contains("4 of 4 messages translated"), session.out());
  }

  @Test
  void wherever_a_family_of_sites_keeps_its_translations() throws Exception {
    for (String file :
        List.of(
            "locales/es/pages/rules.md",
            "site-content/rules.es.md",
            "site-content/rules-es.md",
            "site-content/rules_ES.md",
            "site-content/rules.es_LA.md",
            "site-content/es/rules.md",
            "site-content/locale/es/rules.md",
            "site-content/i18n/es-419/rules.md")) {
      session.write(file, SPANISH);
      imports(file, "locales/es/rules.po");
      java.nio.file.Files.delete(folder.resolve(file));
      java.nio.file.Files.delete(folder.resolve("locales/es/rules.po"));
    }
  }

  @Test
  void by_a_key_in_the_front_matter() {
    session.write(
        "site-content/es/normas.md",
        SPANISH.replace("title: Reglas", "title: Reglas\ntranslationKey: norms"));
    session.write(
        "site-content/rules.md",
        session
            .read("site-content/rules.md")
            .replace("title: Rules", "title: Rules\ntranslationKey: norms"));
    imports("site-content/es/normas.md", "locales/es/rules.po");
  }

  @Test
  void by_a_list_in_the_sites_settings() {
    session.write("site-content/normas-de-la-casa.md", SPANISH);
    session.write(
        "site-content/site.yaml",
        session.read("site-content/site.yaml")
            + "translations:\n  rules:\n    es: normas-de-la-casa\n");
    imports("site-content/normas-de-la-casa.md", "locales/es/rules.po");
  }

  @Test
  void a_lesson_in_copies_beside_its_episodes() {
    session.write(
        "lessons/first/locale/es/01-start.md",
        "---\ntitle: Comienzo\nteaching: 5\nexercises: 5\nquestions:\n  - ¿Cuánto es uno y uno?\n"
            + "objectives:\n  - Sumar.\nkeypoints:\n  - Son dos.\n---\n\nSumemos.\n\n"
            + "```python\n1 + 1\n```\n");
    assertEquals(
        0,
        session.run("translate", "import", "lessons/first/locale/es/01-start.md"),
        session.err());
    String po = session.read("locales/es/lessons/first/start.po");
    assertTrue(po.contains("msgid \"It is two.\"\nmsgstr \"Son dos.\""), po);
    assertTrue(po.contains("msgid \"Let us add.\"\nmsgstr \"Sumemos.\""), po);
    assertTrue(session.out().contains("5 of 5 messages translated"), session.out());
  }

  @Test
  void a_folder_of_them_and_then_the_site_says_the_same() throws Exception {
    session.write("locales/es/pages/rules.md", SPANISH);
    session.write("locales/es/pages/blog/hello.md", "---\ntitle: Hola\n---\n\nPrimera entrada.\n");
    assertEquals(0, session.run("build"), session.err());
    String before = session.read("public/es/rules/index.html");
    assertEquals(0, session.run("translate", "import", "locales/es/pages/"), session.err());
    assertTrue(session.read("locales/es/blog/hello.po").contains("Primera entrada."));
    java.nio.file.Files.delete(folder.resolve("locales/es/pages/rules.md"));
    java.nio.file.Files.delete(folder.resolve("locales/es/pages/blog/hello.md"));
    assertEquals(0, session.run("build"), session.err());
    assertEquals(main(before), main(session.read("public/es/rules/index.html")));
    assertEquals(0, session.run("translate", "update", "es"), session.err());
    assertFalse(session.out().contains("rules.po"), session.out());
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<h1"), page.indexOf("</main>"))
        .replaceAll("(?s)<(nav|footer).*?</\\1>", "")
        // Headings have the source's ids again.
        .replaceAll("reuniones|meetings", "");
  }

  @Test
  void pages_of_a_section_go_into_its_catalogue_together() {
    session.write(
        "site-content/site.yaml",
        session.read("site-content/site.yaml") + "catalogues: {po: section}\n");
    session.write("site-content/blog/bye.md", "---\ntitle: Bye\ndate: 2026-01-06\n---\n\nLast.\n");
    session.write("locales/es/pages/blog/hello.md", "---\ntitle: Hola\n---\n\nPrimera entrada.\n");
    session.write("locales/es/pages/blog/bye.md", "---\ntitle: Chau\n---\n\nÚltima.\n");
    assertEquals(0, session.run("translate", "import", "locales/es/pages/blog"), session.err());
    String po = session.read("locales/es/blog.po");
    assertTrue(po.contains("msgstr \"Primera entrada.\"") && po.contains("msgstr \"Última.\""), po);
    assertFalse(po.contains("#~"), po);
  }

  @Test
  void what_the_translation_leaves_out_is_not_taken_from_the_source() {
    session.write(
        "site-content/rules.md",
        "---\ntitle: Rules\nsummary: All our rules\n---\n\nWe are kind.\n");
    session.write("locales/es/pages/rules.md", "---\ntitle: Reglas\n---\n\nSomos amables.\n");
    assertEquals(0, session.run("translate", "import", "locales/es/pages/rules.md"), session.err());
    assertTrue(
        session.read("locales/es/rules.po").contains("msgid \"All our rules\"\nmsgstr \"\""));
    assertTrue(session.err().contains("The translation has no summary"), session.err());
  }

  private static final String LANDING =
      """
      ---
      title: Welcome
      sections:
        - block: hero
          title: A valley
          text: |
            We meet here.

            - one
            - two
          button: {label: Begin, link: about}
        - block: cards
          title: What we do
          items:
            - {title: Teach, text: We teach.}
            - {title: Learn, text: We learn.}
        - block: markdown
          text: Come and see.
      ---
      """;

  @Test
  void a_landing_page_by_its_blocks() {
    session.write("site-content/landing.md", LANDING);
    session.write(
        "locales/es/pages/landing.md",
        """
        ---
        title: Bienvenida
        sections:
          - block: hero
            title: Un valle
            text: |
              Nos vemos aquí.

              - uno
              - dos
            button: {label: Empezar, link: about}
          - block: cards
            title: Lo que hacemos
            items:
              - {title: Enseñar, text: Enseñamos.}
              - {title: Aprender, text: Aprendemos.}
          - block: markdown
            text: Ven y mira.
        ---
        """);
    assertEquals(
        0, session.run("translate", "import", "locales/es/pages/landing.md"), session.err());
    String po = session.read("locales/es/landing.po");
    for (String pair :
        List.of(
            "A valley\"\nmsgstr \"Un valle",
            "two\"\nmsgstr \"dos",
            "Begin\"\nmsgstr \"Empezar",
            "We learn.\"\nmsgstr \"Aprendemos.",
            "Come and see.\"\nmsgstr \"Ven y mira.")) {
      assertTrue(po.contains("msgid \"" + pair + "\""), pair + po);
    }
    assertFalse(po.contains("fuzzy"), po);
    assertEquals("", session.err());
  }

  @Test
  void a_landing_page_whose_blocks_were_moved_and_one_left_out() {
    session.write("site-content/landing.md", LANDING);
    session.write(
        "locales/es/pages/landing.md",
        """
        ---
        title: Bienvenida
        sections:
          - block: cards
            title: Lo que hacemos
            items:
              - {title: Enseñar, text: Enseñamos.}
          - block: hero
            title: Un valle
            text: Nos vemos aquí.
            button: {label: Empezar, link: about}
          - block: hero
            title: Otra cosa
            text: Esto sobra.
            button: {label: Seguir, link: about}
        ---
        """);
    assertEquals(
        0, session.run("translate", "import", "locales/es/pages/landing.md"), session.err());
    String po = session.read("locales/es/landing.po");
    assertTrue(po.contains("#, fuzzy\nmsgid \"A valley\"\nmsgstr \"Un valle\""), po);
    assertTrue(po.contains("#, fuzzy\nmsgid \"We teach.\"\nmsgstr \"Enseñamos.\""), po);
    assertTrue(po.contains("msgid \"Come and see.\"\nmsgstr \"\""), po);
    // What fits nowhere is told with its place.
    String err = session.err();
    assertTrue(err.contains("locales/es/pages/landing.md:13:12"), err);
    assertTrue(err.contains("It is not in the catalogue: Otra cosa"), err);
    assertTrue(err.contains("Nothing in the source was found for paragraph \"Esto sobra.\""), err);
  }
}
