package org.chasqui.localize;

import static org.chasqui.localize.TestSite.EN;
import static org.chasqui.localize.TestSite.ES;
import static org.chasqui.localize.TestSite.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Body;
import org.chasqui.site.CommunityPage;
import org.chasqui.site.Coverage;
import org.chasqui.site.PageHeader;
import org.chasqui.site.PageId;
import org.chasqui.site.PageRef;
import org.chasqui.site.SectionTexts;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;
import org.junit.jupiter.api.Test;

/** The texts of a landing page's sections are messages of the page's catalogue. */
class SectionMessagesTest {
  private static CommunityPage page() {
    SourceFile file = new SourceFile("site-content/w.md", "Hello\n\n- one\n- two\n");
    Map<String, Text> lines = new LinkedHashMap<>();
    lines.put("sections[0].title", new Text("A valley", EN, file.top()));
    lines.put("sections[0].button.label", new Text("Begin", EN, file.top()));
    Body text = new Body(file.text(), new TreeMap<>(Map.of(0, file.top())), List.of());
    PageHeader header =
        new PageHeader(
            new PageRef(new PageId("w"), EN),
            file,
            new SitePath("/w/"),
            new Text("Welcome", EN, file.top()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            false,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Coverage.SOURCE,
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new SectionTexts(lines, Map.of("sections[0].text", text)));
    return new CommunityPage(header, Body.of(file, file.text().length()));
  }

  @Test
  void each_is_a_message_that_says_where_it_stands() {
    List<String> messages =
        Messages.of(page(), new SitePath("/es/w/")).stream()
            .map(m -> m.id() + " <- " + m.extracted().get(0))
            .toList();
    assertEquals(
        List.of(
            "Welcome <- title",
            "A valley <- sections[0].title",
            "Begin <- sections[0].button.label",
            "Hello <- paragraph · sections[0].text",
            "one <- list item · sections[0].text",
            "two <- list item · sections[0].text"),
        messages);
  }

  @Test
  void coverage_and_status_count_them_and_text_falls_back_by_segment() {
    TestSite site = new TestSite();
    site.languages = List.of(EN, ES);
    site.pages.add(page());
    site.catalogue("locales/es/w.po", entry("A valley", "Un valle") + entry("one", "uno"));
    PageHeader header = site.localized("w", ES).header();
    assertEquals("Un valle", header.sections().lines().get("sections[0].title").value());
    Body text = header.sections().texts().get("sections[0].text");
    assertEquals("Hello\n\n- uno\n- two\n", text.markdown());
    assertEquals(2, text.fallbacks().size());
    assertEquals(6, header.coverage().segments());
    assertEquals(2, header.coverage().translated());
    var status = TranslationStatus.of(site.site(), site.files(), new Diagnostics());
    String counted = status.languages().get(0).toString();
    assertEquals(
        true,
        counted.contains(
            "translated=2, inherited=0, cosmetic=0, outdated=0, suggested=0, drafts=0, untranslated=4"),
        counted);
  }
}
