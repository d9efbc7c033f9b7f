package org.chasqui.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A landing page made of sections, said in another language by catalogue. */
class LandingPageTest {
  private static final String SITE =
      """
      A landing page and what its catalogue holds.
      -- site-content/site.yaml --
      title: Valley
      base_url: https://valley.example.org/
      languages: [en, es, fr]
      -- site-content/index.md --
      # Home
      -- site-content/map.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>
      -- site-content/welcome.md --
      ---
      title: Welcome
      sections:
        - block: hero
          title: A *valley* of notes
          text: |
            It began [long ago](index.md).

            It goes on.
          image: map.svg
          alt: The valley from above
          caption: Drawn in spring
          button: {label: Begin, url: /lessons/}
        - block: cards
          title: Two ways
          items:
            - {title: Learn, text: A lesson., url: /}
            - {title: Meet, text: An event.}
      ---
      """;

  private static String entry(String id, String translation) {
    return "msgid \"" + id + "\"\nmsgstr \"" + translation + "\"\n\n";
  }

  private static final String SPANISH =
      "-- locales/es/welcome.po --\n"
          + entry("", "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n")
          + entry("A *valley* of notes", "Un *valle* de notas")
          + entry("It began [long ago](index.md).", "Empezó [hace mucho](index.md).")
          + entry("The valley from above", "El valle desde arriba")
          + entry("Drawn in spring", "Dibujado en primavera")
          + entry("Begin", "Empezar")
          + entry("Learn", "Aprender")
          + entry("A lesson.", "Una lección.");

  @TempDir Path folder;

  private Element page(Map<String, String> files, String language) {
    return Jsoup.parse(files.get(language + "welcome/index.html")).selectFirst("main");
  }

  @Test
  void its_blocks_are_translated_and_what_is_not_is_marked() throws IOException {
    SiteFile.unpack(folder, SITE + SPANISH);
    Diagnostics diagnostics = new Diagnostics();
    Map<String, String> files = OrganisationTest.files(folder, diagnostics);
    Element english = page(files, "");
    assertEquals("A <em>valley</em> of notes", english.selectFirst(".block-hero h2").html());
    assertTrue(english.select("section [lang]").isEmpty(), english.html());
    Element hero = page(files, "es/").selectFirst(".block-hero");
    assertEquals("Un <em>valle</em> de notas", hero.selectFirst("h2").html());
    assertEquals("Empezó hace mucho.", hero.selectFirst(".text p").text());
    assertEquals("../", hero.selectFirst(".text a").attr("href"));
    assertEquals("El valle desde arriba", hero.selectFirst("img").attr("alt"));
    assertEquals("Dibujado en primavera", hero.selectFirst("figcaption").text());
    assertEquals("Empezar", hero.selectFirst("a.button").text());
    assertEquals(List.of("It goes on."), hero.select("[lang=en]").eachText());
    Element cards = page(files, "es/").selectFirst(".block-cards");
    assertEquals("Aprender", cards.select("h3").get(0).text());
    assertEquals("Una lección.", cards.select("li p").get(0).text());
    assertEquals(List.of("Two ways", "Meet", "An event."), cards.select("[lang=en]").eachText());
    Element french = page(files, "fr/");
    assertFalse(french.select(".block-hero .text > div[lang=en]").isEmpty(), french.html());
  }

  @Test
  void what_is_wrong_with_a_text_is_told_with_its_file() throws IOException {
    SiteFile.unpack(folder, SITE.replace("It goes on.", "{{< nosuchthing >}}"));
    Diagnostics diagnostics = new Diagnostics();
    OrganisationTest.files(folder, diagnostics);
    assertTrue(
        diagnostics.sorted().stream()
            .filter(d -> d.code().equals("shortcode-unknown"))
            .anyMatch(d -> d.span().location().startsWith("site-content/welcome.md:")),
        diagnostics.sorted().toString());
  }

  @Test
  void what_a_block_includes_is_translated_and_titles_say_words_not_their_ids() throws IOException {
    SiteFile.unpack(
        folder,
        """
        A block that includes a text, below a title with a video.
        -- site-content/site.yaml --
        title: Valley
        base_url: https://valley.example.org/
        languages: [en, es]
        -- site-content/_thanks.md --
        Thanks to all.
        -- site-content/welcome.md --
        ---
        title: Welcome {{< youtube abc >}}
        aliases: [/hello/]
        sections:
          - block: markdown
            text: |
              ```{include} _thanks.md
              ```
        ---
        -- locales/es/welcome.po --
        """
            + entry("", "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n")
            + entry("Thanks to all.", "Gracias a todas las personas."));
    Diagnostics diagnostics = new Diagnostics();
    Map<String, String> files = OrganisationTest.files(folder, diagnostics);
    assertEquals("Thanks to all.", page(files, "").selectFirst(".block-markdown p").text());
    assertEquals(
        "Gracias a todas las personas.",
        page(files, "es/").selectFirst(".block-markdown p").text());
    assertTrue(files.containsKey("hello/index.html"), "the alias of the page");
    files.values().forEach(text -> assertFalse(text.contains("video.watch"), text));
    assertFalse(diagnostics.hasErrors(), diagnostics.sorted().toString());
  }
}
